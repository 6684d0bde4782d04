/** Changes to files that people wrote: what they typed stays, and what cannot be added to is left alone. */
import { describe, expect, it } from 'vitest';
import { spliced, withEntries } from '../../../src/authoring/format/edit.ts';
import { readYaml } from '../../../src/authoring/format/yaml-file.ts';

const NEW = [{ fact: 'Boats leave at noon.' }, { fact: 'Boats: never on Sundays.' }];

const ADDED = '  - fact: Boats leave at noon.\n\n  - fact: "Boats: never on Sundays."\n';

const grown = (text: string): string => withEntries(readYaml('topics/boats.yaml', text), NEW);

describe('words that give way to others', () => {
  it('do so once, where the same place is named twice', () => {
    const splice = { start: 6, end: 7, text: '10' };
    expect(spliced('leave#4, rota#2', [splice, { start: 14, end: 15, text: '3' }, splice])).toBe(
      'leave#10, rota#3',
    );
  });
});

describe('new entries', () => {
  it.each([
    ['behind those that are there', 'topic: Boats\nentries:\n  - fact: a\n', `\n${ADDED}`],
    ['behind a last line that has no end', 'topic: Boats\nentries:\n  - fact: a', `\n\n${ADDED}`],
    ['behind a comment after the last entry', 'entries:\n  - fact: a # why\n\n  # later\n', `\n${ADDED}`],
    ['where the list is still to come', 'topic: Boats\nentries:\n', ADDED],
    ['under a comment beside “entries:”', 'topic: Boats\nentries: # my plan\n', ADDED],
    ['under a comment below “entries:”', 'topic: Boats\nentries:\n\n  # my plan\n', ADDED],
    ['in a file that only has a name', 'topic: Boats\n', `\nentries:\n${ADDED}`],
    ['in an empty file, which is then named', '', `topic: boats\n\nentries:\n${ADDED}`],
    ['in a file of comments', '# my plan\n', `\ntopic: boats\n\nentries:\n${ADDED}`],
  ])('stand %s', (_, text, added) => {
    expect(grown(text)).toBe(text + added);
  });

  it('stand as far in as those that are there', () => {
    expect(grown('entries:\n- fact: a\n')).toBe(`entries:\n- fact: a\n\n${ADDED.replace(/^ {2}/gm, '')}`);
    expect(grown('entries:\n    - fact: a\n')).toBe(
      `entries:\n    - fact: a\n\n${ADDED.replace(/^(?=.)/gm, '  ')}`,
    );
  });

  it('take the place of an empty list in brackets, and only of it', () => {
    expect(grown('topic: Boats\nentries: []\n')).toBe(`topic: Boats\nentries:\n${ADDED}`);
    expect(grown('entries: [] # my plan\n')).toBe(`entries: # my plan\n${ADDED}`);
  });

  it('stand before what comes after the list', () => {
    expect(grown('entries:\n  - fact: a\n\naliases: [Ships] # so far\n')).toBe(
      `entries:\n  - fact: a\n\n${ADDED}\naliases: [Ships] # so far\n`,
    );
    expect(grown('entries:\naliases: [Ships]\n')).toBe(`entries:\n${ADDED}\naliases: [Ships]\n`);
    expect(grown('entries: # my plan\naliases: [Ships]\n')).toBe(
      `entries: # my plan\n${ADDED}\naliases: [Ships]\n`,
    );
    expect(grown('---\nentries:\n  - fact: a\n...\n')).toBe(`---\nentries:\n  - fact: a\n\n${ADDED}\n...\n`);
  });

  it('stand in a file with the line ends of Windows', () => {
    const text = 'topic: Boats\r\nentries:\r\n  - fact: a\r\n';
    expect(grown(text)).toBe(`${text}\n${ADDED}`);
  });

  it('that are none change nothing', () => {
    expect(withEntries(readYaml('topics/boats.yaml', '# my plan'), [])).toBe('# my plan');
  });

  it.each([
    ['a list in brackets', 'topic: Boats\nentries: [{ fact: a }]\n'],
    ['an empty list with a comment in it', 'entries: [ # my plan\n  ]\n'],
    ['one map in braces', '{ topic: Boats, entries: [] }\n'],
    ['one map in braces without entries', '{ topic: Boats }\n'],
    ['a text', 'topic: Boats\nentries: some text I wrote\n'],
    ['a map', 'entries:\n  fact: a\n'],
    ['a list and no topic', '- fact: a\n'],
    ['a sentence', 'Boats leave at noon.\n'],
    ['one document that has ended', 'topic: Boats\n...\n'],
    ['what is no YAML', 'topic: Boats\nentries:\n  - fact: "a\n'],
  ])('are refused with what to do, where the file is %s', (_, text) => {
    expect(() => grown(text)).toThrow(
      'the entries of topics/boats.yaml are written in a form that the program cannot add to: write them as a list of lines that begin with “- ”; nothing was changed',
    );
  });
});
