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

export function checkReferences(loaded: readonly Loaded[]): Problem[] {
  const packs = loaded.map(({ pack }) => pack);
  return [...loaded.flatMap(checkPack), ...packs.flatMap(denyingThemselves), ...checkUnique(packs)];
}

/** Written to make nothing on the way, since nearly every reference of a large pack leads where it should. */
function checkPack({ pack, incomplete }: Loaded): Problem[] {
  const known = new Map(ALL_KINDS.map((kind) => [kind, new Set(pack[kind].map(({ id }) => id))]));
  const problems: Problem[] = [];
  const check = (from: object, record: string, field: string, to: Kind, id: string) => {
    if (known.get(to)?.has(id) || incomplete.has(to)) return;
    const expected = `the id of ${KINDS[to]} of this pack, but “${id}” is none`;
    problems.push(problemAt(pack, from, record, field, expected));
  };
  for (const event of pack.events)
    for (const { entity } of event.entities) check(event, event.id, 'entities', 'entities', entity);
  for (const claim of pack.claims) {
    check(claim, claim.id, 'topic', 'topics', claim.topic);
    for (const event of claim.events) check(claim, claim.id, 'events', 'events', event);
    for (const { entity } of claim.entities) check(claim, claim.id, 'entities', 'entities', entity);
    for (const { article } of claim.receipts) check(claim, claim.id, 'receipts', 'articles', article);
    for (const denial of claim.denials) check(claim, claim.id, 'denials', 'claims', denial);
  }
  for (const one of pack.disagreements)
    for (const [at, { claims }] of one.sides.entries())
      for (const claim of claims) check(one, one.id, `sides.${at}.claims`, 'claims', claim);
  for (const question of pack.questions) {
    check(question, question.id, 'topic', 'topics', question.topic);
    for (const claim of question.right.claims) check(question, question.id, 'right.claims', 'claims', claim);
    for (const [at, { claims }] of question.wrong.entries())
      for (const claim of claims) check(question, question.id, `wrong.${at}.claims`, 'claims', claim);
  }
  for (const { source, denial } of pack.info.contested)
    check(pack.info, source, 'contested', 'claims', denial);
  for (const part of pack.leftOut)
    check(part, `paragraph ${part.paragraph} of “${part.article}”`, 'article', 'articles', part.article);
  return problems;
}

const denyingThemselves = (pack: Pack): readonly Problem[] =>
  pack.claims
    .filter(({ id, denials }) => denials.includes(id))
    .map((claim) => problemAt(pack, claim, claim.id, 'denials', 'another fact: none denies itself'));

interface Owner {
  readonly pack: Pack;
  readonly record: { readonly id: string };
}

/** Packs among each other, and each kind of record within its pack: packs know nothing of each other’s ids. */
const checkUnique = (packs: readonly Pack[]): Problem[] => [
  ...usedTwice(packs.map((pack) => ({ pack, record: pack.info }))),
  ...packs.flatMap((pack) =>
    ALL_KINDS.flatMap((kind) => {
      const records: readonly { readonly id: string }[] = pack[kind];
      const isUnique = new Set(records.map(({ id }) => id)).size === records.length;
      return isUnique ? [] : usedTwice(records.map((record) => ({ pack, record })));
    }),
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
