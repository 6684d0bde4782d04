/** What each button does. */
import { type Card, type Inline, say, withNote } from '../cards/card.ts';
import { askFirst, skipQuestion, unskipQuestion } from '../daily/preview.ts';
import { claimsNamed, claimsTold, sidesCard } from '../facts/sides.ts';
import { tellFact } from '../facts/tell.ts';
import { sameChannel } from '../ids.ts';
import type { EditOutcome, PlatformWords } from '../ports/platform.ts';
import type { Round } from '../ports/store.ts';
import {
  answerRound,
  findRoundHere,
  mayHost,
  NOT_CONFIRMED_YET,
  noSuchRound,
  unconfirmed,
} from '../quiz/answer.ts';
import { type Closing, closeRound, showResult } from '../quiz/close-round.ts';
import { finish } from '../quiz/finish.ts';
import { askAbout, nextPrivate, pickPrivate } from '../quiz/private.ts';
import { advance } from '../quiz/progress.ts';
import { askNext } from '../quiz/quiz.ts';
import { secretsAround } from '../quiz/secrets/secrets.ts';
import { obstacleTo } from '../quiz/select.ts';
import { startQuiz } from '../quiz/start-quiz.ts';
import { playAlone, waitTurn } from '../quiz/turn.ts';
import type { Services } from '../services.ts';
import { turnPressed } from '../settings/choose.ts';
import { listLeftOut, takeBack } from '../settings/left-out.ts';
import { listPacks } from '../settings/list.ts';
import {
  type Acknowledgement,
  type Origin,
  type Reply,
  toAsker,
  toAskerUnlessDone,
  toEveryone,
} from './request.ts';
import type { Token } from './token.ts';

/** A button that stands for a typed line goes the way of one. */
export type Pressed = Exclude<Token, { do: 'type' }>;

export function acknowledgementOf(token: Pressed): Acknowledgement {
  if (token.do === 'fact') return 'to-everyone';
  return IN_SIGHT.has(token.do) ? 'in-place' : 'to-asker';
}

/** What comes of these is seen in the place; only what goes wrong with them is said to who pressed. */
const IN_SIGHT: ReadonlySet<Token['do']> = new Set([
  ...(['pick', 'next', 'reveal', 'stop', 'go-on', 'again'] as const),
  ...(['skip', 'unskip', 'ask-first'] as const),
  ...(['turn', 'packs', 'left-out', 'back'] as const),
]);

/** Of these a second press does what the first did, and nothing more, so each delivery may be answered. */
const REPEATABLE: ReadonlySet<Token['do']> = new Set([
  'answer',
  'pick',
  'next',
  'reveal',
  'stop',
  'sides',
  'go-on',
  'skip',
  'unskip',
  'ask-first',
  'turn',
  'packs',
  'left-out',
  'back',
]);

/** Every player does these at every question; the rest is asked for. */
const ANSWERS: ReadonlySet<Token['do']> = new Set(['answer', 'pick', 'next']);

export const isAnswer = (token: Pressed): boolean => ANSWERS.has(token.do);

export const isRepeatable = (token: Pressed): boolean => REPEATABLE.has(token.do);

