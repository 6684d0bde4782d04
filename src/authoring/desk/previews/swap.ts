/** A pack with some of its records in new words. */
import { isDeepStrictEqual } from 'node:util';
import type { Pack, Place, Problem } from '../../../core/dataset/pack.ts';
import { checkReferences } from '../../../core/dataset/references.ts';
import { checkQuestions } from '../../../core/dataset/rules.ts';
import type { Article, Question } from '../../../core/dataset/schema.ts';
import type { Lock } from '../../format/lock.ts';
import type { Snapshot } from '../snapshot.ts';
import { around } from './around.ts';
import { NO_RECEIPT, type ReadFacts } from './read-facts.ts';

export interface Swap extends Pick<ReadFacts, 'claims' | 'places' | 'entities' | 'lock'> {
  readonly questions: readonly (readonly [Question, Place])[];
}

/** The pack, and what of these records does not fit together with the rest of it. */
export function swapped(
  { records }: Snapshot,
  { claims, places, entities, questions, lock }: Swap,
): { readonly pack: Pack | undefined; readonly problems: readonly Problem[] } {
  const { readable } = records;
  if (readable === undefined) return { pack: undefined, problems: [] };
  const articles = readable.articles.map((article) => withTextNow(article, lock));
  const moved = articles.flatMap((article, at) => {
    const place = readable.origin.get(readable.articles[at] ?? article);
    return place ? [[article, place] as const] : [];
  });
  const pack: Pack = {
    ...readable,
    articles: [...articles, NO_RECEIPT],
    // The same list where nothing is new: much is kept by it.
    entities: entities.length === 0 ? readable.entities : [...readable.entities, ...entities],
    claims: replacing(readable.claims, claims),
    questions: replacing(
      readable.questions,
      questions.map(([question]) => question),
    ),
    origin: new Map([...readable.origin, ...moved, ...places, ...questions]),
  };
  const part = around(
    pack,
    claims,
    questions.map(([question]) => question),
  );
  return {
    pack,
    problems: [...checkReferences([{ pack: part, incomplete: new Set() }]), ...checkQuestions(part)],
  };
}

/** Its new text, where that waits to be read again: a card quotes what the text says. */
function withTextNow(article: Article, { articles }: Lock): Article {
  const text = articles[article.id]?.text;
  if (!article.ours || text === undefined || isDeepStrictEqual(text, article.text)) return article;
  return { ...article, text: [...text], paragraphs: Math.max(article.paragraphs, text.length) };
}

function replacing<Item extends { readonly id: string }>(
  all: readonly Item[],
  news: readonly Item[],
): readonly Item[] {
  const byId = new Map(news.map((item) => [item.id, item]));
  const known = new Set(all.map(({ id }) => id));
  return [...all.map((item) => byId.get(item.id) ?? item), ...news.filter(({ id }) => !known.has(id))];
}
