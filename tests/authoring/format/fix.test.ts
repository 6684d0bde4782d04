/** What is mended without a thought reads as it did, and looks as its author typed it. */
import { describe, expect, it } from 'vitest';
import { fixed } from '../../../src/authoring/format/fix.ts';
import { readYaml } from '../../../src/authoring/format/yaml-file.ts';

const mended = (text: string): string => fixed('topics/boats.yaml', text);

describe('a file that was not saved as UTF-8', () => {
  it.each(['\ufffd', '\0'])('stays as it is, for nobody knows what the sign %j was', (lost) => {
    const text = `fact: Zo${lost}  has: a boat\u00a0\r\n`;
    expect(mended(text)).toBe(text);
  });
});

describe('a sign without a width', () => {
  it('stays where words are spelt with it', () => {
    const text = 'fact: می\u200cخواهم and क्\u200dष and 👩\u200d🚀\n';
    expect(mended(text)).toBe(text);
  });

  it('goes where only a program put it', () => {
    expect(mended('fact: a\u200b boat\u200e has\u00ad oars\u2060\n')).toBe('fact: a boat has oars\n');
  });
});

describe('a text that is tidied', () => {
  it.each([
    ['no quotes', 'fact: 22,  or so', 'fact: 22, or so'],
    ['straight quotes', 'fact: "22,  or so"', 'fact: "22, or so"'],
    ['single quotes', "fact: 'She  isn''t in'", "fact: 'She isn''t in'"],
    ['quotes in a list in brackets', 'wrong: ["22,  or so", 25]', 'wrong: ["22, or so", 25]'],
    ['single quotes in a list', "wrong: ['22,  or so', 25]", "wrong: ['22, or so', 25]"],
    ['no quotes in a list', 'wrong: [22  or so, 25]', 'wrong: [22 or so, 25]'],
  ])('has %s as before', (_, text, expected) => {
    expect(mended(`${text}\n`)).toBe(`${expected}\n`);
  });

  it('gets quotes where YAML needs them now', () => {
    expect(mended('fact: &quot;Aye&quot;: so she said\n')).toBe(
      'fact: "&quot;Aye&quot;: so she said"\n'.replaceAll('&quot;', '\\"'),
    );
  });

  it('of two paragraphs in single quotes is still those two', () => {
    const text = "fact: 'a  boat\n\n  came in'\nid: x\n";
    expect(readYaml('', mended(text)).content).toEqual({ fact: 'a boat\ncame in', id: 'x' });
  });
});

describe('a line that YAML stumbles on', () => {
  it('is put in quotes, and the comment behind it is still one', () => {
    expect(mended('fact: Like this: quoted  # my note\n')).toBe('fact: "Like this: quoted"  # my note\n');
    expect(mended('- fact: Like this: quoted #\n')).toBe('- fact: "Like this: quoted" #\n');
  });

  it('keeps a number with its sign as words', () => {
    expect(mended('fact: Boat #3: the fastest # my note\n')).toBe('fact: "Boat #3: the fastest" # my note\n');
  });
});
