/**
 * What a button carries: a versioned, typed value of at most 100 characters (the least that a platform
 * allows for a button's id). State lives in the store, so a token works after a restart.
 */
import { z } from 'zod';
import { buttonId } from '../dataset/scope.ts';
import { keysOf } from '../settings/pack-named.ts';

export const TOKEN_LIMIT = 100;

const Key = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** A claim’s or question’s id, as the library finds it: scoped, or as short as a button needs it, or an old one. */
const RecordId = z
  .string()
  .regex(/^(?:[a-z0-9-]{1,60}(?:\/[a-z0-9-]{1,60})?|~[a-z0-9]{1,14})$/)
  .overwrite(buttonId);

const Days = z.int().min(1).max(7);
const Page = z.int().min(1).max(999);

/**
 * `answer` locks a choice in a round that everyone plays; `pick` answers a private round, whose message turns
 * into the result; `next` asks the next private question; `fact` tells another fact; `ask` quizzes on a claim;
 * `go-on` asks the next question of a public quiz; `again` starts one like it; `wait` has an ordered quiz wait its
 * turn; `alone` plays it alone; `skip`, `unskip` and `ask-first` change what a daily asks next; `turn` turns a pack or a
 * topic on or off in a channel; `packs` lists the packs there, `left-out` shows what is left out, `back` takes some of it
 * back; `sides` tells what else there is on a fact or on a revealed question; `type` does what the command with these
 * words behind it does.
 */
const Token = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer'), round: Key, option: z.int().min(0).max(3) }),
  z.strictObject({ do: z.literal('pick'), round: Key, option: z.int().min(0).max(3) }),
  z.strictObject({ do: z.literal('reveal'), round: Key }),
  z.strictObject({ do: z.literal('stop'), quiz: Key }),
  z.strictObject({ do: z.literal('next'), quiz: Key }),
  z.strictObject({ do: z.literal('wait'), quiz: Key }),
  z.strictObject({ do: z.literal('alone'), quiz: Key }),
  z.strictObject({ do: z.literal('fact'), about: z.string().max(TOKEN_LIMIT) }),
  z.strictObject({ do: z.literal('ask'), claim: RecordId }),
  z.strictObject({ do: z.literal('sides'), of: z.enum(['claim', 'question']), id: RecordId }),
  z.strictObject({ do: z.literal('again'), quiz: Key }),
  z.strictObject({ do: z.literal('go-on'), quiz: Key, number: z.int().min(2).max(99) }),
  z.strictObject({ do: z.literal('skip'), question: RecordId, days: Days }),
  z.strictObject({ do: z.literal('unskip'), question: RecordId, days: Days, at: z.int().min(0).max(99) }),
  z.strictObject({ do: z.literal('ask-first'), question: RecordId, days: Days }),
  z.strictObject({
    do: z.literal('turn'),
    to: z.enum(['on', 'off']),
    kind: z.enum(['pack', 'topic']),
    id: RecordId,
  }),
  z.strictObject({ do: z.literal('packs'), page: Page }),
  z.strictObject({ do: z.literal('left-out'), page: Page }),
  z.strictObject({
    do: z.literal('back'),
    kind: z.enum(['topic', 'question']),
    id: RecordId,
    page: Page,
  }),
  z.strictObject({ do: z.literal('type'), command: Key, words: z.string().max(80) }),
]);

export type Token = z.infer<typeof Token>;

const VERSION = 'r1';

/** Throws on a token that does not fit: all its parts are ours, so that is a fault of the program. */
export function encodeToken(token: Token): string {
  const text = textOf(Token.parse(token));
  if (text.length > TOKEN_LIMIT) throw new RangeError(`a token of ${text.length} characters: ${text}`);
  return text;
}

const textOf = ({ do: verb, ...rest }: Token): string =>
  `${VERSION}${JSON.stringify([verb, ...Object.values(rest)])}`;

/**
 * For another fact about this, of this pack only where one is named. Words too long for a button lose the last of them,
 * and one alone its end.
 */
export function factToken(about: string, pack?: string): Token {
  const token = (words: string, named?: string): Token =>
    named === undefined
      ? { do: 'fact', about: words }
      : { do: 'type', command: 'fact', words: `${words} pack: ${named}`.trim() };
  const fits = (words: string, named?: string) => isButton(token(words, named));
  const [id, short] = pack === undefined ? [] : keysOf(pack);
  const named = id === undefined || fits(about, id) ? id : short;
  const words = about.slice(0, TOKEN_LIMIT).split(' ');
  while (words.length > 1 && !fits(words.join(' '), named)) words.pop();
  const characters = [...words.join(' ')];
  while (!fits(characters.join(''), named)) characters.pop();
  return token(characters.join(''), named);
}

const isButton = (token: Token): boolean =>
  Token.safeParse(token).success && textOf(token).length <= TOKEN_LIMIT;

/** Undefined for words that no button can carry. */
export function typeToken(command: string, words: string): Token | undefined {
  const token = { do: 'type', command, words } as const;
  return isButton(token) ? token : undefined;
}

/** Undefined for anything that this version did not write: an old release's, another app's, or a forgery. */
export function decodeToken(text: string): Token | undefined {
  if (!text.startsWith(VERSION) || text.length > TOKEN_LIMIT) return undefined;
  const parts = parseJson(text.slice(VERSION.length));
  if (!Array.isArray(parts)) return undefined;
  const [verb, ...values] = parts;
  const option = Token.options.find((candidate) => candidate.shape.do.value === verb);
  if (!option) return undefined;
  const names = Object.keys(option.shape).filter((name) => name !== 'do');
  if (names.length !== values.length) return undefined;
  const token = Token.safeParse({
    do: verb,
    ...Object.fromEntries(names.map((name, at) => [name, values[at]])),
  });
  return token.success ? token.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
