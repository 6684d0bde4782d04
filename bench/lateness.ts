/**
 * How late a daily question comes in three processes on one PostgreSQL after a process was killed, and after the
 * database was away: in real time, against the platforms of the tests.
 */
import { setTimeout } from 'node:timers/promises';
import { openCrew } from '../tests/chaos/crew.ts';
import { drawPlaces, START, type Standing } from '../tests/chaos/places.ts';
import { readQuestions } from '../tests/chaos/questions.ts';
import { openWorld, settle, type World } from '../tests/chaos/world.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { atMost, type Row, told } from './report.ts';
import { quantile } from './timing.ts';

const MINUTE_MS = 60_000;
const PLACES = 160;
const FIRST_DUE = START + 10 * MINUTE_MS;
const AWAY_MS = 10_000;
/** After this everything is posted, or never will be. */
const WAIT_MS = 4 * MINUTE_MS;
const MOST_MS = 30_000;

/** What happens in each minute in which dailies fall due: nothing, a kill in their midst, a database that is away. */
const MINUTES = [
  'with nothing amiss',
  'with a process killed in their midst',
  'with the database away for 10 s',
];

export async function measureLateness(): Promise<readonly Row[]> {
  return [...(await measureOn('discord')), ...(await measureOn('slack'))];
}

async function measureOn(platform: 'discord' | 'slack'): Promise<readonly Row[]> {
  const options = { seed: 1, processes: 3, speed: 1, fault: undefined };
  const setting = { places: PLACES, platforms: [platform], days: 1, slots: 1, spreadMinutes: MINUTES.length };
  const places = drawPlaces(setting, createSeededRandom(2));
  const world = await openWorld({ ...setting, ...options, store: 'postgres', start: START });
  await settle(world, places);
  const crew = await openCrew({ ...options, world, random: createSeededRandom(3) });
  const until = async (instant: number) => {
    while (world.time.now() < instant) {
      crew.look();
      await setTimeout(20);
    }
  };
  try {
    while (!crew.members.every(({ process }) => process.state() === 'up')) await setTimeout(20);
    world.time.jumpTo(FIRST_DUE - MINUTE_MS / 2);
    world.time.flow(1);
    await until(FIRST_DUE + MINUTE_MS + 500);
    for (const member of crew.members.slice(0, 1)) crew.kill(member);
    await until(FIRST_DUE + 2 * MINUTE_MS - 2_000);
    await world.database?.restart(AWAY_MS);
    await until(FIRST_DUE + WAIT_MS);
    return MINUTES.map((what, minute) => row(`${platform}: ${what}`, minute, { world, places }));
  } finally {
    await crew.close();
    await world.close();
  }
}

interface Found {
  readonly world: World;
  readonly places: readonly Standing[];
}

function row(what: string, minute: number, { world, places }: Found): Row {
  const posted = new Map(readQuestions(world).map(({ channel, postedAt }) => [channel, postedAt]));
  const due = places.flatMap(({ daily, dues }) =>
    dues
      .filter(({ at }) => at === FIRST_DUE + minute * MINUTE_MS)
      .map(({ at }) => (posted.get(daily.place.channel) ?? Number.POSITIVE_INFINITY) - at),
  );
  const [p50, p99] = [quantile(due, 0.5), quantile(due, 0.99)];
  const text = `${due.length} due, late by p50 / p99`;
  const missing = due.filter((late) => late === Number.POSITIVE_INFINITY).length;
  if (missing > 0) return told(`${what}: ${text}`, `${missing} never came`);
  return {
    ...atMost(`${what}: ${text}`, {
      value: p99,
      most: MOST_MS,
      unit: 'ms',
      target: 'p99 after an outage or a kill',
    }),
    measured: `${Math.round(p50)} / ${Math.round(p99)} ms`,
  };
}
