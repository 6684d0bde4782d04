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

export function readInteraction(payload: unknown, commands: readonly Command[]): Inbound {
  const parsed = Interaction.safeParse(payload);
  if (!parsed.success) return UNSUPPORTED;
  const { data: interaction } = parsed;
  const ticket = { id: interaction.id, token: interaction.token, applicationId: interaction.application_id };
  if (interaction.type === 3) {
    const request: Request = {
      kind: 'press',
      origin: originOf(interaction, false),
      token: interaction.data.custom_id,
    };
    return { kind: 'request', ticket, request };
  }
  const { name: command } = interaction.data;
  const { subcommand, options } = splitOptions(interaction.data.options);
  if (interaction.type === 4) {
    const asked = options.find(({ focused }) => focused);
    if (!asked) return UNSUPPORTED;
    return {
      kind: 'suggest',
      ticket,
      request: { command, ...subcommand, option: asked.name, typed: String(asked.value) },
    };
  }
  const origin = originOf(
    interaction,
    commands.some(({ name, managersOnly }) => name === command && managersOnly),
  );
  return {
    kind: 'request',
    ticket,
    request: { kind: 'command', origin, command, ...subcommand, input: { named: named(options) } },
  };
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

const named = (options: readonly GivenOption[]): RawArgs =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));
