/** The end of a run: what the platforms' own records hold, against what was due and what people were told. */
import type { Delivery, Store } from '../../src/core/ports/store.ts';
import { wrongStandings } from '../fakes/recount.ts';
import type { Due } from './calendar.ts';
import type { Crew } from './crew.ts';
import type { Mishaps } from './mishaps.ts';
import type { People } from './people.ts';
import type { Standing } from './places.ts';
import { type Question, readQuestions } from './questions.ts';
import { isUnrevealed, readGames, wrongWithGames } from './quizzes.ts';
import { misscores } from './scores.ts';
import type { World } from './world.ts';

/** The last line of a run. */
export interface Figures {
  readonly kills: number;
  readonly processes: number;
  readonly due: number;
  readonly posted: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unrevealed: number;
  readonly misscored: number;
  readonly late_p50_ms: number;
  readonly late_p99_ms: number;
  /** Posted on a date on which nothing was due. */
  readonly uncalled: number;
  /** Said to be unknown, as it is bound to be where nobody may look; of these, so many stand there nevertheless. */
  readonly unknown: number;
  readonly unknown_standing: number;
  /** Of the lost, those that the bot says it was too late for. */
  readonly skipped: number;
  readonly replies: number;
  readonly replies_doubled: number;
  /** Acknowledged as locked in, and refused as too late. */
  readonly answers: number;
  readonly refused: number;
  /** Of which a question stood in its channel; ended without its standings, its answer or a word. */
  readonly quizzes: number;
  readonly quizzes_silent: number;
  readonly crashes: number;
}

export interface Verdict {
  readonly figures: Figures;
  /** What is wrong, one line each: empty where the bot kept its promise. */
  readonly findings: readonly string[];
  readonly mishaps: Readonly<Record<string, number>>;
}

interface Run {
  /** Whether it can be found out what stands in a channel, so that nothing needs to stay unknown. */
  readonly exact: boolean;
  readonly places: readonly Standing[];
  readonly world: World;
  readonly crew: Pick<Crew, 'kills' | 'members'>;
  readonly people: Pick<People, 'players' | 'told'>;
  readonly mishaps: Pick<Mishaps, 'counts'>;
}

/** One date of one place on which a question was due. */
export interface Case {
  readonly standing: Standing;
  readonly due: Due;
  readonly delivery: Delivery | undefined;
  /** Oldest first. */
  readonly questions: readonly Question[];
}

export async function judge(run: Run): Promise<Verdict> {
  const { store } = run.world;
  const cases = await casesOf(run, store);
  const games = await readGames(run.world);
  const questions = [...cases, ...games].flatMap((asked) => asked.questions);
  const recounted = await misscores(store, run.people, run.places, questions);
  const { answers, refused } = recounted;
  const misscored = [...recounted.misscored, ...(await wrongStandings(run.world.tables))];
  const wrongGames = wrongWithGames(run.world, games, run.exact);
  const findings = [
    ...wrongGames,
    ...cases.flatMap((one) => complaints(one, run)),
    ...uncalled(run, cases).map((line) => `uncalled ${line}`),
  ];
  const daily = { ...count(run, cases, misscored.length), ...more(run, cases) };
  const inQuizzes = (what: string) => wrongGames.filter((line) => line.startsWith(`${what} `)).length;
  return {
    figures: {
      ...daily,
      doubled: daily.doubled + inQuizzes('doubled'),
      unrevealed: daily.unrevealed + inQuizzes('unrevealed'),
      ...{ answers, refused, quizzes: games.length, quizzes_silent: inQuizzes('silent') },
    },
    findings: [...findings, ...misscored.map((line) => `misscored ${line}`)],
    mishaps: { ...Object.fromEntries(run.mishaps.counts), ...struck(run.world) },
  };
}

const MOST_DELIVERIES = 50;

