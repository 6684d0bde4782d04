/** Which claims a text holds word for word. */
import { describe, expect, it } from 'vitest';
import { buildLibrary, type Library } from '../../../src/core/dataset/library.ts';
import { claimsStatedIn } from '../../../src/core/facts/stated.ts';
import { loadLibrary } from '../../../src/packs/read.ts';
import { claim, told } from '../dataset/story.ts';

function libraryOf(texts: readonly string[]): Library {
  const claims = texts.map((text, at) => ({ ...claim, id: at === 0 ? claim.id : `claim-${at}`, text }));
  const parsed = told({ claims });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return buildLibrary(parsed.packs);
}

const textsIn = (library: Library, prose: string) => claimsStatedIn(library, prose).map(({ text }) => text);

it('finds long and short ones, within others and side by side, in the order of the library', () => {
  const texts = [
    'The tide was high.',
    'It rained.',
    'The tide was high. It rained all day.',
    'Mara Quill rowed home.',
  ];
  expect(textsIn(libraryOf(texts), 'So: The tide was high. It rained all day. It rained.')).toEqual(
    texts.slice(0, 3),
  );
  expect(textsIn(libraryOf(texts), 'Nobody saw it.')).toEqual([]);
});

it('finds in the cards of the shipped pack what looking for each claim in each finds', async () => {
  const library = await loadLibrary('data');
  const all = [...library.claims.values()];
  const proses = [
    ...all.map(({ text }) => text),
    ...all.slice(0, 40).map(({ text }) => `It is so that ${text} And so on.`),
  ];
  for (const prose of proses)
    expect(claimsStatedIn(library, prose)).toEqual(all.filter(({ text }) => prose.includes(text)));
});

describe('looking for claims', () => {
  /** How often any claim’s text is looked at while one prose is held against all of them. */
  function looksAmong(count: number): number {
    let looks = 0;
    const texts = Array.from(
      { length: count },
      (_, at) => `Number ${at} brought ${at} boats into the harbour.`,
    );
    const library = libraryOf(texts);
    const claims = new Map(
      [...library.claims].map(([id, one]) => [
        id,
        Object.defineProperty({ ...one }, 'text', {
          get: () => {
            looks += 1;
            return one.text;
          },
        }),
      ]),
    );
    const watched = { ...library, claims };
    claimsStatedIn(watched, '');
    looks = 0;
    claimsStatedIn(watched, 'Number 7 brought 7 boats into the harbour.');
    return looks;
  }

  it('looks at no more of them where there are more', () => {
    expect(looksAmong(400)).toBe(looksAmong(100));
  });
});
