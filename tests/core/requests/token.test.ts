import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonId, scopedId } from '../../../src/core/dataset/scope.ts';
import {
  decodeToken,
  encodeToken,
  factToken,
  TOKEN_LIMIT,
  type Token,
  typeToken,
} from '../../../src/core/requests/token.ts';

const key = fc.stringMatching(/^[a-z0-9-]{1,60}$/);
const option = fc.integer({ min: 0, max: 3 });

const page = fc.integer({ min: 1, max: 999 });
/** Of any length that ids have, as buttons carry them. */
const recordId = fc.tuple(key, key).map(([pack, id]) => buttonId(scopedId(pack, id)));

const tokens: fc.Arbitrary<Token> = fc.oneof(
  fc.record({ do: fc.constant('answer' as const), round: key, option }),
  fc.record({ do: fc.constant('pick' as const), round: key, option }),
  fc.record({ do: fc.constant('reveal' as const), round: key }),
  fc.record({ do: fc.constant('stop' as const), quiz: key }),
  fc.record({ do: fc.constant('next' as const), quiz: key }),
  fc.record({ do: fc.constant('ask' as const), claim: key }),
  fc
    .tuple(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.option(key, { nil: undefined }))
    .map(([about, pack]) => factToken(about, pack)),
  fc.record({
    do: fc.constant('turn' as const),
    to: fc.constantFrom('on' as const, 'off' as const),
    kind: fc.constantFrom('pack' as const, 'topic' as const),
    id: recordId,
  }),
  fc.record({
    do: fc.constant('back' as const),
    kind: fc.constantFrom('topic' as const, 'question' as const),
    id: recordId,
    page,
  }),
  fc.record({ do: fc.constant('left-out' as const), page }),
  fc.string({ unit: 'grapheme', maxLength: 80 }).map((words) => typeToken('quiz', words) ?? factToken(words)),
);

describe('a button’s token', () => {
  it('comes back as it was, for every kind of button, in at most 100 characters', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        const text = encodeToken(token);
        expect(text.length).toBeLessThanOrEqual(TOKEN_LIMIT);
        expect(decodeToken(text)).toEqual(token);
      }),
    );
  });

  it('stands for a typed line, unless that is too long for a button', () => {
    expect(typeToken('quiz', 'private topic: Ivanka Trump')).toMatchObject({ do: 'type' });
    expect(typeToken('quiz', '"'.repeat(80))).toBeUndefined();
    expect(typeToken('quiz', 'x'.repeat(81))).toBeUndefined();
  });

  it('keeps whole words of a question that is too long for a button', () => {
    const words = Array(20).fill('clemency').join(' ');
    const { about } = factToken(words) as Extract<Token, { do: 'fact' }>;
    expect(words.startsWith(`${about} `)).toBe(true);
    expect(about).toMatch(/clemency$/);
  });

  it('names the pack of another fact, however long its name and its id', () => {
    const long = 'a'.repeat(60);
    for (const about of ['', 'clemency', 'clemency '.repeat(20).trim()]) {
      expect(factToken(about, 'handbook')).toMatchObject({
        words: expect.stringMatching(/(^| )pack: (?:handbook|~[a-z0-9]+)$/),
      });
      expect(factToken(about, long)).toMatchObject({ do: 'type', command: 'fact' });
    }
    expect(factToken('clemency '.repeat(9).trim(), long)).toMatchObject({
      words: expect.stringMatching(/^clemency .* pack: ~[a-z0-9]+$/),
    });
  });

  it('keeps its form between releases, so that buttons posted yesterday work today', () => {
    expect(encodeToken({ do: 'answer', round: 'abc', option: 2 })).toBe('r1["answer","abc",2]');
    expect(decodeToken('r1["ask","johnson-commuted"]')).toEqual({ do: 'ask', claim: 'johnson-commuted' });
  });

  it.each([
    ['another app’s', 'vote:12'],
    ['an older version’s', 'r0["answer","abc",2]'],
    ['a forged one with an option that no question has', 'r1["answer","abc",7]'],
    ['one with an id that is none of ours', 'r1["reveal","a\'; drop table round"]'],
    ['one with too many parts', 'r1["reveal","abc","def"]'],
    ['one cut in the middle', 'r1["reveal","ab'],
    ['an object in place of a list', 'r1{"do":"reveal"}'],
    ['an overlong one', `r1["fact","${'x'.repeat(200)}"]`],
    ['an empty one', ''],
  ])('is not taken from %s', (_, text) => {
    expect(decodeToken(text)).toBeUndefined();
  });

  it('is never made of anything but text that people could have typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (text) => decodeToken(text) === undefined));
  });
});
