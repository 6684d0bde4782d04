/**
 * Trials: one daily question on one platform, and mishaps placed exactly where they must bite. Time stands still
 * but where the trial moves it, and it moves on only once the bot rests, so that a trial goes the same way on every
 * machine. What is wrong at the end is for the judge of the long run to say.
 */
import { createSeededRandom } from '../fakes/random.ts';
import { type Crew, type Member, openCrew } from './crew.ts';
import { judge } from './judge.ts';
import { answer, type Player } from './people.ts';
import { onlyPlace, START, type Standing } from './places.ts';
import { toldTo } from './press.ts';
import type { Death } from './proxy.ts';
import { type Question, readQuestions } from './questions.ts';
import { openWorld, settle, type World } from './world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Small, so that the bot is up soon. */
const PACKS = 'tests/fixtures/packs';
const DUE = START + 10 * MINUTE_MS;

export interface Trial {
  readonly what: string;
  readonly platform: 'discord' | 'slack';
  play(stage: Stage): Promise<void>;
}

interface Stage {
  readonly world: World;
  readonly standing: Standing;
  /** Moves time to an instant; resolves when the bot has done what it does then, or is dead. */
  until(instant: number): Promise<void>;
  minutes(count: number): Promise<void>;
  /** The bot's next post is its last, and time moves on until it is made. */
  dieInPost(death: Death, instant: number): Promise<void>;
  start(): Promise<void>;
  /** Somebody presses the first option of the question that was posted first. */
  press(user: string): Promise<void>;
  question(): Question;
  /** The question's time passes, and as much again as the platform may need to take the result. */
  revealed(): Promise<void>;
}

async function dieAndComeBack({ dieInPost, until, start, press, revealed }: Stage): Promise<void> {
  await dieInPost('stored', DUE);
  // By then what the dead one was at is anybody's, and a platform still knows its nonce.
  await until(DUE + 1.2 * MINUTE_MS);
  await start();
  await press('51');
  await revealed();
}

export const TRIALS = {
  unconfirmed: {
    what: 'a platform that posts the question, and answers that it broke',
    platform: 'slack',
    play: async ({ world, until, minutes, revealed }) => {
      world.slack.breakNext({ kind: 'lost-answer' }, 'chat.postMessage');
      await until(DUE);
      await minutes(4);
      await revealed();
    },
  },
  killed: {
    what: 'a bot that is killed once the platform has its question, and before it knows',
    platform: 'slack',
    play: dieAndComeBack,
  },
  blind: {
    what: 'a bot that is killed like this where it can read no record, and can only repeat itself',
    platform: 'discord',
    play: (stage) => {
      stage.world.discord.setHistory(stage.standing.daily.place.channel, 'hidden');
      return dieAndComeBack(stage);
    },
  },
  late: {
    what: 'a platform that does not take the result at first, and somebody who answers after it',
    platform: 'slack',
    play: async ({ world, until, minutes, press, question, revealed }) => {
      await until(DUE);
      await press('UANA');
      await minutes(1);
      world.slack.breakNext({ kind: 'server-error' }, 'chat.update');
      await until(question().postedAt + HOUR_MS);
      await press('UBEA');
      await revealed();
    },
  },
} as const satisfies Readonly<Record<string, Trial>>;

/** What the judge finds, one line each: empty where the bot kept its promise. */
export async function runTrial(trial: Trial, fault: string | undefined): Promise<readonly string[]> {
  const standing = onlyPlace(trial.platform, DUE);
  const world = await openWorld({
    store: 'sqlite',
    platforms: [trial.platform],
    start: START,
    speed: 1,
    packs: PACKS,
  });
  let crew: Crew | undefined;
  try {
    await settle(world, [standing]);
    const random = createSeededRandom(1);
    crew = await openCrew({ world, seed: 1, processes: 1, speed: 1, fault, random });
    const [member] = crew.members;
    if (!member) throw new Error('nobody plays');
    const players = new Map<string, Player>();
    const stage = createStage({ world, standing, crew, member, players });
    await stage.start();
    await trial.play(stage);
    await crew.close();
    const people = {
      players: [...players.values()],
      told: (player: Player) => toldTo(world, player).map(({ text }) => text),
    };
    const { findings } = await judge({
      ...{ exact: true, places: [standing], world, crew, people },
      mishaps: { counts: new Map() },
    });
    return [...findings, ...member.process.crashes];
  } finally {
    await crew?.close();
    await world.close();
  }
}

interface Parts {
  readonly world: World;
  readonly standing: Standing;
  readonly crew: Crew;
  readonly member: Member;
  readonly players: Map<string, Player>;
}

function createStage({ world, standing, crew, member, players }: Parts): Stage {
  const { process } = member;
  const until = async (instant: number) => {
    world.time.jumpTo(instant);
    await process.rested();
  };
  const question = () => {
    const [first] = readQuestions(world);
    if (!first) throw new Error('no question stands');
    return first;
  };
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) await until(world.time.now() + MINUTE_MS);
  };
  return {
    ...{ world, standing, until, question, minutes },
    revealed: async () => {
      await until(Math.max(world.time.now(), question().postedAt + HOUR_MS));
      await minutes(5);
    },
    dieInPost: async (death, instant) => {
      crew.doom(member, death);
      await until(instant);
      if (process.state() !== 'down') throw new Error('it posted nothing, and lives');
    },
    start: async () => {
      if (process.state() === 'down') process.start();
      await process.up();
      await process.rested();
    },
    press: async (user) => {
      const { place } = standing.daily;
      const { id: message, round = '', date } = question();
      const player: Player = players.get(user) ?? { place, user, round, date, options: 2, pressed: [] };
      players.set(user, player);
      await answer(world, { player, message, option: 0 });
      await world[place.platform === 'slack' ? 'slack' : 'discord'].answered();
      await process.rested();
    },
  };
}
