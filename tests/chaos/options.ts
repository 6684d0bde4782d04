/** The size of a run, from the words of a command line. */
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';
import type { RunOptions } from './run.ts';

const OPTIONS = {
  kills: { type: 'string', default: '200' },
  processes: { type: 'string', default: '3' },
  store: { type: 'string', default: 'postgres' },
  seed: { type: 'string', default: '1' },
  places: { type: 'string', default: '60' },
  platform: { type: 'string', default: 'both' },
  /** How often each place is due at the most. */
  days: { type: 'string', default: '3' },
  /** How many hours of the day something is due, 1 to 3. */
  slots: { type: 'string', default: '3' },
  /** Virtual milliseconds in a real one. */
  speed: { type: 'string', default: '30' },
  fault: { type: 'string' },
  'no-slack-history': { type: 'boolean', default: false },
} as const;

const one = <Word extends string>(name: string, given: string, words: readonly Word[]): Word => {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new Error(`--${name} is one of ${words.join(', ')}`);
  return found;
};

/** Throws an error for people to read. */
export function readOptions(args: readonly string[], log: (line: string) => void): RunOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const store = one('store', values.store, ['postgres', 'sqlite']);
  const platform = one('platform', values.platform, ['discord', 'slack', 'both']);
  const [kills, processes, days, slots, speed] = [
    ...[Number(values.kills), Number(values.processes), Number(values.days)],
    ...[Number(values.slots), Number(values.speed)],
  ] as [number, number, number, number, number];
  if (store === 'sqlite' && processes > 1)
    throw new Error('several processes share a PostgreSQL: use --store postgres, or --processes 1');
  return {
    ...{ kills, processes, days, slots, speed, store, log },
    fault: values.fault === undefined ? undefined : one('fault', values.fault, Object.keys(FAULTS)),
    seed: Number(values.seed),
    places: Number(values.places),
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
