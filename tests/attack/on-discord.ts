/** Interactions as Discord's gateway brings them, in order and broken. */
import { commandData, type Doer, surroundings } from '../fakes/discord/payloads.ts';
import type { FakeDiscord } from '../fakes/discord-server.ts';
import { damage } from './damage.ts';
import type { Dice } from './dice.ts';
import { orNotAnswered, type Shot, type Tally, TRIES } from './shots.ts';

const GUILDS = 8;
const CHANNELS = 5;
const MANAGE_SERVER = 1n << 5n;
const EVERYDAY = (1n << 10n) | (1n << 11n) | (1n << 14n);

/** The buttons that stand anywhere are looked up only so often. */
const LOOK_EVERY = 50;

/** By one person: beyond their limit they are told five times, and then Discord tells them. */
const MOST_PRESSES = 5;

interface Data {
  readonly type: number;
  readonly data: object;
}

export function shotsOnDiscord(discord: FakeDiscord, dice: Dice): () => Shot {
  let buttons: readonly Button[] = [];
  let shots = 0;
  const presses = new Map<string, number>();
  const press = (): Shot | undefined => {
    if (buttons.length === 0) return undefined;
    const { id, channel, onlyFor, token } = dice.pick(buttons);
    const doer = { ...doerOf(dice), ...(onlyFor === undefined ? {} : { user: onlyFor }), channel };
    const before = presses.get(doer.user) ?? 0;
    if (before === MOST_PRESSES) return undefined;
    presses.set(doer.user, before + 1);
    const button = dice.chance(0.7) ? token : tampered(token, dice);
    const fire = async () => {
      const call = { ...doer, message: id, button, forged: true };
      await discord
        .press(call)
        .catch(elsewhere(discord, doer, button))
        .catch(orNotAnswered(`press ${button}`));
    };
    return { kind: 'sound', fire };
  };
  return () => {
    if (shots % LOOK_EVERY === 0) buttons = buttonsOn(discord);
    shots += 1;
    const doer = doerOf(dice);
    if (dice.chance(0.3)) return press() ?? sound(discord, doer, dice);
    if (dice.chance(0.6)) return sound(discord, doer, dice);
    return dice.chance(0.6) ? told(discord, doer, dice) : broken(discord, doer, dice);
  };
}

function doerOf(dice: Dice): Doer {
  const guild = dice.whole(GUILDS);
  const user = String(100_000 + dice.whole(900_000));
  if (dice.chance(0.1)) return { user, guild: null, channel: `6${user}` };
  return {
    user,
    guild: `80000000000000000${guild}`,
    channel: `9000000000000${guild}${dice.whole(CHANNELS)}`,
    permissions: dice.chance(0.3) ? EVERYDAY | MANAGE_SERVER : EVERYDAY,
    ...(dice.chance(0.1) ? { addedBy: 'person' } : {}),
    ...(dice.chance(0.1) ? { appPermissions: 0n } : {}),
  };
}

interface Button {
  readonly id: string;
  readonly channel: string;
  readonly onlyFor: string | undefined;
  readonly token: string;
}

const buttonsOn = (discord: FakeDiscord): readonly Button[] =>
  discord
    .record()
    .filter(({ removed }) => !removed)
    .flatMap(({ id, channel, onlyFor, versions }) =>
      (versions.at(-1)?.tokens ?? []).map((token) => ({ id, channel, onlyFor, token })),
    );

/** Its message may be gone by now: then it is a button of nowhere. */
const elsewhere =
  (discord: FakeDiscord, doer: Doer, button: string) =>
  (error: unknown): Promise<unknown> => {
    if (!(error instanceof Error && /^no message|does not see/.test(error.message))) throw error;
    return discord.act(doer, { type: 3, data: { component_type: 2, custom_id: button } });
  };

function tampered(token: string, dice: Dice): string {
  if (dice.chance(0.2)) return dice.text(100) || 'x';
  const at = dice.whole(token.length);
  const sign = dice.pick([...'0123456789abcxyz"[]{},-~/ \\é']);
  return (token.slice(0, at) + sign + token.slice(at + dice.whole(3))).slice(0, 100) || 'x';
}

function sound(discord: FakeDiscord, doer: Doer, dice: Dice): Shot {
  const given = dice.chance(0.35) ? typing(discord, dice) : typed(discord, dice);
  return { kind: 'sound', fire: () => act(discord, doer, given) };
}

