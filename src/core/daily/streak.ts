/** How many daily questions in a row a player has answered. */
import type { Player } from '../ids.ts';
import type { Answer, DailyDates, Round } from '../ports/store.ts';
import { isVoid } from '../quiz/question.ts';
import type { Services } from '../services.ts';
import { localDateOf } from './zone.ts';

/** `freezes`: how many missed days will be forgiven. */
export interface Streak {
  readonly days: number;
  readonly freezes: 0 | 1;
}

/** So many days in a row earn a freeze. They count anew after a missed day, so no week has two forgiven ones. */
const FREEZE_EARNED_BY = 7;

/**
 * A day without a question is not in `posted`, so it breaks nothing and counts for nothing; nor does a question
 * that is still open, nor today's before today is over in the place's zone. A forgiven day is not counted either.
 */
export function streakOf({ posted, answered, open }: DailyDates, now: number, zone: string): Streak {
  const known = new Set(answered);
  const pending = new Set([...open, localDateOf(now, zone)]);
  let streak: Streak = { days: 0, freezes: 0 };
  let inRow = 0;
  for (const date of posted.filter((one) => known.has(one) || !pending.has(one))) {
    inRow = known.has(date) ? inRow + 1 : 0;
    if (inRow === 0) streak = { days: streak.freezes === 1 ? streak.days : 0, freezes: 0 };
    else streak = { days: streak.days + 1, freezes: inRow % FREEZE_EARNED_BY === 0 ? 1 : streak.freezes };
  }
  return streak;
}

/** "8 days, and one missed day will be forgiven". */
export const describeStreak = ({ days, freezes }: Streak): string =>
  `${days} ${days === 1 ? 'day' : 'days'}${freezes === 1 ? ', and one missed day will be forgiven' : ''}`;

export interface Running {
  readonly player: Player;
  readonly days: number;
}

/** Each costs a query, so no more are looked at, those who were right first. */
const MOST_LOOKED_AT = 12;
const MOST_NAMED = 5;

/** The longest streaks, of two days or more, that this daily question was added to; empty for any other round, and for one that counts for nobody. */
export async function streaksAfter(
  { store, library, clock }: Services,
  round: Round,
  answers: readonly Answer[],
): Promise<readonly Running[]> {
  if (!('delivery' in round.belongsTo) || isVoid(library, round)) return [];
  const zone = (await store.findDaily(round.place))?.zone ?? 'UTC';
  const rightFirst = answers
    .filter(({ isHidden }) => !isHidden)
    .toSorted((a, b) => Number(b.right) - Number(a.right))
    .slice(0, MOST_LOOKED_AT);
  const running = await Promise.all(
    rightFirst.map(async ({ player }) => {
      const { days } = streakOf(await store.dailyDates(round.place, player), clock.now(), zone);
      return { player, days };
    }),
  );
  return running
    .filter(({ days }) => days >= 2)
    .toSorted((a, b) => b.days - a.days)
    .slice(0, MOST_NAMED);
}
