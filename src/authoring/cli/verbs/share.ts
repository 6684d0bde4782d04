/** `share`: the pack as one file, without the texts that are not ours. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackFiles } from '../../format/folder.ts';
import { LOCK_FILE, lockToText } from '../../format/lock.ts';
import { checkBook } from '../../lint/check-book.ts';
import { packed } from '../archive.ts';
import { openPack, textsOf, writeLock } from '../open-pack.ts';
import { textOption, type Verb } from '../verb.ts';
import { verdictToText } from './check.ts';
import { released } from './release.ts';

export const shareVerb: Verb = {
  name: 'share',
  args: '',
  count: [0, 0],
  says: 'one file to hand on, without the texts that are not ours; remembers the ids of its questions',
  options: { out: { type: 'string' }, texts: { type: 'string' } },
  help: ['--out FILE  else ID.pack.zip in this folder'],
  async run(call) {
    const opened = await openPack(call);
    const { folder, book } = opened;
    const {
      verdicts,
      pack,
      lock: now,
      isUnsettled,
    } = checkBook(book, opened.problems, await textsOf(opened, call));
    const errors = verdicts.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
    if (errors.length > 0 || pack === undefined || isUnsettled) {
      call.terminal.out(
        `${errors.map(verdictToText).join('')}Mend these first: strangers will rely on it.\n`,
      );
      return 1;
    }
    const { lock } = released(now, pack);
    await writeLock(folder, lock);
    const files = new Map([...(await readPackFiles(folder)).files, [LOCK_FILE, lockToText(lock)] as const]);
    for (const name of await readdir(join(folder, 'articles')).catch(() => []))
      if (/\.(?:md|txt)$/.test(name))
        files.set(`articles/${name}`, await readFile(join(folder, 'articles', name), 'utf8'));
    const file = textOption(call, 'out') ?? `${book.id}.pack.zip`;
    await writeFile(file, packed(book, files));
    call.terminal.out(
      `${file}: ${pack.claims.length} facts, ${pack.questions.length} questions\nSomebody else takes it with: npm run pack -- install ${file}\n`,
    );
    return 0;
  },
};
