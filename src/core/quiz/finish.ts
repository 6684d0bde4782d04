/**
 * How a quiz ends: with who did best, or with a word to whoever started it. What it owes is stored with its end, and
 * tried until it stands there or cannot be had; no quiz ends in silence.
 */
import { type Card, type PlainBlock, plainCard, type RichText } from '../cards/card.ts';
import {
  type Answer,
  type Attempt,
  type Ending,
  FIRST_TRY_MS,
  type Owed,
  type Quiz,
  type Round,
  type Standing,
} from '../ports/store.ts';
import { mayRepeat, type Outcome, TRY_OVER_MS, tryToPost } from '../posting.ts';
import type { Services } from '../services.ts';
import { hardestLine, nextDailyLine, winnersLine } from './finale.ts';
import { nextTurn } from './next-turn.ts';
import { leftFor, questionsOfLevel } from './select.ts';
import { standingsBlock } from './standings.ts';
import { answerCounts } from './tally.ts';
import { asShownToAll, whoseQuiz } from './whose.ts';

/** People sit before it. */
const PATIENCE_MS = 120_000;

/** Ends a quiz once. `word`: why, where its starter cannot see that; told privately. */
export async function finish(services: Services, quiz: Quiz, word = ''): Promise<void> {
  const { store, clock } = services;
  const asked = (await store.roundsOfQuiz(quiz.id)).filter(({ messageId }) => messageId !== undefined);
  const at = clock.now();
  const owed = { standings: !quiz.isPrivate && quiz.total > 1 && asked.length > 0, word };
  if (!(await store.endQuiz(quiz.id, { ...owed, at }))) return;
  await settle(services, quiz, { ...owed, endedAt: at, unsureSince: undefined }, at + FIRST_TRY_MS);
  await nextTurn(services, quiz.place, asked.at(-1));
}

/** Comes back to what an ended quiz still owes. */
export async function payWhatIsOwed(services: Services, quizId: string): Promise<void> {
  const { store, clock } = services;
  const quiz = await store.findQuiz(quizId);
  const now = clock.now();
  const held = now + TRY_OVER_MS;
  const ending = quiz && (await store.takeEnding(quizId, now, held));
  if (quiz && ending) await settle(services, quiz, ending, held);
}

async function settle(services: Services, quiz: Quiz, ending: Ending, held: number): Promise<void> {
  const { store, queue } = services;
  let mine = held;
  const note = async (owed: Owed, attempt: Attempt) => {
    const isOurs = await store.noteEnding(quiz.id, mine, { ...owed, ...attempt });
    if (isOurs) mine = attempt.retryAt;
    return isOurs;
  };
  let { word, unsureSince } = ending;
  if (ending.standings) {
    const outcome = await postStandings(services, quiz, ending, (attempt) =>
      note({ standings: true, word }, attempt),
    );
    if (outcome.status === 'later') queue.enqueue({ do: 'end-quiz', quiz: quiz.id }, outcome.at);
    if (outcome.status === 'later' || outcome.status === 'lost') return;
    if (outcome.status === 'over') word ||= noStandings(outcome);
    unsureSince = undefined;
    // Crossed out first: whoever comes next does not post them again.
    if (!(await note({ standings: false, word }, { unsureSince: undefined, retryAt: mine }))) return;
  }
  if (word === '') return;
  const next = await tellStarter(services, quiz, { ...ending, word, unsureSince });
  await note({ standings: false, word: next ? word : '' }, next ?? { unsureSince: undefined, retryAt: 0 });
  if (next) queue.enqueue({ do: 'end-quiz', quiz: quiz.id }, next.retryAt);
}

const noStandings = ({ sent, fix }: Extract<Outcome, { status: 'over' }>): string =>
  sent === 'maybe'
    ? 'It was never confirmed that its standings were posted.'
    : `Its standings could not be posted${fix === '' ? ' in time.' : `. ${fix}`}`;

async function postStandings(
  services: Services,
  quiz: Quiz,
  { endedAt, unsureSince }: Ending,
  note: (attempt: Attempt) => Promise<boolean>,
): Promise<Outcome> {
  return tryToPost(services, {
    post: { place: quiz.place, key: `result-${quiz.id}`, card: () => standingsCard(services, quiz) },
    ...{ since: endedAt, until: endedAt + PATIENCE_MS, unsureSince, note },
  });
}

