/** The files beside the topics, and files by other names. */
import { changed, SMALL } from '../small-pack.ts';
import { all, type Broken, factWith, inBoats, OARS, without } from './changes.ts';

const DISAGREEMENT = (fact: string) => `- on: Whether a boat came
  sides:
    - says: It came.
      facts: ${fact}
    - says: None came.
      facts: no-boat
`;

export const files: readonly Broken[] = [
  [
    'no format',
    changed('pack.yaml', 'format: 1\n', ''),
    ['pack.yaml:1:1: format: this is missing: write “format: 1”'],
  ],
  [
    'a format of a later release',
    changed('pack.yaml', 'format: 1', 'format: 2'),
    [
      'pack.yaml:1:1: format: format 1: this pack is written in format 2, which this release does not read; get the release that made it, or a newer one of this program',
    ],
  ],
  [
    'a later format in which everything is otherwise',
    { 'pack.yaml': 'format: 2\nname: The harbour\n', 'facts.yaml': '- x\n', 'topics/boats.yaml': 'a: {b: }' },
    [
      'pack.yaml:1:1: format: format 1: this pack is written in format 2, which this release does not read; get the release that made it, or a newer one of this program',
    ],
  ],
  [
    'a field of other programs in pack.yaml',
    changed('pack.yaml', 'title:', 'version: 1.2\ntitle:'),
    ['pack.yaml:2:1: version: one of format, title, id, about, language, contested, rules, withdrawn'],
  ],
  [
    'a pack without a title',
    changed('pack.yaml', 'title: The harbour\n', ''),
    ['pack.yaml:1:1: title: this is missing'],
  ],
  [
    'an empty pack.yaml',
    { ...SMALL, 'pack.yaml': '' },
    ['pack.yaml:1:1: format: this is missing: write “format: 1”', 'pack.yaml:1:1: title: this is missing'],
  ],
  [
    'a language in a word',
    changed('pack.yaml', 'title:', 'language: English\ntitle:'),
    ['pack.yaml:2:1: language: two small letters, such as en or de, and not “English”'],
  ],
  [
    'a contested source that nobody denies',
    {
      ...SMALL,
      'pack.yaml': `${SMALL['pack.yaml']}contested:\n  - source: Ada Stone\n    denied-by: nobody\n`,
    },
    ['pack.yaml:3:1: Ada Stone: contested: the id of a fact of this pack, but “nobody” is none'],
  ],
  [
    'a rule that is never so severe',
    { ...SMALL, 'pack.yaml': `${SMALL['pack.yaml']}rules:\n  opinion: never\n` },
    ['pack.yaml:4:3: rules.opinion: one of error, warning, note, off, and not “never”'],
  ],
  [
    'no articles.yaml',
    without('articles.yaml'),
    ['articles.yaml: this file is missing or empty: npm run pack -- add FILE makes it'],
  ],
  [
    'no events.yaml',
    without('events.yaml'),
    ['events.yaml: this file is missing or empty: facts name events'],
  ],
  [
    'articles as a list',
    { ...SMALL, 'articles.yaml': '- title: A boat came in\n  publisher: The Gazette\n' },
    ['articles.yaml:1:1: fields, one a line, such as “name: value”'],
  ],
  [
    'an article without its title',
    changed('articles.yaml', '  title: A boat came in\n', ''),
    ['articles.yaml:1:1: gazette.title: this is missing'],
  ],
  [
    'an article whose id is its title',
    changed('articles.yaml', 'gazette:', 'The Gazette 2020:'),
    [
      'articles.yaml:1:1: The Gazette 2020: an id is lower-case words joined by hyphens, such as "opening-hours", and not “The Gazette 2020”',
    ],
  ],
  [
    'an address without its s',
    changed('articles.yaml', '  published: 2020-02-03\n', '  url: http://gazette.example\n'),
    ['articles.yaml:4:3: gazette.url: is not an address that begins with https://'],
  ],
  [
    'an address that runs a program',
    changed('articles.yaml', '  published: 2020-02-03\n', '  url: javascript:alert(1)\n'),
    ['articles.yaml:4:3: gazette.url: is not an address that begins with https://'],
  ],
  [
    'an address that is none',
    changed('articles.yaml', '  published: 2020-02-03\n', '  url: gazette.example\n'),
    ['articles.yaml:4:3: gazette.url: is not an address that begins with https://'],
  ],
  [
    'an article’s date in words',
    changed('articles.yaml', '2020-02-03', 'May 2020'),
    ['articles.yaml:4:3: gazette: published: is not a date like 2018, 2018-05 or 2018-05-30'],
  ],
  [
    'an article’s day in another order',
    changed('articles.yaml', '2020-02-03', '03/02/2020'),
    ['articles.yaml:4:3: gazette: published: is not a date like 2018, 2018-05 or 2018-05-30'],
  ],
  [
    'a field that is left empty',
    changed('articles.yaml', '  published: 2020-02-03\n', '  author:\n'),
    ['articles.yaml:4:3: gazette.author: a text, and this is empty: write one, or take the line out'],
  ],
  [
    'a reason for leaving out that there is not',
    changed('articles.yaml', 'title: Its first line.', 'heading: Its first line.'),
    [
      'articles.yaml:10:7: almanac.left-out.1.heading: one of advert, site-furniture, satire, opinion, private-detail-of-a-child, title, boilerplate, outside-the-story',
    ],
  ],
  [
    'a paragraph left out by a word',
    changed('articles.yaml', '    1:\n', '    first:\n'),
    ['articles.yaml:9:5: almanac.left-out.first: the number of a paragraph, and not “first”'],
  ],
  [
    'names without a kind',
    { ...SMALL, 'names.yaml': '- Mara Quill\n- Ada Stone\n' },
    [
      'names.yaml:1:1: fields, one a line: people, places, organisations, works, programmes, products, others',
    ],
  ],
  [
    'a kind of names that there is not',
    changed('names.yaml', 'people:', 'persons:'),
    ['names.yaml:1:1: persons: one of people, places, organisations, works, programmes, products, others'],
  ],
  [
    'a name twice',
    changed('names.yaml', '  - Ada Stone\n', '  - Ada Stone\n  - Mara Quill: [Mara Q]\n'),
    ['names.yaml:4:5: Mara Quill: this name once, but it stands there twice'],
  ],
  [
    'two names with one id',
    changed('names.yaml', '  - Ada Stone\n', '  - Ada Stone\n  - Ada-Stone\n'),
    ['names.yaml:4:5: Ada-Stone: id: an `id` of its own: “Ada Stone” has “ada-stone” too'],
  ],
  [
    'a name that two may be called by',
    all(
      changed('names.yaml', '  - Ada Stone\n', '  - Ada Stone: [the rower]\n'),
      factWith('about: the rower'),
    ),
    [
      'topics/boats.yaml:5:5: mara-quill-brought-a-boat-in: about: one of Mara Quill, Ada Stone: each is also called “the rower”',
    ],
  ],
  [
    'a name that is no list',
    changed('names.yaml', 'places:\n  - Coldharrow', 'places: Coldharrow'),
    ['names.yaml:4:1: places: a list: each item on its own line after “- ”, or [one, two]'],
  ],
  [
    'an event without its date',
    changed('events.yaml', '  when: 2020-02-01\n', ''),
    ['events.yaml:1:3: A boat comes in: when: this is missing'],
  ],
  [
    'events that are no list',
    { ...SMALL, 'events.yaml': 'event: A boat comes in\nwhen: 2020\n' },
    ['events.yaml:1:1: a list: each record begins with “- ” at the beginning of a line'],
  ],
  [
    'a disagreement of one side',
    {
      ...SMALL,
      'disagreements.yaml':
        '- on: Whether a boat came\n  sides:\n    - says: It came.\n      facts: mara-quill-brought-a-boat-in\n',
    },
    ['disagreements.yaml:2:3: Whether a boat came: sides: at least 2 of them, and there is 1'],
  ],
  [
    'a disagreement on facts that there are not',
    { ...SMALL, 'disagreements.yaml': DISAGREEMENT('nobody-said') },
    [
      'disagreements.yaml:4:7: whether-a-boat-came: sides.1.facts: the id of a fact of this pack, but “nobody-said” is none',
    ],
  ],
  [
    'a file by a name that is nearly right',
    { ...without('names.yaml'), 'name.yaml': SMALL['names.yaml'] ?? '' },
    ['name.yaml: another name: is “names.yaml” meant?'],
  ],
  [
    'a file by another name',
    { ...SMALL, 'claims.yaml': '- fact: x\n' },
    [
      'claims.yaml: another name or place: a pack has pack.yaml, articles.yaml, names.yaml, events.yaml, disagreements.yaml and topics/NAME.yaml',
    ],
  ],
  [
    'a topic in the wrong folder',
    { ...SMALL, 'topic/tides.yaml': 'topic: Tides\n' },
    [
      'topic/tides.yaml: another name or place: a pack has pack.yaml, articles.yaml, names.yaml, events.yaml, disagreements.yaml and topics/NAME.yaml',
    ],
  ],
  [
    'a topic in a folder of topics',
    { ...SMALL, 'topics/sea/tides.yaml': 'topic: Tides\n' },
    [
      'topics/sea/tides.yaml: another name or place: a pack has pack.yaml, articles.yaml, names.yaml, events.yaml, disagreements.yaml and topics/NAME.yaml',
    ],
  ],
  [
    'a topic with the other ending',
    { ...SMALL, 'topics/tides.yml': 'topic: Tides\n' },
    ['topics/tides.yml: the ending .yaml: call it topics/tides.yaml'],
  ],
  [
    'two topics whose files differ in a capital',
    { ...SMALL, 'topics/Boats.yaml': 'topic: Ships\n' },
    ['topics/boats.yaml:1:1: boats: id: an id of its own: harbour/topics/Boats.yaml:1 has it too'],
  ],
  [
    'a lock that somebody has edited',
    { ...SMALL, 'pack.lock.json': '{ "format": "1", }' },
    [
      'pack.lock.json: the file as the program wrote it: fetch it back from git or merge it there, since ids and what was read are in it; only if it is lost, delete it: npm run pack -- check',
    ],
  ],
  [
    'a lock of a later release',
    { ...SMALL, 'pack.lock.json': '{ "format": "2" }' },
    [
      'pack.lock.json: the file as the program wrote it: fetch it back from git or merge it there, since ids and what was read are in it; only if it is lost, delete it: npm run pack -- check',
    ],
  ],
  [
    'an empty lock',
    { ...SMALL, 'pack.lock.json': '' },
    [
      'pack.lock.json: the file as the program wrote it: fetch it back from git or merge it there, since ids and what was read are in it; only if it is lost, delete it: npm run pack -- check',
    ],
  ],
  [
    'three faults in three files',
    all(
      changed('articles.yaml', '  title: A boat came in\n', ''),
      factWith('importance: 9'),
      changed(OARS, 'right:', 'rigth:'),
    ),
    [
      'articles.yaml:1:1: gazette.title: this is missing',
      'topics/boats.yaml:5:5: Mara Quill brought a boat in.: importance: one of 1, 2, 3, and not “9”',
      'topics/oars.yaml:7:5: The boat has room for twelve.: rigth: no such field: is “right” meant?',
    ],
  ],
  [
    'a broken articles.yaml, on which every receipt rests',
    changed('articles.yaml', 'title: A boat came in', 'title: A boat: it came in'),
    ['articles.yaml:2:10: a text with a colon in it: put the whole text in straight quotes, "like this"'],
  ],
  [
    'a broken names.yaml',
    changed('names.yaml', '  - Ada Stone', '  - "Ada Stone'),
    ['names.yaml:3:5: a closing quote: here one is opened'],
  ],
  [
    'a broken topic, whose facts others name',
    all(inBoats('topic: Boats', 'topic: Boats: all'), changed(OARS, 'right:', 'facts: no-boat\n    right:'), {
      'disagreements.yaml': DISAGREEMENT('mara-quill-brought-a-boat-in'),
    }),
    ['topics/boats.yaml:1:8: a text with a colon in it: put the whole text in straight quotes, "like this"'],
  ],
];
