/** What to say where there is nothing to tell or ask from: no pack is on, or not the one that was named. */
import { type Choice, type PlainCard, plainCard, say } from '../cards/card.ts';
import type { Pack } from '../dataset/pack.ts';
import type { Origin } from '../requests/request.ts';
import type { Token } from '../requests/token.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { labelOf } from './pack-named.ts';

type Here = Pick<Services, 'library' | 'speaker'>;

/** In a channel with nothing on: all its packs are gone, or all that is in them is left out. */
export async function nothingOn(
  { library, speaker }: Here,
  { place, manages }: Pick<Origin, 'place' | 'manages'>,
): Promise<PlainCard> {
  if ((await manages()).ok)
    return say(
      'problem',
      NOTHING,
      ' Turn something on with ',
      { code: '/packs on' },
      ': ',
      namesOf(library.packs, library.packs),
      '.',
    );
  const { managers } = speaker.capabilities(place.platform).words;
  return say('problem', NOTHING, ` What is on is chosen by ${managers}, with `, { code: '/packs on' }, '.');
}

const NOTHING = 'Nothing is on in this channel just now, so there is nothing to tell or to ask.';

/** A pack that is off in a channel, or that there is not. */
export function packNotOn(
  { library }: Here,
  typed: string,
  meant: Pack | undefined,
  on: readonly Pack[],
): PlainCard {
  const said = meant
    ? `“${labelOf(meant, library.packs)}” is off in this channel.`
    : `There is no pack called “${quote(typed)}”.`;
  return say('problem', said, ' On here: ', namesOf(on, library.packs), '.');
}

/** Where the words fit several. Each button does what was asked with one of them. */
export function whichPack(
  { library }: Here,
  meant: readonly Pack[],
  retry: (pack: string) => Token | undefined,
): PlainCard {
  const choices = meant.slice(0, MOST_NAMED).flatMap((pack): Choice[] => {
    const token = retry(pack.info.id);
    return token ? [{ label: labelOf(pack, library.packs), token, style: 'plain' }] : [];
  });
  return plainCard(
    'problem',
    { type: 'text', text: ['Which one do you mean: ', namesOf(meant, library.packs), '?'] },
    ...(choices.length === 0 ? [] : [{ type: 'choices', choices } as const]),
  );
}

/** A sentence has room for so many; the rest stands in the list. */
const MOST_NAMED = 5;

export function namesOf(some: readonly Pack[], packs: readonly Pack[]): string {
  const names = some.slice(0, MOST_NAMED).map((pack) => labelOf(pack, packs));
  const more = some.length - names.length;
  return `${names.join(' · ')}${more > 0 ? ` and ${more} more, which /packs lists` : ''}`;
}
