/**
 * A recount. An answer counts that a person was told is locked in; the right option is the one that the result on
 * the platform names. Where a person was told nothing, because the answer got lost on its way, either is right.
 */
import { playerOf } from '../../src/core/ids.ts';
import type { Answer, Store } from '../../src/core/ports/store.ts';
import type { People, Player } from './people.ts';
import type { Standing } from './places.ts';
import { inPlainWords, type Question } from './questions.ts';

export interface Recount {
  readonly misscored: readonly string[];
  /** How many were acknowledged as locked in, and how many refused because the question was closed. */
  readonly answers: number;
  readonly refused: number;
}

const CLOSED = /closed/;

type Told = Pick<People, 'players' | 'told'>;

export async function misscores(
  store: Store,
  people: Told,
  places: readonly Standing[],
  /** All that were asked, whether daily or in a quiz. */
  questions: readonly Question[],
): Promise<Recount> {
  const misscored: string[] = [];
  let answers = 0;
  let refused = 0;
  const byRound = Map.groupBy(people.players, ({ round }) => round);
  for (const question of questions) {
    const players = byRound.get(question.round ?? '') ?? [];
    const stored = question.round === undefined ? [] : await store.answersOf(question.round);
    answers += players.filter(
      (player) => lockedBy(people.told(player), question.labels) !== undefined,
    ).length;
    refused += players.filter((player) => people.told(player).some((text) => CLOSED.test(text))).length;
    const wrong = wrongWith({ question, players, stored, people });
    misscored.push(...wrong.map((what) => `${question.channel} ${question.date} ${question.round}: ${what}`));
  }
  const boards = await wrongBoards(store, places, questions);
  return { misscored: [...misscored, ...boards], answers, refused };
}

function lockedBy(told: readonly string[], labels: readonly string[]): number | undefined {
  const said = told.map(inPlainWords);
  const at = labels.findIndex((label) => said.some((text) => text.includes(`ocked in: ${label}.`)));
  return at < 0 ? undefined : at;
}

interface Round {
  readonly question: Question;
  readonly players: readonly Player[];
  readonly stored: readonly Answer[];
  readonly people: Told;
}

function wrongWith({ question, players, stored, people }: Round): readonly string[] {
  const strangers = stored.filter(({ player }) => !players.some(({ user }) => user === player.user));
  return [
    ...strangers.map(({ player }) => `${player.user} never answered, and counts`),
    ...players.flatMap((player) => {
      const answer = stored.find((candidate) => candidate.player.user === player.user);
      const told = people.told(player);
      return [
        wrongWithPlayer(player, lockedBy(told, question.labels), told, answer),
        wrongWithResult(question, player, answer),
        tooLate(question, player, answer),
      ]
        .filter((what) => what !== undefined)
        .map(
          (what) =>
            `${player.user} ${what}; pressed ${JSON.stringify(player.pressed)}; was told ${JSON.stringify(told)}`,
        );
    }),
  ];
}

function wrongWithPlayer(
  player: Player,
  locked: number | undefined,
  told: readonly string[],
  answer: Answer | undefined,
): string | undefined {
  if (locked !== undefined && answer?.option !== locked)
    return `was told that ${locked} is locked in, and ${answer ? `${answer.option} counts` : 'nothing counts'}`;
  if (answer && !player.pressed.some(({ option }) => option === answer.option))
    return `never pressed ${answer.option}, and it counts`;
  const refused = told.length > 0 && told.every((text) => CLOSED.test(text));
  if (refused && answer && player.pressed.length === 1) return 'was told that it is closed, and it counts';
  return undefined;
}

/** The result names whoever was right, three at the most; Slack's may not have the name at hand. */
function wrongWithResult(
  { right, last }: Question,
  { place, user }: Player,
  answer: Answer | undefined,
): string | undefined {
  if (right === undefined) return undefined;
  const wasRight = answer !== undefined && answer.option === right;
  if (answer && answer.right !== wasRight)
    return `counts as ${answer.right ? 'right' : 'wrong'}, and was not`;
  if (wasRight && (place.platform === 'slack' || /and \d+ more/.test(last))) return undefined;
  if (last.includes(user) !== wasRight)
    return wasRight ? 'is not named in the result' : 'is named in the result';
  return undefined;
}

function tooLate(
  { revealedAt }: Question,
  { pressed }: Player,
  answer: Answer | undefined,
): string | undefined {
  if (!answer || revealedAt === undefined) return undefined;
  const inTime = pressed.some(({ option, at }) => option === answer.option && at <= revealedAt);
  return inTime ? undefined : 'answered after the reveal, and it counts';
}

/** The leaderboard of each place, against its results; answers to a question without a result prove nothing. */
async function wrongBoards(
  store: Store,
  places: readonly Standing[],
  questions: readonly Question[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { place } of places.map(({ daily }) => daily)) {
    const expected = new Map<string, number>();
    const unproved = new Set<string>();
    for (const { right, round } of questions.filter(({ channel }) => channel === place.channel)) {
      const given = round === undefined ? [] : await store.answersOf(round);
      for (const { player } of given) if (right === undefined) unproved.add(player.user);
      for (const { player, option } of right === undefined ? [] : given)
        expected.set(player.user, (expected.get(player.user) ?? 0) + Number(option === right));
    }
    const name = { scope: { place }, period: 'all', date: '2026-11-21' } as const;
    const nobody = playerOf(place.platform, place.workspace, 'nobody');
    const { top } = await store.leaderboard(name, nobody, 10_000);
    const proved = top.filter(({ player }) => !unproved.has(player.user));
    const shown = proved.map(({ player, right }) => `${player.user} ${right}`).toSorted();
    const counted = [...expected]
      .filter(([, right]) => right > 0)
      .map(([user, right]) => `${user} ${right}`)
      .toSorted();
    if (shown.join() !== counted.join())
      wrong.push(`${place.channel}: the leaderboard says ${shown.join()}, the recount ${counted.join()}`);
  }
  return wrong;
}
