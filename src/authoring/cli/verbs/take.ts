/**
 * `take FILE`: reads back what a colleague or an assistant wrote. Nothing of it is trusted: every entry becomes a draft,
 * and is held to the articles and to all rules as if it were none, with each finding at its line of that file.
 */
import { readFile } from 'node:fs/promises';
import { decoded } from '../../article/decode.ts';
import { entriesIn } from '../../drafts/entries-in.ts';
import { readReply } from '../../format/reply.ts';
import { receiptParts, spotOf } from '../../format/spot.ts';
import { addEntries } from '../add-entries.ts';
import { checkBook } from '../check-book.ts';
import { openPack, problemsToText, textsOf } from '../open-pack.ts';
import { CallError, textOption, type Verb } from '../verb.ts';
import { verdictToText } from './check.ts';

export const takeVerb: Verb = {
  name: 'take',
  args: 'FILE',
  count: [1, 1],
  says: 'reads back what was written by a brief, as drafts, with what is wrong at each line',
  options: { topic: { type: 'string' }, texts: { type: 'string' } },
  help: [
    '--topic ID  the topic file they go to (else one named after the article)',
    'FILE may be - for standard input',
  ],
  async run(call) {
    const [file = ''] = call.args;
    const bytes = file === '-' ? await call.terminal.input() : await readFile(file).catch(() => undefined);
    if (bytes === undefined)
      throw new CallError(`the file ${file} cannot be read: is that its name, seen from this folder?`);
    const opened = await openPack(call);
    const { text, lineOffset } = entriesIn(decoded(bytes).text);
    const { entries, book, problems } = readReply(opened.book, { file, text, lineOffset });
    const texts = await textsOf(opened, call);
    const { verdicts } = checkBook(book, [...opened.problems, ...problems], texts);
    const { out } = call.terminal;
    const about = verdicts.filter((verdict) => verdict.file === file);
    out(about.map(verdictToText).join(''));
    if (entries.length === 0) {
      out(
        `Nothing to take: no entry “- fact: …” or “- question: …” can be read.\n${problemsToText(about.length === 0 ? problems : [])}`,
      );
      return 1;
    }
    const [first] = entries.flatMap((entry) => ('fact' in entry ? receiptParts(someOf(entry.receipt)) : []));
    const id = textOption(call, 'topic') ?? (first ? spotOf(first.spot).article : 'drafts');
    const name = opened.book.articles.find((article) => article.id === id)?.value.title ?? id;
    const place = await addEntries(
      opened,
      { id, name: name.slice(0, 60) },
      entries.map((entry) => ({ ...entry, draft: 'true' })),
    );
    out(
      `${entries.length} drafts: ${place}; ${about.length === 0 ? 'nothing was found' : `${about.length} findings above`}\n`,
    );
    out('Hold each against its paragraph, then take out its line “draft: true”.\n');
    return about.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

type Receipts = Parameters<typeof receiptParts>[0];

const someOf = (receipt: unknown): Receipts =>
  receipt === undefined ? [] : ((Array.isArray(receipt) ? receipt : [receipt]) as Receipts);
