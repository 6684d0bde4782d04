/** What became of the quizzes that people started: none may end without a word. */
import { nonceOf } from '../../src/adapters/discord/post.ts';
import { placeOf } from '../../src/core/ids.ts';
import type { Quiz, Round, Store } from '../../src/core/ports/store.ts';
import { type Told, toldTo } from './press.ts';
import { type Question, readQuizQuestions } from './questions.ts';
import type { World } from './world.ts';

/** One quiz of which a question stands or stood in its channel. */
export interface Game {
  readonly channel: string;
  /** Undefined where the store does not know the question that stands there. */
  readonly quiz: Quiz | undefined;
  /** Oldest first. */
  readonly questions: readonly (Question & { readonly number: number | undefined })[];
}

export async function readGames(world: World): Promise<readonly Game[]> {
  const found = await Promise.all(
    readQuizQuestions(world).map(async (question) => {
      const round = question.round === undefined ? undefined : await world.store.findRound(question.round);
      const of = quizOf(round);
      return { question: { ...question, number: of?.number }, key: of?.quiz ?? question.id };
    }),
  );
  const games = [...Map.groupBy(found, ({ key }) => key)];
  return Promise.all(
    games.map(async ([key, members]) => {
      const questions = members.map(({ question }) => question).toSorted((a, b) => a.postedAt - b.postedAt);
      return { channel: questions[0]?.channel ?? '', quiz: await world.store.findQuiz(key), questions };
    }),
  );
}

const quizOf = (round: Round | undefined) =>
  round && 'quiz' in round.belongsTo ? round.belongsTo : undefined;

/** What is wrong with the quizzes, one line each. */
export function wrongWithGames(world: World, games: readonly Game[], exact: boolean): readonly string[] {
  return games.flatMap((game) => {
    const numbers = game.questions.map(({ number }) => number);
    const wrong = [
      isSilent(world, game) && 'silent',
      new Set(numbers).size < numbers.length && 'doubled',
      exact && game.questions.some(isUnrevealed) && 'unrevealed',
    ];
    return wrong.filter((what) => what !== false).map((what) => `${what} ${describeGame(game)}`);
  });
}

export const isUnrevealed = ({ revealedAt, relapsed }: Question): boolean =>
  revealedAt === undefined || relapsed;

/** Said to whoever started it: that it is over, or why it does not go on. */
const WORD = /stopped|quiz (?:is over|has ended|ended)|not (?:be posted|take|go on)|could not/i;

/** Neither its standings, nor the answer to its only question, nor a word to whoever started it. */
function isSilent(world: World, { quiz, questions }: Game): boolean {
  if (!quiz) return true;
  if (quiz.total === 1 && questions.some((question) => !isUnrevealed(question))) return false;
  const { place, starter } = quiz;
  const key = `result-${quiz.id}`;
  const marks = [key, nonceOf(place, key)];
  const standings = [...world.discord.record(), ...world.slack.record()].some(
    ({ mark }) => mark !== undefined && marks.includes(mark),
  );
  const since = questions[0]?.postedAt ?? 0;
  const told = toldTo(world, { place, user: starter.user });
  return !standings && !told.some((word) => word.at >= since && isWordOf(quiz, word));
}

/** Written to them about this very quiz, or answered where they play it: what is said of another one is no word. */
function isWordOf({ id, place }: Quiz, { text, channel, mark }: Told): boolean {
  const key = `ended-${id}`;
  const nonce = nonceOf(placeOf(place.platform, place.workspace, channel), key);
  return mark === undefined ? channel === place.channel && WORD.test(text) : [key, nonce].includes(mark);
}

function describeGame({ channel, quiz, questions }: Game): string {
  const messages = questions.map(
    ({ id, number, postedAt, revealedAt, round }) =>
      `${id} no. ${number} of ${round} at ${new Date(postedAt).toISOString()}${revealedAt === undefined ? ', not revealed' : ''}`,
  );
  return `${channel} ${JSON.stringify(quiz)}; messages: ${messages.join(', ')}`;
}

/** Whether a quiz goes on, owes its ending, or a question of one waits for its answer to be shown. */
export async function isPlaying(store: Store): Promise<boolean> {
  const quizzes = [...(await store.openQuizzes()), ...(await store.dueEndings(Number.MAX_SAFE_INTEGER))];
  const rounds = await store.unrevealedRounds();
  return (
    quizzes.length > 0 ||
    rounds.some((round) => quizOf(round) && !round.isPrivate && round.messageId !== undefined)
  );
}
