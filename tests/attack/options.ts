/** The size of an attack, from the words of a command line. */
import { oneOf, parse, whole } from '../command-line.ts';
import { findings } from './findings/list.ts';

export type Face = 'discord' | 'slack' | 'page';

export const FACES: readonly Face[] = ['discord', 'slack', 'page'];

export interface AttackOptions {
  /** For each face. */
  readonly payloads: number;
  readonly seed: number;
  readonly faces: readonly Face[];
  /** Floods, and whatever else is repeated, so small that they are over in seconds. */
  readonly isShort: boolean;
  /** Only findings of these names, where any is given. */
  readonly only: readonly string[];
  readonly log: (line: string) => void;
}

const OPTIONS = {
  payloads: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
  face: { type: 'string', default: 'all' },
  short: { type: 'boolean', default: false },
  /** Names of findings, with commas between them. */
  only: { type: 'string', default: '' },
} as const;

/** Throws a WrongOption. */
export function readOptions(args: readonly string[], log: (line: string) => void): AttackOptions {
  const { payloads, seed, face, short, only } = parse(args, OPTIONS);
  const chosen = oneOf('face', face, [...FACES, 'all']);
  return {
    payloads: whole('payloads', payloads, 0, 1_000_000),
    seed: whole('seed', seed, 0, 1_000_000),
    faces: chosen === 'all' ? FACES : [chosen],
    isShort: short,
    only: only
      .split(',')
      .filter(Boolean)
      .map((given) =>
        oneOf(
          'only',
          given,
          findings.map(({ name }) => name),
        ),
      ),
    log,
  };
}
