/** Packs as people name them: by title or id, in any case, begun or misspelt; and how they are called in return. */
import type { Pack } from '../dataset/pack.ts';
import { fold, nameWords } from '../facts/fold.ts';
import { isNear } from '../facts/slips.ts';
import { hashOf } from '../hash.ts';
import { oncePer } from '../once-per.ts';

/** The title, and with it the id where another pack’s title is typed alike. */
export function labelOf({ info }: Pack, packs: readonly Pack[]): string {
  const alike = byTitle(packs).get(plain(info.title)) ?? [];
  if (alike.length < 2) return info.title;
  const both = `${info.title} (${info.id})`;
  return both.length <= LONGEST_LABEL ? both : info.id;
}

const byTitle = oncePer((packs: readonly Pack[]) => Map.groupBy(packs, ({ info }) => plain(info.title)));

/** What a platform takes as a proposal. */
const LONGEST_LABEL = 100;

/** Of one that is gone, its id. */
export function titleOf(packs: readonly Pack[], id: string): string {
  const pack = packs.find(({ info }) => info.id === id);
  return pack ? labelOf(pack, packs) : id;
}

/** Its id, or what stands for it where a button has no room for that. */
export const keysOf = (pack: string): readonly [string, string] => [pack, `~${hashOf(pack).toString(36)}`];

/** Those that the words name outright: by id, by title, or by what a button says. */
export function packsCalled(packs: readonly Pack[], words: string): readonly Pack[] {
  const byId = packs.filter(({ info }) => keysOf(info.id).includes(fold(words)));
  if (byId.length > 0) return byId;
  const typed = plain(words);
  return packs.filter((pack) => [pack.info.title, labelOf(pack, packs)].map(plain).includes(typed));
}

/**
 * Those that the words may mean: what they name outright; else what has all of them, as beginnings; else as
 * misspellings. Several where they fit several alike.
 */
export function packsMeant(packs: readonly Pack[], words: string): readonly Pack[] {
  const called = packsCalled(packs, words);
  return called.length > 0 ? called : thoseHaving(packs, words, ({ info }) => [info.title, info.id]);
}

/** Of things with names those that have all of the words, begun or else misspelt. */
export function thoseHaving<Thing>(
  things: readonly Thing[],
  words: string,
  namesOf: (thing: Thing) => readonly string[],
): readonly Thing[] {
  const typed = plain(words).split(' ').filter(Boolean);
  if (typed.length === 0) return [];
  const having = (isLike: (known: string, word: string) => boolean) =>
    things.filter((thing) => {
      const known = nameWords(namesOf(thing).join(' '));
      return typed.every((word) => known.some((one) => isLike(one, word)));
    });
  const begun = having((known, word) => known.startsWith(word));
  return begun.length > 0 ? begun : having((known, word) => known.startsWith(word) || isNear(word, known));
}

/** Longer than any name that there is. */
const LONGEST_NAME = 200;

/**
 * “the handbook”, “handbook pack” and “pack handbook” are one name; a pack called “The pack” keeps it, and so does one
 * whose title has no word in it.
 */
export function plain(words: string): string {
  const all = nameWords(words.slice(0, LONGEST_NAME));
  if (all.length === 0) return fold(words.slice(0, LONGEST_NAME));
  const own = all.filter((word, at) => !(IDLE.has(word) && (at === 0 || at === all.length - 1)));
  return (own.length > 0 ? own : all).join(' ');
}

const IDLE: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our', 'pack']);
