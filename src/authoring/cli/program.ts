/** `npm run pack -- VERB`: reads the line, finds the verb, and turns what goes wrong into a sentence. */
import { parseArgs } from 'node:util';
import { DatasetError } from '../../packs/dataset.ts';
import { CallError, quoted, type Terminal, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const COMMON = {
  pack: { type: 'string', short: 'p' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The exit code: 0 all well, 1 something to mend, 2 the call cannot be understood. */
export async function runPack(
  [name, ...line]: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(overview());
    return name === undefined ? 2 : 0;
  }
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) {
    terminal.say(`There is no “${name}”.\n\n${overview()}`);
    return 2;
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...line],
      options: { ...verb.options, ...COMMON },
      allowPositionals: true,
      strict: true,
    });
    if (values.help === true) {
      terminal.out(helpOn(verb));
      return 0;
    }
    const [least, most] = verb.count;
    if (positionals.length < least || positionals.length > most)
      throw new CallError(
        positionals.length < least
          ? `something is missing: ${usageOf(verb)}`
          : `that is too much: ${usageOf(verb)}`,
      );
    const named = typeof values.pack === 'string' ? values.pack : undefined;
    const root = named ?? (environment.DATA_PATH || 'data');
    return await verb.run({
      ...{ args: positionals, options: plain(values), root },
      terminal: named === undefined ? terminal : naming(named, terminal),
    });
  } catch (error) {
    terminal.say(`${sentenceOf(error, verb)}\n`);
    return error instanceof DatasetError ? 1 : 2;
  }
}

/** Commands that are printed can be typed as they stand: they name the pack where the one that prints them was told it. */
function naming(pack: string, terminal: Terminal): Terminal {
  const option = ` --pack ${quoted(pack)}`;
  const named = (text: string) =>
    text.replace(
      /npm run pack -- (?!new\b|install\b|VERB)[a-z]+(?! --pack)(?=[\s`:;,.]|$)/gm,
      (line) => line + option,
    );
  return { ...terminal, out: (text) => terminal.out(named(text)), say: (text) => terminal.say(named(text)) };
}

/** Options that take several values are none of ours. */
const plain = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'boolean' ? [[name, value]] : [],
    ),
  );

function sentenceOf(error: unknown, verb: Verb): string {
  if (!(error instanceof Error)) return String(error);
  const isOfTheLine = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isOfTheLine ? `${error.message.split('. ')[0]}. ${usageOf(verb)}` : error.message;
}

const usageOf = ({ name, args }: Verb): string =>
  `npm run pack -- ${name}${args === '' ? '' : ` ${args}`}; all of it: npm run pack -- ${name} --help`;

function overview(): string {
  const widest = Math.max(...verbs.map(({ name, args }) => name.length + args.length + 1));
  const lines = verbs.map(({ name, args, says }) => `  ${`${name} ${args}`.padEnd(widest)}  ${says}`);
  return `npm run pack -- VERB [--pack FOLDER]

${lines.join('\n')}

--pack names the pack to work on; without it, it is the one that DATA_PATH (or .env) names, else the one in data/.
npm run pack -- VERB --help tells more about one of them.
`;
}

const helpOn = ({ name, args, says, help = [] }: Verb): string =>
  `npm run pack -- ${name}${args === '' ? '' : ` ${args}`} [--pack FOLDER]\n\n${says}\n${help.map((line) => `  ${line}\n`).join('')}`;
