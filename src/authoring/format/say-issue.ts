/** What zod found, in the words of somebody who types YAML and does not program. */
import { z } from 'zod';
import { nearest } from './nearest.ts';

interface Said {
  readonly path: readonly (string | number)[];
  readonly expected: string;
}

type Issue = z.core.$ZodIssue;

/** To parse with: where fields are unknown or lacking, the message becomes the names of all that `sayIssue` may offer. */
export const namingFields: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' || code === 'invalid_type' ? namesOf(inst)?.join(' ') : undefined;

const namesOf = (inst: unknown): readonly string[] | undefined =>
  inst instanceof z.ZodObject
    ? Object.keys(inst.shape)
    : inst instanceof z.ZodRecord && inst.keyType instanceof z.ZodEnum
      ? inst.keyType.options.map(String)
      : undefined;

/** What is wrong, each place once; `value` is what was held against the schema. */
export function sayIssues(issues: readonly Issue[], value: unknown): readonly Said[] {
  const said = new Map<string, Said>();
  const meant = new Set<string>();
  for (const issue of issues)
    for (const one of sayIssue(issue, value)) {
      const at = one.path.join('\n');
      if (!said.has(at)) said.set(at, one);
      if (one.instead !== undefined) meant.add([...one.path.slice(0, -1), one.instead].join('\n'));
    }
  return [...said].filter(([at]) => !meant.has(at)).map(([, one]) => one);
}

/** `instead`: the name of the field that an unknown one is taken for. */
function sayIssue(
  issue: Issue,
  value: unknown,
): readonly (Said & { readonly instead?: string | undefined })[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const there = valueAt(value, path);
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, expected: there === undefined ? 'this is missing' : shapeOf(issue, there) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], ...takenFor(key, issue.message.split(' ')) }));
    case 'too_big':
      return [{ path, expected: tooMuch(issue.origin, Number(issue.maximum), there, 'at most') }];
    case 'too_small':
      return [{ path, expected: tooMuch(issue.origin, Number(issue.minimum), there, 'at least') }];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const missing = `this is missing: write “${path.at(-1)}: ${values[0]}”`;
      return [
        { path, expected: there === undefined ? missing : `one of ${values.join(', ')}${given(there)}` },
      ];
    }
    case 'invalid_key':
      return issue.issues.map((inner) => ({ path, expected: sayKey(inner, String(path.at(-1))) }));
    case 'invalid_union':
      return ofUnion(issue.errors, path, value, there);
    default:
      return [{ path, expected: isOfLines(there) ? ONE_LINE : withGiven(issue.message, there) }];
  }
}

/** Of the shapes that were possible the one that what was typed comes nearest to. */
function ofUnion(
  branches: readonly (readonly Issue[])[],
  path: Said['path'],
  value: unknown,
  there: unknown,
): readonly Said[] {
  if (there === undefined) return [{ path, expected: 'this is missing' }];
  const fits = branches.filter((issues) => !issues.some(isOfAnotherShape));
  const [nearestBranch = []] = (fits.length > 0 ? fits : branches).toSorted((a, b) => a.length - b.length);
  const mayBeText = branches.some((issues) => issues.some(isNoText));
  if (mayBeText && (fits.length === 0 ? !Array.isArray(there) : isSplitText(there, nearestBranch)))
    return [{ path, expected: TEXT_WITH_COLON }];
  return nearestBranch.flatMap((issue) => sayIssue({ ...issue, path: [...path, ...issue.path] }, value));
}

const isOfAnotherShape = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((issues) => issues.some(isOfAnotherShape))));

const isNoText = (issue: Issue): boolean =>
  issue.path.length === 0 && issue.code === 'invalid_type' && issue.expected === 'string';

/** “One: two” became a record of one field, which nobody knows. */
const isSplitText = (there: unknown, issues: readonly Issue[]): boolean =>
  typeof there === 'object' &&
  there !== null &&
  Object.keys(there).length === 1 &&
  issues.some((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0);

const TEXT_WITH_COLON = 'a text; if it has a colon in it, put it in straight quotes, "like: this"';
const ONE_LINE = 'a text on one line, without | or >';

function shapeOf({ expected, message }: z.core.$ZodIssueInvalidType, there: unknown): string {
  if (there === '') return 'something, and this is empty: write it, or take the line out';
  switch (expected) {
    case 'string':
      return Array.isArray(there)
        ? 'one text; if it begins with a bracket or a dash, put it in straight quotes, "like this"'
        : TEXT_WITH_COLON;
    case 'array':
      return 'a list: each item on its own line after “- ”, or [one, two]';
    case 'object':
      return `fields, one a line: ${message.split(' ').join(', ')}`;
    default:
      return 'fields, one a line, such as “name: value”';
  }
}

/** The known field that was meant, or all of them. */
export function takenFor(typed: string, known: readonly string[]) {
  const instead = nearest(typed, known);
  return instead === undefined
    ? { expected: `one of ${known.join(', ')}` }
    : { expected: `no such field: is “${instead}” meant?`, instead };
}

function sayKey(issue: Issue, key: string): string {
  return issue.code === 'too_big'
    ? `a name of at most ${issue.maximum} characters`
    : `${issue.message}, and not “${key}”`;
}

function tooMuch(origin: string, limit: number, there: unknown, bound: string): string {
  if (origin === 'string' && typeof there === 'string')
    return there === ''
      ? 'a text, and this is empty: write one, or take the line out'
      : `${bound} ${limit} characters, and these are ${[...there].length}`;
  const count = Array.isArray(there) ? there.length : 1;
  return `${bound} ${limit} of them, and there ${count === 1 ? 'is 1' : `are ${count}`}`;
}

const isOfLines = (there: unknown): boolean => typeof there === 'string' && there.includes('\n');

/** Messages that say what is wrong, and not what is right, need no “and not”. */
const withGiven = (message: string, there: unknown) =>
  /^(?:an?|the|one|two) /.test(message) ? message + given(there) : message;

const given = (there: unknown) =>
  typeof there === 'string' && there.length < 60 && there !== '' ? `, and not “${there}”` : '';

const valueAt = (value: unknown, path: Said['path']): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  );
