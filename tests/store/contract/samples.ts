/** Places, people and orders that the specification of the store speaks of. */
import { type Place, type Player, placeOf, playerOf } from '../../../src/core/ids.ts';
import type {
  BoardName,
  Counting,
  Daily,
  NewAnswer,
  NewDelivery,
  NewRound,
  Quiz,
  Store,
} from '../../../src/core/ports/store.ts';

import { firstUnseen } from '../../../src/core/unseen.ts';

export type Current = () => Store;

export const channel = placeOf('chat', 'team', 'general');
export const secondChannel = placeOf('chat', 'team', 'random');
/** Alike in all but one part: whoever forgets to compare that part mixes them up. */
export const otherTeam = placeOf('chat', 'team-2', 'general');
export const otherPlatform = placeOf('talk', 'team', 'general');
export const elsewhere: readonly Place[] = [secondChannel, otherTeam, otherPlatform];

const teamMate = (user: string): Player => playerOf('chat', 'team', user);
export const ana = teamMate('ana');
export const ben = teamMate('ben');
export const cleo = teamMate('cleo');
export const crowd: readonly Player[] = Array.from({ length: 20 }, (_, at) => teamMate(`guest-${at + 10}`));

export const NOON = Date.UTC(2026, 10, 21, 12);
export const MINUTE = 60_000;
export const EVER = Number.MAX_SAFE_INTEGER;

/** What people type and what attackers type: all of it is kept as it is, none of it is understood. */
export const ODD_TEXTS: readonly string[] = [
  `'; drop table answers; --`,
  `" or ""="`,
  '%_\\%',
  '$1 ? :name {{x}}',
  '👩🏽‍🚀🇪🇺 🏳️‍🌈',
  'שלום עולם مرحبا بالعالم \u202eright to left\u202c',
  'Zürich Ａ e\u0301 \u200b\ufeff 漢字',
  'line one\r\nline two\ttab',
  ' spaces ',
  'a long text 🎲 '.repeat(2_000),
];

export const quiz = (given: Partial<Quiz> = {}): Quiz => ({
  id: 'quiz',
  place: channel,
  starter: ana,
  topic: '',
  total: 3,
  secondsPerRound: 60,
  isPrivate: false,
  state: 'running',
  startedAt: NOON,
  ...given,
});

/** The first of them that the place has not been shown. */
export const takeUnseen = (
  store: Store,
  place: Place,
  items: readonly string[],
  shelf: 'fact' | 'question' = 'fact',
): Promise<string | undefined> => {
  const known = new Map(items.map((id) => [id, { id }]));
  const find = (id: string) => known.get(id);
  return store.takeChosen(place, shelf, (shown) => firstUnseen([...known.values()], shown, find), NOON);
};

export const round = (given: Partial<NewRound> = {}): NewRound => ({
  id: 'round',
  place: channel,
  questionId: 'question',
  shown: { prompt: 'Which “one”?', options: ['Two', 'None', 'Three', 'One'], right: 1 },
  openedAt: NOON,
  closesAt: NOON + MINUTE,
  belongsTo: { quiz: 'quiz', number: 1 },
  isPrivate: false,
  ...given,
});

export const answer = (given: Partial<NewAnswer> = {}): NewAnswer => ({
  round: 'round',
  player: ben,
  option: 1,
  right: true,
  at: NOON + 1_000,
  ...given,
});

export const daily = (given: Partial<Daily> = {}): Daily => ({
  id: 'daily',
  place: channel,
  time: '09:00',
  zone: 'Europe/Berlin',
  weekdays: [1, 3, 5],
  topic: 'space',
  revealAfterHours: 24,
  skipDates: [],
  catchUpHours: 6,
  state: 'on',
  pausedUntil: undefined,
  reason: '',
  setBy: ana,
  nextRun: NOON,
  ...given,
});

export const delivery = (given: Partial<NewDelivery> = {}): NewDelivery => ({
  id: 'delivery',
  daily: 'daily',
  place: channel,
  localDate: '2026-11-21',
  dueAt: NOON,
  byHand: false,
  claimedAt: NOON + 5,
  ...given,
});

/** Under which a round counts that closes at noon. */
export const COUNTING: Counting = { date: '2026-11-21', everywhere: true };

export const allTime: BoardName = { scope: { place: channel }, period: 'all', date: COUNTING.date };

/** A round of a quiz of its own, which is over, so that a test can have as many as it likes in one place. */
export async function startRound(store: Store, id: string, given: Partial<NewRound> = {}): Promise<NewRound> {
  const opened = round({ id, ...given, belongsTo: given.belongsTo ?? { quiz: `quiz-of-${id}`, number: 1 } });
  if ('quiz' in opened.belongsTo)
    await store.createQuiz(
      quiz({
        id: opened.belongsTo.quiz,
        place: opened.place,
        isPrivate: opened.isPrivate,
        state: 'ended',
      }),
    );
  await store.openRound(opened);
  return opened;
}

/** Plays a public round to its end: who answered, and whether they were right. */
export async function playRound(
  store: Store,
  id: string,
  answers: readonly (readonly [Player, boolean])[],
  place: Place = channel,
  counting: Counting = COUNTING,
): Promise<void> {
  await startRound(store, id, { place });
  for (const [player, right] of answers) await store.recordAnswer(answer({ round: id, player, right }));
  await store.closeRound(id, NOON + 2, counting);
}

/** Runs the same attempt at once, as several processes or impatient people would; counts who got true. */
export async function winners(attempts: number, attempt: (at: number) => Promise<boolean>): Promise<number> {
  const outcomes = await Promise.all(Array.from({ length: attempts }, (_, at) => attempt(at)));
  return outcomes.filter(Boolean).length;
}
