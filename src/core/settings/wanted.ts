/** What somebody wants a fact or a question about, and of which pack: the words, and what is on where they typed them. */
import type { PlainCard } from '../cards/card.ts';
import type { Pack } from '../dataset/pack.ts';
import type { Origin } from '../requests/request.ts';
import type { Token } from '../requests/token.ts';
import type { Services } from '../services.ts';
import { type Allowed, allowedBy } from './allowed.ts';
import { nothingOn, packNotOn, whichPack } from './no-pack.ts';
import { packsCalled, packsMeant } from './pack-named.ts';

export interface Words {
  /** Empty for anything. */
  readonly about: string;
  /** As typed; left out for all that are on. */
  readonly pack: string | undefined;
}

export interface Wanted {
  readonly about: string;
  /** The id of the pack that was named. */
  readonly pack: string | undefined;
  readonly allowed: Allowed;
}

interface Reading {
  /** Whether anything fits the words, as words about something. */
  fits(about: string, allowed: Allowed): boolean;
  /** The same again, with this pack. */
  retry(pack: string): Token | undefined;
}

/**
 * A pack is found by its title or id. Where it is typed in place of a subject, it is meant where no subject bears that
 * name and the words are its title, or fit nothing else.
 */
export async function wantedHere(
  services: Pick<Services, 'library' | 'search' | 'store' | 'speaker'>,
  origin: Pick<Origin, 'place' | 'manages'>,
  words: Words,
  reading: Reading,
): Promise<Wanted | { readonly problem: PlainCard }> {
  const { library, store } = services;
  const settings = await store.settingsOf(origin.place);
  const here = allowedBy(library, settings);
  // A bot that knows nothing says so in other words.
  if (library.claims.size > 0 && ![...library.claims.values()].some(here.claim))
    return { problem: await nothingOn(services, origin) };
  const inPack = (about: string, { info }: Pack): Wanted => ({
    about,
    pack: info.id,
    allowed: allowedBy(library, settings, info.id),
  });
  if (words.pack === undefined) {
    const pack = packInsteadOf(services, here, words.about, reading);
    return pack ? inPack('', pack) : { about: words.about, pack: undefined, allowed: here };
  }
  const [pack, ...others] = packsMeant(here.packs, words.pack);
  if (!pack)
    return {
      problem: packNotOn(services, words.pack, packsCalled(library.packs, words.pack)[0], here.packs),
    };
  return others.length > 0
    ? { problem: whichPack(services, [pack, ...others], reading.retry) }
    : inPack(words.about, pack);
}

function packInsteadOf(
  { search }: Pick<Services, 'search'>,
  here: Allowed,
  about: string,
  { fits }: Pick<Reading, 'fits'>,
): Pack | undefined {
  const [meant, ...others] = about === '' ? [] : packsMeant(here.packs, about);
  if (!meant || others.length > 0 || search.named(about).some(here.subject)) return undefined;
  const isOutright = packsCalled([meant], about).length > 0;
  return isOutright || (about.length >= SHORTEST && !fits(about, here)) ? meant : undefined;
}

/** What is shorter may begin anything. */
const SHORTEST = 4;
