/** The packs, read and checked, with the lookups that facts and quiz need. Never changes once built. */
import type { Pack } from './pack.ts';
import type { Article, Claim, Disagreement, Entity, Event, Question, Topic } from './schema.ts';
import { bareId, buttonId, packOf, scopeRecords } from './scope.ts';

/** Ids in it are scoped by their pack (`scope.ts`), but for those within `packs`. */
export interface Library {
  /** As their authors wrote them. */
  readonly packs: readonly Pack[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly events: ReadonlyMap<string, Event>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly questions: ReadonlyMap<string, Question>;
  /**
   * By its id, or by one of an earlier release: databases keep the id that a question had when it was asked, and from
   * before ids were scoped a bare one, which is found where one pack alone has it. Also by what buttons carry.
   */
  question(id: string): Question | undefined;
  /** The same for a claim. */
  claim(id: string): Claim | undefined;
  disagreementsOf(claim: string): readonly Disagreement[];
  /** Questions whose right option rests on the claim. */
  questionsOn(claim: string): readonly Question[];
}

/** Of several packs none has the id of another; what is in them may have the same names. */
export function buildLibrary(packs: readonly Pack[]): Library {
  const scoped = packs.map(scopeRecords);
  const disagreements = groupBy(
    scoped.flatMap((pack) => pack.disagreements),
    (one) => one.sides.flatMap((side) => side.claims),
  );
  const questions = scoped.flatMap((pack) => pack.questions);
  const claims = scoped.flatMap((pack) => pack.claims);
  const questionsByClaim = groupBy(questions, (question) => question.right.claims);
  return {
    packs,
    articles: byId(scoped.flatMap((pack) => pack.articles)),
    entities: byId(scoped.flatMap((pack) => pack.entities)),
    events: byId(scoped.flatMap((pack) => pack.events)),
    topics: byId(scoped.flatMap((pack) => pack.topics)),
    claims: byId(claims),
    questions: byId(questions),
    question: findByAnyId(questions, ({ formerly }) => formerly),
    claim: findByAnyId(claims, () => []),
    disagreementsOf: (claim) => disagreements.get(claim) ?? [],
    questionsOn: (claim) => questionsByClaim.get(claim) ?? [],
  };
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** What an item is called now comes before what another was called once. */
function findByAnyId<Item extends { readonly id: string }>(
  items: readonly Item[],
  formerIds: (item: Item) => readonly string[],
): (id: string) => Item | undefined {
  const scoped = new Map<string, Item>();
  const bare = new Map<string, Item | 'of several packs'>();
  const note = (id: string, item: Item) => {
    scoped.set(id, item).set(buttonId(id), item);
    const other = bare.get(bareId(id));
    const isOnly = other === undefined || (typeof other !== 'string' && packOf(other.id) === packOf(id));
    bare.set(bareId(id), isOnly ? item : 'of several packs');
  };
  for (const item of items) for (const id of formerIds(item)) note(id, item);
  for (const item of items) note(item.id, item);
  return (id) => {
    const found = scoped.get(id) ?? bare.get(id);
    return typeof found === 'string' ? undefined : found;
  };
}

/** Under each of its keys, every item that has it. */
export function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => Iterable<string>,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}
