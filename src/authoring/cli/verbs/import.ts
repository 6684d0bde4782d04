/** `import FILE`: questions from other quizzes become drafts that wait for their receipts. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decoded } from '../../article/decode.ts';
import { importQuestions } from '../../import/import-questions.ts';
import { addEntries } from '../add-entries.ts';
import { openSound } from '../open-pack.ts';
import { CallError, plural, type Verb } from '../verb.ts';

export const importVerb: Verb = {
  name: 'import',
  args: 'FILE',
  count: [1, 1],
  says: 'takes questions from Moodle (GIFT), Kahoot (CSV), OpenTDB, Red or Anki, as drafts',
  help: [
    'What comes in has no receipt yet: write the fact above each question, then take out “draft: true”.',
  ],
  async run(call) {
    const [file = ''] = call.args;
    const bytes = file === '-' ? await call.terminal.input() : await readFile(file).catch(() => undefined);
    if (bytes === undefined)
      throw new CallError(`the file ${file} cannot be read: is that its name, seen from this folder?`);
    await openSound(call);
    const { format, topics, problems } = importQuestions(
      decoded(bytes).text,
      file === '-' ? undefined : basename(file),
    );
    const { out, say } = call.terminal;
    for (const { line, says } of problems) say(`${file}${line === undefined ? '' : `:${line}`}: ${says}\n`);
    for (const { name, entries } of topics) {
      const opened = await openSound({ ...call, terminal: { ...call.terminal, say: () => undefined } });
      out(`${plural(entries.length, 'draft')} (${format}): ${await addEntries(opened, { name }, entries)}\n`);
    }
    return topics.length > 0 ? 0 : 1;
  },
};
