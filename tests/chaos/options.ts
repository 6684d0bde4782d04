/** The size of a run, from the words of a command line. */
import { parseArgs } from 'node:util';
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

/** What is wrong with the words, in one line for people to read. */
export class WrongOption extends Error {}

/** Throws a WrongOption. */
export function readOptions(args: readonly string[], log: (line: string) => void): RunOptions {
  const values = parse(args);
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

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    const names = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new WrongOption(`${what.split('\n')[0]}; the options are ${names.join(', ')}`, { cause: error });
  }
}

function oneOf<Word extends string>(name: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found === undefined)
    throw new WrongOption(`--${name} is one of ${words.join(', ')}, and not “${given}”`);
  return found;
}

function whole(name: string, given: string, from: number, to: number): number {
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new WrongOption(`--${name} is a whole number from ${from} to ${to}, and not “${given}”`);
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
