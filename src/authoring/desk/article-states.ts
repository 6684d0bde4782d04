/** The articles with each paragraph: what it says, and what rests on it. */
import { isHeading } from '../lint/rules/coverage.ts';
import { articleParts } from './changes/particulars.ts';
import { hashOf } from './placed.ts';
import type { Snapshot } from './snapshot.ts';
import type { ArticleState, EntryState, LeftOutReason } from './wire.ts';

export function articlesOf({ book, texts }: Snapshot, facts: readonly EntryState[]): readonly ArticleState[] {
  const restingOn = Map.groupBy(
    facts.flatMap(({ id, receipts }) =>
      receipts.map(({ article, paragraph }) => ({ id, at: `${article}#${paragraph}` })),
    ),
    ({ at }) => at,
  );
  const textOf = new Map(texts.map((text) => [text.article, text.paragraphs]));
  return book.articles.map((article) => {
    const { id, value } = article;
    const paragraphs = textOf.get(id);
    const count = paragraphs?.length ?? book.lock.articles[id]?.paragraphs.length ?? 0;
    return {
      id,
      ...{ title: value.title, publisher: value.publisher, author: value.author },
      ...{ published: value.published, url: value.url, language: value.language },
      ...{ ours: value.ours === true, hash: hashOf(articleParts(article)) },
      hasText: paragraphs !== undefined,
      paragraphs: Array.from({ length: count }, (_, at) => ({
        ...{ number: at + 1, text: paragraphs?.[at], isHeading: isHeading(paragraphs?.[at]) },
        facts: [...new Set((restingOn.get(`${id}#${at + 1}`) ?? []).map((one) => one.id))],
        leftOut: Object.entries(value['left-out']?.[String(at + 1)] ?? {}).flatMap(([reason, what]) =>
          what === undefined ? [] : [{ reason: reason as LeftOutReason, what }],
        ),
      })),
    };
  });
}
