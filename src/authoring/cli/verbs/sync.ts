/** `sync`: after an article changed, which receipts moved, which say something else now, and which no longer hold. */
import { followedTexts } from '../../format/follow.ts';
import { schemaFiles } from '../../format/json-schema.ts';
import { type Changed, locked } from '../../format/locking.ts';
import type { ArticleText } from '../../format/reading.ts';
import { put } from '../../put-file.ts';
import type { OpenPack } from '../open-pack.ts';
import { openSound, problemsToText, textsOf, writeLock } from '../open-pack.ts';
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
    const opened = await openSound(call);
    const texts = await textsOf(opened, call);
    const synced = locked(opened.book, texts, { accept: call.options.accept === true });
    const { followed, changed, problems, leftOut, lock } = synced;
    for (const [name, text] of followedTexts(opened, followed, leftOut)) await put(opened.folder, name, text);
    await writeLock(opened.folder, lock);
    for (const [name, text] of schemaFiles(opened.book)) await put(opened.folder, name, text);
    const { out } = call.terminal;
    for (const { entry, spot, now } of followed.filter((one) => one.spot !== one.now))
      out(`moved: ${spot} is ${now} now (${entry.id})\n`);
    for (const { article, paragraph, now } of leftOut)
      out(
        now === undefined
          ? `left out: paragraph ${paragraph} of ${article} says something else now: look at it in articles.yaml, then: npm run pack -- sync --accept\n`
          : `moved: paragraph ${paragraph} of ${article}, which is left out, is ${now} now\n`,
      );
    out(changed.map((one) => changedToText(one, texts, opened)).join(''));
    out(problemsToText(problems));
    const lookedAt = call.options.accept === true ? [] : leftOut.filter(({ now }) => now === undefined);
    const left = changed.length + problems.length + lookedAt.length;
    out(
      left === 0
        ? `Every receipt stands where it should; ${followed.length} moved.\n`
        : waiting(left, changed),
    );
    return left === 0 ? 0 : 1;
  },
};

function waiting(left: number, changed: readonly Changed[]): string {
  const articles = [...new Set(changed.map(({ spot }) => spot.split('#')[0]))].join(', ');
  return `${left} to mend.${articles === '' ? '' : ` Until then nothing else in ${articles} is moved.`}\n`;
}

/** What was asked on a fact may be as old as the fact. */
function questionsOn(fact: string, { book }: OpenPack): string {
  const prompts = book.topics
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => {
      if (entry.kind !== 'question') return [];
      const facts = [entry.under, ...(entry.value.facts ?? []), ...(entry.value.also ?? [])];
      return facts.includes(fact) ? [`“${entry.value.question}”`] : [];
    });
  return prompts.length === 0 ? '' : `  Asked on it: ${prompts.join(' ')}\n`;
}

function changedToText(
  { entry, spot, paragraph }: Changed,
  texts: readonly ArticleText[],
  opened: OpenPack,
): string {
  const { line } = entry.file.positionOf(entry.path);
  const where = `${entry.file.path}:${line}: ${spot}`;
  const [article] = spot.split('#');
  const now = paragraph && texts.find((text) => text.article === article)?.paragraphs[paragraph - 1];
  if (!now)
    return `gone: ${where}: nothing of that paragraph is left; give “${entry.value.fact}” another receipt, or take it out; then: npm run pack -- sync\n`;
  return `changed: ${where}: does “${entry.value.fact}” still hold? Paragraph ${paragraph} says now:\n  ${now}\n${questionsOn(entry.id, opened)}  If not, mend it and its questions first; then: npm run pack -- sync --accept\n`;
}
