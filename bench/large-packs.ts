/**
 * Packs of years, as people write them: how long the program takes until it is ready, what it holds in memory, how long
 * whoever comes first waits, since much is found out then or soon after the start, and how long a reload holds it up.
 * Each figure is told for each size; the goals are for the largest. "Held" is what the main thread took of the
 * processor before the event loop came round.
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ShownMessage } from '../src/adapters/web/wire.ts';
import { type Listener, listen } from '../tests/adapters/web/listener.ts';
import { send } from '../tests/adapters/web/send.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { type Child, PROGRAM, startChild } from './child.ts';
import { type LargePack, largePack } from './large-pack.ts';
import { figure, type Row } from './report.ts';
import { withScratch } from './scratch.ts';
import { writeLargePack } from './written-pack.ts';

const SIZES = [300, 1_000, 3_000, 10_000];

const MOST = { s: 3, MiB: 350, ms: 200 };
const MOST_RELOAD_MS = 300;

interface Figure {
  readonly value: number;
  readonly unit: 's' | 'MiB' | 'ms';
  /** Undefined for a figure that is only told. */
  readonly most?: number;
}

type Figures = Readonly<Record<string, Figure>>;

export const measureLargePacks = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const all: Figures[] = [];
    for (const size of SIZES) all.push(await measureSize(folder, size));
    const sizes = SIZES.map((size) => size.toLocaleString('en-US')).join(' / ');
    return [
      { what: 'claims, and half as many questions', measured: sizes, against: '' },
      ...Object.keys(all[0] ?? {}).map((what) => toRow(what, all)),
    ];
  });

function toRow(what: string, all: readonly Figures[]): Row {
  const values = all.flatMap((figures) => figures[what] ?? []);
  const { value = 0, unit = 's', most } = values.at(-1) ?? {};
  const measured = `${values.map((one) => figure(one.value)).join(' / ')} ${unit}`;
  return most === undefined
    ? { what, measured, against: '' }
    : { what, measured, against: `≤ ${figure(most)} ${unit}`, within: value <= most };
}

async function measureSize(folder: string, size: number): Promise<Figures> {
  const large = largePack(size, size / 2, createSeededRandom(7).next);
  const pack = join(folder, String(size));
  await writeLargePack(pack, large);
  const warm = await mkdtemp(join(folder, 'warm-'));
  const start = (cache = warm, isWatched = false) => {
    const env = { PORT: '0', DATABASE_PATH: join(folder, `${size}.sqlite`), DATA_PATH: pack, TMPDIR: cache };
    return startChild({ args: ['--import', './bench/programs/holds.mjs', ...PROGRAM], env, isWatched });
  };
  const cold = await start(await mkdtemp(join(folder, 'cold-')));
  await cold.stop();
  const watched = await start(warm, true);
  await watched.stop();
  const first = await start();
  const ready = { ms: first.readyMs, cpu: first.cpuUs(), rss: first.rssMiB(), peak: watched.peakMiB };
  const atOnce = await firstUses(first, large);
  await first.stop();
  const second = await start();
  await second.held();
  const began = performance.now();
  await untilIdle(second);
  const prepared = { ms: performance.now() - began, held: await second.held() };
  const uses = await firstUses(second, large);
  const rss = second.rssMiB();
  const reload = await reloaded(second, pack);
  const after = second.rssMiB();
  await second.stop();
  return {
    'ready, cold': { value: cold.readyMs / 1000, unit: 's', most: MOST.s },
    'ready, compile cache warm': { value: ready.ms / 1000, unit: 's', most: MOST.s },
    'CPU until then': { value: ready.cpu / 1e6, unit: 's' },
    'RSS when ready': { value: ready.rss, unit: 'MiB', most: MOST.MiB },
    'RSS at its highest until then': { value: ready.peak, unit: 'MiB', most: MOST.MiB },
    ...held(atOnce, ' at once after the start: held'),
    'until what the first would wait for was found': { value: prepared.ms / 1000, unit: 's' },
    'held meanwhile': { value: prepared.held, unit: 'ms', most: MOST.ms },
    ...held(uses, ' after that: held', MOST.ms),
    'RSS then': { value: rss, unit: 'MiB', most: MOST.MiB },
    'reload with one text changed': { value: reload.ms / 1000, unit: 's' },
    'held by the reload': { value: reload.held, unit: 'ms', most: MOST_RELOAD_MS },
    'RSS after the reload': { value: after, unit: 'MiB' },
  };
}

interface Use {
  readonly what: string;
  readonly held: number;
}

const held = (uses: readonly Use[], when: string, most?: number): Figures =>
  Object.fromEntries(
    uses.map(({ what, held: value }) => [
      `${what}${when}`,
      { value, unit: 'ms', ...(most === undefined ? {} : { most }) },
    ]),
  );

/** What people do first, one after the other. */
async function firstUses(child: Child, { pack }: LargePack): Promise<readonly Use[]> {
  const address = await child.printed(/open (http:\S+) in/);
  const page = await listen(address, 'ada');
  const uses: Use[] = [];
  const use = async (what: string, act: () => Promise<unknown>, isShown: (page: Listener) => boolean) => {
    await child.held();
    await act();
    await page.until(isShown);
    uses.push({ what, held: await child.held() });
  };
  const [one, other] = pack.entities.map(({ name }) => name);
  const open = (): ShownMessage | undefined => page.messages.find(({ closes }) => closes !== undefined);
  const press = (message: ShownMessage | undefined) => () =>
    send(`${address}/api/press`, { player: 'ada', message: message?.id, token: message?.closes });
  const ask = async (what: string, text: string) => {
    const { length } = page.messages;
    const type = () => send(`${address}/api/command`, { player: 'ada', text });
    await use(what, type, (now) => now.messages.length > length);
  };
  await ask('`/fact about:`', `/fact about: ${one}`);
  await ask('`/quiz`', '/quiz');
  await ask('`/fact about:` while it is asked', `/fact about: ${other}`);
  await use('reveal', press(open()), () => open() === undefined);
  await ask('daily draw', '/daily now');
  page.close();
  return uses;
}

const IDLE_MS = 400;

/** Until it does next to nothing. */
async function untilIdle(child: Child): Promise<void> {
  for (;;) {
    const before = child.cpuUs();
    await setTimeout(IDLE_MS);
    if (child.cpuUs() - before <= 20_000) return;
  }
}

async function reloaded(child: Child, pack: string): Promise<{ readonly ms: number; readonly held: number }> {
  const path = join(pack, 'topics', 't-0.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/(payoff: .*)\./, '$1 at last.'));
  await child.held();
  const began = performance.now();
  child.signal('SIGHUP');
  await child.printed(/(packs-reloaded)/);
  return { ms: performance.now() - began, held: await child.held() };
}
