/** What a schema cannot see: ids that are used twice, and references that lead nowhere. */
import { type Pack, type Problem, problemAt } from './pack.ts';

/** What one of each is to its author. */
const KINDS = {
  articles: 'an article',
  entities: 'a name',
  events: 'an event',
  claims: 'a fact',
  disagreements: 'a disagreement',
  questions: 'a question',
  topics: 'a topic',
} as const;

type Kind = keyof typeof KINDS;

const ALL_KINDS = Object.keys(KINDS) as readonly Kind[];

/** A pack, and the kinds of which it lacks records that could not be read: one that is missing may be among these. */
export interface Loaded {
  readonly pack: Pack;
  readonly incomplete: ReadonlySet<string>;
}

/** A field of a record that must hold ids of another kind. */
interface Reference {
  readonly from: object;
  /** What the record is called in a message. */
  readonly record: string;
  readonly field: string;
  readonly to: Kind;
  readonly ids: readonly string[];
}

export function checkReferences(loaded: readonly Loaded[]): Problem[] {
  const packs = loaded.map(({ pack }) => pack);
  return [...loaded.flatMap(checkPack), ...packs.flatMap(denyingThemselves), ...checkUnique(packs)];
}

function checkPack({ pack, incomplete }: Loaded): Problem[] {
  const known = new Map(ALL_KINDS.map((kind) => [kind, new Set(pack[kind].map(({ id }) => id))]));
  return referencesOf(pack)
    .filter(({ to }) => !incomplete.has(to))
    .flatMap(({ from, record, field, to, ids }) =>
      ids
        .filter((id) => !known.get(to)?.has(id))
        .map((id) =>
          problemAt(pack, from, record, field, `the id of ${KINDS[to]} of this pack, but “${id}” is none`),
        ),
    );
}

const denyingThemselves = (pack: Pack): readonly Problem[] =>
  pack.claims
    .filter(({ id, denials }) => denials.includes(id))
    .map((claim) => problemAt(pack, claim, claim.id, 'denials', 'another fact: none denies itself'));

const referencesOf = (pack: Pack): readonly Reference[] => [
  ...pack.events.map((event) => refer(event, 'entities', 'entities', entitiesIn(event.entities))),
  ...pack.claims.flatMap((claim) => [
    refer(claim, 'topic', 'topics', [claim.topic]),
    refer(claim, 'events', 'events', claim.events),
    refer(claim, 'entities', 'entities', entitiesIn(claim.entities)),
    refer(
      claim,
      'receipts',
      'articles',
      claim.receipts.map(({ article }) => article),
    ),
    refer(claim, 'denials', 'claims', claim.denials),
  ]),
  ...pack.disagreements.flatMap((one) =>
    one.sides.map(({ claims }, at) => refer(one, `sides.${at}.claims`, 'claims', claims)),
  ),
  ...pack.questions.flatMap((question) => [
    refer(question, 'topic', 'topics', [question.topic]),
    refer(question, 'right.claims', 'claims', question.right.claims),
    ...question.wrong.map(({ claims }, at) => refer(question, `wrong.${at}.claims`, 'claims', claims)),
  ]),
  ...pack.info.contested.map(({ source, denial }) => ({
    from: pack.info,
    record: source,
    field: 'contested',
    to: 'claims' as const,
    ids: [denial],
  })),
  ...pack.leftOut.map((part) => ({
    from: part,
    record: `paragraph ${part.paragraph} of “${part.article}”`,
    field: 'article',
    to: 'articles' as const,
    ids: [part.article],
  })),
];

const refer = (
  from: { readonly id: string },
  field: string,
  to: Kind,
  ids: readonly string[],
): Reference => ({ from, record: from.id, field, to, ids });

const entitiesIn = (roles: readonly { readonly entity: string }[]): readonly string[] =>
  roles.map(({ entity }) => entity);

interface Owner {
  readonly pack: Pack;
  readonly record: { readonly id: string };
}

/** Packs among each other, and each kind of record within its pack: packs know nothing of each other’s ids. */
const checkUnique = (packs: readonly Pack[]): Problem[] => [
  ...usedTwice(packs.map((pack) => ({ pack, record: pack.info }))),
  ...packs.flatMap((pack) =>
    ALL_KINDS.flatMap((kind) => usedTwice(pack[kind].map((record) => ({ pack, record })))),
  ),
];

/** Of two packs with one id, what is wrong with the second. */
export const idTaken = (pack: Pack, other: Pack): Problem =>
  takenBy({ pack, record: pack.info }, { pack: other, record: other.info });

function usedTwice(owners: readonly Owner[]): Problem[] {
  const first = new Map<string, Owner>();
  return owners.flatMap((owner) => {
    const { record } = owner;
    const other = first.get(record.id);
    if (other) return [takenBy(owner, other)];
    first.set(record.id, owner);
    return [];
  });
}

const takenBy = ({ pack, record }: Owner, other: Owner): Problem =>
  problemAt(pack, record, record.id, 'id', `an id of its own: ${whereIs(other)} has it too`);

function whereIs({ pack, record }: Owner): string {
  const place = pack.origin.get(record);
  const position = place?.positionOf('');
  const file = place?.file ?? pack.info.id;
  return position ? `${file}:${position.line}` : file;
}
