/** Chooses the fact to tell: the best match, or any, without a repeat in a place until all were shown. */
import { type Card, type CitedCard, plainCard, say } from '../cards/card.ts';
import type { Claim } from '../dataset/schema.ts';
import { shuffle } from '../ports/random.ts';
import type { Shown } from '../ports/store.ts';
import { type Around, type Secrets, secretsAround } from '../quiz/secrets/secrets.ts';
import type { Origin, Suggestion } from '../requests/request.ts';
import { factToken } from '../requests/token.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { firstUnseen } from '../unseen.ts';
import { factCard } from './fact-card.ts';
import type { SubjectFilter } from './subjects.ts';

export type Telling =
  | { readonly found: true; readonly card: Card }
  | { readonly found: false; readonly card: Card };

type Asker = Pick<Origin, 'place' | 'player'>;

/** `about` empty: any fact, what matters first, but none that is reserved (a child, hardship, the article itself). */
export async function tellFact(services: Services, asker: Asker, about: string): Promise<Telling> {
  const { library, search, store, clock } = services;
  const secrets = await secretsAround(services, asker);
  const fitting = () => (about === '' ? randomOrder(services) : search.find(about));
  const refused = secrets.refuse(about);
  const { left, refusal } = refused ? { left: [], refusal: refused } : secrets.tellable(fitting());
  if (refusal) return { found: false, card: refusal };
  const choose = (shown: Shown) => firstUnseen(left, shown, library.claim);
  const id = await store.takeChosen(asker.place, 'fact', choose, clock.now());
  const claim = id === undefined ? undefined : library.claim(id);
  return claim
    ? { found: true, card: sayingMeant(factCard(library, claim, about), search.meant(about)) }
    : { found: false, card: noFact(services, secrets, about) };
}

/** Who mistyped learns what was looked for instead; it stands before all else, where what was typed stands. */
function sayingMeant(card: CitedCard, meant: readonly string[]): CitedCard {
  if (meant.length === 0) return card;
  const words = meant.map((word) => `“${word}”`).join(' and ');
  return { ...card, lead: [{ type: 'note', text: [`for ${words}`] }, ...card.lead] };
}

/** Names to propose to somebody who types; none once it is the name of an option, whichever. */
export async function proposeSubjects(
  services: Services,
  around: Around,
  typed: string,
  only: SubjectFilter = () => true,
): Promise<readonly Suggestion[]> {
  const { mayOffer, refuse } = await secretsAround(services, around);
  if (refuse(typed)) return [];
  return services.search
    .subjects(typed, 25, (subject) => only(subject) && mayOffer(subject))
    .map(({ name }) => ({ name }));
}

/** What matters to the story first, in any order; details once all of that was told. */
function randomOrder({ library, random }: Services): readonly Claim[] {
  const tellable = [...library.claims.values()].filter(({ reserved }) => reserved === undefined);
  const { main = [], detail = [] } = Object.groupBy(shuffle(tellable, random), ({ importance }) =>
    importance > 1 ? 'main' : 'detail',
  );
  return [...main, ...detail];
}

/** What is really near is a guess at what was meant; where nothing is, what the articles speak of most. */
function noFact({ library, search }: Services, { mayOffer }: Secrets, about: string): Card {
  if (library.claims.size === 0)
    return say('problem', 'There are no facts here yet. Whoever runs this bot can add some.');
  const near = search.near(about, 5, mayOffer);
  const offered = near.length > 0 ? near : search.subjects('', 5, mayOffer);
  const said =
    about === ''
      ? 'No fact is told here without a subject.'
      : `No article here says anything about “${quote(about)}”, so there is no fact to tell.`;
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
