/** What the core asks of the records of a pack, wherever they were written. */
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { parsePacks } from '../../../src/core/dataset/parse.ts';
import { placeIn, rawPack } from '../../fakes/parsed-pack.ts';
import { article, claim, entity, pack, problems, told, topics } from './story.ts';

describe('a pack', () => {
  it('about any story is read, with nothing wired to the one that ships', () => {
    const parsed = told();
    const library = buildLibrary(parsed.ok ? parsed.packs : []);
    expect(library.claims.get('harbour/boat-came-in')?.text).toBe('Mara Quill brought a boat in.');
  });

  it('that is broken is turned down with file, record, field and what was expected', () => {
    expect(problems({ claims: [{ ...claim, importance: 9 }] })).toMatch(
      /^harbour\/claims\.yaml: boat-came-in: importance: .*<=3/,
    );
  });

  it('has all its mistakes reported together: in what it is, where it leads, and what it asks', () => {
    const text = problems({
      claims: [claim, { ...claim, id: 'Two Words' }, { ...claim, id: 'sure', status: 'sure' }],
      entities: [{ ...entity, minor: true }],
      events: [{ id: 'tide', name: 'The tide', date: { precision: 'year', basis: 'stated', on: '20' } }],
      disagreements: [{ id: 'who', title: 'Who?', kind: 'between-articles', sides: [] }],
      leftOut: [{ article: 'gazette-1999', paragraph: 4, what: 'An advert.', reason: 'advert' }],
    });
    for (const part of [
      'Two Words: id',
      'sure: status',
      'tide: date.on',
      'who: sides',
      '“gazette-1999” is none',
    ])
      expect(text).toContain(part);
    expect(text).toContain('“boat-came-in” is about “mara”, a child');
  });

  it('is not told that a record is missing where one that was written could not be read', () => {
    const text = problems({
      claims: [
        { ...claim, importance: 9 },
        { ...claim, id: 'no-boat', denials: ['boat-came-in'] },
      ],
    });
    expect(text.split('\n')).toEqual([expect.stringContaining('boat-came-in: importance')]);
  });

  it('is not told so either by whoever lost the record before the core saw it', () => {
    const lost = rawPack(pack, { topics, articles: [article], claims: [{ ...claim, events: ['tide'] }] });
    expect(parsePacks([lost]).ok).toBe(false);
    expect(parsePacks([{ ...lost, incomplete: new Set(['entities', 'events']) }])).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['topic', { topic: 'ships' }, 'the id of a topic of this pack, but “ships” is none'],
    ['denials', { denials: ['nobody-said'] }, 'the id of a fact of this pack, but “nobody-said” is none'],
    ['events', { events: ['tide'] }, 'the id of an event of this pack, but “tide” is none'],
    [
      'entities',
      { entities: [{ entity: 'nora', role: 'actor' }] },
      'the id of a name of this pack, but “nora”',
    ],
    [
      'receipts',
      { receipts: [{ ...claim.receipts[0], article: 'almanac' }] },
      'the id of an article of this',
    ],
  ])('whose %s lead nowhere is turned down by name', (field, changes, why) => {
    const text = problems({ claims: [{ ...claim, ...changes }] });
    expect(text).toContain(`boat-came-in: ${field}: ${why}`);
  });

  it('that says whom its contested source is denied by names a fact, or is told where it did not', () => {
    const contested = [{ source: 'a sailor', denial: 'nobody-said' }];
    const parsed = parsePacks([rawPack({ ...pack, contested }, {})]);
    expect(parsed).toMatchObject({
      problems: [{ file: 'harbour/pack.yaml', record: 'a sailor', field: 'contested' }],
    });
  });

  it('with one id twice is told where the other one is', () => {
    expect(problems({ claims: [claim, claim] })).toBe(
      'harbour/claims.yaml: boat-came-in: id: an id of its own: harbour/claims.yaml has it too',
    );
  });

  it('may have ids that another pack has: none knows of the other', () => {
    expect(told({}, rawPack({ ...pack, id: 'island' }, { topics })).ok).toBe(true);
  });

  it('with the id of another pack is turned down', () => {
    expect(problems({}, rawPack(pack, {}))).toContain('harbour/pack.yaml: harbour: id: an id of its own');
  });

  it('says at which line, and by which name its author knows the field', () => {
    const place = { ...placeIn('harbour', 'facts'), positionOf: () => ({ line: 12, column: 5 }) };
    const raw = rawPack(pack, { topics, articles: [article], entities: [entity] });
    const claims = [{ value: { ...claim, text: '' }, place: { ...place, fieldOf: () => 'fact' } }];
    expect(parsePacks([{ ...raw, records: { ...raw.records, claims } }])).toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ position: { line: 12, column: 5 }, record: 'boat-came-in', field: 'fact' }),
      ]),
    });
  });

  it('with a claim that denies itself is turned down', () => {
    expect(problems({ claims: [{ ...claim, denials: [claim.id] }] })).toContain('none denies itself');
  });
});