/** Broken anywhere but where it says how it is answered. */
function told(discord: FakeDiscord, doer: Doer, dice: Dice): Shot {
  const given = dice.chance(0.3) ? typing(discord, dice) : typed(discord, dice);
  const type = dice.chance(0.8) ? given.type : dice.whole(20);
  const { id, token, ...rest } = frameOf(discord, doer);
  const payload = dice.chance(0.5)
    ? { type, data: damage(given.data, dice) }
    : { ...given, ...nameless(damage({ ...rest, ...given }, dice)) };
  return { kind: 'told', fire: () => act(discord, doer, payload as Data) };
}

/** Nobody can answer what does not say how. */
function broken(discord: FakeDiscord, doer: Doer, dice: Dice): Shot {
  const { id, ...rest } = { ...frameOf(discord, doer), ...typed(discord, dice) };
  const payload = { ...nameless(damage(rest, dice)), ...(dice.chance(0.5) ? { id: dice.whole(9) } : {}) };
  return { kind: 'broken', fire: async () => discord.dispatch('INTERACTION_CREATE', payload) };
}

/** Damage may give it an id that was never sent. */
const nameless = (payload: unknown): object => {
  const { id, ...rest } = { id: undefined, ...(payload as object) };
  return rest;
};

type Frame = Readonly<Record<string, unknown>> & { readonly id: string; readonly token: string };

const frameOf = ({ applicationId }: FakeDiscord, doer: Doer): Frame => {
  const { guild = null, channel = '2' } = doer;
  const frame = { id: '1', token: 'x', applicationId, guild, channel };
  return { ...frame, ...surroundings(doer, frame) };
};

const act = (discord: FakeDiscord, doer: Doer, given: Data): Promise<unknown> =>
  discord.act(doer, given).catch(orNotAnswered(JSON.stringify(given).slice(0, 300)));

interface Option {
  readonly name: string;
  readonly type: number;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly { readonly value: string }[] | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly max_length?: number | undefined;
}

interface Action {
  readonly name: string;
  readonly subcommand?: string;
  readonly options: readonly Option[];
}

/** As the commands are registered, so that a new option is attacked as soon as there is one. */
export const actionsOf = (discord: FakeDiscord): readonly Action[] =>
  discord
    .commands()
    .flatMap(({ name, options }): readonly Action[] =>
      options.some((option) => 'options' in option)
        ? options.flatMap((option) =>
            'options' in option ? [{ name, subcommand: option.name, options: option.options }] : [],
          )
        : [{ name, options: options as readonly Option[] }],
    );

function typed(discord: FakeDiscord, dice: Dice): Data {
  const { options, ...action } = dice.pick(actionsOf(discord));
  const given = options
    .filter(() => dice.chance(0.6))
    .map((option) => [option.name, valueFor(option, dice)] as const);
  return { type: 2, data: commandData({ ...action, options: Object.fromEntries(given) }) };
}

/** Whether Discord cuts what is typed while it proposes is not known: it may be as long as any text there. */
function typing(discord: FakeDiscord, dice: Dice): Data {
  const proposing = actionsOf(discord).filter(({ options }) =>
    options.some(({ autocomplete }) => autocomplete),
  );
  const { options, ...action } = dice.pick(proposing);
  const { name } = dice.pick(options.filter(({ autocomplete }) => autocomplete));
  const values = { [name]: dice.text(dice.chance(0.1) ? 6_000 : 100) };
  return { type: 4, data: commandData({ ...action, options: values }, name) };
}

function valueFor({ type, choices, min_value = -9, max_value = 99, max_length = 6_000 }: Option, dice: Dice) {
  if (choices && choices.length > 0) return dice.pick(choices).value;
  if (type === 5) return dice.chance(0.5);
  return type === 4 ? min_value + dice.whole(max_value - min_value + 1) : dice.text(max_length);
}

/**
 * Waits until everybody has an answer. Who has none in the end, besides those whose acknowledgement was late and who asked
 * again: the bot does not do what it could not acknowledge.
 */
export async function unansweredOnDiscord(
  { answered }: FakeDiscord,
  { late, unanswered }: Pick<Tally, 'late' | 'unanswered'>,
): Promise<readonly string[]> {
  const given = (late + unanswered.length) * TRIES;
  let waiting: readonly string[] = [];
  for (let tried = 0; tried < 12; tried += 1) {
    waiting = await answered().then(() => [], namesIn);
    if (waiting.length <= given) return [];
  }
  return waiting.map((id) => `interaction ${id} has no answer`);
}

const namesIn = (error: unknown): readonly string[] => String(error).match(/\d{15,}/g) ?? [String(error)];
