/** What an author need not write: the records that the bot gets from the little that stands there. */
import { describe, expect, it } from 'vitest';
import { readBook } from '../../../src/authoring/format/book.ts';
import { readPackFiles } from '../../../src/authoring/format/folder.ts';
import { toRecords } from '../../../src/authoring/format/to-records.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { packRecords } from '../../../src/core/dataset/schema.ts';
import { changed, type Files, messagesOf, packOf, SMALL, withLock } from './small-pack.ts';

const BOATS = 'topics/boats.yaml';

const packWith = (path: string, from: string, to: string) => packOf(withLock(changed(path, from, to)));

/** The first fact of the pack, with more lines under it. */
function firstFact(...lines: readonly string[]) {
  const more = lines.map((line) => `\n    ${line}`).join('');
  const [claim] = packWith(BOATS, '    receipt: gazette#1', `    receipt: gazette#1${more}`).claims;
  return claim;
}

/** A fact of its own text and fields, told of the small pack. */
function factOf(text: string, ...lines: readonly string[]) {
  const more = lines.map((line) => `\n    ${line}`).join('');
  const entry = `  - fact: ${text}\n    receipt: gazette#3${more}\n`;
  const { claims } = packWith(BOATS, 'entries:\n', `entries:\n${entry}\n`);
  return claims[0];
}

describe('the smallest pack that plays', () => {
  const smallest: Files = {
    'pack.yaml': 'format: 1\ntitle: The harbour\n',
    'articles.yaml': 'gazette:\n  title: A boat came in\n  publisher: The Gazette\n',
    'topics/boats.yaml': `topic: Boats
entries:
  - fact: Mara Quill brought a boat in.
    receipt: gazette#1
  - question: Who brought a boat in?
    right: Mara Quill
    wrong: [Ada Stone, Nora Quill, Zoë Café]
`,
  };

  it('has a dozen lines: a title, an article, a fact, and a question under it', () => {
    const { claims, questions, articles } = buildLibrary([packOf(withLock(smallest))]);
    expect([...claims.values()]).toMatchObject([
      { text: 'Mara Quill brought a boat in.', topic: 'harbour/boats' },
    ]);
    expect([...questions.values()]).toMatchObject([{ prompt: 'Who brought a boat in?' }]);
    expect(articles.get('harbour/gazette')).toMatchObject({ title: 'A boat came in', author: null });
  });

  it('says of itself what it knows, is called by its folder, and speaks English', () => {
    const { info } = packOf(withLock(smallest, 'The Old Harbour'), 'The Old Harbour');
    expect(info).toMatchObject({
      id: 'the-old-harbour',
      about: 'It knows one text: The harbour.',
      language: 'en',
    });
  });

  it('has an article of no known date, address or author, and does not invent them', () => {
    const [article] = packOf(withLock(smallest)).articles;
    expect(article).toMatchObject({ author: null, language: 'en', known: '' });
    expect(article).not.toHaveProperty('published');
    expect(article?.url).toBeUndefined();
  });
});

describe('what is typed stays what was typed', () => {
  it.each(['No', 'yes', 'null', '~', '1871', '1_000', '0x10', '1e3', '2018-05', '12:30:45', '.5'])(
    '%s is a text',
    (word) => {
      const { questions } = packWith(BOATS, 'Zoë Café', word);
      expect(questions[0]?.wrong.map(({ text }) => text)).toEqual(['Ada Stone', 'Nora Quill', word]);
    },
  );

  it('a colon, a number sign and quotes stay in a text in straight quotes', () => {
    expect(factOf('"Boat #3: a “whale” of a boat"')?.text).toBe('Boat #3: a “whale” of a boat');
  });

  it('a comment is nobody’s text', () => {
    expect(firstFact('importance: 3 # the whole story', '# and more')).toMatchObject({ importance: 3 });
  });
});

