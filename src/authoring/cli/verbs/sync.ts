/** `sync`: after an article changed, which receipts moved, which say something else now, and which no longer hold. */

import { spliced, spotSplices } from '../../format/edit.ts';
import { schemaFiles } from '../../format/json-schema.ts';
import { type Changed, type Followed, locked } from '../../format/locking.ts';
import type { ArticleText } from '../../format/reading.ts';
import type { OpenPack } from '../open-pack.ts';
import { openPack, problemsToText, put, textsOf, writeLock } from '../open-pack.ts';
import type { Verb } from '../verb.ts';

export const syncVerb: Verb = {
  name: 'sync',
  args: '',
  count: [0, 0],
  says: 'follows receipts whose paragraph moved, and names those that need to be read again',
  options: { accept: { type: 'boolean' }, texts: { type: 'string' } },
  help: [
    '--accept        what changed was read, and the facts still hold',
    '--texts FOLDER  where the articles’ texts lie, if not in the pack: ID.md, ID.txt or ID.html',
  ],
  async run(call) {
    const opened = await openPack(call);
    const texts = await textsOf(opened, call);
    const { followed, changed, problems, lock } = locked(opened.book, texts, {
      accept: call.options.accept === true,
    });
    await rewrite(opened, followed);
    await writeLock(opened.folder, lock);
    for (const [name, text] of schemaFiles(opened.book)) await put(opened.folder, name, text);
    const { out } = call.terminal;
    for (const { entry, spot, now } of followed.filter((one) => one.spot !== one.now))
      out(`moved: ${spot} is ${now} now (${entry.id})\n`);
    out(changed.map((one) => changedToText(one, texts)).join(''));
    out(problemsToText([...opened.problems, ...problems]));
    const left = changed.length + problems.length + opened.problems.length;
    out(
      left === 0 ? `Every receipt stands where it should; ${followed.length} moved.\n` : `${left} to mend.\n`,
    );
    return left === 0 ? 0 : 1;
  },
};

function changedToText({ entry, spot, paragraph }: Changed, texts: readonly ArticleText[]): string {
  const { line } = entry.file.positionOf(entry.path);
  const where = `${entry.file.path}:${line}: ${spot}`;
  const [article] = spot.split('#');
  const now = paragraph && texts.find((text) => text.article === article)?.paragraphs[paragraph - 1];
  if (!now)
    return `gone: ${where}: nothing of that paragraph is left; give “${entry.value.fact}” another receipt, or take it out\n`;
  return `changed: ${where}: does “${entry.value.fact}” still hold? Paragraph ${paragraph} says now:\n  ${now}\n  If it does: npm run pack -- sync --accept\n`;
}

/** What moved is written where it is cited. */
export async function rewrite({ folder, book }: OpenPack, followed: readonly Followed[]): Promise<void> {
  for (const { file } of book.topics) {
    const splices = followed
      .filter(({ entry }) => entry.file === file)
      .flatMap(({ entry, spot, now }) => (spot === now ? [] : spotSplices(entry, spot, now)));
    if (splices.length > 0)
      await put(folder, file.path.slice(folder.length + 1), spliced(file.text, splices));
  }
}
