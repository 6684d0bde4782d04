/** The packs, read and checked, with the lookups that facts and quiz need. Never changes once built. */
import type { Pack } from './pack.ts';
import type { Article, Claim, Disagreement, Entity, Event, Question, Topic } from './schema.ts';

export interface Library {
  readonly packs: readonly Pack[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly events: ReadonlyMap<string, Event>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly questions: ReadonlyMap<string, Question>;
  /** By its id, or by one of an earlier release: databases keep the id that a question had when it was asked. */
  question(id: string): Question | undefined;
  disagreementsOf(claim: string): readonly Disagreement[];
  /** Questions whose right option rests on the claim. */
  questionsOn(claim: string): readonly Question[];
}

/** Ids are unique over all packs; `parsePacks` has made sure of it. */
export function buildLibrary(packs: readonly Pack[]): Library {
  const disagreements = groupBy(
    packs.flatMap((pack) => pack.disagreements),
    (one) => one.sides.flatMap((side) => side.claims),
  );
  const questions = packs.flatMap((pack) => pack.questions);
  const questionsByClaim = groupBy(questions, (question) => question.right.claims);
  const questionsByAnyId = new Map([...formerIds(questions), ...byId(questions)]);
  return {
    packs,
    articles: byId(packs.flatMap((pack) => pack.articles)),
    entities: byId(packs.flatMap((pack) => pack.entities)),
    events: byId(packs.flatMap((pack) => pack.events)),
    topics: byId(packs.flatMap((pack) => pack.topics)),
    claims: byId(packs.flatMap((pack) => pack.claims)),
    questions: byId(questions),
    question: (id) => questionsByAnyId.get(id),
    disagreementsOf: (claim) => disagreements.get(claim) ?? [],
    questionsOn: (claim) => questionsByClaim.get(claim) ?? [],
  };
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

const formerIds = (questions: readonly Question[]) =>
  questions.flatMap((question) => question.formerly.map((id) => [id, question] as const));

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
