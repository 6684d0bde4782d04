/** Packs that are read again while the bot runs, and what an operator reads of it. */
import { rename, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openPacks } from '../../src/packs/packs.ts';
import { readPacks } from '../../src/packs/read.ts';
import { changed, SMALL, withLock } from '../authoring/format/small-pack.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';

const disk = packsForEachTest();
const { put, at } = disk;

const small = withLock(SMALL);
const island = { ...small, 'pack.yaml': 'format: 1\ntitle: The island\n' };
const broken = { 'topics/oars.yaml': 'topic: Oars\nentries: [{ fact: No receipt. }, { fact: Nor here. }]\n' };
const other = changed('topics/oars.yaml', 'room for twelve', 'room for eleven');

async function open() {
  const logger = createRecordingLogger();
  const said: string[] = [];
  const packs = await openPacks({ read: () => readPacks(disk.root), logger, say: (text) => said.push(text) });
  const ids = () => packs.report().packs.map(({ id }) => id);
  const prompts = () => [...packs.knowledge.library.questions.values()].map(({ prompt }) => prompt);
  const events = () => logger.lines.map(({ event }) => event);
  return { packs, said, ids, prompts, events, logger };
}

describe('packs that are read again', () => {
  it('say what they say now, those that are new too; those that are gone are gone', async () => {
    await put(small);
    await put(island, 'island');
    const { packs, ids, prompts, events, logger } = await open();
    await put({ 'topics/oars.yaml': other['topics/oars.yaml'] ?? '' });
    await rm(at('island'), { recursive: true });
    await put({ ...island, 'pack.yaml': 'format: 1\ntitle: The lake\n' }, 'lake');
    const before = packs.report();
    await packs.reload();
    expect(ids()).toEqual(['harbour', 'lake']);
    expect(prompts()).toContain('The boat has room for eleven.');
    expect(packs.knowledge.search.find('boat').length).toBeGreaterThan(0);
    expect(packs.report().version).not.toBe(before.version);
    expect(events()).toEqual(['packs-reloaded']);
    const { version: dataset, ...rest } = packs.report();
    expect(logger.lines[0]?.fields).toEqual({ dataset, ...rest });
  });

  it('that are broken now stay as they were, loudly, until they are whole', async () => {
    await put(small);
    await put(island, 'island');
    const { packs, said, prompts, events } = await open();
    const before = packs.report();
    await put(broken);
    await packs.reload();
    const [first, second] = before.packs;
    expect(packs.report()).toEqual({ ...before, packs: [{ ...first, kept: true }, second] });
    expect(prompts()).toContain('The boat has room for twelve.');
    expect(events()).toEqual(['pack-kept', 'packs-reloaded']);
    expect(said.join('')).toMatch(/^The pack “The harbour” in \S+ goes on as it was read before: /);
    await put({ 'topics/oars.yaml': other['topics/oars.yaml'] ?? '' });
    await packs.reload();
    expect(prompts()).toContain('The boat has room for eleven.');
    expect(packs.report().packs).toHaveLength(2);
    expect(JSON.stringify(packs.report())).not.toContain('kept');
    expect(said).toHaveLength(1);
  });

  it('stay as they are, all of them, where their folder is empty or away', async () => {
    await put(small);
    const { packs, said, prompts, events } = await open();
    const before = packs.report();
    await rename(at('harbour'), at('.harbour'));
    await packs.reload();
    await rename(disk.root, `${disk.root}-away`);
    await packs.reload();
    await rename(`${disk.root}-away`, disk.root);
    expect(packs.report()).toEqual(before);
    expect(prompts()).not.toEqual([]);
    expect(events()).toEqual(['packs-not-reloaded', 'packs-not-reloaded']);
    for (const text of said)
      expect(text).toMatch(/^The packs could not be read again, and stay as they were: /);
  });

  it('are the very same where nothing changed, so that nothing has to be found out again', async () => {
    await put(small);
    const { packs } = await open();
    const { library, search } = packs.knowledge;
    await packs.reload();
    expect(packs.knowledge.library).toBe(library);
    expect(packs.knowledge.search).toBe(search);
  });

  it('twice at once are read one time after the other, and end as they lie there', async () => {
    await put(small);
    const { packs, prompts, events } = await open();
    const first = packs.reload();
    await put({ 'topics/oars.yaml': other['topics/oars.yaml'] ?? '' });
    await Promise.all([first, packs.reload()]);
    expect(events()).toEqual(['packs-reloaded', 'packs-reloaded']);
    expect(prompts()).toContain('The boat has room for eleven.');
  });

  it('asked for again and again while they are read, are read once more', async () => {
    await put(small);
    const { packs, prompts, events } = await open();
    const first = packs.reload();
    await Promise.resolve();
    const more = Array.from({ length: 20 }, () => packs.reload());
    await put({ 'topics/oars.yaml': other['topics/oars.yaml'] ?? '' });
    await Promise.all([first, ...more]);
    expect(events()).toEqual(['packs-reloaded', 'packs-reloaded']);
    expect(prompts()).toContain('The boat has room for eleven.');
  });

  it('of which one takes the id of another stay as they were', async () => {
    await put(small);
    await put(island, 'island');
    const { packs, ids, said, events } = await open();
    await put({ 'pack.yaml': `${island['pack.yaml']}id: harbour\n` }, 'island');
    await packs.reload();
    expect(ids()).toEqual(['harbour', 'island']);
    expect(packs.report()).toMatchObject({ packs: [{}, { kept: true }], leftOut: [] });
    expect(events()).toEqual(['pack-kept', 'packs-reloaded']);
    expect(said.join('')).toContain('has it too');
  });

  it('come back where they were left out at the start', async () => {
    await put({ ...small, ...broken });
    await put(island, 'island');
    const { packs, ids } = await open();
    expect(packs.report()).toMatchObject({ packs: [{ id: 'island' }], leftOut: ['harbour'] });
    await put(small);
    await packs.reload();
    expect(ids()).toEqual(['harbour', 'island']);
    expect(packs.report().leftOut).toEqual([]);
  });
});

describe('a pack that is left out', () => {
  it('is told of in plain words: which one, how much is wrong, the first of it, and how to see the rest', async () => {
    await put({
      ...small,
      ...broken,
      'articles.yaml': 'gazette:\n  titel: A boat\nalmanac:\n  titel: Order\n',
    });
    await put(island, 'island');
    const { said, logger } = await open();
    const [text = ''] = said;
    const lines = text.replaceAll(disk.root, 'PACKS').split('\n');
    expect(lines[0]).toMatch(
      /^The pack “The harbour” in PACKS\/harbour is left out: \d+ things are wrong with it\.$/,
    );
    for (const line of lines.slice(1, 4)) expect(line).toMatch(/^ {2}PACKS\/harbour\/\S+\.yaml:\d+:\d+: /);
    expect(lines.slice(4)).toEqual([
      expect.stringMatching(/^ {2}and \d+ more$/),
      '  To see it all: npm run pack -- check --pack PACKS/harbour',
      '',
    ]);
    expect(logger.lines).toMatchObject([
      { level: 'warn', event: 'pack-left-out', fields: { name: 'The harbour', folder: at('harbour') } },
    ]);
  });
});
