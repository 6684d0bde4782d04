import { describe, expect, it, test } from 'vitest';
import { isUnwritten, toResolve, toWrite } from '../../../src/authoring/format/unwritten.ts';
import { loadPacks } from '../../../src/packs/read.ts';

describe('a proposal that nobody has written yet', () => {
  const made = toWrite(['Mara Quill', '12 February 2020', '412 signatures', 'Kestrel']);

  it('is known as it was made', () => {
    expect(made).toBe('Write in your own words – Mara Quill · 12 February 2020 · 412 signatures · Kestrel');
    expect(isUnwritten(made)).toBe(true);
    expect(isUnwritten(toWrite(['Mara Quill', '1995'], 'She'))).toBe(true);
    expect(isUnwritten(toResolve('It was built in 1871.', 'It'))).toBe(true);
  });

  it('is known without its opening, and with commas for its dots', () => {
    const [, list = ''] = made.split(' – ');
    expect(isUnwritten(list)).toBe(true);
    expect(isUnwritten(list.replaceAll(' · ', ', '))).toBe(true);
    expect(isUnwritten(`${list.replaceAll(' · ', ', ')}.`)).toBe(true);
  });

  test.each(['…', '...', '?', '???', 'TODO', 'todo:', 'tbd', 'xxx'])(
    'is what “%s” holds the place of',
    (text) => {
      expect(isUnwritten(text)).toBe(true);
    },
  );
});

describe('a fact', () => {
  test.each([
    'Mara Quill came home on 12 February 2020.',
    'Orla Quessant, 34, wants it lit again.',
    'Today is a Monday, says Ada Stone',
    'Leave is 25 days',
    'Oslo, Norway',
    'Ada, Ben, Cleo',
    '“No,” said Ben Lark.',
    '灯台は1871年に建てられた。',
  ])('such as “%s” is written', (text) => {
    expect(isUnwritten(text)).toBe(false);
  });

  it('of a pack that people play is written', async () => {
    const packs = [...(await loadPacks('data')), ...(await loadPacks('tests/fixtures/packs'))];
    const texts = packs.flatMap(({ claims, questions }) => [
      ...claims.map(({ text }) => text),
      ...questions.map(({ prompt }) => prompt),
    ]);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(isUnwritten)).toEqual([]);
  });
});