async function casesOf({ places, world }: Run, store: Store): Promise<readonly Case[]> {
  const byKey = Map.groupBy(readQuestions(world), ({ channel, date }) => `${channel} ${date}`);
  const cases: Case[] = [];
  for (const standing of places) {
    const { place } = standing.daily;
    const deliveries = await store.deliveriesOf(place, MOST_DELIVERIES);
    for (const due of standing.dues) {
      const questions = byKey.get(`${place.channel} ${due.date}`) ?? [];
      const delivery = deliveries.find(({ localDate }) => localDate === due.date);
      cases.push({
        standing,
        due,
        delivery,
        questions: questions.toSorted((a, b) => a.postedAt - b.postedAt),
      });
    }
  }
  return cases;
}

/** Nobody could know, and the status says so. */
const isUnknown = ({ delivery }: Case): boolean => delivery?.state === 'unknown';
const isSkipped = ({ delivery }: Case): boolean => delivery?.state === 'skipped';
/** Nothing here keeps the bot away for as long as a place is patient, so a skipped one is a lost one. */
const isLost = (one: Case): boolean => one.questions.length === 0 && !isUnknown(one);
const isDoubled = ({ questions }: Case): boolean => questions.length > 1;
const isCaseUnrevealed = (one: Case): boolean => !isUnknown(one) && one.questions.some(isUnrevealed);

function complaints(one: Case, { exact }: Run): readonly string[] {
  const wrong = [
    exact && isUnknown(one) && 'unknown',
    isLost(one) && 'lost',
    isDoubled(one) && 'doubled',
    isCaseUnrevealed(one) && 'unrevealed',
  ];
  const { standing, due, delivery, questions } = one;
  const where = `${standing.daily.place.platform} ${standing.daily.place.channel} ${due.date}`;
  const messages = questions.map(
    ({ id, postedAt, revealedAt, round }) =>
      `${id} of ${round} at ${time(postedAt)} revealed ${time(revealedAt)}`,
  );
  const details = `due ${time(due.at)}; delivery: ${JSON.stringify(delivery)}; messages: ${messages.join(', ') || 'none'}`;
  return wrong.filter(Boolean).map((what) => `${what} ${where} ${details}`);
}

const time = (instant: number | undefined): string =>
  instant === undefined ? 'never' : new Date(instant).toISOString();

/** Questions on dates that were not due. */
function uncalled({ world }: Run, cases: readonly Case[]): readonly string[] {
  const called = new Set(cases.map(({ standing, due }) => `${standing.daily.place.channel} ${due.date}`));
  return readQuestions(world)
    .map(({ channel, date }) => `${channel} ${date}`)
    .filter((key) => !called.has(key));
}

function count({ crew }: Run, cases: readonly Case[], misscored: number) {
  const late = cases
    .flatMap(({ questions: [first], due }) => (first ? [first.postedAt - due.at] : []))
    .toSorted((a, b) => a - b);
  return {
    kills: crew.kills(),
    processes: crew.members.length,
    due: cases.length,
    posted: cases.reduce((sum, { questions }) => sum + questions.length, 0),
    lost: cases.filter(isLost).length,
    doubled: cases.filter(isDoubled).length,
    unrevealed: cases.filter(isCaseUnrevealed).length,
    misscored,
    late_p50_ms: late[Math.floor(late.length * 0.5)] ?? 0,
    late_p99_ms: late[Math.floor(late.length * 0.99)] ?? 0,
  };
}

function more(run: Run, cases: readonly Case[]) {
  const replies = cases.flatMap(({ questions }) => questions.map((question) => question.replies));
  const unknown = cases.filter(isUnknown);
  return {
    uncalled: uncalled(run, cases).length,
    unknown: unknown.length,
    unknown_standing: unknown.filter(({ questions }) => questions.length > 0).length,
    skipped: cases.filter(isSkipped).length,
    replies: replies.filter((given) => given > 0).length,
    replies_doubled: replies.filter((given) => given > 1).length,
    crashes: run.crew.members.reduce((sum, { process }) => sum + process.crashes.length, 0),
  };
}

function struck({ discord, slack }: World): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, times] of [
    ...Object.entries(discord.faults.struck()),
    ...Object.entries(slack.faults.struck()),
  ])
    sums[name] = (sums[name] ?? 0) + times;
  return sums;
}
