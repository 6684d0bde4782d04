/** Which claims a text holds word for word: their cards would tell the same. */
import type { Library } from '../dataset/library.ts';
import type { Claim } from '../dataset/schema.ts';
import { oncePer } from '../once-per.ts';

/** In the order of the library. */
export const claimsStatedIn = (library: Library, prose: string): readonly Claim[] => finderIn(library)(prose);

/** By so many letters claims are told apart before they are compared. */
const BEGINNING = 16;

/** Looks only where a claim may begin, because every card of a library is held against every claim of it. */
const finderIn = oncePer(({ claims }: Library): ((prose: string) => readonly Claim[]) => {
  const all = [...claims.values()];
  const numbers = new Map(all.map((claim, number) => [claim, number]));
  const short = all.filter(({ text }) => text.length < BEGINNING);
  const long = Map.groupBy(
    all.filter(({ text }) => text.length >= BEGINNING),
    ({ text }) => text.slice(0, BEGINNING),
  );
  const initials = new Set([...long.keys()].map((beginning) => beginning.charCodeAt(0)));
  return (prose) => {
    const found = new Set(short.filter(({ text }) => prose.includes(text)));
    for (let at = 0; at + BEGINNING <= prose.length; at += 1) {
      if (!initials.has(prose.charCodeAt(at))) continue;
      for (const claim of long.get(prose.slice(at, at + BEGINNING)) ?? [])
        if (prose.startsWith(claim.text, at)) found.add(claim);
    }
    return [...found].toSorted((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
  };
});
