/**
 * One process of the bot as `src/main.ts` starts it, with four differences: its time is the harness's, its chance has a
 * seed, it reads its packs itself, and a planted fault may spoil its store or its platforms. Started by
 * `tests/chaos/processes.ts`.
 */
import { flushCompileCache } from 'node:module';
import { assembleApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Logger } from '../../src/core/ports/logger.ts';
import { createLogger } from '../../src/log.ts';
import { readPacks } from '../../src/packs/read.ts';
import { createSeededRandom } from '../fakes/random.ts';
import { plant } from './faults.ts';
import type { Orders } from './processes.ts';
import { type Rest, watchRest } from './rest.ts';
import { openClock } from './time.ts';

const MINUTE_MS = 60_000;

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');
const parsed = parseConfig(orders.environment);
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const { config } = parsed;
const logger = createLogger(config.logLevel, []);
const clock = openClock(orders.timeFile, orders.slot);
const random = createSeededRandom(orders.seed);

process.on('unhandledRejection', (error) => {
  logger.error('unhandled-rejection', { error });
  process.exit(1);
});
process.on('disconnect', () => process.exit(0));

const onLost = (error: Error) => {
  logger.error('platform-lost', { error });
  process.exit(1);
};

let soonAt: number | undefined;
/** As soon as `src/queue/minute-tick.ts` comes again. */
const onTrouble = () => {
  soonAt ??= clock.now() + 5_000;
};
const say = () => undefined;
const parts = await assembleApp({
  ...{ config, clock, random, logger, onLost, onTrouble, say },
  readPacks: () => readPacks(config.dataPath),
});
plant(orders.fault, parts, random);
const rest = watchRest(parts, () => new Promise((looked) => clock.afterPoll(looked)));
const app = await parts.start();
tickEachMinute(logger, rest);
process.on('message', () => void rest.reached().then(() => process.send?.('rested')));
process.send?.('ready');
// Most of its kind are killed, and only an end of its own would write the cache.
flushCompileCache();

/** As node-cron does in `src/queue/minute-tick.ts`: a run that takes longer is not joined by a second one. */
function tickEachMinute(log: Logger, { watch }: Rest): void {
  let last = Math.floor(clock.now() / MINUTE_MS);
  let isRunning = false;
  clock.onPoll(async () => {
    const minute = Math.floor(clock.now() / MINUTE_MS);
    const isDue = minute !== last || (soonAt !== undefined && clock.now() >= soonAt);
    if (!isDue) return;
    last = minute;
    soonAt = undefined;
    if (isRunning) return;
    isRunning = true;
    await watch(app.tick()).catch((error: unknown) => {
      log.error('tick-failed', { error });
      onTrouble();
    });
    isRunning = false;
  });
}
