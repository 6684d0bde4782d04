/** A quiz that was ordered while another one runs in its channel: it waits its turn, or is played alone. */
import { type Card, type Choice, plainCard, say } from '../cards/card.ts';
import { samePlace, samePlayer } from '../ids.ts';
import type { Quiz } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { finish } from './finish.ts';
import { nextTurn } from './next-turn.ts';
import { startPrivate } from './private.ts';
import { askNext } from './quiz.ts';
import { obstacleTo } from './select.ts';
import { tooMany } from './too-many.ts';
import { asShownToAll, standOf, whoseQuiz } from './whose.ts';

/** More would wait for longer than people stay. */
const MOST_WAITING = 3;

/** Whoever ordered it has gone on to something else by then. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** Keeps the order under its id, which is all that a button can carry. */
export async function offerTurn(services: Services, quiz: Quiz): Promise<Card> {
  await services.store.createQuiz({ ...quiz, state: 'offered' });
  return plainCard(
    'neutral',
    { type: 'text', text: await whoPlays(services, quiz) },
    { type: 'text', text: ['Yours can wait its turn and start here by itself, or you can play alone now.'] },
    { type: 'choices', choices: [later(quiz), alone(quiz)] },
  );
}

const later = ({ id }: Quiz): Choice => ({
  label: 'Start mine after it',
  token: { do: 'wait', quiz: id },
  style: 'primary',
});
const alone = ({ id }: Quiz): Choice => ({
  label: 'Play alone now',
  token: { do: 'alone', quiz: id },
  style: 'plain',
});

async function whoPlays({ store }: Services, { place }: Quiz) {
  const [running, ...waiting] = await store.quizzesIn(place);
  if (running?.state !== 'running') return ['Another quiz is just about to start here.'];
  const number = Math.max(1, (await store.roundsOfQuiz(running.id)).length);
  const left = running.total - number;
  const stand = standOf(running, number);
  return [
    ...whoseQuiz(await asShownToAll(store, running)),
    ' is being played here',
    stand === undefined ? '' : `: ${stand}, ${left === 0 ? 'its last one' : `with ${left} more to come`}`,
    '.',
    waiting.length === 0
      ? ''
      : ` ${counted(waiting.length)} ${waiting.length === 1 ? 'waits' : 'wait'} already.`,
  ];
}

const counted = (quizzes: number): string => (quizzes === 1 ? '1 quiz' : `${quizzes} quizzes`);

/** The button “Start mine after it”. */
export async function waitTurn(services: Services, origin: Origin, id: string): Promise<Card> {
  const { store, clock } = services;
  const quiz = await orderOf(services, origin, id);
  if (!quiz) return notKept();
  const problem = await tooMany(services, origin.player);
  if (problem) return problem;
  const outcome = await store.waitTurn(id, clock.now(), MOST_WAITING);
  switch (outcome) {
    case 'waiting':
      await nextTurn(services, quiz.place);
      return waits(services, quiz);
    case 'full':
      return orAlone(quiz, `${counted(MOST_WAITING)} wait here already, and more would wait too long.`);
    case 'another':
      return orAlone(quiz, 'One quiz of yours waits here already. It starts by itself when its turn comes.');
    case 'gone':
      return notKept();
    default:
      return outcome satisfies never;
  }
}

async function waits({ store }: Services, quiz: Quiz): Promise<Card> {
  const before = (await store.quizzesIn(quiz.place)).findIndex(({ id }) => id === quiz.id);
  const when = ['in a moment', 'after the one before it'][before] ?? `after the ${before} before it`;
  const back: Choice = { label: 'Take it back', token: { do: 'stop', quiz: quiz.id }, style: 'plain' };
  return plainCard(
    'neutral',
    { type: 'text', text: [`Your quiz waits its turn: it starts here by itself ${when}.`] },
    { type: 'choices', choices: [back] },
  );
}

const orAlone = (quiz: Quiz, why: string): Card =>
  plainCard(
    'neutral',
    { type: 'text', text: [why, ' You can play this one alone now.'] },
    { type: 'choices', choices: [alone(quiz)] },
  );

/** The button “Play alone now”: the same order, for its person alone. */
export async function playAlone(services: Services, origin: Origin, id: string): Promise<Card> {
  const quiz = await orderOf(services, origin, id);
  if (!quiz) return notKept();
  // What could be asked when it was ordered may be open by now.
  const obstacle = await obstacleTo(services, origin, quiz);
  return obstacle ?? startPrivate(services, origin, { ...quiz, isPrivate: true });
}

async function orderOf({ store }: Services, origin: Origin, id: string): Promise<Quiz | undefined> {
  const quiz = await store.findQuiz(id);
  const isTheirs = quiz && samePlace(quiz.place, origin.place) && samePlayer(quiz.starter, origin.player);
  return isTheirs ? quiz : undefined;
}

const notKept = (): Card =>
  say('problem', 'This quiz does not wait here any more. Type /quiz for a new one.');

/** Asks the first question of a quiz whose turn it is; where it cannot, its person is told. */
export async function beginTurn(services: Services, id: string): Promise<void> {
  const { store, clock } = services;
  const quiz = await store.findQuiz(id);
  if (quiz?.state !== 'waiting') return;
  const now = clock.now();
  if (now - quiz.startedAt > LONGEST_WAIT_MS) await finish(services, quiz, WAITED_TOO_LONG);
  else if (await store.beginQuiz(id, now))
    await askNext(services, { ...quiz, state: 'running', startedAt: now }, 1);
}

const WAITED_TOO_LONG =
  'It waited its turn for half an hour, and nobody would expect it any more. Type /quiz for a new one.';