async function standingsCard(services: Services, quiz: Quiz): Promise<Card> {
  const { store } = services;
  const rounds = (await store.roundsOfQuiz(quiz.id)).filter(({ messageId }) => messageId !== undefined);
  const answers = await Promise.all(rounds.map(({ id }) => store.answersOf(id)));
  const standings = answerCounts(answers);
  return resultCard(await asShownToAll(store, quiz), {
    asked: rounds.length,
    ending: await endingOf(services, quiz, rounds),
    answers,
    standings,
    next: await nextDailyLine(services, quiz, standings),
  });
}

/** How many were asked, and why no more. */
async function endingOf(services: Services, quiz: Quiz, rounds: readonly Round[]): Promise<string> {
  const questions = rounds.length === 1 ? '1 question' : `${rounds.length} questions`;
  if (rounds.length >= quiz.total) return `${questions}. The receipts stand with the answers above.`;
  const fitting = await questionsOfLevel(services, quiz);
  if (fitting.length === 0) return `${questions}. What it asked about is not asked here any more.`;
  const { left } = await leftFor(services, quiz, rounds, fitting);
  return left.length > 0
    ? `Stopped after ${questions}.`
    : `${questions}. No more questions fit: what is left would give an answer away.`;
}

interface Played {
  readonly asked: number;
  readonly ending: string;
  readonly answers: readonly (readonly Answer[])[];
  readonly standings: readonly Standing[];
  readonly next: RichText;
}

function resultCard(quiz: Quiz, { asked, ending, answers, standings, next }: Played): Card {
  return plainCard(
    'neutral',
    { type: 'heading', text: 'Quiz over' },
    ...lineOf(winnersLine(standings, asked)),
    standings.length === 0 ? { type: 'text', text: ['Nobody played this time.'] } : standingsBlock(standings),
    ...lineOf(hardestLine(answers)),
    ...lineOf(next),
    { type: 'note', text: [...whoseQuiz(quiz), ` · ${ending}`] },
    {
      type: 'choices',
      choices: [{ label: 'Another round', token: { do: 'again', quiz: quiz.id }, style: 'plain' }],
    },
  );
}

const lineOf = (text: RichText): readonly PlainBlock[] => (text.length === 0 ? [] : [{ type: 'text', text }]);

/** How long a person who cannot be told now is tried again. */
const TELL_WITHIN_MS = 10 * 60_000;
const TELL_AGAIN_MS = 5_000;

/**
 * The next try; undefined where that makes no sense. A word that may have arrived is said once more even where the
 * platform shows it twice: twice is better than silence.
 */
async function tellStarter(
  services: Services,
  quiz: Quiz,
  { endedAt, word, unsureSince }: Ending,
): Promise<Attempt | undefined> {
  const { speaker, clock, logger } = services;
  const outcome = await speaker.tell(quiz.starter, endedCard(quiz, word), `ended-${quiz.id}`);
  if (outcome.status === 'posted') return undefined;
  const now = clock.now();
  if (outcome.status === 'failed') {
    const retryAt = now + Math.max(TELL_AGAIN_MS, outcome.retryAfterMs ?? 0);
    const isSafe =
      outcome.sent === 'no' ||
      unsureSince === undefined ||
      mayRepeat(services, quiz.place, unsureSince, retryAt);
    const since = unsureSince ?? (outcome.sent === 'maybe' ? now : undefined);
    if (isSafe && retryAt <= endedAt + TELL_WITHIN_MS) return { unsureSince: since, retryAt };
  }
  logger.warn('starter-not-told', { quiz: quiz.id, ...outcome });
  return undefined;
}

const endedCard = ({ startedAt }: Quiz, word: string): Card =>
  plainCard(
    'problem',
    { type: 'heading', text: 'Your quiz is over' },
    {
      type: 'text',
      text: ['The quiz that you started ', { time: startedAt, as: 'relative' }, ' has ended. ', word],
    },
  );
