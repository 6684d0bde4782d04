/** What is offered while someone types: commands, subcommands, option names and, from the bot, values. */
import type { Command, Option } from '../../core/requests/command.ts';
import type { Bot, SuggestRequest } from '../../core/requests/request.ts';
import { type Line, namedParts, splitLine } from './inbound.ts';
import { CHANNEL } from './people.ts';
import type { Proposal } from './wire.ts';

const MOST_PROPOSALS = 8;

export async function suggestFor(
  bot: Pick<Bot, 'suggest'>,
  commands: readonly Command[],
  text: string,
): Promise<readonly Proposal[]> {
  const line = splitLine(commands, text);
  const proposals =
    !line.command || !/\s/.test(text.trimStart())
      ? commandProposals(commands, line.name)
      : await lineProposals(bot, line);
  return proposals.filter((proposal) => proposal.line.trimEnd() !== text.trimEnd()).slice(0, MOST_PROPOSALS);
}

const commandProposals = (commands: readonly Command[], typed: string): readonly Proposal[] =>
  commands
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, description }) => ({ line: `/${name} `, label: `/${name}`, hint: description }));

async function lineProposals(bot: Pick<Bot, 'suggest'>, line: Line): Promise<readonly Proposal[]> {
  const last = namedParts(line.options, line.rest).named.at(-1);
  if (!last)
    return [...subcommandProposals(line), ...(await wordProposals(bot, line)), ...optionProposals(line)];
  const values = await valueProposals(bot, line, { option: last.name, typed: last.value, at: last.at });
  // Right behind its name, an option wants its value and not the next option.
  return last.value === '' ? values : [...values, ...optionProposals(line)];
}

function subcommandProposals({ command, subcommand, rest }: Line): readonly Proposal[] {
  if (!command || !('subcommands' in command.actions) || subcommand !== undefined) return [];
  return Object.entries(command.actions.subcommands)
    .filter(([name]) => name.startsWith(rest.trim()))
    .map(([name, { description }]) => ({
      line: `/${command.name} ${name} `,
      label: name,
      hint: description,
    }));
}

/** Loose words are taken for the first option that has values to offer. */
async function wordProposals(bot: Pick<Bot, 'suggest'>, line: Line): Promise<readonly Proposal[]> {
  const typed = line.rest.trim();
  const [option] = Object.entries(line.options).find(([, { kind }]) => kind === 'text') ?? [];
  return typed === '' || option === undefined ? [] : valueProposals(bot, line, { option, typed, at: 0 });
}

/** Every option that the line does not have yet and that the last word may be the beginning of. */
function optionProposals(line: Line): readonly Proposal[] {
  const [, before = '', word = ''] = /^(.*\s)?(\S*)$/s.exec(line.rest) ?? [];
  const taken = namedParts(line.options, line.rest).named.map(({ name }) => name);
  return Object.entries(line.options)
    .filter(([name]) => name.startsWith(word.toLowerCase()) && !taken.includes(name))
    .map(([name, { description }]) => ({
      line: `${start(line)} ${before}${name}: `.replace(/\s+/g, ' '),
      label: `${name}:`,
      hint: description,
    }));
}

interface Wanted {
  readonly option: string;
  readonly typed: string;
  /** Where in the rest of the line the option with its value is to stand, in place of what stands there. */
  readonly at: number;
}

async function valueProposals(
  bot: Pick<Bot, 'suggest'>,
  line: Line,
  { option, typed, at }: Wanted,
): Promise<readonly Proposal[]> {
  const fixed = fixedValues(line.options[option])?.filter((value) => value.startsWith(typed.toLowerCase()));
  const values = fixed ?? (await bot.suggest(requestFor(line, option, typed))).map(({ name }) => name);
  return values.map((value) => ({
    line: `${start(line)} ${line.rest.slice(0, at)} ${option}: ${value}`.replace(/\s+/g, ' '),
    label: value,
    hint: '',
  }));
}

function fixedValues(option: Option | undefined): readonly string[] | undefined {
  if (option?.kind === 'pick') return option.values;
  if (option?.kind === 'flag') return ['yes', 'no'];
  if (option?.kind === 'integer') return sensibleNumbers(option.min, option.max);
  return option?.kind === 'text' && option.suggest ? undefined : [];
}

/** Of a number the page knows the range only: that of a count, of hours or of seconds. */
const NUMBERS = [
  { upTo: 10, numbers: [1, 3, 5, 10] },
  { upTo: 100, numbers: [1, 6, 12, 24, 48, 72] },
  { upTo: Number.POSITIVE_INFINITY, numbers: [15, 30, 45, 60, 120, 300] },
];

const sensibleNumbers = (min: number, max: number): readonly string[] =>
  (NUMBERS.find(({ upTo }) => max <= upTo)?.numbers ?? [])
    .filter((number) => number >= min && number <= max)
    .map(String);

const start = ({ name, subcommand }: Line): string =>
  `/${name}${subcommand === undefined ? '' : ` ${subcommand}`}`;

const requestFor = ({ name, subcommand }: Line, option: string, typed: string): SuggestRequest => ({
  place: CHANNEL,
  command: name,
  option,
  typed,
  ...(subcommand === undefined ? {} : { subcommand }),
});
