/** Chooses the fact to tell: the best match, or any, without a repeat in a place until all were shown. */
import { type Card, type CitedCard, plainCard, say } from '../cards/card.ts';
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { shuffle } from '../ports/random.ts';
import type { Shown } from '../ports/store.ts';
import { type Around, type Secrets, secretsAround } from '../quiz/secrets/secrets.ts';
import type { Origin, Suggestion } from '../requests/request.ts';
import { factToken } from '../requests/token.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { type Allowed, allowedHere, offeredOnce, titlesOf } from '../settings/allowed.ts';
import { type Wanted, wantedHere } from '../settings/wanted.ts';
import { firstUnseen } from '../unseen.ts';
import { factCard } from './fact-card.ts';
import type { SubjectFilter } from './subjects.ts';

export type Telling =
  | { readonly found: true; readonly card: Card }
  | { readonly found: false; readonly card: Card };

type Asker = Pick<Origin, 'place' | 'player' | 'manages'>;

/**
 * `about` empty: any fact, what matters first, but none that is reserved (a child, hardship, the article itself). `pack`:
 * of that one only, as typed.
 */
export async function tellFact(
  services: Services,
  asker: Asker,
  about: string,
  pack?: string,
): Promise<Telling> {
  const { library, search, store, clock } = services;
  const secrets = await secretsAround(services, asker);
  const refused = secrets.refuse(about);
  if (refused) return { found: false, card: refused };
  const wanted = await wantedHere(
    services,
    asker,
    { about, pack },
    {
      fits: (words, { claim }) => search.find(words, claim).length > 0,
      retry: (named) => factToken(about, named),
    },
  );
  if ('problem' in wanted) return { found: false, card: wanted.problem };
  const fitting =
    wanted.about === '' ? randomOrder(services, wanted) : search.find(wanted.about, wanted.allowed.claim);
  const { left, refusal } = secrets.tellable(fitting);
  if (refusal) return { found: false, card: refusal };
  const choose = (shown: Shown) => firstUnseen(left, shown, library.claim);
  const id = await store.takeChosen(asker.place, 'fact', choose, clock.now());
  const claim = id === undefined ? undefined : library.claim(id);
  if (!claim) return { found: false, card: noFact(services, secrets, wanted) };
  const around = { pack: wanted.pack, asks: wanted.allowed.question };
  const card = factCard(library, claim, wanted.about, around);
  return { found: true, card: sayingMeant(card, wanted.about === '' ? [] : search.meant(wanted.about)) };
}

/** Who mistyped learns what was looked for instead; it stands before all else, where what was typed stands. */
function sayingMeant(card: CitedCard, meant: readonly string[]): CitedCard {
  if (meant.length === 0) return card;
  const words = meant.map((word) => `“${word}”`).join(' and ');
  return { ...card, lead: [{ type: 'note', text: [`for ${words}`] }, ...card.lead] };
}

/** Which of the subjects that a place allows somebody is offered. */
type Offering = (library: Library, allowed: Allowed) => SubjectFilter;

/** Names to propose to somebody who types; none once it is the name of an option, whichever. */
export async function proposeSubjects(
  services: Services,
  around: Around,
  typed: string,
  offering: Offering = (_, { subject }) => subject,
): Promise<readonly Suggestion[]> {
  const { library, search } = services;
  const { mayOffer, refuse } = await secretsAround(services, around);
  if (refuse(typed)) return [];
  const only = offering(library, await allowedHere(services, around.place));
  return search
    .subjects(
      typed,
      25,
      offeredOnce((subject) => only(subject) && mayOffer(subject)),
    )
    .map(({ name }) => ({ name }));
}

/** What matters to the story first, in any order; details once all of that was told. */
function randomOrder({ library, random }: Services, { allowed }: Wanted): readonly Claim[] {
  const tellable = [...library.claims.values()].filter(
    (claim) => claim.reserved === undefined && allowed.claim(claim),
  );
  const { main = [], detail = [] } = Object.groupBy(shuffle(tellable, random), ({ importance }) =>
    importance > 1 ? 'main' : 'detail',
  );
  return [...main, ...detail];
}

/** What is really near is a guess at what was meant; where nothing is, what the articles speak of most. */
function noFact(
  { library, search }: Services,
  { mayOffer }: Secrets,
  { about, pack, allowed }: Wanted,
): Card {
  if (library.claims.size === 0)
    return say('problem', 'There are no facts here yet. Whoever runs this bot can add some.');
  const only = () => offeredOnce((subject) => allowed.subject(subject) && mayOffer(subject));
  const near = search.near(about, 5, only());
  const offered = near.length > 0 ? near : search.subjects('', 5, only());
  const where = pack === undefined ? 'here' : `in ${titlesOf(library, allowed)}`;
  const said =
    about === ''
      ? `No fact is told ${where} without a subject.`
      : `No article ${where} says anything about “${quote(about)}”, so there is no fact to tell.`;
  if (offered.length === 0) return say('problem', said);
  const offer = near.length > 0 ? 'Did you mean: ' : 'Try one of these: ';
  const choices = offered
    .slice(0, 3)
    .map(({ name }) => ({ label: quote(name), token: factToken(name, pack), style: 'plain' }) as const);
  return plainCard(
    'problem',
    { type: 'text', text: [said] },
    { type: 'text', text: [offer, offered.map(({ name }) => name).join(' · ')] },
    { type: 'choices', choices },
  );
}