describe('a fact', () => {
  it('has its id of its words, its date where it has one, and is of middling importance', () => {
    const claim = firstFact();
    expect(claim).toMatchObject({ id: 'mara-quill-brought-a-boat-in', importance: 2, denials: [] });
    expect(claim).not.toHaveProperty('date');
    expect(firstFact('id: boat', 'when: 2020', 'importance: 1')).toMatchObject({
      ...{ id: 'boat', importance: 1 },
      date: { precision: 'year', basis: 'stated', on: '2020' },
    });
  });

  it('is stated where the article says so itself, and reported where it has it from somebody', () => {
    expect(packOf(withLock(SMALL)).claims).toMatchObject([
      { status: 'stated', receipts: [{ attribution: [] }] },
      { status: 'reported', receipts: [{ attribution: ['Ada Stone'] }] },
      { status: 'stated' },
    ]);
  });

  it('is disputed where another one denies it, unless its author says otherwise', () => {
    expect(firstFact('denied-by: no-boat')).toMatchObject({ status: 'disputed', denials: ['no-boat'] });
    expect(firstFact('denied-by: no-boat', 'status: reported')).toMatchObject({ status: 'reported' });
  });

  it('may rest on several places, each with its own chain of sources', () => {
    const claim = packWith(
      BOATS,
      '    receipt: gazette#1\n',
      '    receipt:\n      - almanac#2\n      - gazette#1: [a sailor, Ada Stone]\n',
    ).claims[0];
    expect(claim?.receipts).toMatchObject([
      { article: 'almanac', paragraph: 2, attribution: [] },
      { article: 'gazette', paragraph: 1, attribution: ['a sailor', 'Ada Stone'] },
    ]);
  });

  it('may name the place by the words with which it begins', () => {
    const claim = packWith(BOATS, 'receipt: gazette#1', 'receipt: gazette#"The tide"').claims[0];
    expect(claim?.receipts).toMatchObject([{ article: 'gazette', paragraph: 3 }]);
  });

  it('that is a draft is not told, and neither is what stands in a draft of a question', () => {
    const files = changed(BOATS, '    right: Mara Quill\n', '    draft: true\n    right: Mara Quill\n');
    const drafted = {
      ...files,
      'topics/oars.yaml': SMALL['topics/oars.yaml']?.replaceAll('    r', '    draft: true\n    r') ?? '',
    };
    const { claims, questions } = packOf(withLock(drafted));
    expect(claims.map(({ topic }) => topic)).toEqual(['boats', 'boats']);
    expect(questions).toEqual([]);
  });
});

describe('whom a fact is about', () => {
  const rolesOf = (claim: ReturnType<typeof factOf>) =>
    claim?.entities.map(({ entity, role }) => `${entity}: ${role}`);

  it('is found in its words: the first name is its subject, the others are mentioned', () => {
    expect(rolesOf(factOf('Ada Stone met Mara in Coldharrow.'))).toEqual([
      'ada-stone: subject',
      'mara-quill: mentioned',
      'coldharrow: mentioned',
    ]);
  });

  it('is nobody where it names nobody', () => {
    expect(rolesOf(factOf('The tide was high.'))).toEqual([]);
  });

  it('is not whom a longer name only begins with, nor a description in small letters', () => {
    expect(rolesOf(factOf('Mara Quilling met the rower.'))).toEqual(['mara-quill: subject']);
    expect(rolesOf(factOf('Maranello met the rower.'))).toEqual([]);
  });

  it('is not the publisher, who is named for what it printed', () => {
    const files = changed('names.yaml', 'places:', 'organisations:\n  - The Gazette\nplaces:');
    const claims = packOf(
      withLock({
        ...files,
        [BOATS]: SMALL[BOATS]?.replace('Mara Quill brought', 'The Gazette says that Mara brought') ?? '',
      }),
    ).claims;
    expect(rolesOf(claims[0])).toEqual(['mara-quill: subject']);
  });

  it('may be said with the role, by name, by another name or by id', () => {
    expect(
      rolesOf(factOf('Ada Stone met Mara.', 'about: [the rower (actor), ada-stone (recipient)]')),
    ).toEqual(['mara-quill: actor', 'ada-stone: recipient']);
  });

  it('may be said not to be somebody whom the words name', () => {
    expect(rolesOf(factOf('Ada Stone met Mara.', 'about: Ada Stone (not)'))).toEqual(['mara-quill: subject']);
  });

  it('may be somebody whom nothing else names: they need no list', () => {
    const { claims, entities } = packWith(BOATS, '    events: a', '    about: [Ida Rook]\n    events: a');
    expect(rolesOf(claims[0])).toEqual(['ida-rook: subject', 'mara-quill: mentioned']);
    expect(entities.find(({ id }) => id === 'ida-rook')).toMatchObject({ name: 'Ida Rook', kind: 'other' });
  });

  it('keeps brackets that are no role in the name', () => {
    const { entities } = packWith(BOATS, '    events: a', '    about: Tern (1899)\n    events: a');
    expect(entities.map(({ name }) => name)).toContain('Tern (1899)');
  });
});

