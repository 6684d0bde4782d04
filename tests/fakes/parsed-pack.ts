/** A pack from plain lists, read by the very parser that reads those on disk. */
import { type Pack, problemToText } from '../../src/core/dataset/pack.ts';
import { parsePacks, type RawPack } from '../../src/core/dataset/parse.ts';

type Kind = keyof RawPack['records'];

/** Where a record of a pack stands that was never written. */
export const placeIn = (pack: string, kind: string) => ({
  file: `${pack}/${kind}.yaml`,
  positionOf: () => undefined,
  fieldOf: (field: string) => field,
});

export type Lists = Readonly<Partial<Record<Kind, readonly unknown[]>>>;

/** `lists` as the records of a pack, before anybody has looked at them. */
export function rawPack(
  info: Readonly<Record<string, unknown>> & { readonly id: string },
  lists: Lists,
): RawPack {
  const raw = (kind: Kind) =>
    structuredClone(lists[kind] ?? []).map((value) => ({ value, place: placeIn(info.id, kind) }));
  return {
    info: { value: structuredClone(info), place: placeIn(info.id, 'pack') },
    records: {
      topics: raw('topics'),
      articles: raw('articles'),
      entities: raw('entities'),
      events: raw('events'),
      claims: raw('claims'),
      disagreements: raw('disagreements'),
      questions: raw('questions'),
      leftOut: raw('leftOut'),
      released: raw('released'),
    },
  };
}

export function parsedPack(info: object & { readonly id: string }, lists: Lists): Pack {
  const parsed = parsePacks([rawPack(info, lists)]);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemToText).join('\n'));
  const [pack] = parsed.packs;
  if (pack === undefined) throw new Error('no pack');
  return pack;
}
