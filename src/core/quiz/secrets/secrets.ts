/**
 * What is withheld from somebody while questions stand open around them. What they are told may depend on which
 * question their words come near to, never on which of its options they name.
 */
import { type Inline, type PlainCard, plainCard } from '../../cards/card.ts';
import type { Library } from '../../dataset/library.ts';
import type { Claim, Question } from '../../dataset/schema.ts';
import type { FactSearch } from '../../facts/search.ts';
import type { Subject } from '../../facts/subjects.ts';
import type { Place, Player } from '../../ids.ts';
import type { OpenQuestion } from '../../ports/store.ts';
import { factToken } from '../../requests/token.ts';
import type { Services } from '../../services.ts';
import { askedIn } from '../asked.ts';
import { readTyped } from './option-words.ts';
import { type Veil, veilOf } from './veil.ts';

export interface Secrets {
  readonly open: readonly Question[];
  /** For words that name an option, what everyone is told then; undefined for others. */
  refuse(words: string): PlainCard | undefined;
  /** The same for a claim that such words find, whose card somebody still has. */
  refuseClaim(claim: string): PlainCard | undefined;
  tellable(claims: readonly Claim[]): Sifted<Claim>;
  askable(questions: readonly Question[]): Sifted<Question>;
  /** Until when a question is not askable; undefined for one that is. */
  withheldUntil(question: Question): number | undefined;
  /** Whether a name may be proposed to whoever types, or was understood by nobody. */
  mayOffer(subject: Subject): boolean;
}

/** The refusal where there was something and all of it is withheld. */
export interface Sifted<Item> {
  readonly left: readonly Item[];
  readonly refusal: PlainCard | undefined;
}

export interface Around {
  readonly place: Place;
  readonly player?: Player;
}

/** Questions that are open in the place’s workspace and channel, and wherever else the player has answered any. */
export async function secretsAround(
  { store, library, search, clock }: Pick<Services, 'store' | 'library' | 'search' | 'clock'>,
  { place, player }: Around,
): Promise<Secrets> {
  return secretsOf({ library, search }, await store.openQuestions(place, player), clock.now());
}

export function secretsOf(
  { library, search }: { readonly library: Library; readonly search: FactSearch },
  open: readonly OpenQuestion[],
  now: number,
): Secrets {
  const veils = open.flatMap((one) =>
    askedIn(library, one).map((asked) => ({ ...veilOf(library, search, asked), closesAt: one.closesAt })),
  );
  const hiddenUntil = (hiding: (veil: Veil) => boolean) => {
    const times = veils.filter(hiding).map(({ closesAt }) => closesAt);
    return times.length > 0 ? Math.max(...times) : undefined;
  };
  const refuseFor = (hiding: (veil: Veil) => boolean) => {
    const until = hiddenUntil(hiding);
    return until === undefined ? undefined : refusal(until, now);
  };
  const sift = <Item extends { readonly id: string }>(
    items: readonly Item[],
    from: 'claims' | 'questions',
  ) => {
    const left = items.filter(({ id }) => !veils.some((veil) => veil[from].has(id)));
    const isNothing = left.length === 0;
    return {
      left,
      refusal: isNothing ? refuseFor((veil) => items.some(({ id }) => veil[from].has(id))) : undefined,
    };
  };
  return {
    open: open.flatMap(({ questionId }) => library.question(questionId) ?? []),
    refuse: (words) => {
      if (veils.length === 0) return undefined;
      const typed = readTyped(search, words);
      return refuseFor((veil) => veil.touchedBy(typed));
    },
    refuseClaim: (claim) => refuseFor((veil) => veil.near.has(claim) || veil.claims.has(claim)),
    tellable: (claims) => sift(claims, 'claims'),
    askable: (questions) => sift(questions, 'questions'),
    withheldUntil: ({ id }) => hiddenUntil(({ questions }) => questions.has(id)),
    mayOffer: ({ id }) => !veils.some((veil) => veil.subjects.has(id)),
  };
}

/** One wording for all that comes near an open question; only its time differs, and that stands on the question. */
function refusal(closesAt: number, now: number): PlainCard {
  const when: Inline = closesAt > now ? { time: closesAt, as: 'relative' } : 'in a moment';
  return plainCard(
    'problem',
    {
      type: 'text',
      text: [
        'That comes near a question that is being asked right now, so nothing is told or asked about it until the answer is shown. Try it again ',
        when,
        '.',
      ],
    },
    { type: 'choices', choices: [{ label: 'Another fact', token: factToken(''), style: 'primary' }] },
  );
}
