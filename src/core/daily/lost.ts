/**
 * A daily question that may have been posted after the backup that the database was restored from: nothing is kept of
 * it. Its message is known again by its heading, which names the date; what it asks, and which round it is, stands there.
 */
import type { Library } from '../dataset/library.ts';
import type { Question } from '../dataset/schema.ts';
import { type FindOutcome, lettersOf, type OwnPost } from '../ports/platform.ts';
import type { NewRound, Round, ShownQuestion } from '../ports/store.ts';
import { adoptMessage, keepRound } from '../quiz/open-round.ts';
import { putQuestion } from '../quiz/question.ts';
import { decodeToken } from '../requests/token.ts';
import type { Services } from '../services.ts';
import { type Attempt, endUnknown, settle, windowEnd } from './attempt.ts';
import { dailyHeading } from './heading.ts';

type Lost =
  | { readonly status: 'found'; readonly post: OwnPost }
  | Exclude<FindOutcome, { readonly status: 'found' }>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Where it is not found from its time on, somebody may have had it posted earlier that day. */
export async function seekLost(services: Services, attempt: Attempt): Promise<Lost> {
  const { place, dueAt, localDate } = attempt.delivery;
  const heading = lettersOf(dailyHeading(localDate));
  const seek = async (since: number, until: number): Promise<Lost> => {
    const outcome = await services.speaker.postsIn(place, { since, until });
    if (outcome.status !== 'read') return outcome;
    const post = outcome.posts.find(({ text }) => lettersOf(text).includes(heading));
    return post ? { status: 'found', post } : { status: 'absent' };
  };
  const near = await seek(dueAt, Math.max(dueAt, Math.min(services.clock.now(), windowEnd(attempt))));
  if (near.status !== 'absent') return near;
  const early = await seek(dueAt - DAY_MS, dueAt);
  return early.status === 'impossible' ? near : early;
}

const LOST = 'what was answered until then was lost when the database was restored from a backup';

/** One that is open takes answers again; one that shows its result is over, and counts for nobody. */
export async function takeUpLost(services: Services, attempt: Attempt, post: OwnPost): Promise<undefined> {
  const { store, library, clock, logger } = services;
  const { delivery } = attempt;
  logger.info('daily-found', { delivery: delivery.id, ...delivery.place, localDate: delivery.localDate });
  const question = questionIn(library, post);
  if (!question)
    return endUnknown(
      services,
      attempt,
      undefined,
      'it stands there, but the database was restored from a backup that does not know what it asks',
    );
  // So that it does not come again soon.
  await store.takeChosen(delivery.place, 'question', () => ({ item: question.id, forget: [] }), clock.now());
  const asked = askedIn(question, post);
  const round = await keepRound(services, roundOf(services, attempt, { question, post, asked }));
  if (round && asked)
    await adoptMessage(services, round, post.message, { openedAt: post.at, looksOff: true });
  else if (round) await keepAsOver(services, round, post);
  return settle(services, delivery, 'posted', LOST);
}

interface Asked {
  readonly round: string;
  readonly shown: ShownQuestion;
}

function roundOf(
  { random }: Services,
  { delivery, daily }: Attempt,
  { question, post, asked }: { question: Question; post: OwnPost; asked: Asked | undefined },
): NewRound {
  return {
    id: asked?.round ?? random.id(),
    place: delivery.place,
    questionId: question.id,
    shown: asked?.shown ?? putQuestion(question, random),
    openedAt: post.at,
    closesAt: post.at + (daily?.revealAfterHours ?? 0) * HOUR_MS,
    belongsTo: { delivery: delivery.id },
    isPrivate: false,
  };
}

async function keepAsOver({ store, clock }: Services, round: Round, { message }: OwnPost): Promise<void> {
  await store.attachMessage(round.id, { ...round, messageId: message.id });
  await store.closeRound(round.id, clock.now());
  await store.voidRound(round.id);
  await store.markRevealed(round.id);
}

/** Of several whose words are in it, the one with the most: one prompt may begin another. */
function questionIn(library: Library, { text }: OwnPost): Question | undefined {
  const letters = lettersOf(text);
  return [...library.questions.values()]
    .filter(({ prompt }) => letters.includes(lettersOf(prompt)))
    .toSorted((a, b) => b.prompt.length - a.prompt.length)[0];
}

/** Which round it is and how it put the question, where it still takes answers. */
function askedIn({ prompt, right, wrong }: Question, { buttons, text }: OwnPost): Asked | undefined {
  const answers = buttons.flatMap(({ label, token }) => {
    const read = decodeToken(token);
    return read?.do === 'answer' ? [{ ...read, label: lettersOf(label) }] : [];
  });
  const [first] = answers;
  if (!first) return undefined;
  const texts = [right.text, ...wrong.map((option) => option.text)];
  const named = answers
    .toSorted((a, b) => a.option - b.option)
    .map(({ label }) => texts.findIndex((option) => lettersOf(option) === label));
  // Long options stand in the text, and their buttons are letters.
  const order = named.includes(-1) ? orderIn(lettersOf(text).split(lettersOf(prompt)).at(-1), texts) : named;
  if (order.length !== answers.length || new Set(order).size !== texts.length) return undefined;
  const options = order.map((index) => texts[index] ?? '');
  return { round: first.round, shown: { prompt, options, right: order.indexOf(0) } };
}

const orderIn = (letters = '', texts: readonly string[]): readonly number[] =>
  texts
    .map((option, index) => ({ index, at: letters.indexOf(lettersOf(option)) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ index }) => index);
