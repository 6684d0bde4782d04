/** `install FILE`: a pack that somebody shared, checked before anything of it is written. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatasetError } from '../../../packs/dataset.ts';
import { keepTextsHere } from '../../article-in/ignored.ts';
import { readBook } from '../../format/book.ts';
import { readPackFiles } from '../../format/folder.ts';
import { LOCK_FILE } from '../../format/lock.ts';
import { checkBook } from '../../lint/check-book.ts';
import { put } from '../../put-file.ts';
import { unpacked } from '../archive.ts';
import { CallError, type Verb } from '../verb.ts';
import { verdictToText } from './check.ts';

export const installVerb: Verb = {
  name: 'install',
  args: 'FILE [FOLDER]',
  count: [1, 2],
  says: 'unpacks what somebody shared, once it has passed the check',
  options: { replace: { type: 'boolean' } },
  help: ['FOLDER     where it goes; else packs/ID', '--replace  in place of what is there'],
  async run(call) {
    const [file = '', into] = call.args;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined)
      throw new CallError(`the file ${file} cannot be read: is that its name, seen from this folder?`);
    const files = unpacked(bytes);
    const { book, problems } = readBook({
      folder: file,
      name: file.replace(/^.*[/\\]|\.pack\.zip$/g, ''),
      files: new Map([...files].filter(([path]) => path.endsWith('.yaml') || path === LOCK_FILE)),
    });
    if (book === undefined) throw new DatasetError(problems);
    const ours = new Set(
      book.articles.flatMap(({ id, value }) =>
        value.ours ? [`articles/${id}.md`, `articles/${id}.txt`] : [],
      ),
    );
    const foreign = [...files.keys()].find((path) => path.startsWith('articles/') && !ours.has(path));
    if (foreign !== undefined)
      throw new CallError(
        `it holds ${foreign}, which nobody says is the sender’s own text: nothing was installed`,
      );
    const { verdicts, pack } = checkBook(book, problems, []);
    const errors = verdicts.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
    if (errors.length > 0 || pack === undefined) {
      call.terminal.out(
        `${errors.map(verdictToText).join('')}Nothing was installed: tell whoever shared it.\n`,
      );
      return 1;
    }
    const folder = into ?? join('packs', book.id);
    const there = await readdir(folder).catch(() => []);
    if (there.length > 0 && call.options.replace !== true)
      throw new CallError(`${folder} is there already: add --replace, or name another folder`);
    for (const [path, text] of files) await put(folder, path, text);
    for (const path of (await readPackFiles(folder)).files.keys())
      if (!files.has(path)) await rm(join(folder, path));
    await keepTextsHere(
      folder,
      [...files.keys()].filter((path) => path.startsWith('articles/')),
    );
    call.terminal.out(
      `“${book.info.value.title}” is in ${folder}: ${pack.claims.length} facts, ${pack.questions.length} questions\nPlay it: npm start -- --pack ${folder}\n`,
    );
    return 0;
  },
};
