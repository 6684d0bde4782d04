/** Takes a write back: the lines that it changed become what they were, also where others changed meanwhile. */
import type { Kept } from '../journal.ts';
import { Refused } from '../refused.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Change, textToChange } from './change.ts';
import { refuseUsed } from './take-out.ts';

/** `current`: what stands in those files now, by their path. */
export function undone(
  now: Snapshot,
  { files, ids, said }: Kept,
  current: ReadonlyMap<string, string | null>,
): Change {
  for (const { path, before } of files) {
    textToChange(now, path);
    const [, article] = /^articles\/(.+)\.(?:md|txt)$/.exec(path) ?? [];
    if (article !== undefined && before === null) refuseUsed(now, article);
  }
  return {
    files: new Map(
      files.map(({ path, before, after }) => [
        path,
        backTo(path, { before, after, current: current.get(path) ?? null }),
      ]),
    ),
    keeps: ids,
    said: `Taken back: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
  };
}

interface Texts {
  readonly before: string | null;
  readonly after: string | null;
  readonly current: string | null;
}

function backTo(path: string, { before, after, current }: Texts): string | null {
  if (current === after) return before;
  const text =
    before !== null && after !== null && current !== null ? patched(before, after, current) : undefined;
  if (text !== undefined) return text;
  throw new Refused(409, {
    error: `The same lines of ${path} were changed since, so this cannot be taken back by itself. What stood there before is kept in “.desk”, a hidden folder beside the pack’s files.`,
  });
}

/** Around what changed, as many lines tell its place. */
const AROUND = 3;

/** The current text with the changed lines as they were; undefined where they are not found, or twice. */
function patched(before: string, after: string, current: string): string | undefined {
  const [old, mine, theirs] = [before, after, current].map((text) => text.split('\n'));
  if (old === undefined || mine === undefined || theirs === undefined) return undefined;
  const most = Math.min(old.length, mine.length);
  let start = 0;
  while (start < most && old[start] === mine[start]) start += 1;
  let same = 0;
  while (same < most - start && old.at(-1 - same) === mine.at(-1 - same)) same += 1;
  const end = mine.length - same;
  for (let around = AROUND; around >= 1; around -= 1) {
    const from = Math.max(0, start - around);
    const sought = mine.slice(from, Math.min(mine.length, end + around));
    const [at, ...others] = placesOf(sought, theirs);
    if (at === undefined || others.length > 0) continue;
    const first = at + start - from;
    return theirs.toSpliced(first, end - start, ...old.slice(start, old.length - same)).join('\n');
  }
  return undefined;
}

const placesOf = (sought: readonly string[], lines: readonly string[]): readonly number[] =>
  lines.flatMap((_, at) =>
    at + sought.length <= lines.length && sought.every((line, offset) => lines[at + offset] === line)
      ? [at]
      : [],
  );
