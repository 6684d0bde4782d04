/** The option `pack` of all commands that tell or ask something. */
import { nameWords } from '../facts/fold.ts';
import type { TextOption } from '../requests/command.ts';
import { allowedHere } from './allowed.ts';
import { labelOf, packsMeant } from './pack-named.ts';

/** Only what is on in the channel is proposed. */
export const packOption: TextOption = {
  kind: 'text',
  byNameOnly: true,
  description: 'One pack, by its name; all that are on here if left out',
  maxLength: 100,
  fits: (words, only, library) => only && packsMeant(library?.packs ?? [], words).length > 0,
  suggest: async (typed, services, { place }) => {
    const { packs } = await allowedHere(services, place);
    const meant = nameWords(typed).length === 0 ? packs : packsMeant(packs, typed);
    return meant.map((pack) => ({ name: labelOf(pack, services.library.packs) }));
  },
};
