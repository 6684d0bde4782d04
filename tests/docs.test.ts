/** What the documents say is true: paths exist, commands run, codes and numbers are those of the program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/registry.ts';
import { loadPacks } from '../src/packs/read.ts';

const documents = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'README.md',
  'PRIVACY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const read = (file: string) => readFileSync(file, 'utf8');

describe.each(documents)('%s', (file) => {
  it('links only to what exists', () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  it('links only to headings that there are', () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const missing = links.filter(([, path = '', anchor = '']) => {
      const target = path === '' ? file : join(dirname(file), path);
      return target.endsWith('.md') && !anchorsOf(read(target)).includes(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const paths = [
      ...read(file).matchAll(/`((?:src|tests|commands|data|deploy|docs|bench)\/[\w./-]*)`/g),
    ].map((match) => match[1] ?? '');
    expect(paths.filter((path) => !existsSync(path) && path !== 'data/<pack>/')).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = [...read(file).matchAll(/npm (?:run (?:-s )?)([\w:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('the README', () => {
  it('lists every command', () => {
    for (const { name } of commands) expect(read('README.md')).toContain(`\`/${name}`);
  });

  it('counts the dataset right', async () => {
    const packs = await loadPacks('data');
    const count = (kind: 'claims' | 'disagreements' | 'questions') =>
      packs.reduce((sum, pack) => sum + pack[kind].length, 0);
    expect(read('README.md')).toContain(
      `${count('claims')} claims from five articles, ${count('disagreements')} disagreements, ${count('questions')} questions`,
    );
  });
});

describe('the page on the log', () => {
  it('explains every fault code, and only those that exist', () => {
    const codes = [
      ...(/FaultCode = (.*);/.exec(read('src/core/errors.ts'))?.[1] ?? '').matchAll(/'([A-Z]+)'/g),
    ].map((match) => match[1]);
    const explained = [...read('docs/log-events.md').matchAll(/^\| `([A-Z]+)` +\|/gm)].map(
      (match) => match[1],
    );
    expect(explained.toSorted()).toEqual(codes.toSorted());
  });

  it('explains every log event, and only those that the program writes', () => {
    const events = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('/client/'))
      .flatMap((name) => eventsIn(read(join('src', name))));
    const explained = [...read('docs/log-events.md').matchAll(/^\| ((?:`[a-z-]+`(?:, )?)+) +\|/gm)]
      .flatMap((match) => [...(match[1] ?? '').matchAll(/`([a-z-]+)`/g)])
      .map((match) => match[1] ?? '');
    expect(explained.toSorted()).toEqual([...new Set(events)].toSorted());
  });
});

describe('what the program says', () => {
  it('sends people only to pages and words that there are', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => read(join('src', name)));
    const pages = sources.flatMap((text) => text.match(/docs\/[\w-]+\.md/g) ?? []);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((page) => !existsSync(page))).toEqual([]);
    const words = sources.flatMap((text) => [
      ...[...text.matchAll(/“([^”]+)” in (docs\/[\w-]+\.md)/g)].map(([, said = '', page = '']) => ({
        said,
        page,
      })),
      ...[...text.matchAll(/(docs\/[\w-]+\.md), “([^”]+)”/g)].map(([, page = '', said = '']) => ({
        said,
        page,
      })),
    ]);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ said, page }) => !read(page).includes(said))).toEqual([]);
  });
});

/** As GitHub and others make them of headings. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What is logged, and what is handed on to be logged: that bears the name of who logs it. */
function eventsIn(source: string): readonly string[] {
  const calls = [...source.matchAll(/\blogger(?:\??\.\w+|\[[^\]]*\])\(\s*([^,)]*)/g)].map(
    ([, first = '']) => first,
  );
  const names = [...calls.join(' ').matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)];
  const handed = [...source.matchAll(/'((?:discord|slack|web|queue)-[a-z-]+)'/g)];
  return [...names, ...handed].map(([, event = '']) => event);
}
