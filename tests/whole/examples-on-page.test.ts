/** What the page proposes before anybody has typed: of what is on in its channel, as it is when the page is opened. */
import { cp } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { CHANNEL } from '../../src/adapters/web/people.ts';
import type { App } from '../../src/app.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';
import { startOnPage } from './start-on-page.ts';

const disk = packsForEachTest();
let app: App;
afterEach(() => app.stop());

async function attributes() {
  const page = await (await fetch(app.address)).text();
  return ['about', 'example', 'pack'].map((name) => new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1]);
}

it('are of the packs and topics that are on', async () => {
  for (const folder of ['examples/handbook', 'tests/fixtures/packs/lighthouse'])
    await cp(folder, disk.at(folder.split('/').at(-1) ?? ''), { recursive: true });
  app = await startOnPage(1, { DATA_PATH: disk.root });
  const { store, library, search } = app.services;
  const lighthouse = library.packs.find(({ info }) => info.id === 'lighthouse');
  const [about, example, pack] = await attributes();
  expect(about).toContain('Halloway Weather');
  expect(pack).not.toBe('');
  await store.choosePacks(CHANNEL, ['lighthouse']);
  const [aboutOne, exampleOfOne, noPack] = await attributes();
  expect(aboutOne).toBe(lighthouse?.info.about);
  expect(noPack).toBe('');
  const isOf = (id: string) => search.named(exampleOfOne ?? '').some((one) => one.id.includes(`${id}/`));
  expect([isOf('handbook'), isOf('lighthouse')]).toEqual([false, true]);
  await store.choosePacks(CHANNEL, undefined);
  expect(await attributes()).toEqual([about, example, pack]);
});
