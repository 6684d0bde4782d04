/** What is offered while someone types: commands, subcommands, option names and, from the bot, values. */
import type { Command, Option } from '../../core/command.ts';
import type { Bot, SuggestRequest } from '../../core/request.ts';
import { type Line, namedParts, splitLine } from './inbound.ts';
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
  const parts = namedParts(line.options, line.rest.trimStart());
  const last = parts?.at(-1);
  if (last) return valueProposals(bot, line, last.name, last.value);
  return [...subcommandProposals(line), ...(await wordProposals(bot, line)), ...optionProposals(line)];
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
  const words = line.rest.trim();
  const [option] = Object.entries(line.options).find(([, { kind }]) => kind === 'text') ?? [];
  return words === '' || option === undefined
    ? []
    : valueProposals(bot, { ...line, rest: ` ${option}: ${words}` }, option, words);
}

const optionProposals = (line: Line): readonly Proposal[] =>
  Object.entries(line.options)
    .filter(([name]) => name.startsWith(line.rest.trim()))
    .map(([name, { description }]) => ({
      line: `${start(line)} ${name}: `,
      label: `${name}:`,
      hint: description,
    }));

async function valueProposals(
  bot: Pick<Bot, 'suggest'>,
  line: Line,
  option: string,
  typed: string,
): Promise<readonly Proposal[]> {
  const before = line.rest.slice(0, line.rest.lastIndexOf(`${option}:`));
  const values =
    fixedValues(line.options[option]) ??
    (await bot.suggest(requestFor(line, option, typed))).map(({ name }) => name);
  return values
    .filter((value) => fixedValues(line.options[option]) === undefined || value.startsWith(typed))
    .map((value) => ({
      line: `${start(line)}${before}${option}: ${value}`.replace(/\s+/g, ' '),
      label: value,
      hint: '',
    }));
}

function fixedValues(option: Option | undefined): readonly string[] | undefined {
  if (option?.kind === 'pick') return option.values;
  if (option?.kind === 'flag') return ['yes', 'no'];
  return option?.kind === 'text' && option.suggest ? undefined : [];
}

const start = ({ name, subcommand }: Line): string =>
  `/${name}${subcommand === undefined ? '' : ` ${subcommand}`}`;

const requestFor = ({ name, subcommand }: Line, option: string, typed: string): SuggestRequest => ({
  command: name,
  option,
  typed,
  ...(subcommand === undefined ? {} : { subcommand }),
});
