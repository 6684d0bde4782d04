/** Which questions fit a topic, and which of them a quiz may still ask. */
import { type Card, type Choice, plainCard, say } from '../cards/card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import type { Subject, SubjectFilter } from '../facts/subjects.ts';
import type { Quiz, Round } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import { factToken, type Token } from '../requests/token.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import {
  type Allowed,
  allowedHere,
  askableHere,
  offeredOnce,
  titlesOf,
  unaskedToText,
  whyUnasked,
} from '../settings/allowed.ts';
import { nothingOn, packNotOn } from '../settings/no-pack.ts';
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
  allowed: Pick<Allowed, 'claim' | 'question'>,
): readonly Question[] {
  const all = [...library.questions.values()].filter(allowed.question);
  if (topic === '') return all.filter(({ fit }) => fit !== 'topic');
  const fitting = new Set(search.find(topic, allowed.claim).map(({ id }) => id));
  const about = all.filter(({ right }) => right.claims.some((claim) => fitting.has(claim)));
  const named = new Set(search.named(topic).map(({ id }) => id));
  const left = about.filter((question) => question.fit !== 'topic' || named.has(`topic-${question.topic}`));
  return left.length > 0 ? left : about;
}

/** What is ordered, and where: what is on and left out there decides what of it may be asked. */
export type Order = Pick<Quiz, 'place' | 'topic' | 'pack'>;

/** What an order may ask in its place. */
export async function questionsFor(
  services: Pick<Services, 'library' | 'search' | 'store'>,
  { place, topic, pack }: Order,
): Promise<readonly Question[]> {
  return questionsAbout(services, topic, await allowedHere(services, place, pack));
}

/** What a quiz may ask. */
export const questionsOfLevel = async (
  services: Pick<Services, 'library' | 'search' | 'store'>,
  order: Order & Pick<Quiz, 'level'>,
): Promise<readonly Question[]> => ofLevel(services, await questionsFor(services, order), order.level);

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
  const { left, refusal } = secrets.askable(candidates ?? (await questionsOfLevel(services, quiz)));
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

/** Why there is nothing to ask on a topic now, or of a pack, if so. */
export async function obstacleTo(
  services: Services,
  origin: Origin,
  { topic, pack }: Pick<Quiz, 'topic' | 'pack'>,
  { typed = topic, retry }: Asking = {},
): Promise<Card | undefined> {
  const { place } = origin;
  const secrets = await secretsAround(services, origin);
  const refusal = secrets.refuse(typed);
  if (refusal) return refusal;
  const allowed = await allowedHere(services, place, pack);
  if (questionsAbout(services, topic, allowed).length > 0) return undefined;
  if (services.library.questions.size > 0 && allowed.packs.length === 0) return notOn(services, origin, pack);
  return unknownTopic(services, { topic, pack }, allowed, { mayOffer: secrets.mayOffer, retry });
}

/** What was asked for when it was on still stands on a button. */
async function notOn(services: Services, origin: Origin, pack: string | undefined): Promise<Card> {
  const { packs } = await allowedHere(services, origin.place);
  if (pack === undefined || packs.length === 0) return nothingOn(services, origin);
  const off = services.library.packs.find(({ info }) => info.id === pack);
  return packNotOn(services, pack, off, packs);
}

const MOST_BUTTONS = 3;

/** Wherever a question is wanted of packs that have none: for players, and for who would set a daily. */
export const NO_QUESTIONS = 'There are no questions here yet. Whoever runs this bot can add some.';

interface Offer {
  readonly mayOffer: SubjectFilter;
  readonly retry: Retry | undefined;
}

/** For words that no question fits: the nearest topics, never a question on something else. */
function unknownTopic(
  { search, library }: Pick<Services, 'library' | 'search'>,
  { topic, pack }: Pick<Quiz, 'topic' | 'pack'>,
  allowed: Allowed,
  { mayOffer, retry }: Offer,
): Card {
  if (library.questions.size === 0) return noQuestions(library);
  const isAskable = askableHere(library, allowed);
  const only = () => offeredOnce((subject) => isAskable(subject) && mayOffer(subject));
  const near = search.near(topic, 5, only());
  const offered = near.length > 0 ? near : search.subjects('', 5, only());
  const said = unasked(library, { topic, pack }, allowed);
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

function unasked(library: Library, { topic, pack }: Pick<Quiz, 'topic' | 'pack'>, allowed: Allowed): string {
  const where = pack === undefined ? '' : ` in ${titlesOf(library, allowed)}`;
  if (topic !== '') return `There is no question about “${quote(topic)}”${where}.`;
  return sentence(unaskedToText(whyUnasked(library, allowed), where || ' here'));
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function noQuestions({ claims }: Library): Card {
  if (claims.size === 0) return say('problem', NO_QUESTIONS);
  const fact: Choice = { label: 'A fact', token: factToken(''), style: 'plain' };
  return plainCard(
    'problem',
    { type: 'text', text: [NO_QUESTIONS, ' Until then it tells facts.'] },
    { type: 'choices', choices: [fact] },
  );
}