export async function press(services: Services, origin: Origin, token: Pressed): Promise<Reply> {
  switch (token.do) {
    case 'answer':
      return toAsker(await answerRound(services, origin, token.round, token.option));
    case 'pick':
      return { type: 'replace', card: await pickPrivate(services, origin, token.round, token.option) };
    case 'next':
      return { type: 'replace', card: await nextPrivate(services, origin, token.quiz) };
    case 'reveal':
      return revealEarly(services, origin, token.round);
    case 'stop':
      return stopQuiz(services, origin, token.quiz);
    case 'fact':
      return anotherFact(services, origin, token.about);
    case 'wait':
      return toAsker(await waitTurn(services, origin, token.quiz));
    case 'alone':
      return toAsker(await playAlone(services, origin, token.quiz));
    case 'go-on':
      return toAskerUnlessDone(await goOn(services, origin, token));
    case 'again':
      return toAskerUnlessDone(await playAgain(services, origin, token.quiz));
    case 'sides':
      return toAsker(await tellSides(services, origin, token));
    case 'skip':
      return forManagers(origin, () => skipQuestion(services, origin, token));
    case 'unskip':
      return forManagers(origin, () => unskipQuestion(services, origin, token));
    case 'ask-first':
      return forManagers(origin, () => askFirst(services, origin, token));
    case 'turn':
      return forManagers(origin, () => turnPressed(services, origin.place, token));
    case 'packs':
      return { type: 'replace', card: await listPacks(services, origin, token.page) };
    case 'left-out':
      return forManagers(origin, () => listLeftOut(services, origin, token.page));
    case 'back':
      return forManagers(origin, () => takeBack(services, origin, token));
    case 'ask':
      return toAsker(await askAbout(services, origin, token.claim));
    default:
      return token satisfies never;
  }
}

/** Whoever sees the list may have stopped managing the place. */
async function forManagers(origin: Origin, change: () => Promise<Card>): Promise<Reply> {
  const managing = await origin.manages();
  return managing.ok ? { type: 'replace', card: await change() } : toAsker(say('problem', managing.fix));
}

/** For whoever presses, under the rules of a quiz that they typed: its topic may come near an open question by now. */
async function playAgain(services: Services, origin: Origin, id: string): Promise<Card | undefined> {
  const quiz = await services.store.findQuiz(id);
  if (!quiz || quiz.isPrivate || !sameChannel(quiz.place, origin.place)) return noSuchRound();
  const obstacle = await obstacleTo(services, origin, quiz);
  return obstacle ?? startQuiz(services, origin, quiz);
}

/** Whoever started it need not wait for the pause to end. */
async function goOn(
  services: Services,
  origin: Origin,
  { quiz: id, number }: Extract<Token, { do: 'go-on' }>,
): Promise<Card | undefined> {
  const quiz = await services.store.findQuiz(id);
  if (!quiz || quiz.isPrivate || !sameChannel(quiz.place, origin.place)) return noSuchRound();
  const hosting = await mayHost(services, origin, id);
  if (!hosting.ok) return notYours(hosting);
  if (quiz.state !== 'running') return say('neutral', 'This quiz is over already.');
  const asked = await askNext(services, quiz, number);
  if (asked === 'opened') return undefined;
  return asked === 'none'
    ? say('neutral', 'There was no further question that fits, so the quiz is over.')
    : say('neutral', 'That question has been asked already.');
}

/** Not while another question stands open that it comes near. */
async function tellSides(
  services: Services,
  origin: Origin,
  { of, id }: Extract<Token, { do: 'sides' }>,
): Promise<Card> {
  const { library } = services;
  const ids = of === 'claim' ? [library.claim(id)?.id ?? id] : (library.question(id)?.right.claims ?? []);
  const [claim, ...others] = claimsNamed(library, ids);
  if (!claim) return say('problem', 'This is not told any more. Type /fact to ask about its subject.');
  const secrets = await secretsAround(services, origin);
  const [refusal] = claimsTold(library, [claim, ...others]).flatMap((one) => secrets.refuseClaim(one) ?? []);
  return refusal ?? sidesCard(library, [claim, ...others]);
}

/** Anyone can press a button again and again; beyond a few times in a minute it speaks to them alone. */
export function atPace({ limits }: Services, origin: Origin, reply: Reply): Reply {
  if (reply.type !== 'say' || reply.to === 'asker' || !limits.take('shown', origin)) return reply;
  return toAsker(withNote(reply.card, ALONE));
}

async function anotherFact(services: Services, origin: Origin, about: string): Promise<Reply> {
  const { found, card } = await tellFact(services, origin, about);
  return found ? atPace(services, origin, toEveryone(card)) : toAsker(card);
}

const ALONE = 'Only you see this one: you have shown everyone several within a minute.';

const notYours = ({ fix }: { readonly fix: string }) => say('problem', 'Someone else started this. ', fix);

