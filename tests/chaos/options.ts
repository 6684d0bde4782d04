/** The size of a run, from the words of a command line. */
import { oneOf, parse, WrongOption, whole } from '../command-line.ts';
import { FAULTS } from './faults.ts';
import type { RunOptions } from './run.ts';

const OPTIONS = {
  kills: { type: 'string', default: '200' },
  /** 3 if left out, and 1 on SQLite, which is one process's. */
  processes: { type: 'string' },
  store: { type: 'string', default: 'postgres' },
  seed: { type: 'string', default: '1' },
  places: { type: 'string', default: '60' },
  platform: { type: 'string', default: 'both' },
  /** How often each place is due at the most. */
  days: { type: 'string', default: '3' },
  /** How many hours of the day something is due, 1 to 3. */
  slots: { type: 'string', default: '3' },
  /** How many are begun around each of these hours. */
  quizzes: { type: 'string', default: '4' },
  /** Virtual milliseconds in a real one. */
  speed: { type: 'string', default: '30' },
  fault: { type: 'string' },
  'no-slack-history': { type: 'boolean', default: false },
} as const;

/** Throws a WrongOption. */
export function readOptions(args: readonly string[], log: (line: string) => void): RunOptions {
  const values = parse(args, OPTIONS);
  const store = oneOf('store', values.store, ['postgres', 'sqlite']);
  const platform = oneOf('platform', values.platform, ['discord', 'slack', 'both']);
  const processes = whole('processes', values.processes ?? (store === 'sqlite' ? '1' : '3'), 1, 20);
  if (store === 'sqlite' && processes > 1)
    throw new WrongOption('several processes share a PostgreSQL: use --store postgres, or --processes 1');
  const kills = whole('kills', values.kills, 0, 10_000);
  const days = whole('days', values.days, 1, 30);
  const slots = whole('slots', values.slots, 1, 3);
  const speed = whole('speed', values.speed, 1, 1_000);
  return {
    ...{ kills, processes, days, slots, speed, store, log },
    fault: values.fault === undefined ? undefined : oneOf('fault', values.fault, Object.keys(FAULTS)),
    seed: whole('seed', values.seed, 0, 1_000_000),
    quizzes: whole('quizzes', values.quizzes, 0, 1_000),
    places: whole('places', values.places, 1, 10_000),
    slackHistory: !values['no-slack-history'],
    platforms: platform === 'both' ? ['discord', 'slack'] : [platform],
    spreadMinutes: spread(kills / (days * slots + 1), processes, speed),
  };
}

/** Real seconds until a killed process is back and has done something. */
const KILL_COSTS_S = 1.6;
/** The machine starts no more than this many at once. */
const MOST_AT_ONCE = 2;

/** Over how many minutes the dailies of a scene are due, so that its kills have work to interrupt. */
function spread(kills: number, processes: number, speed: number): number {
  const seconds = (kills * KILL_COSTS_S) / Math.min(MOST_AT_ONCE, processes);
  return Math.max(2, Math.min(40, Math.ceil((seconds * speed) / 60)));
}
