/** `brief`: one text with paragraphs, rules and shape, to hand to a colleague or to any writing assistant. */
import { briefFor } from '../../drafts/brief.ts';
import type { Book } from '../../format/book.ts';
import { receiptParts, spotOf } from '../../format/spot.ts';
import { isUnwritten } from '../../format/unwritten.ts';
import { openPack, textsOf } from '../open-pack.ts';
import { CallError, type Verb } from '../verb.ts';

export const briefVerb: Verb = {
  name: 'brief',
  args: 'ARTICLE',
  count: [1, 1],
  says: 'prints what somebody else needs to write facts and questions for you (then: take)',
  options: { texts: { type: 'string' } },
  help: [
    'Paste it to a colleague or an assistant, save the answer to a file, then: npm run pack -- take FILE',
  ],
  async run(call) {
    const [id = ''] = call.args;
    const opened = await openPack(call);
    const { book } = opened;
    const article = book.articles.find((one) => one.id === id);
    if (!article)
      throw new CallError(
        `there is no article “${id}”; there are ${book.articles.map((one) => one.id).join(', ')}`,
      );
    const text = (await textsOf(opened, call)).find((one) => one.article === id);
    if (!text) throw new CallError(`the text of “${id}” is not here: npm run pack -- add FILE --id ${id}`);
    call.terminal.out(
      briefFor({
        article: {
          ...{ id, title: article.value.title, publisher: article.value.publisher },
          ...{ paragraphs: text.paragraphs, ours: article.value.ours === true },
        },
        topics: book.topics.map((topic) => topic.value.topic),
        names: book.entities.map(({ value }) => value.name),
        facts: toldFrom(id, book),
        language: book.info.value.language ?? 'en',
      }),
    );
    return 0;
  },
};

/** Without the proposals that nobody has written yet. */
const toldFrom = (article: string, { topics }: Book): readonly string[] =>
  topics
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'fact' ? entry.value : []))
    .filter(({ receipt }) => receiptParts(receipt ?? []).some(({ spot }) => spotOf(spot).article === article))
    .map(({ fact }) => fact)
    .filter((fact) => !isUnwritten(fact));