async function revealEarly(services: Services, origin: Origin, id: string): Promise<Reply> {
  const round = await findRoundHere(services, origin, id);
  if (!round || round.isPrivate) return toAsker(noSuchRound());
  const hosting = await mayHost(services, origin, quizOf(round));
  if (!hosting.ok) return toAsker(notYours(hosting));
  const closing = await advance(services, id, origin.player);
  return toAskerUnlessDone(await unlessShown(services, origin, id, closing));
}

/** What the person who pressed is told; undefined where the answer is shown. */
async function unlessShown(
  services: Services,
  origin: Origin,
  id: string,
  closing: Closing,
): Promise<Card | undefined> {
  const { words } = services.speaker.capabilities(origin.place.platform);
  if (closing.status === 'done') return whyNotShown(closing.shown, words);
  const round = await services.store.findRound(id);
  if (round?.state === 'revealed' && round.messageId === undefined) return unconfirmed(words);
  if (round && round.state !== 'revealed' && round.messageId === undefined)
    return say('neutral', NOT_CONFIRMED_YET);
  if (closing.status !== 'elsewhere' || round?.state !== 'revealed')
    return say(
      'neutral',
      `Closed. The answer is on its way: it appears as soon as it is taken by ${words.name}.`,
    );
  if (!canBeShownAgain(services, round))
    return say('neutral', 'This question has been revealed. A later release no longer asks it.');
  // Somebody else closed it, now or earlier: whether it is shown, or can be by now, the platform knows.
  return whyNotShown(await showResult(services, round), words);
}

/** Not one whose receipts are gone. */
const canBeShownAgain = ({ library }: Services, { questionId, isVoid }: Round): boolean =>
  isVoid || library.question(questionId) !== undefined;

function whyNotShown(outcome: EditOutcome, words: PlatformWords): Card | undefined {
  const reason = reasonNotShown(outcome, words);
  return reason && say('problem', ...reason);
}

function reasonNotShown(outcome: EditOutcome, { name }: PlatformWords): readonly Inline[] | undefined {
  switch (outcome.status) {
    case 'edited':
      return undefined;
    case 'refused':
      return ['The answer could not be shown. ', outcome.fix];
    case 'gone':
      return ['The question was deleted, so its answer cannot be shown.'];
    case 'failed':
      return [`The answer was not taken by ${name} just now. Press again in a minute.`];
    default:
      return outcome satisfies never;
  }
}

const quizOf = ({ belongsTo }: Round): string | undefined =>
  'quiz' in belongsTo ? belongsTo.quiz : undefined;

async function stopQuiz(services: Services, origin: Origin, id: string): Promise<Reply> {
  const quiz = await services.store.findQuiz(id);
  if (!quiz || quiz.isPrivate || !sameChannel(quiz.place, origin.place)) return toAsker(noSuchRound());
  const hosting = await mayHost(services, origin, id);
  if (!hosting.ok) return toAsker(notYours(hosting));
  if (quiz.state === 'offered') return toAsker(noSuchRound());
  if (quiz.state === 'ended') return toAsker(say('neutral', 'This quiz is over already.'));
  const { words } = services.speaker.capabilities(origin.place.platform);
  let reason: readonly Inline[] | undefined;
  const rounds = await services.store.roundsOfQuiz(id);
  for (const round of rounds) {
    const closing =
      round.state === 'revealed' ? undefined : await closeRound(services, round.id, origin.player);
    if (closing?.status === 'done') reason ??= reasonNotShown(closing.shown, words);
    if (closing?.status === 'later')
      reason ??= [`The answer appears as soon as it is taken by ${words.name}.`];
  }
  await finish(services, quiz);
  if (reason) return toAsker(say('problem', 'The quiz is stopped. ', ...reason));
  if (quiz.state === 'waiting') return toAsker(say('neutral', 'Your quiz waits no more.'));
  const isSeen = rounds.some(({ messageId }) => messageId !== undefined);
  return toAskerUnlessDone(isSeen ? undefined : say('neutral', 'The quiz is stopped.'));
}
