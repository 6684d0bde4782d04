/** The minute's tick with 10,000 dailies of which 1,000 are due at once, on a platform that takes every post. */
import { join } from 'node:path';
import { placeOf, playerOf } from '../src/core/ids.ts';
import type { Services } from '../src/core/services.ts';
import { runJob, tick } from '../src/core/work.ts';
import { openStore } from '../src/store/open.ts';
import { createRecordingPlatform } from '../tests/fakes/recording-platform.ts';
import { createServices, shippedLibrary } from './dataset.ts';
import { atMost, figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';

const DAILIES = 10_000;
const DUE = 1_000;
const HOUR_MS = 3_600_000;

/** The target: 95 % of the 50 posts a second that Discord's SDK lets through by default. */
const POSTS_A_MINUTE = 2_850;

/** The target: at most 1.3 times what the SDK itself takes to send a message, 167 µs. */
const CPU_US = 217;

export const measureTick = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const store = await openStore(join(folder, 'bot.sqlite'));
    const platform = createRecordingPlatform();
    const services = createServices(await shippedLibrary(), store, platform);
    await saveDailies(services);
    const finished = countFinished(services);
    const rss = process.memoryUsage.rss();
    const cpu = process.cpuUsage();
    const began = performance.now();
    const tickMs: number[] = [];
    const takenUp: number[] = [];
    while (finished.count() < DUE) {
      const ticked = performance.now();
      await tick(services);
      tickMs.push(performance.now() - ticked);
      takenUp.push(await finished.all());
    }
    const { user, system } = process.cpuUsage(cpu);
    const elapsed = performance.now() - began;
    const grown = (process.memoryUsage.rss() - rss) / 2 ** 20;
    await services.queue.stop();
    await store.close();
    const [first = 0] = takenUp;
    return [
      told('the tick itself: find what is due and hand it out', `${figure(Math.max(...tickMs))} ms`),
      {
        what: 'dailies taken up by one tick, of 1,000 due',
        measured: figure(first),
        against: `≥ ${figure(Math.min(DUE, POSTS_A_MINUTE))}: 95 % of Discord’s 50 posts a second are ${figure(POSTS_A_MINUTE)} a minute`,
        within: first >= Math.min(DUE, POSTS_A_MINUTE),
      },
      told(
        '1,000 dailies claimed, opened, posted and settled',
        `${figure(elapsed)} ms in ${tickMs.length} ticks`,
        'the pauses between ticks left out',
      ),
      atMost('CPU a daily, without any SDK', {
        value: (user + system) / DUE,
        most: CPU_US,
        unit: 'µs',
        target: '1.3 × the SDK’s 167 µs a message',
      }),
      told(
        'RSS grown meanwhile',
        `${figure(grown)} MiB`,
        `with the ${platform.shown.length} cards that the recording platform keeps`,
      ),
    ];
  });

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];

async function saveDailies({ store, clock }: Services): Promise<void> {
  const now = clock.now();
  const setBy = playerOf('test', 'W1', 'mod');
  for (let at = 0; at < DAILIES; at += 1)
    await store.saveDaily({
      id: `daily-${at}`,
      place: placeOf('test', `W${at % 500}`, `C${at}`),
      ...{ time: '09:00', zone: ZONES[at % ZONES.length] ?? 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7] },
      ...{ topic: '', revealAfterHours: 24, skipDates: [], catchUpHours: 6, setBy },
      ...{ state: 'on', pausedUntil: undefined, reason: '' },
      nextRun: at % (DAILIES / DUE) === 0 ? now - 1_000 : now + HOUR_MS,
    });
}

/** Runs the queue as the program does, and knows when all that was handed out has ended. */
function countFinished(services: Services) {
  let handedOut = 0;
  let done = 0;
  let idle = Promise.withResolvers<void>();
  const { enqueue } = services.queue;
  services.queue.enqueue = (job, at) => {
    if (job.do === 'run-daily') handedOut += 1;
    enqueue(job, at);
  };
  services.queue.start(async (job) => {
    await runJob(services, job);
    done += 1;
    if (done === handedOut) idle.resolve();
  });
  return {
    count: () => done,
    all: async () => {
      // Timers of the program do not keep a process alive; this one does.
      const awake = setInterval(() => {}, 1_000);
      await idle.promise;
      clearInterval(awake);
      idle = Promise.withResolvers<void>();
      return done;
    },
  };
}
