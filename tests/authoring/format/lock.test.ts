/** What the program knows of a pack and nobody types, and the format that a pack is written in. */
import { describe, expect, it } from 'vitest';
import { lockToText, readLock } from '../../../src/authoring/format/lock.ts';
import { changed, type Files, lockOf, messagesOf, packOf, SMALL, saidTo, withLock } from './small-pack.ts';

const BOATS = 'topics/boats.yaml';

/** With a fact of the given receipts at the end, which the lock does not know. */
const withFact = (receipt: string): Files => ({
  ...SMALL,
  [BOATS]: `${SMALL[BOATS]}\n  - fact: The tide was high.\n    receipt: ${receipt}\n`,
});

describe('a receipt', () => {
  it('has its paragraph’s hash and words from the lock', () => {
    expect(packOf(withLock(SMALL)).claims[0]?.receipts).toEqual([
      {
        ...{ article: 'gazette', paragraph: 1, from: 'Mara Quill brought', to: 'grey day', attribution: [] },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('that the lock does not know is named, with the command that adds it', () => {
    expect(saidTo(withFact('gazette#3'))).toEqual([
      'harbour/topics/boats.yaml:18:5: the-tide-was-high: receipt: “gazette#3” in pack.lock.json, which does not know it yet: npm run pack -- check',
    ]);
  });

  it('of which the lock knows only one is told which other it lacks', () => {
    const files = changed(BOATS, 'receipt: gazette#1', 'receipt: [gazette#1, almanac#2]');
    expect(saidTo(files)).toEqual([expect.stringContaining('receipt: “almanac#2” in pack.lock.json')]);
  });

  it('does not hide what else is wrong with its fact, or with what rests on it', () => {
    const files = withFact(
      'gazette#3\n    id: tide\n    denied-by: nobody\n  - question: Was the tide high?\n    right: "No"\n    wrong: [no]',
    );
    expect(saidTo(files).map((line) => line.replace(/^.*?\d+:\d+: /, ''))).toEqual([
      expect.stringContaining('tide: receipt: '),
      'tide: denied-by: the id of a fact of this pack, but “nobody” is none',
      'was-the-tide-high: wrong.1: an option of its own, but “no” is also the right option',
    ]);
  });
});

describe('the lock', () => {
  it('that is not there is said once, and not for each fact', () => {
    expect(messagesOf(SMALL)).toEqual([
      'harbour/pack.lock.json: this file is missing or knows no article yet: npm run pack -- check',
    ]);
  });

  it('is not missed by a pack that has no fact yet', () => {
    expect(messagesOf({ 'pack.yaml': SMALL['pack.yaml'] ?? '' })).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{ "format": "2" }',
    '<<<<<<< HEAD',
    lockOf(SMALL).replace(/[0-9a-f]{64}/, 'no hash'),
    lockOf(SMALL).replace('"released"', '"withdrawn": [], "released"'),
    lockOf(SMALL).replace('"released": []', '"released": [1]'),
    lockOf(SMALL).replace('"paragraphs"', '"language": "en", "paragraphs"'),
    lockOf(SMALL).replace(/"paragraphs":\[.*?\]/, '"paragraphs":[]'),
    lockOf(SMALL).replace('"receipts"', '"id": "boat", "receipts"'),
    lockOf(SMALL).replace('[1,"Mara', '[0,"Mara'),
    lockOf(SMALL).replace('[1,"Mara', '[1,2,"Mara'),
    lockOf(SMALL).replace('[1,"Mara', '["Mara'),
  ])('that is not as the program wrote it, such as %j, is to be fetched back', (lock) => {
    expect(messagesOf({ ...SMALL, 'pack.lock.json': lock })).toEqual([
      'harbour/pack.lock.json: the file as the program wrote it: fetch it back from git or merge it there, since ids and what was read are in it; only if it is lost, delete it: npm run pack -- check',
    ]);
  });

  it('is written a line an item, and read as it was written', () => {
    const text = lockOf(SMALL);
    const lock = readLock(text);
    expect(lock && lockToText(lock)).toBe(text);
    expect(text.split('\n').filter((line) => line.includes('"no-boat"'))).toHaveLength(1);
  });

  it('knows an article and a fact by whatever name, also by one that every object has', () => {
    const files = {
      'pack.yaml': SMALL['pack.yaml'] ?? '',
      'articles.yaml': 'constructor:\n  title: Boats\n  publisher: The Gazette\n',
      [BOATS]: 'topic: Boats\nentries:\n  - fact: Constructor\n    receipt: constructor#1\n',
    };
    expect(saidTo(files)).toEqual([
      expect.stringContaining('constructor: receipt: “constructor#1” in pack.lock.json'),
    ]);
    expect(JSON.parse(lockOf(files))).toMatchObject({
      articles: {},
      facts: { constructor: { receipts: {} } },
    });
  });
});

describe('the format of a pack', () => {
  it('that is not said is to be written', () => {
    expect(saidTo(changed('pack.yaml', 'format: 1\n', ''))).toEqual([
      'harbour/pack.yaml:1:1: format: this is missing: write “format: 1”',
    ]);
  });

  it('of another release is told in one sentence, and nothing else of the pack is read', () => {
    const later = { 'pack.yaml': 'format: 2\nname: Harbour\n', 'facts.yaml': '- x\n', [BOATS]: 'a: {b\n' };
    expect(messagesOf(later)).toEqual([
      'harbour/pack.yaml:1:1: format: format 1: this pack is written in format 2, which this release does not read; get the release that made it, or a newer one of this program',
    ]);
  });
});
