/** People who answer: some twice, some in the last second, some too late. What they were told is kept. */
import type { Place } from '../../src/core/ids.ts';
import type { Random } from '../../src/core/ports/random.ts';
import type { Standing } from './places.ts';
import { press, toldTo, within } from './press.ts';
import { dateOf, roundOf } from './questions.ts';
import type { World } from './world.ts';

/** One person at one question. Nobody presses at two, so that what they were told belongs to this one. */
export interface Player {
  readonly place: Place;
  readonly user: string;
  readonly round: string;
  readonly date: string;
  /** How many there were to choose from. */
  readonly options: number;
  /** What they pressed, in order; whether it came before the close is for the bot to say. */
  readonly pressed: { readonly option: number; readonly at: number }[];
}

export interface People {
  /** Presses whatever is due by now; called often. */
  look(): void;
  readonly players: readonly Player[];
  /** Whether someone presses now, or is about to. */
  busy(): boolean;
  /** What this person was told by the bot, in order. */
  told(player: Player): readonly string[];
  /** Until all presses are over, one way or the other. */
  rest(): Promise<void>;
}

/** What they pressed is kept: whether it came in time is for the bot to say. */
export async function answer(world: World, { player, message, option }: Omit<Plan, 'at'>): Promise<void> {
  player.pressed.push({ option, at: world.time.now() });
  await press(world, player, message, { do: 'answer', round: player.round, option });
}

interface Plan {
  readonly player: Player;
  readonly message: string;
  readonly option: number;
  readonly at: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Haste {
  /** Whoever answers at once does so within this. */
  readonly soonMs: number;
  /** For about so long it takes answers. */
  readonly openMs: number;
}

const SOON_MS = 3 * MINUTE_MS;
const QUIZ: Haste = { soonMs: 12_000, openMs: 30_000 };
/** More at once would measure the harness. */
const MOST_AT_ONCE = 6;

export function createPeople(world: World, places: readonly Standing[], random: Random): People {
  const known = new Set<string>();
  const players: Player[] = [];
  let plans: Plan[] = [];
  const running = new Set<Promise<unknown>>();
  const meet = ({ daily }: Standing) => {
    for (const message of standing(world, daily.place)) {
      if (known.has(message.id) || message.round === undefined) continue;
      known.add(message.id);
      const { round, date, options } = message;
      const group = { place: daily.place, round, date, options, number: known.size };
      for (const player of drawPlayers(group, random)) {
        players.push(player);
        const haste = date === '' ? QUIZ : { soonMs: SOON_MS, openMs: daily.revealAfterHours * HOUR_MS };
        plans.push(...drawPlans({ player, message: message.id }, world.time.now(), haste, random));
      }
    }
  };
  const begin = (plan: Plan) => {
    const run: Promise<unknown> = within(answer(world, plan)).finally(() => running.delete(run));
    running.add(run);
  };
  return {
    players,
    look: () => {
      for (const place of places) meet(place);
      const now = world.time.now();
      const due = plans.filter(({ at }) => at <= now).slice(0, MOST_AT_ONCE - running.size);
      plans = plans.filter((plan) => !due.includes(plan));
      for (const plan of due) begin(plan);
    },
    busy: () => running.size > 0 || plans.some(({ at }) => at <= world.time.now() + MINUTE_MS),
    told: (player) => toldTo(world, player).map(({ text }) => text),
    rest: async () => {
      plans = [];
      await Promise.all(running);
    },
  };
}

interface Seen {
  readonly options: number;
  readonly id: string;
  readonly round: string | undefined;
  readonly date: string;
}

/** Questions that a person sees there now; those of quizzes have no date. */
function standing({ discord, slack }: World, { platform, channel }: Place): readonly Seen[] {
  const all =
    platform === 'discord'
      ? discord
          .messages(channel)
          .map(({ id, text, buttons }) => ({ id, text, tokens: buttons.map((b) => b.token) }))
      : slack.messages(channel).map(({ ts, text, blocks }) => ({
          id: ts,
          text,
          tokens: blocks.flatMap((block) =>
            block.type === 'actions' ? block.elements.map(({ value = '' }) => value) : [],
          ),
        }));
  return all.flatMap(({ id, text, tokens }) => {
    const date = dateOf(text);
    const rounds = tokens.map(roundOf).filter((round) => round !== undefined);
    return date === undefined && rounds.length === 0
      ? []
      : [{ id, date: date ?? '', round: rounds[0], options: rounds.length }];
  });
}

function drawPlayers(
  { number, ...group }: Pick<Player, 'place' | 'round' | 'date' | 'options'> & { readonly number: number },
  random: Random,
): readonly Player[] {
  const count = Math.floor(random.next() * 4);
  return Array.from({ length: count }, (_, at) => {
    const user = group.place.platform === 'discord' ? `5${number}0${at}` : `U${number}X${at}`;
    return { ...group, user, pressed: [] };
  });
}

/** Soon after it appeared; again, another option; around the second in which it closes; long after. */
function drawPlans(
  target: Pick<Plan, 'player' | 'message'>,
  now: number,
  { soonMs, openMs }: Haste,
  random: Random,
): readonly Plan[] {
  const press = (at: number): Plan => ({
    ...target,
    option: Math.floor(random.next() * target.player.options),
    at,
  });
  const closes = now + openMs;
  const soon = now + random.next() * soonMs;
  const kind = random.next();
  if (kind < 0.5) return [press(soon)];
  if (kind < 0.65) return [press(soon), press(soon + 20_000)];
  if (kind < 0.85) return [press(closes + (random.next() - 0.6) * MINUTE_MS)];
  return [press(soon), press(closes + random.next() * 3 * MINUTE_MS)];
}
