/** What one open question withholds, whoever asks and however they ask. */
import { richToText } from '../../cards/card-text.ts';
import type { Library } from '../../dataset/library.ts';
import type { Claim } from '../../dataset/schema.ts';
import { datesOf } from '../../facts/fact-card.ts';
import { quotationFor } from '../../facts/quotation.ts';
import { whoSaysSo } from '../../facts/receipts.ts';
import type { FactSearch } from '../../facts/search.ts';
import { claimsNamed, claimsTold } from '../../facts/sides.ts';
import type { Subject } from '../../facts/subjects.ts';
import { graduallyPer, groupedBy } from '../../gradually.ts';
import { oncePer } from '../../once-per.ts';
import type { Steps } from '../../steps.ts';
import type { Asked } from '../asked.ts';
import { claimsOf, giveawaySteps, givenAwayBy, giversOf } from '../giveaways.ts';
import { createTellers, sentencesIn, sidesTold, type Teller } from '../telling.ts';
import { optionWords, readTyped, type Typed } from './option-words.ts';

export interface Veil {
  /** Ids of claims that are not told: what proves or refutes an option, and whose card shows that or tells the answer. */
  readonly claims: ReadonlySet<string>;
  /** Ids of claims found by the words of an option: nothing is asked about them, or the right one’s alone were refused. */
  readonly near: ReadonlySet<string>;
  /** Ids of questions that are not asked: itself, those that share its proof or show it, and that give it away. */
  readonly questions: ReadonlySet<string>;
  /** Ids of subjects that bear the name of an option: not offered. */
  readonly subjects: ReadonlySet<string>;
  /** Whether words name an option. */
  touchedBy(typed: Typed): boolean;
}

/** The same question of the same library has the same veil, which takes a few milliseconds to weave. */
export function veilOf(library: Library, search: FactSearch, question: Asked): Veil {
  const veils = veilsOf(search);
  const veil = veils.get(question) ?? weave(library, search, question);
  veils.set(question, veil);
  return veil;
}

const veilsOf = oncePer((_: FactSearch) => new WeakMap<Asked, Veil>());

function weave(library: Library, search: FactSearch, question: Asked): Veil {
  const options = [question.right, ...question.wrong].map(({ text }) => text);
  const { touchedBy } = optionWords(search, options);
  const core = claimsOf(question);
  const { told, revealed } = showingIn(library);
  return {
    claims: new Set([
      ...core,
      ...core.flatMap((id) => ids(told.get(id) ?? [])),
      ...tellingCards(library)(question),
    ]),
    near: new Set(options.flatMap((option) => findableBy(search, option))),
    questions: new Set([
      question.id,
      ...givenAwayBy(library, question),
      ...giversOf(library, question),
      ...core.flatMap((id) => ids(revealed.get(id) ?? [])),
    ]),
    subjects: new Set(
      subjectsOf(search)
        .filter(({ names }) => names.some(touchedBy))
        .map(({ id }) => id),
    ),
    touchedBy,
  };
}

/** Under each claim’s id, the claims whose card states it and the questions whose reveal does. */
const showingIn = graduallyPer(function* (library: Library) {
  const told = yield* groupedBy(library.claims.values(), (claim) => claimsTold(library, [claim]));
  const revealed = yield* groupedBy(library.questions.values(), ({ right }) =>
    claimsTold(library, claimsNamed(library, right.claims)),
  );
  return { told, revealed };
});

/** Also what stands under longer names: “Jonathan Karl” is the beginning of “Jonathan Karl’s book”. */
function findableBy(search: FactSearch, option: string): readonly string[] {
  const terms = search.read(option);
  const longer = subjectsOf(search).filter(({ names }) => terms.length > 0 && names.some(holds(terms)));
  return [...search.holding(option), ...longer.flatMap(({ claims }) => ids(claims))];
}

const holds =
  (terms: readonly string[]) =>
  ({ words }: Typed): boolean =>
    terms.every((term) => words.includes(term));

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

interface Bearer extends Pick<Subject, 'id' | 'claims'> {
  readonly names: readonly Typed[];
}

const subjectsOf = graduallyPer(function* (search: FactSearch): Steps<readonly Bearer[]> {
  const bearers: Bearer[] = [];
  for (const { id, name, aliases, claims } of search.subjects('', Number.POSITIVE_INFINITY)) {
    bearers.push({ id, claims, names: [name, ...aliases].map((one) => readTyped(search, one)) });
    yield;
  }
  return bearers;
});

/** For a question, the ids of the claims whose cards tell its answer. */
const tellingCards = graduallyPer((library: Library) =>
  createTellers(library, library.claims.values(), (claim) => cardOf(library, claim)),
);

/** Finds all that veils are woven of, for whoever has the time before anybody asks. */
export function* veilSteps(library: Library, search: FactSearch): Steps<void> {
  yield* giveawaySteps(library);
  yield* showingIn.steps(library);
  yield* tellingCards.steps(library);
  yield* subjectsOf.steps(search);
}

/** Date and source stand on the card beside the claim, so they are read as one sentence with it. */
function cardOf(library: Library, claim: Claim): Teller {
  return {
    id: claim.id,
    events: claim.events,
    context: claim.text,
    sentences: [
      { text: `${claim.text} ${whoSaysSo(library, claim)} ${richToText(datesOf(library, claim))}` },
      ...sidesTold(library, [claim]),
      ...sentencesIn(quotationFor(library, claim)?.text ?? '').map((text) => ({ text })),
    ],
  };
}
