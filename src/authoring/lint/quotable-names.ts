/** What stands in quotation marks and is no quotation: titles and names are bibliography. */
import type { Pack } from '../../core/dataset/pack.ts';
import { fold } from '../../core/facts/fold.ts';
import { oncePer } from '../../core/once-per.ts';

export const quotableNames = oncePer((pack: Pack): ((phrase: string) => boolean) => {
  const names = new Set(
    [
      ...pack.articles.flatMap(({ title, publisher }) => [title, publisher]),
      ...[...pack.entities, ...pack.events].flatMap(({ name, aliases }) => [name, ...aliases]),
    ].map(bare),
  );
  return (phrase) => names.has(bare(phrase)) || isTitle(phrase);
});

const bare = (phrase: string): string => fold(phrase).replace(/[.,;:!?…]+$/u, '');

/** Written as a title or a name is: “Gone with the Wind”, “CURL”. */
const isTitle = (phrase: string): boolean => TITLE.test(phrase);

const CAPITAL = String.raw`[^\p{L}\s]*[\p{Lu}\p{N}]\S*`;

const TITLE = new RegExp(
  String.raw`^${CAPITAL}(?:(?:\s+(?:an?|the|of|in|on|at|to|and|or|for|with|from|by|as|${CAPITAL}))*\s+${CAPITAL})?$`,
  'u',
);
