/** `check`: everything at once, each finding with its place and what to do; and the lock brought up to date. */
import { problemToText } from '../../../core/dataset/pack.ts';
import { fixed } from '../../format/fix.ts';
import { readPackFiles } from '../../format/folder.ts';
import { schemaFiles } from '../../format/json-schema.ts';
import { LOCK_FILE, lockToText } from '../../format/lock.ts';
import { type Checked, checkBook } from '../../lint/check-book.ts';
import type { Verdict } from '../../lint/lint.ts';
import { put } from '../../put-file.ts';
import { type OpenPack, openPack, textsOf, writeLock } from '../open-pack.ts';
import { type Call, plural, type Verb } from '../verb.ts';

/** From how many records on a check takes long enough for somebody to wonder. */
const LARGE = 800;

export const checkVerb: Verb = {
  name: 'check',
  args: '',
  count: [0, 0],
  says: 'what is wrong with the pack, where, and what to do; locks what is new',
  options: {
    fix: { type: 'boolean' },
    json: { type: 'boolean' },
    locked: { type: 'boolean' },
    texts: { type: 'string' },
  },
  help: [
    '--fix           mends what is mechanical: spaces, quotes, hidden signs, texts that need quoting',
    '--json          the findings for a program: rule, severity, file, position, record, field, expected',
    '--locked        writes nothing, and fails where the lock is not up to date: for CI',
    '--texts FOLDER  where the articles’ texts lie, if not in the pack: ID.md, ID.txt or ID.html',
  ],
  async run(call) {
    if (call.options.fix === true) await fix(call);
    const opened = await openPack(call);
    const texts = await textsOf(opened, call);
    const { out, say } = call.terminal;
    const isLarge = opened.book.topics.reduce((sum, { entries }) => sum + entries.length, 0) > LARGE;
    const checked = checkBook(opened.book, opened.problems, texts, (rule, done, of) => {
      if (isLarge) say(`${done + 1} of ${of}: ${rule}\n`);
    });
    const stale = await settle(opened, checked, call);
    const verdicts = [...checked.verdicts, ...stale];
    if (call.options.json === true) out(`${JSON.stringify(verdicts, null, 2)}\n`);
    else out(verdicts.map(verdictToText).join('') + summary(verdicts, opened, texts.length));
    return verdicts.some(({ severity, waived }) => severity === 'error' && waived === undefined) ? 1 : 0;
  },
};

/** Writes the lock where that only adds to it; where it may not be written, says what it lacks. */
async function settle(
  { folder, book, problems }: OpenPack,
  { lock, isUnsettled }: Checked,
  call: Call,
): Promise<readonly Verdict[]> {
  const text = lockToText(lock);
  const isNew = text !== lockToText(book.lock);
  // While something cannot be read, what is known of it would be forgotten.
  const isWhole = problems.length === 0 && book.incomplete.size === 0;
  if (call.options.locked === true) {
    if (!isNew) return [];
    const expected = 'to be up to date: npm run pack -- check writes it';
    return [
      { rule: 'pack', severity: 'error', file: `${folder}/${LOCK_FILE}`, record: '', field: '', expected },
    ];
  }
  if (isNew && !isUnsettled && isWhole) await writeLock(folder, lock);
  for (const [name, schema] of schemaFiles(book)) await put(folder, name, schema);
  return [];
}

export function verdictToText(verdict: Verdict): string {
  const { severity, rule, waived } = verdict;
  if (waived !== undefined) return '';
  return `${severity.padEnd(7)} ${problemToText(verdict)} (${rule})\n`;
}

function summary(verdicts: readonly Verdict[], { book }: OpenPack, texts: number): string {
  const entries = book.topics.flatMap((topic) => topic.entries);
  const count = (kind: string, draft: boolean) =>
    entries.filter((entry) => entry.kind === kind && (entry.value.draft === true) === draft).length;
  const drafts = count('fact', true) + count('question', true);
  const open = verdicts.filter(({ waived }) => waived === undefined);
  const of = (severity: Verdict['severity']) =>
    open.filter((verdict) => verdict.severity === severity).length;
  const waived = verdicts.length - open.length;
  const found =
    open.length === 0
      ? 'nothing to mend'
      : `${plural(of('error'), 'error')}, ${plural(of('warning'), 'warning')}, ${plural(of('note'), 'note')}`;
  const unread =
    texts < book.articles.length
      ? `; of ${plural(book.articles.length - texts, 'article')} the text is not here`
      : '';
  return `${plural(count('fact', false), 'fact')}, ${plural(count('question', false), 'question')}${drafts > 0 ? `, ${plural(drafts, 'draft')}` : ''}: ${found}${waived > 0 ? `, ${waived} accepted for a reason` : ''}${unread}\n`;
}

async function fix(call: Call): Promise<void> {
  const { folder } = await openPack({ ...call, terminal: { ...call.terminal, say: () => undefined } });
  const { files } = await readPackFiles(folder);
  for (const [name, text] of files) {
    if (!name.endsWith('.yaml')) continue;
    const mended = fixed(`${folder}/${name}`, text);
    if (mended === text) continue;
    await put(folder, name, mended);
    call.terminal.say(`mended: ${folder}/${name}\n`);
  }
}
