/** What zod found, in the words of somebody who types YAML and does not program. */
import type { z } from 'zod';

interface Said {
  readonly path: readonly (string | number)[];
  readonly expected: string;
}

type Issue = z.core.$ZodIssue;

/** `value` is what was held against the schema; an issue may say several things, where several shapes were possible. */
export function sayIssue(issue: Issue, value: unknown): readonly Said[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const there = valueAt(value, path);
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, expected: there === undefined ? 'this is missing' : shapeOf(issue.expected) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        expected: `no “${key}”: there is no such field here`,
      }));
    case 'too_big':
      return [{ path, expected: tooMuch(issue.origin, Number(issue.maximum), there, 'at most') }];
    case 'too_small':
      return [{ path, expected: tooMuch(issue.origin, Number(issue.minimum), there, 'at least') }];
    case 'invalid_value':
      return [{ path, expected: `one of ${issue.values.map(String).join(', ')}${given(there)}` }];
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, expected: `as a name: ${message}` }));
    case 'invalid_union':
      return ofUnion(issue.errors, path, value, there);
    default:
      return [{ path, expected: `${issue.message}${given(there)}` }];
  }
}

/** Of the shapes that were possible the one that what was typed comes nearest to. */
function ofUnion(
  branches: readonly (readonly Issue[])[],
  path: Said['path'],
  value: unknown,
  there: unknown,
): readonly Said[] {
  const fits = branches.filter((issues) => !issues.some(isOfAnotherShape));
  const [nearest] = (fits.length > 0 ? fits : branches).toSorted((a, b) => a.length - b.length);
  return (nearest ?? [])
    .flatMap((issue) => sayIssue({ ...issue, path: [...path, ...issue.path] }, value))
    .map((said) => (there === undefined ? { ...said, expected: 'this is missing' } : said));
}

const isOfAnotherShape = ({ code, path }: Issue) => code === 'invalid_type' && path.length === 0;

const SHAPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list: each item on its own line after “- ”, or [one, two]',
  object: 'fields below it, one a line, further in',
  record: 'fields below it, one a line, further in',
};

const shapeOf = (expected: string) => SHAPES[expected] ?? expected;

function tooMuch(origin: string, limit: number, there: unknown, bound: string): string {
  if (origin === 'string' && typeof there === 'string')
    return there === ''
      ? 'a text, and this is empty'
      : `${bound} ${limit} characters, and these are ${[...there].length}`;
  const count = Array.isArray(there) ? there.length : 1;
  return `${bound} ${limit} of them, and there ${count === 1 ? 'is 1' : `are ${count}`}`;
}

const given = (there: unknown) =>
  typeof there === 'string' && there.length < 60 ? `, and not “${there}”` : '';

const valueAt = (value: unknown, path: Said['path']): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  );
