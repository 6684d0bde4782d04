/**
 * What Discord sends, parsed once into the core's requests. Pure, and works on the raw payload, so that it does
 * not matter whether that came by the gateway or by HTTP.
 */
import { z } from 'zod';
import type { Command } from '../../core/command.ts';
import type { RawArgs, Request, SuggestRequest } from '../../core/request.ts';
import { originOf, Surroundings } from './origin.ts';

/** The interaction itself: what is needed to acknowledge and answer it. */
export interface Ticket {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export type Inbound =
  | { readonly kind: 'request'; readonly ticket: Ticket; readonly request: Request }
  | { readonly kind: 'suggest'; readonly ticket: Ticket; readonly request: SuggestRequest }
  | { readonly kind: 'unsupported' };

const Value = z.union([z.string(), z.number(), z.boolean()]);
const Given = z.object({ name: z.string(), value: Value, focused: z.boolean().default(false) });
const Subcommand = z.object({ type: z.literal(1), name: z.string(), options: z.array(Given).default([]) });

/** Either one subcommand with its options, or options. */
const CommandData = z.object({
  type: z.literal(1).default(1),
  name: z.string().min(1),
  options: z.union([z.tuple([Subcommand]), z.array(Given)]).default([]),
});

const Interaction = z.intersection(
  Surroundings,
  z.discriminatedUnion('type', [
    z.object({ type: z.literal(2), data: CommandData }),
    z.object({ type: z.literal(3), data: z.object({ component_type: z.literal(2), custom_id: z.string() }) }),
    z.object({ type: z.literal(4), data: CommandData }),
  ]),
);

const UNSUPPORTED = { kind: 'unsupported' } as const;

type Interaction = z.infer<typeof Interaction>;

const PRESS = 3;
const SUGGEST = 4;

export function readInteraction(payload: unknown, commands: readonly Command[]): Inbound {
  const { data: interaction } = Interaction.safeParse(payload);
  if (!interaction) return UNSUPPORTED;
  const { id, token, application_id: applicationId } = interaction;
  const request =
    interaction.type === SUGGEST ? readSuggest(interaction) : readRequest(interaction, commands);
  if (!request) return UNSUPPORTED;
  const ticket = { id, token, applicationId };
  return 'kind' in request ? { kind: 'request', ticket, request } : { kind: 'suggest', ticket, request };
}

function readRequest(
  interaction: Exclude<Interaction, { type: typeof SUGGEST }>,
  commands: readonly Command[],
): Request {
  if (interaction.type === PRESS)
    return { kind: 'press', origin: originOf(interaction, false), token: interaction.data.custom_id };
  const { name: command } = interaction.data;
  const checked = commands.some(({ name, managersOnly }) => name === command && managersOnly);
  const { subcommand, options } = splitOptions(interaction.data.options);
  const named: RawArgs = Object.fromEntries(options.map(({ name, value }) => [name, value]));
  return {
    kind: 'command',
    origin: originOf(interaction, checked),
    command,
    ...subcommand,
    input: { named },
  };
}

function readSuggest(
  interaction: Extract<Interaction, { type: typeof SUGGEST }>,
): SuggestRequest | undefined {
  const { name: command, options: given } = interaction.data;
  const { subcommand, options } = splitOptions(given);
  const asked = options.find(({ focused }) => focused);
  const { place, player } = originOf(interaction, false);
  return asked && { place, player, command, ...subcommand, option: asked.name, typed: String(asked.value) };
}

type Options = z.infer<typeof CommandData>['options'];
type GivenOption = z.infer<typeof Given>;

function splitOptions(options: Options): {
  subcommand: { subcommand?: string };
  options: readonly GivenOption[];
} {
  const [first] = options;
  if (first && 'options' in first) return { subcommand: { subcommand: first.name }, options: first.options };
  return { subcommand: {}, options: options.filter((option) => 'value' in option) };
}
