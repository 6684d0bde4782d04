/** `add FILE…`: an article becomes part of the pack: its text numbered, its particulars found or asked for. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { numbered } from '../../article/numbered.ts';
import { type ReadArticle, readArticle } from '../../article/read-article.ts';
import {
  hasText,
  idFor,
  keptText,
  publishedFrom,
  publisherFromUrl,
  titleFromName,
  withArticle,
} from '../../article-in/article-in.ts';
import { keepTextsHere } from '../../article-in/ignored.ts';
import { locked } from '../../format/locking.ts';
import { put, remove } from '../../put-file.ts';
import { type OpenPack, openFolder, openSound, textsOf, writeLock } from '../open-pack.ts';
import { type Call, CallError, idOption, textOption, type Verb } from '../verb.ts';

const STDIN = '-';

/** What articles.yaml says of an article, and `add` writes once. */
const GIVEN = ['publisher', 'author', 'published', 'url', 'language'] as const;

export const addVerb: Verb = {
  name: 'add',
  args: 'FILE…',
  count: [1, 100],
  says: 'reads articles (HTML, Markdown, text; - for standard input) and numbers their paragraphs',
  options: {
    ours: { type: 'boolean' },
    id: { type: 'string' },
    title: { type: 'string' },
    publisher: { type: 'string' },
    author: { type: 'string' },
    published: { type: 'string' },
    url: { type: 'string' },
    language: { type: 'string' },
  },
  help: [
    '--ours             it is our own text: receipts may show its paragraphs, and it may be shared',
    '--id ID            its short name in receipts (else after the file or its title); one that is there is replaced',
    '--title, --publisher, --author, --published 2018-05-30, --url, --language en',
    '                   what the file does not say; what nobody knows is left out',
  ],
  async run(call) {
    if (call.args.length > 1 && (textOption(call, 'id') ?? textOption(call, 'title')) !== undefined)
      throw new CallError('--id and --title are for one file at a time');
    for (const file of call.args) await addOne(file, call);
    return 0;
  },
};

async function addOne(file: string, call: Call): Promise<void> {
  const opened = await openSound(call);
  const { folder, book } = opened;
  const name = file === STDIN ? undefined : basename(file);
  const article = await readArticle(await bytesOf(file, call), name);
  const title = await titleOf(article, name, call);
  const id = idOption(call, 'id') ?? idFor({ ...article, title }, name, opened);
  const there = book.articles.find((one) => one.id === id);
  if (!there && hasText(folder, id))
    throw new CallError(`articles/${id} is there already, but not in articles.yaml: take another --id`);
  const ours = call.options.ours === true || there?.value.ours === true || (await isOurs(call));
  if (there && GIVEN.some((option) => textOption(call, option) !== undefined))
    call.terminal.say(`articles.yaml keeps what it says of “${id}”: change it there\n`);
  if (!there) await describe(opened, id, { article, title, ours }, call);
  await store(folder, id, { article, ours });
  call.terminal.out(report(id, title, article, ours));
  const reread = await openFolder(folder, { terminal: { ...call.terminal, say: () => undefined } });
  const { lock, changed, followed, leftOut } = locked(reread.book, await textsOf(reread, call));
  const isMoved = changed.length > 0 || leftOut.length > 0 || followed.some(({ spot, now }) => spot !== now);
  if (isMoved) call.terminal.out('\nIts receipts may stand elsewhere now: npm run pack -- sync\n');
  else await writeLock(folder, lock);
}

async function bytesOf(file: string, { terminal }: Call): Promise<Uint8Array> {
  if (file === STDIN) return terminal.input();
  try {
    return await readFile(file);
  } catch {
    throw new CallError(`the file ${file} cannot be read: is that its name, seen from this folder?`);
  }
}

async function titleOf({ title }: ReadArticle, name: string | undefined, call: Call): Promise<string> {
  const known = textOption(call, 'title') ?? title;
  const found = known ?? ((await call.terminal.ask('Its title? ')) || titleFromName(name));
  if (!found) throw new CallError('it has no title: add --title "…"');
  return found;
}

async function isOurs({ terminal }: Call): Promise<boolean> {
  const answer = await terminal.ask('Is it your own text, which the bot may show? (y/n) ');
  return answer !== undefined && /^y/i.test(answer);
}

interface Added {
  readonly article: ReadArticle;
  readonly title: string;
  readonly ours: boolean;
}

async function describe(
  { folder, book }: OpenPack,
  id: string,
  { article, title, ours }: Added,
  call: Call,
): Promise<void> {
  const url = textOption(call, 'url') ?? article.url;
  const particulars = {
    ...{ title, url, ours },
    publisher: await publisherOf(article, url, ours ? book.info.value.title : undefined, call),
    author: textOption(call, 'author') ?? article.author,
    published: await publishedOf(article, call),
    language: textOption(call, 'language') ?? article.language,
  };
  const before = await readFile(`${folder}/articles.yaml`, 'utf8').catch(() => undefined);
  await put(folder, 'articles.yaml', withArticle(before, id, particulars, book.info.value.language ?? 'en'));
}

/** A date that is typed is one, or is told so. */
async function publishedOf({ published }: ReadArticle, call: Call): Promise<string | undefined> {
  const given = textOption(call, 'published');
  const date = given === undefined ? published : publishedFrom(given);
  if (given !== undefined && date === undefined)
    throw new CallError(`--published “${given}” is no date: 2018, 2018-05, 2018-05-30 or 30 May 2018`);
  if (date !== undefined) return date;
  const asked = await call.terminal.ask(
    'When was it published? Such as 2018 or 30 May 2018; Enter if nobody knows: ',
  );
  if (!asked) return undefined;
  const typed = publishedFrom(asked);
  if (typed === undefined)
    call.terminal.say(`“${asked}” is no date, so none is noted; articles.yaml can take it later\n`);
  return typed;
}

async function publisherOf(
  { publisher }: ReadArticle,
  url: string | undefined,
  own: string | undefined,
  call: Call,
): Promise<string> {
  const known = textOption(call, 'publisher') ?? publisher ?? own;
  const found = known ?? ((await call.terminal.ask('Who published it? ')) || publisherFromUrl(url));
  if (!found)
    throw new CallError(
      'nothing says who published it: add --publisher "…", or --ours if it is your own text',
    );
  return found;
}

async function store(folder: string, id: string, { article, ours }: Omit<Added, 'title'>): Promise<void> {
  const { name, text, instead } = keptText(id, article);
  await put(folder, name, text);
  await remove(folder, instead);
  await keepTextsHere(folder, ours ? [name] : []);
}

function report(id: string, title: string, { paragraphs, notes }: ReadArticle, ours: boolean): string {
  const stays = ours
    ? ''
    : `Its text is not ours: it stays on this machine (.gitignore), and only facts are shown.\n`;
  return `\n${id}: “${title}”, ${paragraphs.length} paragraphs\n${notes.map((note) => `  (${note})\n`).join('')}\n${numbered(paragraphs)}\n\n${stays}Write facts with receipts such as ${id}#${Math.min(2, paragraphs.length)}, or have some proposed: npm run pack -- draft ${id}\n`;
}
