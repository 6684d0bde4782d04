/** What may be typed after `npm run chaos --`, and what is said of the rest. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { WrongOption } from '../command-line.ts';
import { readOptions } from './options.ts';

const read = (...words: string[]) => readOptions(words, () => undefined);
const typed = (line: string) => line.split(' ');

describe('the command line of a chaos run', () => {
  it('means three processes on PostgreSQL, and one on SQLite', () => {
    expect(read()).toMatchObject({ store: 'postgres', processes: 3, kills: 200 });
    expect(read(...typed('--kills 15 --store sqlite'))).toMatchObject({
      store: 'sqlite',
      processes: 1,
      kills: 15,
    });
  });

  it.each([
    '--store sqlite --processes 2',
    '--store mysql',
    '--platform teams',
    '--fault none-such',
    '--kills many',
    '--kills -3',
    '--kills',
    '--speed 0',
    '--slots 4',
    '--places 1.5',
    '--seed=',
    '--killz 3',
    'sqlite',
  ])('answers “%s” with one line that names what is wrong', (line) => {
    const failure = (() => {
      try {
        return read(...typed(line));
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(WrongOption);
    expect(String(failure)).not.toContain('\n');
    expect(String(failure)).toContain(line.split(/[ =]/)[0]);
  });

  it('ends with 2 and that line alone', () => {
    const program = fileURLToPath(new URL('./main.ts', import.meta.url));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, '--kills', 'many'],
      { encoding: 'utf8' },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'npm run chaos: --kills is a whole number from 0 to 10000, and not “many”\n',
    });
  });
});
