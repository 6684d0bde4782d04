/** Reads the command lines of `npm run chaos` and `npm run attack`, and says in one line what is wrong with one. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What is wrong with the words, in one line for people to read. */
export class WrongOption extends Error {}

/** Throws a WrongOption, as all here do. */
export function parse<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new WrongOption(`${what.split('\n')[0]}; the options are ${names.join(', ')}`, { cause: error });
  }
}

export function oneOf<Word extends string>(name: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found === undefined)
    throw new WrongOption(`--${name} is one of ${words.join(', ')}, and not “${given}”`);
  return found;
}

export function whole(name: string, given: string, from: number, to: number): number {
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new WrongOption(`--${name} is a whole number from ${from} to ${to}, and not “${given}”`);
}

/** What `read` makes of the words; where they are wrong, the program ends with 2 and says why. */
export function readOrEnd<Options>(program: string, read: () => Options): Options {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    process.stderr.write(`${program}: ${error.message}\n`);
    process.exit(2);
  }
}
