/** What YAML itself cannot read, or would read otherwise than it was meant. */
import { SMALL } from '../small-pack.ts';
import { BOATS, type Broken, fact, inBoats } from './changes.ts';

export const yaml: readonly Broken[] = [
  [
    'a tab before a field',
    inBoats('    receipt: gazette#1', '\treceipt: gazette#1'),
    ['topics/boats.yaml:4:1: spaces at the beginning of the line, where a tab is'],
  ],
  [
    'a field further in than its neighbours',
    inBoats('    receipt: gazette#1', '      receipt: gazette#1'),
    [
      'topics/boats.yaml:4:7: the same indent as its neighbours: count the spaces at the beginning of the line; or no colon, where the text above goes on: put the whole text in straight quotes, "like this"',
    ],
  ],
  [
    'a field less far in than its neighbours',
    inBoats('    receipt: gazette#1', '   receipt: gazette#1'),
    [
      'topics/boats.yaml:4:4: the same indent as its neighbours: count the spaces at the beginning of the line',
    ],
  ],
  [
    'an entry less far in than the others',
    inBoats('  - question: Who', ' - question: Who'),
    [
      'topics/boats.yaml:7:2: the same indent as its neighbours: count the spaces at the beginning of the line',
    ],
  ],
  [
    'a dash without a space',
    inBoats('  - question: Who', '  -question: Who'),
    ['topics/boats.yaml:7:3: a space after the dash: “- fact: …”'],
  ],
  [
    'a colon without a space',
    inBoats('receipt: gazette#1', 'receipt:gazette#1'),
    ['topics/boats.yaml:4:5: a space after the colon: “name: value”'],
  ],
  [
    'a field without a colon',
    inBoats('receipt: gazette#1', 'receipt gazette#1'),
    ['topics/boats.yaml:4:5: a line of the form “name: value”, or further in where the text above goes on'],
  ],
  [
    'a text that goes on at the beginning of the next line',
    fact('Mara Quill brought\n  a boat in.'),
    ['topics/boats.yaml:4:3: a line of the form “name: value”, or further in where the text above goes on'],
  ],
  [
    'a text with a colon',
    fact('Mara Quill did it: she brought a boat in.'),
    ['topics/boats.yaml:3:11: a text with a colon in it: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text with a colon, over two lines',
    fact('Mara Quill\n      did it: she brought a boat in.'),
    [
      'topics/boats.yaml:4:7: the same indent as its neighbours: count the spaces at the beginning of the line; or no colon, where the text above goes on: put the whole text in straight quotes, "like this"',
    ],
  ],
  [
    'a double quote that is never closed',
    fact('"Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a closing quote: here one is opened'],
  ],
  [
    'a single quote that is never closed',
    fact("'Mara Quill brought a boat in."),
    ['topics/boats.yaml:3:11: a closing quote: here one is opened'],
  ],
  [
    'a text that goes on behind its quotes',
    fact('"Mara Quill" brought a boat in.'),
    ['topics/boats.yaml:3:11: a text in one pair of quotes: use curly ones “like these” for those inside it'],
  ],
  [
    'an apostrophe in single quotes',
    fact("'Mara Quill's boat came in.'"),
    ['topics/boats.yaml:3:11: a text in one pair of quotes: use curly ones “like these” for those inside it'],
  ],
  [
    'a bracket that is never closed',
    inBoats('wrong: [Ada Stone, Nora Quill, Zoë Café]', 'wrong: [Ada Stone, Nora Quill'),
    ['topics/boats.yaml:9:12: a closing bracket: here one is opened'],
  ],
  [
    'a comma too many in a list',
    inBoats('[Ada Stone, Nora', '[Ada Stone, , Nora'),
    ['topics/boats.yaml:9:24: one comma between two items of a list'],
  ],
  [
    'a backslash in double quotes',
    fact('"The boat is in C:\\data."'),
    ['topics/boats.yaml:3:29: a backslash typed twice, \\\\, or the text in single quotes'],
  ],
  [
    'a text that begins with *',
    fact('*Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with *: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with &',
    fact('&Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with &: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with !',
    fact('!Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with !: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with @',
    fact('@Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with @: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with `',
    fact('`Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with `: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with %',
    fact('%Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with %: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with [',
    fact('[Mara] Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with [: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with {',
    fact('{Mara} Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with {: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with |',
    fact('|Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with |: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with >',
    fact('>Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with >: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that begins with -',
    fact('- Mara Quill brought a boat in.'),
    ['topics/boats.yaml:3:11: a text that begins with -: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text of one word that begins with *',
    fact('*Mara'),
    ['topics/boats.yaml:3:11: a text that begins with *: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a text that YAML would cut short at its number sign',
    fact('Boat #3 came in.'),
    [
      'topics/boats.yaml:3:11: a text with “ #” in it: YAML drops what follows; put the whole text in straight quotes, "like this", or have a comment begin with “# ”',
    ],
  ],
  [
    'a text that is all number sign',
    fact('#3 came in.'),
    [
      'topics/boats.yaml:3:11: a text with “ #” in it: YAML drops what follows; put the whole text in straight quotes, "like this", or have a comment begin with “# ”',
    ],
  ],
  [
    'a name twice in one entry',
    inBoats('    events: a-boat-comes-in', '    receipt: gazette#2'),
    ['topics/boats.yaml:5:5: “receipt” once in one record, but it stands there twice'],
  ],
  [
    'two documents in one file',
    inBoats('entries:', '---\nentries:'),
    ['topics/boats.yaml:2:1: one document: take out this line of dashes or dots'],
  ],
  [
    'a merge that git left unfinished',
    inBoats('topic: Boats\n', '<<<<<<< HEAD\ntopic: Boats\n=======\ntopic: Ships\n>>>>>>> theirs\n'),
    [
      'topics/boats.yaml:1:1: one of the two versions that git found here: take out the other, and the lines <<<, === and >>>',
    ],
  ],
  [
    'a file in the encoding of an old Windows',
    inBoats('Zoë Café', 'Zo\ufffd Caf\ufffd'),
    [
      'topics/boats.yaml:9:38: a file saved as UTF-8: here a sign was lost (an editor has the encoding under “Save as”)',
    ],
  ],
  [
    'a file in UTF-16 that does not say so',
    { ...SMALL, [BOATS]: (SMALL[BOATS] ?? '').replace(/(?=.)/gs, '\0') },
    [
      'topics/boats.yaml:1:1: a file saved as UTF-8: here a sign was lost (an editor has the encoding under “Save as”)',
    ],
  ],
  [
    'a program’s JSON by the name of YAML, cut short',
    { ...SMALL, [BOATS]: '{ "topic": "Boats", "entries": [ { "fact": "x" }' },
    ['topics/boats.yaml:1:34: a closing bracket: here one is opened'],
  ],
];
