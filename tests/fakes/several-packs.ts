/** A bot that knows three packs: what is shipped, the handbook of a company, and a lighthouse nobody has ever seen. */
import { buildLibrary, type Library } from '../../src/core/dataset/library.ts';
import { loadPacks } from '../../src/packs/read.ts';

export const TRUMPS = 'kardashian-trump';
export const HANDBOOK = 'handbook';
export const LIGHTHOUSE = 'lighthouse';

/** Read once a test file: it never changes. */
export const severalPacks: Promise<Library> = Promise.all(
  ['data', 'examples', 'tests/fixtures/packs'].map(loadPacks),
).then((packs) => buildLibrary(packs.flat()));
