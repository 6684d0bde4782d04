/** Which questions fit a topic, and which of them a quiz may still ask. */
import { type Card, type Choice, plainCard, say } from '../cards/card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { askable, type Subject, type SubjectFilter } from '../facts/subjects.ts';
import type { Quiz, Round } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import { factToken, type Token } from '../requests/token.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { notGivenAway, runLength } from './following.ts';
import { ofLevel } from './rise.ts';
import { type Sifted, secretsAround } from './secrets/secrets.ts';

/**
 * For no topic all that are fit to be asked of anybody; otherwise those that rest on a claim which fits the words. What
 * is only for those who choose its topic is asked where they have named it, or where nothing else fits their words.
 */
export function questionsAbout(
  { library, search }: Pick<Services, 'library' | 'search'>,
  topic: string,
): readonly Question[] {
  const all = [...library.questions.values()];
  if (topic === '') return all.filter(({ fit }) => fit !== 'topic');
  const fitting = new Set(search.find(topic).map(({ id }) => id));
  const about = all.filter(({ right }) => right.claims.some((claim) => fitting.has(claim)));
  const named = new Set(search.named(topic).map(({ id }) => id));
  const left = about.filter((question) => question.fit !== 'topic' || named.has(`topic-${question.topic}`));
  return left.length > 0 ? left : about;
}

/** What a quiz may ask. */
export const questionsFor = (
  services: Pick<Services, 'library' | 'search' | 'store'>,
  { topic, level }: Pick<Quiz, 'topic' | 'level'>,
): Promise<readonly Question[]> => ofLevel(services, questionsAbout(services, topic), level);

/**
 * What a quiz may ask after these; the refusal where only what comes near an open question is left, which can be asked
 * later. `candidates` instead of all that its order allows.
 */
export async function leftFor(
  services: Services,
  quiz: Quiz,
  asked: readonly Round[],
  candidates?: readonly Question[],
): Promise<Sifted<Question>> {
  const { library } = services;
  const secrets = await secretsAround(services, { place: quiz.place, player: quiz.starter });
  const { left, refusal } = secrets.askable(candidates ?? (await questionsFor(services, quiz)));
  const before = asked.flatMap(({ questionId }) => library.question(questionId) ?? []);
  return { left: notGivenAway(library, left, before), refusal };
}

/** How many of what an order allows one quiz can ask now, as far as `most`; of nothing withheld, where all of it is. */
export async function roomFor(
  services: Services,
  origin: Origin,
  fitting: readonly Question[],
  most: number,
): Promise<number> {
  const { left, refusal } = (await secretsAround(services, origin)).askable(fitting);
  return runLength(services.library, refusal ? fitting : left, most);
}

/** The claims that prove the right option; the first is the one that the reveal cites first. */
export function provingClaims(library: Library, question: Question): readonly [Claim, ...Claim[]] {
  const [first, ...rest] = question.right.claims.flatMap((id) => library.claims.get(id) ?? []);
  if (!first) throw new Error(`question ${question.id} rests on no claim`);
  return [first, ...rest];
}

interface Asking {
  /** As much of the topic as was typed just now; all of it if left out. */
  readonly typed?: string;
  /** What a button does that asks for another topic instead. */
  readonly retry?: Retry;
}

type Retry = (topic: Subject) => Token | undefined;

/** Why there is nothing to ask on a topic now, if so. */
export async function obstacleToTopic(
  services: Services,
  origin: Origin,
  topic: string,
  { typed = topic, retry }: Asking = {},
): Promise<Card | undefined> {
  const secrets = await secretsAround(services, origin);
  const refusal = secrets.refuse(typed);
  if (refusal) return refusal;
  return questionsAbout(services, topic).length > 0
    ? undefined
    : unknownTopic(services, topic, { mayOffer: secrets.mayOffer, retry });
}

const MOST_BUTTONS = 3;

/** Wherever a question is wanted of packs that have none: for players, and for who would set a daily. */
export const NO_QUESTIONS = 'There are no questions here yet. Whoever runs this bot can add some.';

/** For words that no question fits: the nearest topics, never a question on something else. */
export function unknownTopic(
  { search, library }: Pick<Services, 'library' | 'search'>,
  words: string,
  { mayOffer = () => true, retry }: { mayOffer?: SubjectFilter; retry?: Retry | undefined } = {},
): Card {
  if (library.questions.size === 0) return noQuestions(library);
  const isAskable = askable(library);
  const only: SubjectFilter = (subject) => isAskable(subject) && mayOffer(subject);
  const near = search.near(words, 5, only);
  const offered = near.length > 0 ? near : search.subjects('', 5, only);
  const said =
    words === ''
      ? 'No question is asked here without a topic.'
      : `There is no question about “${quote(words)}”.`;
  if (offered.length === 0) return say('problem', said);
  const choices = offered.slice(0, MOST_BUTTONS).flatMap((subject): Choice[] => {
    const token = retry?.(subject);
    return token ? [{ label: quote(subject.name), token, style: 'plain' }] : [];
  });
  return plainCard(
    'problem',
    { type: 'text', text: [said] },
    {
      type: 'text',
      text: [
        near.length > 0 ? 'Did you mean: ' : 'Try one of these: ',
        offered.map(({ name }) => name).join(' · '),
      ],
    },
    ...(choices.length === 0 ? [] : [{ type: 'choices', choices } as const]),
  );
}

function noQuestions({ claims }: Library): Card {
  if (claims.size === 0) return say('problem', NO_QUESTIONS);
  const fact: Choice = { label: 'A fact', token: factToken(''), style: 'plain' };
  return plainCard(
    'problem',
    { type: 'text', text: [NO_QUESTIONS, ' Until then it tells facts.'] },
    { type: 'choices', choices: [fact] },
  );
}
