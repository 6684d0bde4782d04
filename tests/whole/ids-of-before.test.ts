/** The whole bot on a database of before ids were scoped by their pack, while a second pack with the same ids comes. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { writeDatabaseOfBefore } from '../fakes/database-of-before.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';
import { here } from '../fakes/world.ts';
import { startOnPage } from './start-on-page.ts';

const disk = packsForEachTest();

it('knows what was seen as the first pack’s, from the start on', async () => {
  const database = disk.at('receipts.sqlite');
  await writeDatabaseOfBefore(await sqliteDialect(database));
  await cp('tests/fixtures/packs/lighthouse', disk.at('packs', 'lighthouse'), { recursive: true });
  const app = await startOnPage(2, { DATABASE_PATH: database, DATA_PATH: disk.at('packs') });
  await cp('tests/fixtures/packs/lighthouse', disk.at('packs', 'twin'), { recursive: true });
  const about = disk.at('packs', 'twin', 'pack.yaml');
  await writeFile(about, (await readFile(about, 'utf8')).replace(/^id:.*\n/m, ''));
  await app.packs.reload();
  const { library, store } = app.services;
  expect(library.packs.map(({ info }) => info.id)).toEqual(['lighthouse', 'twin']);
  const { items } = await store.shownIn(here, 'question');
  expect([...items].map((id) => library.question(id)?.id)).toEqual(
    ['key', 'offer', 'price', 'stone'].map((name) => `lighthouse/q-varn-${name}`),
  );
  await app.stop();
});
