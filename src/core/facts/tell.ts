/** Chooses the fact to tell: the best match, or any, without a repeat in a place until all were shown. */
import { type Card, plainCard, say } from '../card.ts';
import type { Claim } from '../dataset/schema.ts';
import type { Place } from '../ids.ts';
import { openQuestions } from '../quiz/select.ts';
import { shuffle } from '../random.ts';
import { quote } from '../read-args.ts';
import type { Services } from '../services.ts';
import { factToken } from '../token.ts';
import { factCard } from './fact-card.ts';

export type Telling =
  | { readonly found: true; readonly card: Card }
  | { readonly found: false; readonly card: Card };

/** `about` empty: any fact, but none that is reserved (a child, hardship, the article itself). */
export async function tellFact(services: Services, place: Place, about: string): Promise<Telling> {
  const { library, search, store, clock } = services;
  const fitting = about === '' ? randomOrder(services) : search.find(about);
  const secret = new Set((await openQuestions(services, place)).flatMap(({ right }) => right.claims));
  const claims = fitting.map(({ id }) => id).filter((id) => !secret.has(id));
  if (claims.length < fitting.length && claims.length === 0) return { found: false, card: askedNow() };
  const id = await store.takeUnseen(place, 'fact', claims, clock.now());
  const claim = id === undefined ? undefined : library.claims.get(id);
  return claim
    ? { found: true, card: factCard(library, claim, about) }
    : { found: false, card: noFact(services, about) };
}

const askedNow = (): Card =>
  say(
    'problem',
    'That would answer a question that is being asked here right now. Ask again once it is revealed.',
  );

const randomOrder = ({ library, random }: Services): readonly Claim[] =>
  shuffle(
    [...library.claims.values()].filter(({ reserved }) => reserved === undefined),
    random,
  );

/** What is really near is a guess at what was meant; where nothing is, what the articles speak of most. */
function noFact({ search }: Services, about: string): Card {
  const near = search.near(about, 5);
  const offered = near.length > 0 ? near : search.subjects('', 5);
  const said = `No article here says anything about “${quote(about)}”, so there is no fact to tell.`;
  if (offered.length === 0) return say('problem', said);
  const offer = near.length > 0 ? 'Did you mean: ' : 'Try one of these: ';
  const choices = offered
    .slice(0, 3)
    .map(({ name }) => ({ label: quote(name), token: factToken(name), style: 'plain' }) as const);
  return plainCard(
    'problem',
    { type: 'text', text: [said] },
    { type: 'text', text: [offer, offered.map(({ name }) => name).join(' · ')] },
    { type: 'choices', choices },
  );
}
