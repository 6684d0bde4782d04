/** Topics and facts. */
import { changed, SMALL } from '../small-pack.ts';
import { all, BOATS, type Broken, factWith, inBoats, OARS, withEntry } from './changes.ts';

export const facts: readonly Broken[] = [
  [
    'an entry that is neither fact nor question',
    withEntry('  - fct: The tide was high.\n    receipt: gazette#3\n'),
    ['topics/boats.yaml:17:5: number 4: an entry that has `fact: …` or `question: …`'],
  ],
  [
    'an entry that is only a text',
    withEntry('  - The tide was high.\n'),
    ['topics/boats.yaml:17:5: number 4: an entry that has `fact: …` or `question: …`'],
  ],
  [
    'entries without their dashes',
    { ...SMALL, [BOATS]: 'topic: Boats\nentries:\n  fact: The tide was high.\n  receipt: gazette#3\n' },
    ['topics/boats.yaml:2:1: entries: a list: each entry begins with “- fact: …” or “- question: …”'],
  ],
  [
    'a topic without its name',
    inBoats('topic: Boats\n', ''),
    ['topics/boats.yaml:1:1: topic: this is missing'],
  ],
  [
    'a topic that is only a list',
    { ...SMALL, [BOATS]: '- fact: The tide was high.\n  receipt: gazette#3\n' },
    ['topics/boats.yaml:1:1: fields, one a line: topic, aliases, entries'],
  ],
  [
    'a topic file of comments',
    { ...SMALL, 'topics/empty.yaml': '# to be written\n' },
    ['topics/empty.yaml:1:1: topic: this is missing'],
  ],
  [
    'a typing error in the name of a field',
    inBoats('receipt: gazette#1', 'recipt: gazette#1'),
    ['topics/boats.yaml:4:5: Mara Quill brought a boat in.: recipt: no such field: is “receipt” meant?'],
  ],
  [
    'a field that there is not',
    factWith('source: The Gazette'),
    [
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: source: one of fact, receipt, id, about, when, status, as-of, overtaken, denied-by, events, refuted, importance, reserved, draft, accept',
    ],
  ],
  [
    'a field at the head of a topic that there is not',
    inBoats('topic: Boats\n', 'topic: Boats\ntitle: Boats\n'),
    ['topics/boats.yaml:2:1: title: one of topic, aliases, entries'],
  ],
  [
    'a fact without a receipt',
    inBoats('    receipt: gazette#1\n', ''),
    [
      'topics/boats.yaml:3:5: mara-quill-brought-a-boat-in: receipt: where it stands, such as leave#4: an article and the number of a paragraph',
    ],
  ],
  [
    'a receipt without its paragraph',
    inBoats('receipt: gazette#1', 'receipt: gazette'),
    [
      'topics/boats.yaml:4:5: Mara Quill brought a boat in.: receipt: an article and a paragraph, such as leave#4, or the first words of the place: leave#"Whoever starts", and not “gazette”',
    ],
  ],
  [
    'a receipt with another sign',
    inBoats('receipt: gazette#1', 'receipt: gazette §1'),
    [
      'topics/boats.yaml:4:5: Mara Quill brought a boat in.: receipt: an article and a paragraph, such as leave#4, or the first words of the place: leave#"Whoever starts", and not “gazette §1”',
    ],
  ],
  [
    'a receipt of paragraph 0',
    inBoats('receipt: gazette#1', 'receipt: gazette#0'),
    [
      'topics/boats.yaml:4:5: Mara Quill brought a boat in.: receipt: an article and a paragraph, such as leave#4, or the first words of the place: leave#"Whoever starts", and not “gazette#0”',
    ],
  ],
  [
    'a receipt of an article that there is not',
    inBoats('receipt: gazette#1', 'receipt: gazete#1'),
    [
      'topics/boats.yaml:4:5: mara-quill-brought-a-boat-in: receipt: an article of articles.yaml, but “gazete” is none',
    ],
  ],
  [
    'a receipt that the lock does not know',
    inBoats('receipt: gazette#1', 'receipt: gazette#3'),
    [
      'topics/boats.yaml:4:5: mara-quill-brought-a-boat-in: receipt: “gazette#3” in pack.lock.json, which does not know it yet: npm run pack -- check',
    ],
  ],
  [
    'a receipt whose words have a comma, in a list',
    inBoats('receipt: gazette#1', 'receipt: [gazette#"Mara Quill, the", almanac#2]'),
    [
      'topics/boats.yaml:4:15: Mara Quill brought a boat in.: receipt.1: an article and a paragraph, such as leave#4, or the first words of the place: leave#"Whoever starts", and not “gazette#"Mara Quill”',
      'topics/boats.yaml:4:36: Mara Quill brought a boat in.: receipt.2: an article and a paragraph, such as leave#4, or the first words of the place: leave#"Whoever starts", and not “the"”',
    ],
  ],
  [
    'a source that is empty',
    inBoats('gazette#2: Ada Stone', 'gazette#2:'),
    [
      'topics/boats.yaml:14:7: no-boat: receipt.gazette#2: a text, and this is empty: write one, or take the line out',
    ],
  ],
  [
    'a new fact that nobody has locked yet',
    withEntry('  - fact: The tide was high.\n    receipt: gazette#3\n'),
    [
      'topics/boats.yaml:18:5: the-tide-was-high: receipt: “gazette#3” in pack.lock.json, which does not know it yet: npm run pack -- check',
    ],
  ],
  [
    'an id of two words',
    factWith('id: Boat In'),
    [
      'topics/boats.yaml:5:5: Boat In: id: an id is lower-case words joined by hyphens, such as "opening-hours", and not “Boat In”',
    ],
  ],
  [
    'an id with an accent',
    factWith('id: zoë'),
    [
      'topics/boats.yaml:5:5: zoë: id: an id is lower-case words joined by hyphens, such as "opening-hours", and not “zoë”',
    ],
  ],
  [
    'an id that another fact has',
    factWith('id: no-boat'),
    ['topics/boats.yaml:13:5: no-boat: id: an id of its own: harbour/topics/boats.yaml:3 has it too'],
  ],
  [
    'a fact that denies itself',
    inBoats('    id: no-boat\n', '    id: no-boat\n    denied-by: no-boat\n'),
    ['topics/boats.yaml:13:5: no-boat: denied-by: another fact: none denies itself'],
  ],
  [
    'a fact denied by one that there is not',
    factWith('denied-by: nobody-said'),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: denied-by: the id of a fact of this pack, but “nobody-said” is none',
    ],
  ],
  [
    'a fact denied by a draft',
    all(
      inBoats('    id: no-boat\n', '    id: no-boat\n    denied-by: the-boat-has-room-for-nine\n'),
      changed(
        OARS,
        '    receipt: almanac#2\n\n  - question: The boat has room for twelve.\n    right: "False"\n',
        '    draft: true\n',
      ),
    ),
    [
      'topics/boats.yaml:13:5: no-boat: denied-by: an accepted fact, but “the-boat-has-room-for-nine” is a draft',
    ],
  ],
  [
    'a fact that was renamed while others name it',
    {
      ...SMALL,
      [BOATS]: factWith('denied-by: no-boat')[BOATS]?.replace('id: no-boat', 'id: none-came') ?? '',
    },
    [
      'topics/boats.yaml:14:5: none-came: receipt: “gazette#2” in pack.lock.json, which does not know it yet: npm run pack -- check',
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: denied-by: the id of a fact of this pack, but “no-boat” is none',
    ],
  ],
  [
    'an event that there is not',
    inBoats('events: a-boat-comes-in', 'events: a-boat-leaves'),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: events: the id of an event of this pack, but “a-boat-leaves” is none',
    ],
  ],
  [
    'an importance of 9',
    factWith('importance: 9'),
    ['topics/boats.yaml:5:5: Mara Quill brought a boat in.: importance: one of 1, 2, 3, and not “9”'],
  ],
  [
    'a status that there is not',
    factWith('status: sure'),
    [
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: status: one of stated, reported, disputed, and not “sure”',
    ],
  ],
  [
    'a flag that is neither true nor false',
    factWith('draft: yes'),
    ['topics/boats.yaml:5:5: Mara Quill brought a boat in.: draft: one of true, false, and not “yes”'],
  ],
  [
    'a waiver without its reason',
    factWith('accept: opinion'),
    [
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: accept: fields, one a line, such as “name: value”',
    ],
  ],
  [
    'a day that no calendar has',
    factWith('when: 2023-02-29'),
    ['topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: when: is a date that the calendar does not have'],
  ],
  [
    'a date with its parts in another order',
    factWith('when: 12.05.2024'),
    [
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: when: is not a date like 2018, 2018-05 or 2018-05-30, or a span like 2018-05/2018-07',
    ],
  ],
  [
    'a month of one digit',
    factWith('when: 2018-5'),
    [
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: when: is not a date like 2018, 2018-05 or 2018-05-30, or a span like 2018-05/2018-07',
    ],
  ],
  [
    'a span that ends before it begins',
    factWith('when: 2018/2017'),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: when: a span ends in the form in which it begins, and not before it',
    ],
  ],
  [
    'a span with a dash',
    factWith('when: 1871–1936'),
    [
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: when: is not a date like 2018, 2018-05 or 2018-05-30, or a span like 2018-05/2018-07',
    ],
  ],
  [
    'a date for which a fact holds, in words',
    factWith('as-of: last May'),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: as-of: is not a date like 2018, 2018-05 or 2018-05-30',
    ],
  ],
  [
    'a role that there is not',
    factWith('about: Ada Stone (speeker)'),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: about: one of the roles actor, subject, recipient, speaker, source, venue, work, mentioned, or (not), but “speeker” is none',
    ],
  ],
  [
    'a name that is written in another way',
    factWith('about: ada stone'),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: about: a name as it is written elsewhere: is “Ada Stone” meant?',
    ],
  ],
];
