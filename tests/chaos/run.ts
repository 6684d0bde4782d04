/**
 * A run: places with orders, processes that serve them, and whatever may befall them, until all that was due is
 * done. Time is virtual: around the instants at which something is due it runs `speed` times as fast as real time;
 * in between it leaps, once nothing is under way.
 */
import { createSeededRandom } from '../fakes/random.ts';
import { type Crew, openCrew } from './crew.ts';
import { judge, type Verdict } from './judge.ts';
import { createMishaps, type Mishaps } from './mishaps.ts';
import { createPeople, type People } from './people.ts';
import { drawPlaces, type Setting, START, type Standing } from './places.ts';
import { readQuestions } from './questions.ts';
import { planScenes, type Scene } from './scenes.ts';
import { turnCalm, turnFoul } from './weather.ts';
import { openWorld, settle, type World } from './world.ts';

export interface RunOptions extends Setting {
  readonly seed: number;
  readonly kills: number;
  readonly processes: number;
  readonly store: 'postgres' | 'sqlite';
  readonly speed: number;
  readonly fault: string | undefined;
  /** Whether the bot may read the history of Slack's channels. */
  readonly slackHistory: boolean;
  readonly log: (line: string) => void;
}

interface Stage {
  readonly options: RunOptions;
  readonly places: readonly Standing[];
  readonly world: World;
  readonly crew: Crew;
  readonly people: People;
  readonly mishaps: Mishaps;
}

const MINUTE_MS = 60_000;
const LOOK_MS = 25;
const LOOK_AT_RECORD_MS = 500;
/** Work that is not done by then, after its scene: nothing goes wrong any more, so that it can be done. */
const CALM_AFTER_MS = 25 * MINUTE_MS;
/** Work that is not done by then is not done at all. */
const GIVE_UP_AFTER_MS = 120 * MINUTE_MS;
const WITHOUT_HISTORY = ['commands', 'chat:write', 'users:read', 'channels:read', 'groups:read', 'im:read'];

export async function runChaos(options: RunOptions): Promise<Verdict> {
  const { seed, processes, speed, fault, log } = options;
  const places = drawPlaces(options, createSeededRandom(seed));
  const world = await openWorld(options.store, START);
  let crew: Crew | undefined;
  try {
    if (!options.slackHistory) world.slack.grant(WITHOUT_HISTORY);
    await settle(world, places);
    crew = await openCrew({ world, seed, processes, speed, fault, random: createSeededRandom(seed + 1) });
    const people = createPeople(world, places, createSeededRandom(seed + 2));
    const mishaps = createMishaps({ world, crew, random: createSeededRandom(seed + 3) });
    const stage = { options, places, world, crew, people, mishaps };
    await ready(crew);
    await playAll(stage);
    await crew.close();
    return await judge(stage);
  } finally {
    await crew?.close();
    await world.close();
    for (const { process } of crew?.members ?? []) if (process.crashes() > 0) log(lastWords(process.lines()));
  }
}

const lastWords = (lines: readonly string[]): string => lines.slice(-5).join('\n');

async function ready(crew: Crew): Promise<void> {
  while (!crew.members.every(({ process }) => process.state() === 'up')) {
    if (crew.members.some(({ process }) => process.crashes() > 2))
      throw new Error(
        `the bot does not start: ${crew.members.map(({ process }) => lastWords(process.lines()))}`,
      );
    crew.look();
    await pause(LOOK_MS);
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function playAll(stage: Stage): Promise<void> {
  const { options, places, mishaps, world, crew, people } = stage;
  const scenes = planScenes(places);
  for (const [at, scene] of scenes.entries()) {
    const share = Math.round((options.kills * (at + 1)) / scenes.length) - crew.kills() - mishaps.owed();
    mishaps.plan(share, (scene.until - scene.from) / options.speed);
    await play(stage, scene, at === scenes.length - 1);
    const questions = readQuestions(world).length;
    options.log(`scene ${at + 1} of ${scenes.length}: ${crew.kills()} kills, ${questions} questions stand`);
  }
  await people.rest();
}

/** From shortly before its first instant until all that was due is done, and everyone rests. */
async function play(stage: Stage, scene: Scene, isLast: boolean): Promise<void> {
  const { options, world, crew, people, mishaps } = stage;
  const { time } = world;
  if (scene.from > time.now()) time.jumpTo(scene.from);
  turnFoul(world, options.seed + scene.from, options.speed);
  time.flow(options.speed);
  let lookAt = 0;
  for (;;) {
    await pause(LOOK_MS);
    const late = time.now() - scene.until;
    const isCalm = late > CALM_AFTER_MS;
    crew.look();
    people.look();
    if (!isCalm) mishaps.look();
    else turnCalm(world);
    if (late < 0 || performance.now() < lookAt) continue;
    lookAt = performance.now() + LOOK_AT_RECORD_MS;
    if (isLast && mishaps.owed() > 0 && late < CALM_AFTER_MS) continue;
    if (isDone(stage) || late > GIVE_UP_AFTER_MS) break;
  }
  await comeToRest(stage);
}

/** All that was due by now was posted, and all that was to be revealed is. */
function isDone({ places, world }: Stage): boolean {
  const now = world.time.now();
  const questions = new Map(
    readQuestions(world).map((question) => [`${question.channel} ${question.date}`, question]),
  );
  return places.every(({ daily, dues }) =>
    dues.every(({ date, at }) => {
      const question = questions.get(`${daily.place.channel} ${date}`);
      if (!question) return at > now;
      return (
        question.revealedAt !== undefined || question.postedAt + daily.revealAfterHours * 60 * MINUTE_MS > now
      );
    }),
  );
}

/** Time stands still until nobody calls anybody any more: only then may it leap. */
async function comeToRest({ world, crew, mishaps }: Stage): Promise<void> {
  await mishaps.end();
  await pause(2 * LOOK_MS);
  world.time.flow(0);
  const QUIET_MS = 400;
  while (crew.busy() || performance.now() - crew.lastCall() < QUIET_MS) await pause(LOOK_MS);
}
