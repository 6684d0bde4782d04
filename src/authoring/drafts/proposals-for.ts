/** What may be proposed for an article or a fact of a book: nothing that stands there already, as a draft or not. */
import type { Pack } from '../../core/dataset/pack.ts';
import type { Book } from '../format/book.ts';
import type { ArticleText } from '../format/reading.ts';
import { receiptParts } from '../format/spot.ts';
import type { WrittenFact } from '../format/written.ts';
import type { Proposal } from './proposal.ts';
import { proposeFacts } from './propose-facts.ts';
import { proposeQuestions } from './propose-questions.ts';

/** Undefined where the article or its text is not here. */
export function factsFor(
  id: string,
  book: Book,
  texts: readonly ArticleText[],
): readonly WrittenFact[] | undefined {
  const text = texts.find(({ article }) => article === id);
  const article = book.articles.find((one) => one.id === id);
  if (text === undefined || article === undefined) return undefined;
  return proposeFacts(
    {
      ...{ id, paragraphs: text.paragraphs, publisher: article.value.publisher },
      ours: article.value.ours === true,
      language: article.value.language ?? book.info.value.language ?? 'en',
    },
    {
      names: book.entities.flatMap(({ value }) => [value.name, ...value.aliases]),
      facts: entriesOf(book).flatMap((entry) =>
        entry.kind === 'fact'
          ? [
              {
                text: entry.value.fact,
                receipts: receiptParts(entry.value.receipt ?? []).map(({ spot }) => spot),
              },
            ]
          : [],
      ),
    },
  );
}

/** On facts that `rests` holds for. */
export function questionsFor(book: Book, pack: Pack, rests: (fact: string) => boolean): readonly Proposal[] {
  const asked = new Set(
    entriesOf(book).map((entry) => (entry.kind === 'question' ? entry.value.question : '')),
  );
  return proposeQuestions(pack).filter(({ fact, question }) => rests(fact) && !asked.has(question.question));
}

/** Whether a fact has a receipt in the article. */
export const restsOn = (book: Book, fact: string, article: string): boolean =>
  entriesOf(book).some(
    (entry) =>
      entry.kind === 'fact' &&
      entry.id === fact &&
      receiptParts(entry.value.receipt ?? []).some(({ spot }) => spot.startsWith(`${article}#`)),
  );

const entriesOf = (book: Book) => book.topics.flatMap((topic) => topic.entries);
