/**
 * Packs of years, as people write them: how long the program takes until it is ready, what it holds in memory, and how
 * long whoever comes first waits, since much is found out at its first use only. Each size is started cold (no compile
 * cache), and twice warm; the last start is used, by the page.
 */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShownMessage } from '../src/adapters/web/wire.ts';
import { type Listener, listen } from '../tests/adapters/web/listener.ts';
import { send } from '../tests/adapters/web/send.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { type Child, startChild } from './child.ts';
import { type LargePack, largePack } from './large-pack.ts';
import { atMost, figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';
import { writeLargePack } from './written-pack.ts';

const SIZES = [300, 1_000, 3_000, 10_000];

/** For the largest. */
const MOST = { seconds: 3, rss: 350, heldMs: 200 };

export const measureLargePacks = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const rows: Row[] = [];
    for (const size of SIZES) rows.push(...(await measureSize(folder, size)));
    return rows;
  });

async function measureSize(folder: string, size: number): Promise<readonly Row[]> {
  const large = largePack(size, size / 2, createSeededRandom(7).next);
  const pack = join(folder, String(size));
  await writeLargePack(pack, large);
  const start = async (cache: string, args: readonly string[] = []) => {
    const env = { PORT: '0', DATABASE_PATH: join(folder, `${size}.sqlite`), DATA_PATH: pack, TMPDIR: cache };
    return startChild({ args: [...args, 'src/main.ts'], env });
  };
  const cold = await start(await mkdtemp(join(folder, 'cold-')));
  await cold.stop();
  const cache = await mkdtemp(join(folder, 'warm-'));
  await (await start(cache)).stop();
  const warm = await start(cache, ['--import', './bench/programs/holds.mjs']);
  const ready = { ms: warm.readyMs, cpu: warm.cpuUs() / 1e6, rss: warm.rssMiB() };
  const uses = await firstUses(warm, large);
  const rss = warm.rssMiB();
  await warm.stop();
  const of = `${size.toLocaleString('en-US')} claims`;
  const isLargest = size === SIZES.at(-1);
  const row = (what: string, value: number, most: number, unit: string) =>
    isLargest
      ? atMost(`${of}: ${what}`, { value, most, unit, target: 'the goal' })
      : told(`${of}: ${what}`, `${figure(value)} ${unit}`);
  return [
    row('ready, cold', cold.readyMs / 1000, MOST.seconds, 's'),
    row('ready, compile cache warm', ready.ms / 1000, MOST.seconds, 's'),
    told(`${of}: CPU until then`, `${figure(ready.cpu)} s`),
    row('RSS when ready', ready.rss, MOST.rss, 'MiB'),
    ...uses.map(({ what, ms, held }) => ({
      ...row(`${what}, the loop held`, held, MOST.heldMs, 'ms'),
      ...(isLargest ? {} : { against: `shown after ${figure(ms)} ms` }),
    })),
    row('RSS after these', rss, MOST.rss, 'MiB'),
  ];
}

interface Use {
  readonly what: string;
  /** Until it is shown. */
  readonly ms: number;
  readonly held: number;
}

/** What people do first, one after the other: each finds out what it needs of the pack. */
async function firstUses(child: Child, { pack }: LargePack): Promise<readonly Use[]> {
  const address = await child.printed(/open (http:\S+) in/);
  const page = await listen(address, 'ada');
  const uses: Use[] = [];
  const use = async (what: string, act: () => Promise<unknown>, isShown: (page: Listener) => boolean) => {
    await child.held();
    const began = performance.now();
    await act();
    await page.until(isShown);
    const ms = performance.now() - began;
    uses.push({ what, ms, held: await child.held() });
  };
  const type = (text: string) => () => send(`${address}/api/command`, { player: 'ada', text });
  const [one, other] = pack.entities.map(({ name }) => name);
  const open = (): ShownMessage | undefined => page.messages.find(({ closes }) => closes !== undefined);
  const press = (message: ShownMessage | undefined) => () =>
    send(`${address}/api/press`, { player: 'ada', message: message?.id, token: message?.closes });
  const ask = async (what: string, text: string) => {
    const { length } = page.messages;
    await use(what, type(text), (now) => now.messages.length > length);
  };
  await ask('first `/fact about:`', `/fact about: ${one}`);
  await ask('first `/quiz`', '/quiz');
  await ask('first `/fact about:` while it is asked', `/fact about: ${other}`);
  await use('first reveal', press(open()), () => open() === undefined);
  await ask('first daily draw', '/daily now');
  page.close();
  return uses;
}
