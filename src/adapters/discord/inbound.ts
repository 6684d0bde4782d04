/**
 * What Discord sends, parsed once into the core's requests. Pure, and works on the raw payload, so that it does
 * not matter whether that came by the gateway or by HTTP.
 */
import { z } from 'zod';
import type { RawArgs, Request, SuggestRequest } from '../../core/requests/request.ts';
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
  | Unread;

/** Not what the bot can work with, because of these fields; with a ticket it can still be answered. */
export interface Unread {
  readonly kind: 'unread';
  readonly ticket: Pick<Ticket, 'id' | 'token'> | undefined;
  readonly type: unknown;
  readonly fields: readonly string[];
}

const Value = z.union([z.string(), z.number(), z.boolean()]);
const Given = z.object({ name: z.string(), value: Value, focused: z.boolean().nullish().catch(undefined) });
/** What is no option with a value is none. */
const AllGiven = listOf(Given);
const Subcommand = z.object({ type: z.literal(1), name: z.string(), options: AllGiven });

/** Either one subcommand with its options, or options. */
const CommandData = z.object({
  /** A command that is typed; those in the menus of a message or a person are of an earlier bot. */
  type: z.literal(1).nullish(),
  name: z.string().min(1),
  options: z.union([z.tuple([Subcommand]), AllGiven]),
});

function listOf<Item extends z.ZodType>(item: Item) {
  const read = (list: readonly unknown[]): z.infer<Item>[] =>
    list.flatMap((one) => item.safeParse(one).data ?? []);
  return z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((list) => read(list ?? []));
}

const Interaction = z.intersection(
  Surroundings,
  z.discriminatedUnion('type', [
    z.object({ type: z.literal(2), data: CommandData }),
    z.object({ type: z.literal(3), data: z.object({ component_type: z.literal(2), custom_id: z.string() }) }),
    z.object({ type: z.literal(4), data: CommandData }),
  ]),
);

type Interaction = z.infer<typeof Interaction>;

const PRESS = 3;
/** Someone is typing and waits for proposals. */
export const SUGGEST = 4;

export function readInteraction(payload: unknown): Inbound {
  const { data: interaction, error } = Interaction.safeParse(payload);
  if (!interaction)
    return unread(
      payload,
      error.issues.map(({ path }) => path.join('.')),
    );
  const { id, token, application_id: applicationId } = interaction;
  const ticket = { id, token, applicationId };
  if (interaction.type !== SUGGEST) return { kind: 'request', ticket, request: readRequest(interaction) };
  const request = readSuggest(interaction);
  return request ? { kind: 'suggest', ticket, request } : unread(payload, ['data.options.focused']);
}

const Bare = z.object({ id: z.string(), token: z.string() });
const Typed = z.object({ type: z.unknown() });

const unread = (payload: unknown, fields: readonly string[]): Unread => ({
  kind: 'unread',
  ticket: Bare.safeParse(payload).data,
  type: Typed.safeParse(payload).data?.type,
  fields: [...new Set(fields)],
});

function readRequest(interaction: Exclude<Interaction, { type: typeof SUGGEST }>): Request {
  if (interaction.type === PRESS)
    return { kind: 'press', origin: originOf(interaction, 'press'), token: interaction.data.custom_id };
  const { name: command } = interaction.data;
  const { subcommand, options } = splitOptions(interaction.data.options);
  const named: RawArgs = Object.fromEntries(options.map(({ name, value }) => [name, value]));
  return {
    kind: 'command',
    origin: originOf(interaction, 'command'),
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
  const { place, player } = originOf(interaction, 'command');
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
