/**
 * `npm run data:release`: adds the ids of new questions to each pack's `released.json`. Nothing is
 * ever taken out there: strangers' databases hold rounds on those ids.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Pack } from '../core/dataset/pack.ts';
import type { Released } from '../core/dataset/schema.ts';
import { loadPacksOrExit } from './data-packs.ts';

const SCHEMA = '../schema/released.schema.json';

for (const pack of await loadPacksOrExit()) {
  const listed = new Set(pack.released.map(({ id }) => id));
  const added = pack.questions.map(({ id }) => ({ id })).filter(({ id }) => !listed.has(id));
  const path = join(folderOf(pack), 'released.json');
  if (added.length > 0) await writeFile(path, fileOf(await schemaOf(path), [...pack.released, ...added]));
  for (const { id } of added) process.stdout.write(`+ ${id}\n`);
  process.stdout.write(`${path}: ${listed.size + added.length} ids, ${added.length} of them new\n`);
}

/** Topics stand in the pack's own `pack.json`, so their file tells where the pack is. */
function folderOf({ info, topics, origin }: Pack): string {
  const [path] = topics.flatMap((topic) => origin.get(topic)?.file ?? []);
  if (path === undefined) throw new Error(`the pack ${info.id} came from no file`);
  return dirname(path);
}

/** What the file names already; a pack elsewhere has its schemas elsewhere. */
async function schemaOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return z.looseObject({ $schema: z.string().default(SCHEMA) }).parse(JSON.parse(text)).$schema;
}

/** An id a line, so that a release reads well as a difference. */
function fileOf(schema: string, released: readonly Released[]): string {
  const lines = released.map(({ id, withdrawn }) =>
    withdrawn === undefined
      ? `    { "id": ${JSON.stringify(id)} }`
      : `    {\n      "id": ${JSON.stringify(id)},\n      "withdrawn": ${JSON.stringify(withdrawn)}\n    }`,
  );
  return `{\n  "$schema": ${JSON.stringify(schema)},\n  "released": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
