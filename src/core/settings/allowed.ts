/**
 * What may be told and asked in a place: of the packs that are on there, all that is not left out. Every way of asking
 * goes through it.
 */
import type { Library } from '../dataset/library.ts';
import type { Pack } from '../dataset/pack.ts';
import type { Claim, Question } from '../dataset/schema.ts';
import { packOf } from '../dataset/scope.ts';
import { fold } from '../facts/fold.ts';
import type { Subject, SubjectFilter } from '../facts/subjects.ts';
import type { Place } from '../ids.ts';
import type { PlaceSettings } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { labelOf } from './pack-named.ts';

export interface Allowed {
  /** Those of the loaded packs that are on; of one that was asked for, it alone. */
  readonly packs: readonly Pack[];
  pack(id: string): boolean;
  claim(claim: Claim): boolean;
  question(question: Question): boolean;
  /** Whether any claim about it may be told. */
  subject(subject: Subject): boolean;
}

/** `pack`: of this one only, where it is on. */
export async function allowedHere(
  { store, library }: Pick<Services, 'store' | 'library'>,
  place: Place,
  pack?: string,
): Promise<Allowed> {
  return allowedBy(library, await store.settingsOf(place), pack);
}

/** As in a place where nobody has chosen anything. */
export const everythingIn = (library: Library): Allowed =>
  allowedBy(library, { packs: undefined, known: [], topics: [], questions: [] });

/** A question is not asked either whose answer tells something of a topic that is left out. */
export function allowedBy(library: Library, settings: PlaceSettings, only?: string): Allowed {
  const packs = library.packs.filter(
    ({ info: { id } }) => (only ?? id) === id && (settings.packs?.includes(id) ?? true),
  );
  const on = new Set(packs.map(({ info }) => info.id));
  const topics = new Set(settings.topics);
  const questions = new Set(settings.questions.map(library.question));
  const isOn = (id: string) => on.has(packOf(id) ?? '');
  const claim = ({ id, topic }: Claim) => isOn(id) && !topics.has(topic);
  return {
    packs,
    pack: (id) => on.has(id),
    claim,
    question: (question) =>
      isOn(question.id) &&
      !topics.has(question.topic) &&
      !questions.has(question) &&
      question.right.claims.every((id) => !topics.has(library.claims.get(id)?.topic ?? '')),
    subject: ({ claims }) => claims.some(claim),
  };
}

/** “The handbook”, with its quotation marks: of what is said to be of one pack. */
export const titlesOf = (library: Library, { packs }: Allowed): string =>
  packs.map((pack) => `“${labelOf(pack, library.packs)}”`).join(', ');

/** Subjects that may be proposed, each name once: two packs may tell of one person. For one list of proposals. */
export function offeredOnce(only: SubjectFilter): SubjectFilter {
  const names = new Set<string>();
  return (subject) => {
    const name = fold(subject.name);
    if (names.has(name) || !only(subject)) return false;
    names.add(name);
    return true;
  };
}

/** Subjects on which something may be asked. */
export const askableHere =
  (library: Library, allowed: Allowed): SubjectFilter =>
  ({ claims }) =>
    claims.some((claim) => allowed.claim(claim) && library.questionsOn(claim.id).some(allowed.question));

/** Why nothing is asked of what is on without a topic: it has no questions, all are left out, or each wants its topic. */
export type Unasked = 'none' | 'left-out' | 'topic';

export function whyUnasked({ questions }: Library, allowed: Allowed): Unasked {
  const on = [...questions.values()].filter(({ id }) => allowed.pack(packOf(id) ?? ''));
  if (on.length === 0) return 'none';
  return on.some(allowed.question) ? 'topic' : 'left-out';
}

/** In the middle of a sentence. `where`: with a space before it, or empty. */
export const unaskedToText = (why: Unasked, where: string): string =>
  ({
    none: `there are no questions${where}`,
    'left-out': `every question${where} is left out`,
    topic: `no question${where} is asked without a topic`,
  })[why];
