/** How much of what was typed is looked at, on every face: a platform may send longer words than it was told to take. */
import type { RawArgs, Request } from './request.ts';

/** Characters of a typed line: more than any command can use. */
export const LONGEST_LINE = 600;

/** A command's name, as far as there may be one like it. */
const LONGEST_NAME = 60;

/** One more is kept, by which whoever reads it knows that it was too long and can say so. */
export const cutLine = (text: string): string => text.slice(0, LONGEST_LINE + 1);

/** Before anything looks at it: the same request with texts of a sensible length. */
export function bounded(request: Request): Request {
  if (request.kind === 'press') return request;
  const { command, input } = request;
  return {
    ...request,
    command: command.slice(0, LONGEST_NAME),
    input: 'named' in input ? { named: allCut(input.named) } : { words: cutLine(input.words) },
  };
}

const allCut = (named: RawArgs): RawArgs =>
  Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, typeof value === 'string' ? cutLine(value) : value]),
  );
