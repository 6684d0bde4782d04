/**
 * `take FILE`: reads back what a colleague or an assistant wrote. Nothing of it is trusted: every entry becomes a draft,
 * and is held to the articles and to all rules as if it were none, with each finding at its line of that file.
 */
import { readFile } from 'node:fs/promises';
import { decoded } from '../../article/decode.ts';
import { entriesIn } from '../../drafts/entries-in.ts';
import { quotedWhereNeeded } from '../../format/fix.ts';
import { type ReplyPart, readReply } from '../../format/reply.ts';
import { receiptParts, spotOf } from '../../format/spot.ts';
import type { WrittenEntry } from '../../format/written.ts';
import { checkBook } from '../../lint/check-book.ts';
import { addEntries } from '../add-entries.ts';
import { type OpenPack, openSound, textsOf } from '../open-pack.ts';
import { type Call, CallError, idOption, plural, type Verb } from '../verb.ts';
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
    const opened = await openSound(call);
    const { text: found, lineOffset } = entriesIn(decoded(bytes).text);
    const text = quotedWhereNeeded(file, found);
    const { parts, book, problems } = readReply(opened.book, { file, text, lineOffset });
    const { verdicts } = checkBook(book, [...opened.problems, ...problems], await textsOf(opened, call));
    const about = verdicts.filter((verdict) => verdict.file === file);
    const { out } = call.terminal;
    out(about.map(verdictToText).join(''));
    const known = new Set(
      opened.book.topics.flatMap(({ entries }) => entries.map(({ value }) => wordingOf(value))),
    );
    const fresh = parts.map((part) => ({
      ...part,
      entries: part.entries.filter((entry) => !known.has(wordingOf(entry))),
    }));
    const taken = fresh.filter(({ entries }) => entries.length > 0);
    const twice =
      parts.flatMap(({ entries }) => entries).length - fresh.flatMap(({ entries }) => entries).length;
    if (twice > 0) out(`${twice} of them stand in the pack already\n`);
    for (const part of taken) {
      const now = await openSound({ ...call, terminal: { ...call.terminal, say: () => undefined } });
      const drafts = part.entries.map((entry) => ({ ...entry, draft: 'true' }) as WrittenEntry);
      out(`${plural(drafts.length, 'draft')}: ${await addEntries(now, topicFor(part, now, call), drafts)}\n`);
    }
    if (taken.length === 0) out('Nothing to take: no entry “- fact: …” or “- question: …” can be read.\n');
    else
      out(
        `${about.length === 0 ? 'Nothing was found' : `${about.length} findings above`}. Hold each against its paragraph, then take out its line “draft: true”.\n`,
      );
    return taken.length === 0 || about.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

const wordingOf = (entry: object): string =>
  String('fact' in entry ? entry.fact : 'question' in entry ? entry.question : '');

/** As asked for, as the reply says, or after the article of the first receipt. */
function topicFor({ topic, entries }: ReplyPart, { book }: OpenPack, call: Call) {
  const asked = idOption(call, 'topic');
  if (asked !== undefined) return { id: asked, name: asked };
  if (topic !== undefined) return book.topics.find((one) => one.value.topic === topic) ?? { name: topic };
  const [first] = entries.flatMap((entry) => ('fact' in entry ? receiptParts(someOf(entry.receipt)) : []));
  const id = first ? spotOf(first.spot).article : 'drafts';
  return { id, name: (book.articles.find((article) => article.id === id)?.value.title ?? id).slice(0, 60) };
}

type Receipts = Parameters<typeof receiptParts>[0];

const someOf = (receipt: unknown): Receipts =>
  receipt === undefined ? [] : ((Array.isArray(receipt) ? receipt : [receipt]) as Receipts);
