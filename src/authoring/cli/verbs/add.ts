/** `add FILE…`: an article becomes part of the pack: its text numbered, its particulars found or asked for. */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { numbered } from '../../article/numbered.ts';
import { typedDate } from '../../article/published.ts';
import { type ReadArticle, readArticle } from '../../article/read-article.ts';
import { textOf } from '../../article/stored-text.ts';
import { locked } from '../../format/locking.ts';
import { freeSlug, slugOf } from '../../format/slug.ts';
import { toYaml } from '../../format/to-yaml.ts';
import { keepTextsHere } from '../ignored.ts';
import { type OpenPack, openFolder, openSound, put, textsOf, writeLock } from '../open-pack.ts';
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
  const id = idOption(call, 'id') ?? freeId({ ...article, title }, name, opened);
  const there = book.articles.find((one) => one.id === id);
  if (!there && hasText(folder, id))
    throw new CallError(`articles/${id} is there already, but not in articles.yaml: take another --id`);
  const ours = call.options.ours === true || there?.value.ours === true || (await isOurs(call));
  if (there && GIVEN.some((option) => textOption(call, option) !== undefined))
    call.terminal.say(`articles.yaml keeps what it says of “${id}”: change it there\n`);
  if (!there) await put(folder, 'articles.yaml', await described(opened, id, { article, title, ours }, call));
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
  const given = textOption(call, 'title') ?? title;
  if (given !== undefined) return given;
  const asked = await call.terminal.ask('Its title? ');
  if (asked) return asked;
  const fromName = name
    ?.replace(/\.[^.]+$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  if (!fromName) throw new CallError('it has no title: add --title "…"');
  return fromName.charAt(0).toUpperCase() + fromName.slice(1);
}

/** As the file is called where that is short enough to be typed in each receipt, else the title’s first words. */
function freeId(
  { title, url }: { readonly title: string; readonly url?: string | undefined },
  name: string | undefined,
  { folder, book }: OpenPack,
): string {
  const ofFile = slugOf(name?.replace(/\.[^.]+$/, '') ?? '');
  const same = book.articles.find(
    ({ id, value }) => value.title === title && (id === ofFile || (url !== undefined && value.url === url)),
  );
  if (same) return same.id;
  const short = ofFile.length <= 20 && !TELLS_NOTHING.test(ofFile) ? ofFile : firstWords(slugOf(title));
  return freeSlug(short, (id) => book.articles.some((one) => one.id === id) || hasText(folder, id));
}

/** A text that no line of articles.yaml speaks of is somebody’s work all the same. */
const hasText = (folder: string, id: string): boolean =>
  ['md', 'txt'].some((ending) => existsSync(`${folder}/articles/${id}.${ending}`));

const TELLS_NOTHING = /^(?:index|article|page|download|document|text|untitled|x[0-9a-f]{10})?(?:-?\d+)?$/;

const firstWords = (slug: string): string => slug.split('-').slice(0, 4).join('-');

async function isOurs({ terminal }: Call): Promise<boolean> {
  const answer = await terminal.ask('Is it your own text, which the bot may show? (y/n) ');
  return answer !== undefined && /^y/i.test(answer);
}

interface Added {
  readonly article: ReadArticle;
  readonly title: string;
  readonly ours: boolean;
}

/** The list of articles with one more. */
async function described(
  { folder, book }: OpenPack,
  id: string,
  { article, title, ours }: Added,
  call: Call,
): Promise<string> {
  const language = textOption(call, 'language') ?? article.language;
  const url = textOption(call, 'url') ?? article.url;
  const particulars = {
    title,
    publisher: await publisherOf(article, url, ours ? book.info.value.title : undefined, call),
    author: textOption(call, 'author') ?? article.author,
    published: await publishedOf(article, call),
    language: language === (book.info.value.language ?? 'en') ? undefined : language,
    url: url?.startsWith('https://') ? url : undefined,
    ours: ours ? 'true' : undefined,
  };
  const known = Object.fromEntries(Object.entries(particulars).filter(([, value]) => value !== undefined));
  const before = await readFile(`${folder}/articles.yaml`, 'utf8').catch(
    () => '# yaml-language-server: $schema=.schema/articles.json\n',
  );
  return `${before.trimEnd()}\n\n${toYaml({ [id]: known })}`;
}

/** A date that is typed is one, or is told so. */
async function publishedOf({ published }: ReadArticle, call: Call): Promise<string | undefined> {
  const given = textOption(call, 'published');
  const date = given === undefined ? published : typedDate(given);
  if (given !== undefined && date === undefined)
    throw new CallError(`--published “${given}” is no date: 2018, 2018-05, 2018-05-30 or 30 May 2018`);
  if (date !== undefined) return date;
  const asked = await call.terminal.ask(
    'When was it published? Such as 2018 or 30 May 2018; Enter if nobody knows: ',
  );
  if (!asked) return undefined;
  const typed = typedDate(asked);
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
  if (known !== undefined) return known;
  const asked = await call.terminal.ask('Who published it? ');
  if (asked) return asked;
  if (url !== undefined && URL.canParse(url)) return new URL(url).hostname.replace(/^www\./, '');
  throw new CallError('nothing says who published it: add --publisher "…", or --ours if it is your own text');
}

/** Markdown stays as it is, so that it can be edited; of everything else the paragraphs are kept. */
async function store(folder: string, id: string, { article, ours }: Omit<Added, 'title'>): Promise<void> {
  const [ending, other] = article.format === 'markdown' ? ['md', 'txt'] : ['txt', 'md'];
  const name = `articles/${id}.${ending}`;
  await rm(`${folder}/articles/${id}.${other}`, { force: true });
  await put(folder, name, article.format === 'markdown' ? article.text : textOf(article.paragraphs));
  await keepTextsHere(folder, ours ? [name] : []);
}

function report(id: string, title: string, { paragraphs, notes }: ReadArticle, ours: boolean): string {
  const stays = ours
    ? ''
    : `Its text is not ours: it stays on this machine (.gitignore), and only facts are shown.\n`;
  return `\n${id}: “${title}”, ${paragraphs.length} paragraphs\n${notes.map((note) => `  (${note})\n`).join('')}\n${numbered(paragraphs)}\n\n${stays}Write facts with receipts such as ${id}#${Math.min(2, paragraphs.length)}, or have some proposed: npm run pack -- draft ${id}\n`;
}