describe('a question', () => {
  it('rests on the fact that it stands under, and tells it in the end', () => {
    expect(packOf(withLock(SMALL)).questions[0]).toMatchObject({
      ...{ kind: 'choice', fit: 'quiz', difficulty: 2 },
      right: { text: 'Mara Quill', claims: ['mara-quill-brought-a-boat-in'] },
      payoff: 'Mara Quill brought a boat in.',
    });
  });

  it('of a statement is true or false, and needs no wrong option', () => {
    expect(packOf(withLock(SMALL)).questions[1]).toMatchObject({
      ...{ kind: 'true-false', right: { text: 'False' }, wrong: [{ text: 'True' }] },
    });
  });

  it('may name its facts, those that it tells besides, and say it in its own words', () => {
    const more = '    facts: no-boat\n    also: the-boat-has-room-for-nine\n    payoff: She rowed.\n';
    expect(
      packWith(BOATS, '    right: Mara Quill\n', `    right: Mara Quill\n${more}`).questions[0],
    ).toMatchObject({
      right: { claims: ['no-boat', 'the-boat-has-room-for-nine'] },
      payoff: 'She rowed.',
    });
  });

  it('may say of a wrong option why it is wrong, and what refutes it', () => {
    const wrong = 'wrong: [{ text: Ada Stone, because: She did not row., facts: no-boat }, Nora Quill]';
    expect(packWith(BOATS, 'wrong: [Ada Stone, Nora Quill, Zoë Café]', wrong).questions[0]?.wrong).toEqual([
      { text: 'Ada Stone', because: 'She did not row.', claims: ['no-boat'] },
      { text: 'Nora Quill', because: '', claims: [] },
    ]);
  });

  it('that is withdrawn is known by its reason, and a released one by its id', () => {
    const files = changed('pack.yaml', 'title:', 'withdrawn:\n  q-whale: It was no whale.\ntitle:');
    expect(packOf(withLock(files)).released).toEqual([{ id: 'q-whale', withdrawn: 'It was no whale.' }]);
  });
});

describe('what an article leaves out, and where articles differ', () => {
  it('is told with its paragraph and its reason', () => {
    expect(packOf(withLock(SMALL)).leftOut).toEqual([
      { article: 'almanac', paragraph: 1, what: 'Its first line.', reason: 'title' },
    ]);
  });

  it.each([
    ['within one article', 'no-boat', 'within-article'],
    ['between articles', 'the-boat-has-room-for-nine', 'between-articles'],
  ])('is known to be %s', (_, other, kind) => {
    const sides = ['mara-quill-brought-a-boat-in', other].map(
      (id) => `    - says: So.\n      facts: ${id}\n`,
    );
    const files = {
      ...SMALL,
      'disagreements.yaml': `- on: Whether a boat came\n  sides:\n${sides.join('')}`,
    };
    expect(packOf(withLock(files)).disagreements).toMatchObject([{ id: 'whether-a-boat-came', kind }]);
  });
});

describe('a record that is taken as it is', () => {
  it.each(['data/kardashian-trump', 'tests/fixtures/packs/lighthouse', 'examples/handbook'])(
    'is what the schema would have made of it, in %s',
    async (folder) => {
      const { book, problems } = readBook(await readPackFiles(folder));
      if (!book) throw new Error('it cannot be read');
      const { records } = toRecords(book, [...problems]);
      const all = (['claims', 'questions'] as const).flatMap((kind) =>
        records[kind].filter(({ isChecked }) => isChecked).map(({ value }) => ({ kind, value })),
      );
      expect(all.length).toBeGreaterThan((records.claims.length + records.questions.length) / 2);
      for (const { kind, value } of all) expect(packRecords[kind].parse(value)).toStrictEqual(value);
    },
  );

  it.each<[string, string, string]>([
    ['a date that the calendar does not have', 'when: 2018-02-31', 'that the calendar does not have'],
    ['a day for which it holds that is none', 'as-of: soon', 'is not a date'],
  ])('is none with %s', (_, line, expected) => {
    const files = withLock(changed(BOATS, '    receipt: gazette#1', `    receipt: gazette#1\n    ${line}`));
    expect(messagesOf(files).join()).toContain(expected);
  });
});
