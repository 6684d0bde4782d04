/** The licences of what a page's bundle is made of: most ask that their text goes along with every copy. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]).optional(),
});
type Manifest = z.infer<typeof Manifest>;

const OURS = new URL('../../LICENSE', import.meta.url);

/** One text for all packages among these files, given as esbuild names its inputs: from the folder that it works in. */
export async function noticesOf(inputs: readonly string[], folder: string): Promise<string> {
  const paths = inputs.map((input) => resolve(folder, input)).flatMap((path) => packageOf(path) ?? []);
  const notices = await Promise.all([...new Set(paths)].toSorted().map(noticeOf));
  return `Receipts\n\n${await readFile(OURS, 'utf8')}\nIts page contains:\n\n${notices.join('\n')}`;
}

/** "/…/node_modules/react" */
const packageOf = (path: string): string | undefined =>
  /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(path)?.[0];

async function noticeOf(path: string): Promise<string> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(path, 'package.json'), 'utf8')));
  const names = (await readdir(path)).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name));
  const texts = await Promise.all(names.toSorted().map((name) => readFile(join(path, name), 'utf8')));
  const said = texts.length > 0 ? texts : [await unsaid(manifest)];
  return [rule, `${manifest.name} ${manifest.version} (${manifest.license})\n`, ...said].join('\n');
}

const rule = '-'.repeat(80);

/** Some packages name MIT without its text, which is the same for everybody but for the first lines. */
async function unsaid({ author = 'its authors', license }: Manifest): Promise<string> {
  if (license !== 'MIT') return `Copyright (c) ${author}\n`;
  const ours = await readFile(OURS, 'utf8');
  return `Copyright (c) ${author}\n\n${ours.slice(ours.indexOf('Permission is hereby'))}`;
}
