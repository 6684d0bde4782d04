/** Packs as the bot gets them from the program that reads them. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPacksApart } from '../../src/packs/apart.ts';
import type { LoadedPack } from '../../src/packs/dataset.ts';
import { readPacks } from '../../src/packs/read.ts';
import { SMALL, withLock } from '../authoring/format/small-pack.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';

const disk = packsForEachTest();
const small = withLock(SMALL);

const apart = (root: string, known?: readonly LoadedPack[]) =>
  readPacksApart({ root, environment: process.env, ...(known && { known }) });

const wholeIn = (all: Awaited<ReturnType<typeof apart>>) =>
  all.flatMap((one) => ('pack' in one ? [one] : []));

describe('packs that are read by a program of its own', () => {
  it.each(['data', 'tests/fixtures/packs', 'examples/handbook'])('say the same as %s does', async (root) => {
    const saying = (all: Awaited<ReturnType<typeof apart>>) =>
      wholeIn(all).map(({ pack: { origin: _, ...says }, ...one }) => ({ ...one, ...says }));
    const [here, there] = await Promise.all([readPacks(root), apart(root)]);
    expect(saying(there).length).toBeGreaterThan(0);
    expect(saying(there)).toEqual(saying(here));
  });

  it('are those of before where they say the same, and others where they do not', async () => {
    await disk.put(small);
    await disk.put({ ...small, 'pack.yaml': 'format: 1\ntitle: The island\n' }, 'island');
    const before = wholeIn(await apart(disk.root));
    await disk.put({ 'pack.yaml': '# Ours.\nformat: 1\ntitle: The isle\n' }, 'island');
    const after = wholeIn(await apart(disk.root, before));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[1]?.pack.info.title).toBe('The isle');
  });

  it('that lie nowhere are refused with a sentence', async () => {
    await expect(apart(disk.at('nowhere'))).rejects.toThrow(
      /^the dataset folder \S+nowhere cannot be read: /,
    );
  });

  it('are read without what the bot keeps to itself', async () => {
    const environment = { ...process.env, NODE_OPTIONS: '--not-an-option', DISCORD_TOKEN: 'secret' };
    expect(await readPacksApart({ root: 'data', environment })).toHaveLength(1);
  });

  it('come although all that runs in the terminal is told that it is gone', async () => {
    const told = "process.on('SIGHUP', () => {}); process.kill(0, 'SIGHUP')";
    expect(await asABot(`${told}; console.log((await reading).length)`)).toEqual(['1\n', '']);
  });

  it.each([
    ['ends', 'process.exit(0)'],
    ['is killed', "process.kill(process.pid, 'SIGKILL')"],
  ])('are read no more, without a word, once the bot %s', async (_, ends) => {
    expect(await asABot(ends)).toEqual(['', '']);
  });
});

/** What it prints, and what the operator sees beside that, until nobody is left who could print. */
function asABot(does: string): Promise<readonly [string, string]> {
  const module = pathToFileURL('src/packs/apart.ts').href;
  const program = `
    import { readPacksApart } from '${module}';
    const reading = readPacksApart({ root: 'data', environment: process.env });
    ${does};`;
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval'];
  const bot = spawn(process.execPath, [...flags, program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return Promise.all([text(bot.stdout), text(bot.stderr)]);
}
