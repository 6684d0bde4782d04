/** Questions. */
import { changed } from '../small-pack.ts';
import { all, type Broken, fact, factWith, inBoats, OARS, questionWith } from './changes.ts';

export const questions: readonly Broken[] = [
  [
    'a question without its right answer',
    inBoats('    right: Mara Quill\n', ''),
    ['topics/boats.yaml:7:5: Who brought a boat in?: right: this is missing'],
  ],
  [
    'a question with four wrong options',
    inBoats('Zoë Café]', 'Zoë Café, Ida Rook]'),
    ['topics/boats.yaml:9:5: Who brought a boat in?: wrong: at most 3 of them, and there are 4'],
  ],
  [
    'a question with no wrong option',
    inBoats('    wrong: [Ada Stone, Nora Quill, Zoë Café]\n', ''),
    ['topics/boats.yaml:7:5: who-brought-a-boat-in: wrong: one to three wrong options'],
  ],
  [
    'a statement that is true in small letters',
    changed(OARS, '"False"', 'false'),
    [
      'topics/oars.yaml:6:5: the-boat-has-room-for-twelve: wrong: one to three wrong options, or a right one that is “True” or “False”',
    ],
  ],
  [
    'one wrong option as a text',
    inBoats('wrong: [Ada Stone, Nora Quill, Zoë Café]', 'wrong: Ada Stone'),
    [
      'topics/boats.yaml:9:5: Who brought a boat in?: wrong: a list: each item on its own line after “- ”, or [one, two]',
    ],
  ],
  [
    'a wrong option with a colon',
    inBoats(
      'wrong: [Ada Stone, Nora Quill, Zoë Café]',
      'wrong:\n      - Ada Stone: the smith\n      - Nora Quill',
    ),
    [
      'topics/boats.yaml:10:9: Who brought a boat in?: wrong.1: a text; if it has a colon in it, put it in straight quotes, "like: this"',
    ],
  ],
  [
    'a wrong option that is the right one',
    inBoats('Ada Stone, Nora', 'MARA QUILL, Nora'),
    [
      'topics/boats.yaml:9:13: who-brought-a-boat-in: wrong.1: an option of its own, but “MARA QUILL” is also the right option',
    ],
  ],
  [
    'a wrong option in wide letters that is the right one',
    inBoats('Ada Stone, Nora', 'Ｍａｒａ Ｑｕｉｌｌ, Nora'),
    [
      'topics/boats.yaml:9:13: who-brought-a-boat-in: wrong.1: an option of its own, but “Ｍａｒａ Ｑｕｉｌｌ” is also the right option',
    ],
  ],
  [
    'the same wrong option twice',
    inBoats('Zoë Café', 'ada stone'),
    [
      'topics/boats.yaml:9:36: who-brought-a-boat-in: wrong.3: an option of its own, but “ada stone” is also wrong option 1',
    ],
  ],
  [
    'an option of 76 characters',
    inBoats('Ada Stone,', `${'A very long name '.repeat(4)}and more,`),
    ['topics/boats.yaml:9:13: Who brought a boat in?: wrong.1: at most 75 characters, and these are 76'],
  ],
  [
    'a question of 141 characters',
    inBoats('Who brought a boat in?', `Who ${'brought a boat in and '.repeat(6)}left?`),
    [
      'topics/boats.yaml:7:5: Who brought a boat in and brought a boat in and brought a…: question: at most 140 characters, and these are 141',
    ],
  ],
  [
    'a question above the first fact',
    inBoats('entries:\n', 'entries:\n  - question: What came in?\n    right: A boat\n    wrong: [A whale]\n'),
    [
      'topics/boats.yaml:3:5: what-came-in: facts: what it rests on: put the question under its fact, or name the fact’s id here',
    ],
  ],
  [
    'a question about a fact that there is not',
    questionWith('facts: nobody-said'),
    [
      'topics/boats.yaml:9:5: who-brought-a-boat-in: facts: the id of a fact of this pack, but “nobody-said” is none',
    ],
  ],
  [
    'a wrong option refuted by a fact that there is not',
    inBoats('wrong: [Ada Stone,', 'wrong: [{ text: Ada Stone, facts: nobody-said },'),
    [
      'topics/boats.yaml:9:32: who-brought-a-boat-in: wrong.1.facts: the id of a fact of this pack, but “nobody-said” is none',
    ],
  ],
  [
    'a question under a draft',
    factWith('draft: true'),
    [
      'topics/boats.yaml:8:5: who-brought-a-boat-in: facts: facts that are accepted, but “mara-quill-brought-a-boat-in” is a draft: take out its line “draft: true”, or add one here',
    ],
  ],
  [
    'a question under a fact too long to be its pay-off',
    fact(`Mara Quill ${'rowed and '.repeat(15)}brought a boat in.`),
    [
      'topics/boats.yaml:7:5: who-brought-a-boat-in: payoff: a sentence of its own: the fact has 179 characters, and 160 fit',
    ],
  ],
  [
    'a question about what is reserved',
    factWith('reserved: hardship'),
    [
      'topics/boats.yaml:8:5: who-brought-a-boat-in: facts: facts that may be asked about, but “mara-quill-brought-a-boat-in” is reserved as hardship',
    ],
  ],
  [
    'a question about a child',
    changed('names.yaml', '  - Mara Quill: [Mara, the rower]\n', '  - Mara Quill:\n      minor: true\n'),
    [
      'topics/boats.yaml:7:5: who-brought-a-boat-in: facts: facts about grown-ups, but “mara-quill-brought-a-boat-in” is about “mara-quill”, a child',
    ],
  ],
  [
    'a kind that does not fit',
    questionWith('kind: true-false'),
    [
      'topics/boats.yaml:9:5: who-brought-a-boat-in: kind: the options True and False where the kind is true-false, and only there',
    ],
  ],
  [
    'a fit that there is not',
    questionWith('fit: always'),
    ['topics/boats.yaml:9:5: Who brought a boat in?: fit: one of daily, quiz, topic, and not “always”'],
  ],
  [
    'two questions with one id',
    all(questionWith('id: same'), changed(OARS, '    right:', '    id: same\n    right:')),
    ['topics/oars.yaml:7:5: same: id: an id of its own: harbour/topics/boats.yaml:7 has it too'],
  ],
  [
    'a question under a fact that cannot be read',
    factWith('importance: often'),
    ['topics/boats.yaml:5:5: Mara Quill brought a boat in.: importance: one of 1, 2, 3, and not “often”'],
  ],
];
