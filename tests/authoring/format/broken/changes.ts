/** Ways to break the small pack. */
import { changed, type Files, SMALL } from '../small-pack.ts';

/** What was done to the pack, the files as they are then, and all that the program says to them. */
export type Broken = readonly [name: string, files: Files, says: readonly string[]];

export const BOATS = 'topics/boats.yaml';
export const OARS = 'topics/oars.yaml';

export const inBoats = (from: string, to: string): Files => changed(BOATS, from, to);

/** The first fact in other words. */
export const fact = (text: string): Files => inBoats('fact: Mara Quill brought a boat in.', `fact: ${text}`);

/** A line more of the first fact. */
export const factWith = (line: string): Files =>
  inBoats('    receipt: gazette#1\n', `    receipt: gazette#1\n    ${line}\n`);

/** A line more of the first question. */
export const questionWith = (line: string): Files =>
  inBoats('    right: Mara Quill\n', `    right: Mara Quill\n    ${line}\n`);

/** An entry more at the end of the topic. */
export const withEntry = (entry: string): Files => ({ ...SMALL, [BOATS]: `${SMALL[BOATS]}\n${entry}` });

/** The changes of several together; each must be to a file of its own. */
export const all = (...changes: readonly Files[]): Files =>
  Object.assign(
    {},
    SMALL,
    ...changes.map((files) =>
      Object.fromEntries(Object.entries(files).filter(([path, text]) => SMALL[path] !== text)),
    ),
  );

export const without = (path: string): Files =>
  Object.fromEntries(Object.entries(SMALL).filter(([one]) => one !== path));
