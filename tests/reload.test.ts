/** Packs that change under the running program: what an operator does, and what people who play meet. */
import { readFile, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { changed, SMALL, withLock } from './authoring/format/small-pack.ts';
import { packsForEachTest } from './fakes/packs-on-disk.ts';
import { type Program, programsForEachTest, ready } from './program.ts';

const programs = programsForEachTest();
const disk = packsForEachTest();
const { put, at } = disk;

const harbour = withLock(SMALL);
const island = { ...harbour, 'pack.yaml': 'format: 1\ntitle: The island\n' };
const NO_YAML = { 'topics/boats.yaml': 'topic: [\n' };

const start = (...args: string[]) => programs.run({ DATA_PATH: disk.root }, ...args);

const healthz = async (address: string) => (await fetch(`${address}/healthz`)).json();

/** Asks the program to read its packs again, and waits until it has, so many times altogether. */
async function reload({ child, printed }: Program, times = 1): Promise<void> {
  child.kill('SIGHUP');
  await printed(new RegExp(`(?:"event":"packs-(?:not-)?reloaded"[\\s\\S]*){${times}}`));
}

/** What Ada sees of the only message on the page. */
async function message(address: string) {
  const response = await fetch(`${address}/api/events?player=ada`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? '\n\n';
  await reader?.cancel();
  const data = text.split('\n').find((line) => line.startsWith('data: ')) ?? '';
  const [shown] = JSON.parse(data.slice('data: '.length)).messages;
  return shown as { id: string; text: string; closes?: string } | undefined;
}

const post = (address: string, path: string, body: object) =>
  fetch(`${address}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ player: 'ada', ...body }),
  });

describe('SIGHUP', () => {
  it('reads the packs again: what is broken stays as it was, loudly, and an open round goes on by what it showed', async () => {
    await put(harbour);
    await put(island, 'island');
    const program = start();
    const address = await program.printed(ready);
    const before = await healthz(address);
    expect(before).toMatchObject({ status: 'ok', packs: [{ id: 'harbour' }, { id: 'island' }], leftOut: [] });
    await post(address, 'command', { text: '/quiz seconds: 300' });
    await expect.poll(async () => (await message(address))?.text).toContain('Closes ');
    const open = await message(address);

    await put({ ...NO_YAML, 'topics/oars.yaml': NO_YAML['topics/boats.yaml'] });
    await reload(program);
    const after = await healthz(address);
    expect(after).toEqual({ ...before, packs: [{ ...before.packs[0], kept: true }, before.packs[1]] });
    expect(
      await program.printed(/(The pack “The harbour” in \S+ goes on as it was read before: .*)/),
    ).toContain('things are wrong with it');

    await post(address, 'press', { message: open?.id, token: open?.closes });
    await expect.poll(async () => (await message(address))?.text).toContain('Receipt: ');
    expect((await message(address))?.text).not.toContain('withdrawn');
  });

  it('lets a pack appear, change and go, and the page tell of what there is', async () => {
    await put(harbour);
    const program = start();
    const address = await program.printed(ready);
    const about = async () => (await fetch(address)).text();
    await put(
      { ...island, 'pack.yaml': 'format: 1\ntitle: The island\nabout: It knows an island.\n' },
      'island',
    );
    await reload(program);
    expect(await healthz(address)).toMatchObject({ packs: [{ id: 'harbour' }, { id: 'island' }] });
    expect(await about()).toContain('It knows an island.');
    await rm(at('harbour'), { recursive: true });
    await reload(program, 2);
    expect(await healthz(address)).toMatchObject({ packs: [{ id: 'island' }] });
    await rm(at('island'), { recursive: true });
    await reload(program, 3);
    expect(await healthz(address)).toMatchObject({ packs: [{ id: 'island' }] });
    expect(await about()).toContain('It knows an island.');
  });

  it('does not end a program that is still starting, and is done once it has', async () => {
    await put(harbour);
    const preload = `process.once('newListener', () => setImmediate(() => process.kill(process.pid, 'SIGHUP')))`;
    const program = programs.run({
      DATA_PATH: disk.root,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
    });
    await program.printed(/("event":"packs-reloaded")/);
    expect(await healthz(await program.printed(ready))).toMatchObject({ packs: [{ id: 'harbour' }] });
    program.child.kill('SIGTERM');
    expect((await program.exited).code).toBe(0);
  });
});

describe('a start with a broken pack', () => {
  it('goes without it, says so in plain words and in the log, and counts as broken for --check', async () => {
    await put({ ...harbour, ...NO_YAML });
    await put(island, 'island');
    const program = start();
    const address = await program.printed(ready);
    expect(await healthz(address)).toMatchObject({ packs: [{ id: 'island' }], leftOut: ['harbour'] });
    program.child.kill('SIGTERM');
    const { output } = await program.exited;
    expect(output).toMatch(/The pack “The harbour” in \S+\/harbour is left out: .* wrong with it\./);
    expect(output).toMatch(/ {2}\S+\/harbour\/topics\/boats\.yaml:\d+:\d+: /);
    expect(output).toMatch(/npm run pack -- check --pack \S+\/harbour\n/);
    expect(output).toMatch(/"event":"pack-left-out"/);
    const check = await start('--check').exited;
    expect(check.code).toBe(1);
    expect(check.output).toContain('would start without what is named above');
  });

  it('does not play the pack that the line names where that one is broken', async () => {
    await put(changed('articles.yaml', 'publisher: The Gazette', 'publsher: The Gazette'));
    const { code, output } = await start('--pack', at('harbour')).exited;
    expect(code).toBe(1);
    expect(output).toMatch(/articles\.yaml:\d+:\d+/);
  });
});

describe('the authoring program', () => {
  it('works on a pack whose neighbour is broken, once it is told which', async () => {
    await put({ ...harbour, ...NO_YAML });
    await put(island, 'island');
    const check = (...args: string[]) =>
      programs.start(
        { DATA_PATH: disk.root },
        process.execPath,
        ...['--disable-warning=ExperimentalWarning', 'src/authoring/cli/pack.ts', ...args],
      ).exited;
    expect((await check('stats')).output).toContain('there are several packs: add --pack with one of');
    expect((await check('stats', '--pack', at('island'))).code).toBe(0);
    expect((await check('check', '--pack', at('harbour'))).output).toMatch(/topics\/boats\.yaml:\d+:\d+/);
    expect(await readFile(at('harbour/topics/boats.yaml'), 'utf8')).toBe(NO_YAML['topics/boats.yaml']);
  });
});
