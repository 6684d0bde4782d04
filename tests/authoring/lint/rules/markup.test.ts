import { describe, expect, it } from 'vitest';
import { markup } from '../../../../src/authoring/lint/rules/markup.ts';
import { changed, goodPack } from '../harbour.ts';

const withText = (text: string) => markup.check(changed('claims', 'boat-came-in', { text }));

describe('signs that mean something elsewhere', () => {
  it('stand nowhere in a good pack', () => {
    expect(markup.check(goodPack())).toEqual([]);
  });

  it.each([
    ['Mara Quill came in.[12]', '[12]'],
    ['Mara Quill came in [citation needed].', '[citation needed]'],
    ['Mara Quill typed `psql`.', '`psql`'],
    ['Mara Quill steered the _Kestrel_ home.', '_Kestrel_'],
    ['Mara Quill steered the *Kestrel* home.', '*Kestrel*'],
    ['Mara Quill steered the [[Kestrel]] home.', '[[Kestrel]]'],
    ['Mara Quill wrote on https://example.org/boat of it.', 'https://example.org/boat'],
    ['# Mara Quill came in', '# Mara'],
    ['Mara Quill came in :tada: at last.', ':tada:'],
    ['<@U123> came in.', '<@U123>'],
  ])('are called out: %s', (text, words) => {
    expect(withText(text)).toMatchObject([{ record: 'boat-came-in', field: 'text', words }]);
  });

  it.each([
    'The option is called max_parallel_workers.',
    'It ended 3:2, at 10:30:15.',
    'The program prints *** where a password is.',
    'She tagged “@ivankatrump”.',
    'Two times 3 * 4 * 5 boats.',
    'It was the No. 1 of C# and F#.',
    'It is said (by some) to be “so”.',
  ])('are none here: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });
});
