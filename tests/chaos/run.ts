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
import { createQuizzers, type Quizzers } from './quizzers.ts';
import { isPlaying } from './quizzes.ts';
import { planScenes, type Scene, type Unfinished, unfinished } from './scenes.ts';
import { turnCalm, turnFoul } from './weather.ts';
import { openWorld, settle, type World } from './world.ts';

export interface RunOptions extends Setting {
  readonly seed: number;
  readonly kills: number;
  readonly processes: number;
  readonly store: 'postgres' | 'sqlite';
  readonly speed: number;
  readonly fault: string | undefined;
  /** How many are begun in each scene. */
  readonly quizzes: number;
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
  readonly quizzers: Quizzers;
  readonly mishaps: Mishaps;
}

const MINUTE_MS = 60_000;
const LOOK_MS = 25;
const LOOK_AT_RECORD_MS = 500;
/** Work that is not done by then, after its scene: nothing goes wrong any more, so that it can be done. */
const CALM_AFTER_MS = 15 * MINUTE_MS;
/** Work that is not done by then is not done at all. */
const GIVE_UP_AFTER_MS = 35 * MINUTE_MS;
/** How long, after something was due, a machine sleeps at the most; less than any place's patience. */
const LONGEST_SLEEP_MS = 100 * MINUTE_MS;
/** One of several sleeps on for so long while the others work. */
const ONE_SLEEPS_MS = 5 * MINUTE_MS;
const WITHOUT_HISTORY = ['commands', 'chat:write', 'users:read', 'channels:read', 'groups:read', 'im:read'];

export async function runChaos(options: RunOptions): Promise<Verdict> {
  const { seed, processes, speed, fault, log } = options;
  const places = drawPlaces(options, createSeededRandom(seed));
  const world = await openWorld({ ...options, start: START });
  let crew: Crew | undefined;
  try {
    if (!options.slackHistory) world.slack.grant(WITHOUT_HISTORY);
    await settle(world, places);
    crew = await openCrew({ world, seed, processes, speed, fault, random: createSeededRandom(seed + 1) });
    const people = createPeople(world, places, createSeededRandom(seed + 2));
    const mishaps = createMishaps({ world, crew, random: createSeededRandom(seed + 3) });
    const quizzers = createQuizzers(world, places, createSeededRandom(seed + 4));
    const stage = { options, places, world, crew, people, quizzers, mishaps };
    await ready(crew);
    await playAll(stage);
    await crew.close();
    return await judge({ ...stage, exact: options.slackHistory });
  } finally {
    await crew?.close();
    await world.close();
    for (const { process } of crew?.members ?? []) for (const crash of process.crashes) log(crash);
  }
}

async function ready(crew: Crew): Promise<void> {
  while (!crew.members.every(({ process }) => process.state() === 'up')) {
    const crashes = crew.members.flatMap(({ process }) => process.crashes);
    if (crashes.length > 5) throw new Error(`the bot does not start: ${crashes.join('\n')}`);
    crew.look();
    await pause(LOOK_MS);
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function playAll(stage: Stage): Promise<void> {
  const { options, places, mishaps, world, crew, people, quizzers } = stage;
  let since = 0;
  for (let number = 1; ; number += 1) {
    const left = planScenes(places, readQuestions(world), world.time.now());
    const [scene] = left;
    if (!scene) break;
    const share = Math.ceil((options.kills - crew.kills() - mishaps.owed()) / left.length);
    mishaps.plan(share, (scene.until - scene.from) / options.speed);
    if (number > 1) sleepInto(stage, scene);
    else world.time.jumpTo(scene.from);
    quizzers.plan(options.quizzes, scene);
    if (!(await play(stage, scene, { isLast: left.length === 1, since }))) since = world.time.now();
    const standing = readQuestions(world).length;
    options.log(
      `scene ${number}: ${crew.kills()} kills, ${standing} questions, ${left.length - 1} scenes to come`,
    );
  }
  await people.rest();
  await quizzers.rest();
}

/** Time leaps to shortly before something is due; a machine that slept meanwhile may sleep on for a while. */
function sleepInto({ options, world, mishaps }: Stage, { from }: Scene): void {
  const who = mishaps.sleep();
  const dice = createSeededRandom(options.seed + from).next();
  const at = from + (who === 'all' ? dice * LONGEST_SLEEP_MS : 0);
  if (at > world.time.now()) world.time.jumpTo(at);
  if (who === 'all') mishaps.wake();
}

interface Limits {
  /** The kills that are left happen now. */
  readonly isLast: boolean;
  /** What was due before was given up. */
  readonly since: number;
}

/** Until all that was due is done, and everyone rests. False where some of it was not done in the end. */
async function play(stage: Stage, scene: Scene, { isLast, since }: Limits): Promise<boolean> {
  const { options, places, world, people, quizzers, mishaps } = stage;
  const { time } = world;
  turnFoul(world, options.seed + scene.from, options.speed);
  time.flow(options.speed);
  const end = Math.max(scene.until, time.now() + scene.until - scene.from);
  let done = false;
  for (let lookAt = 0; !done; ) {
    await pause(LOOK_MS);
    const late = time.now() - end;
    lookAround(stage, late > CALM_AFTER_MS);
    if (time.now() > scene.from + ONE_SLEEPS_MS) mishaps.wake();
    if (late < 0 || performance.now() < lookAt) continue;
    lookAt = performance.now() + LOOK_AT_RECORD_MS;
    if (isLast && mishaps.owed() > 0 && late < CALM_AFTER_MS) continue;
    if ((people.busy() || quizzers.busy()) && late < CALM_AFTER_MS) continue;
    const open = unfinished(places, readQuestions(world), { now: time.now(), since });
    done = open.length === 0 || (await areSettled(stage, open));
    // Where the database is away, nobody can know.
    done &&= !(await isPlaying(world.store).catch(() => true));
    if (late > GIVE_UP_AFTER_MS) break;
  }
  await comeToRest(stage);
  return done;
}

/** Waiting is useless where the store says that it is over. Whether that is right is for the judge to say. */
async function areSettled({ world }: Stage, open: readonly Unfinished[]): Promise<boolean> {
  for (const { standing, date } of open) {
    const deliveries = await world.store.deliveriesOf(standing.daily.place, 10).catch(() => []);
    const state = deliveries.find(({ localDate }) => localDate === date)?.state ?? 'claimed';
    if (state === 'claimed' || state === 'posted') return false;
  }
  return true;
}

function lookAround({ world, crew, people, quizzers, mishaps }: Stage, isCalm: boolean): void {
  crew.look();
  people.look();
  quizzers.look();
  if (isCalm) turnCalm(world);
  else mishaps.look();
}

/** Time stands still until nobody calls anybody any more: only then may it leap. */
async function comeToRest({ world, crew, mishaps }: Stage): Promise<void> {
  await mishaps.end();
  await pause(2 * LOOK_MS);
  world.time.flow(0);
  const QUIET_MS = 400;
  while (crew.busy() || performance.now() - crew.lastCall() < QUIET_MS) await pause(LOOK_MS);
}