describe('a text', () => {
  it.each([
    ['an HTML entity', 'Mara &amp; a boat', /HTML entity/],
    ['a double space', 'Mara  Quill', /double space/],
    ['straight quotes beside curly ones', 'Mara’s "boat"', /quotes/],
    ['a hidden sign', 'Mara Quill\u200b brought a boat in.', /invisible character/],
    ['a sign that reverses the words', 'Mara Quill \u202ebrought\u202c a boat in.', /invisible character/],
    ['a space that does not break', 'Mara\u00a0Quill brought a boat in.', /space that is not a plain one/],
    ['words read in the wrong encoding', 'Mara Quill brought a cafÃ© in.', /wrong encoding.*UTF-8/],
    ['a sign that was lost', 'Mara Quill brought a caf\ufffd in.', /wrong encoding/],
    ['markup', 'Mara Quill brought <b>a boat</b> in.', /markup/],
    ['a mention of everyone', 'Mara Quill brought @everyone in.', /mention/],
  ])('with %s is turned down, and told what to do', (_, text, why) => {
    expect(problems({ claims: [{ ...claim, text }] })).toMatch(why);
  });
});

describe('a date', () => {
  const dated = (date: unknown) => ({ claims: [{ ...claim, date }] });

  it.each(['2023-99-45', '2018-13-41', '2023-02-30', '2023-02-29'])(
    'that no calendar has, such as %s, is turned down',
    (on) => {
      const no = 'is a date that the calendar does not have';
      expect(problems(dated({ precision: 'day', basis: 'stated', on }))).toContain(
        `boat-came-in: date.on: ${no}`,
      );
      expect(problems({ articles: [{ ...article, published: on }] })).toContain(
        `gazette-2020: published: ${no}`,
      );
      expect(problems({ claims: [{ ...claim, asOf: on }] })).toContain(`boat-came-in: asOf: ${no}`);
    },
  );

  it('that the calendar has is taken, the 29th of February of a leap year too', () => {
    const date = { precision: 'day', basis: 'stated', on: '2024-02-29', until: '2024-03-01' };
    expect(told(dated(date)).ok).toBe(true);
  });

  it.each(['2019', '2017-05', '2017-13'])('of 2018 until %s is turned down', (until) => {
    expect(problems(dated({ precision: 'month', basis: 'stated', on: '2018-01', until }))).toContain(
      'boat-came-in: date',
    );
  });

  it('finer than its precision is turned down', () => {
    expect(problems(dated({ precision: 'year', basis: 'stated', on: '2020-02' }))).toContain(
      'needs `on` with 4 characters',
    );
  });

  it.each([
    ['2020', 'day', 10],
    ['2020-02-03', 'month', 7],
    ['2020-02', 'year', 4],
  ])('of an article, %s, cannot be known to the %s', (published, precision, length) => {
    expect(problems({ articles: [{ ...article, published, precision }] })).toContain(
      `gazette-2020: published: a date with precision "${precision}" needs \`published\` with ${length} characters`,
    );
  });
});
