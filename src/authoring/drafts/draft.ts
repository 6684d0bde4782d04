/** What the makers of drafts share: the kinds there are, and the pack as a maker reads it. */
import type { Pack } from '../../core/dataset/pack.ts';
import type { Article, Claim, Disagreement } from '../../core/dataset/schema.ts';
import { stem, wordsOf } from '../../core/facts/fold.ts';

export const DRAFT_KINDS = ['order-of-events', 'when', 'who', 'how-many', 'true-or-false'] as const;

export type DraftKind = (typeof DRAFT_KINDS)[number];

/**
 * What an author may make a question of. One to three wrong options: a statement is true or false, but a date has
 * more rivals than one.
 */
export interface Draft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly prompt: string;
  readonly topic: string;
  readonly difficulty: number;
  readonly right: { readonly text: string; readonly claims: readonly string[] };
  readonly wrong: readonly {
    readonly text: string;
    readonly because: string;
    readonly claims: readonly string[];
  }[];
  readonly payoff: string;
}

/**
 * A pure function of the pack. The same pack gives the same questions in the same order; an id is built from the
 * kind and the ids of the records it rests on, never from wording, so it stays when a text is edited.
 */
export type Maker = (story: Story) => readonly Draft[];

export interface Story {
  readonly pack: Pack;
  readonly articles: ReadonlyMap<string, Article>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** May be asked about: nothing reserved, nothing about a child. In the order of the pack. */
  readonly askable: readonly Claim[];
  disagreementsOf(claim: string): readonly Disagreement[];
  /** The askable claims that speak of the entity in any role. */
  claimsOn(entity: string): readonly Claim[];
  /** The articles whose paragraphs prove the claim, each once. */
  articlesOf(claim: Claim): readonly Article[];
  /** The stems of a text's words; each text is read once, since every statement is held against all others. */
  stemsOf(text: string): ReadonlySet<string>;
}

export function storyOf(pack: Pack): Story {
  const minors = new Set(pack.entities.filter(({ minor }) => minor).map(({ id }) => id));
  const articles = new Map(pack.articles.map((article) => [article.id, article]));
  const askable = pack.claims.filter(
    ({ reserved, entities }) => !reserved && !entities.some(({ entity }) => minors.has(entity)),
  );
  const claimsOn = new Map(
    pack.entities.map(({ id }) => [
      id,
      askable.filter(({ entities }) => entities.some(({ entity }) => entity === id)),
    ]),
  );
  return {
    pack,
    articles,
    claims: new Map(pack.claims.map((claim) => [claim.id, claim])),
    askable,
    claimsOn: (entity) => claimsOn.get(entity) ?? [],
    disagreementsOf: (claim) =>
      pack.disagreements.filter(({ sides }) => sides.some(({ claims }) => claims.includes(claim))),
    articlesOf: remembered(({ receipts }: Claim) =>
      [...new Set(receipts.map(({ article }) => article))].flatMap((id) => articles.get(id) ?? []),
    ),
    stemsOf: remembered((text: string) => new Set(wordsOf(text).map(stem))),
  };
}

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

/** `draft-when-meeting-may-2018` */
export const draftId = (kind: DraftKind, ...records: readonly string[]): string =>
  ['draft', kind, ...records].join('-');
