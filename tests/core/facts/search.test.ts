import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/dataset/schema.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { askable } from '../../../src/core/facts/subjects.ts';
import { loadLibrary } from '../../../src/packs/read.ts';

const library = await loadLibrary('data');
const search = createFactSearch(library);

type Fits = string | RegExp | ((claim: Claim) => boolean);

const about = (entity: string) => (claim: Claim) =>
  claim.entities.some((role) => bareId(role.entity) === entity);
const of = (event: string) => (claim: Claim) => claim.events.map(bareId).includes(event);
const on = (topic: string) => (claim: Claim) => bareId(claim.topic) === topic;
const daysOf = (claim: Claim) =>
  [claim.date, ...claim.events.map((id) => library.events.get(id)?.date)].map((date) => date?.on ?? '');
const dated = (start: string) => (claim: Claim) => daysOf(claim).some((day) => day.startsWith(start));
const fits = (claim: Claim, wanted: Fits) =>
  typeof wanted === 'string'
    ? bareId(claim.id) === wanted
    : wanted instanceof RegExp
      ? wanted.test(claim.text)
      : wanted(claim);

/** What is asked, and what the first claims found must be (the first three where there are as many). */
const FOUND: readonly (readonly [string, Fits])[] = [
  ['alice johnson', /Alice (?:Marie )?Johnson/],
  ['alice jonson', /Alice (?:Marie )?Johnson/],
  ['Alice Marie Johnson', /Alice (?:Marie )?Johnson/],
  ['who is alice johnson?', /Alice (?:Marie )?Johnson/],
  ['tell me something about Alice Johnson', /Alice (?:Marie )?Johnson/],
  ['met gala', of('met-gala-meeting')],
  ['Met Gala!', of('met-gala-meeting')],
  ['hung up', of('phone-call-2021')],
  ['phone call', of('phone-call-2021')],
  ['quid pro quo', /quid pro quo/],
  ['2018', dated('2018')],
  ['2019', dated('2019')],
  ['1996', dated('1996')],
  ['may 2018', dated('2018-05')],
  ['May', dated('2018-05')],
  ['maggio 2018', dated('2018-05')],
  ['october 2022', dated('2022-10')],
  ['22 october', dated('2023-10-22')],
  ['30 October 2023', dated('2023-10-30')],
  ['what happened in november 2017', dated('2017-11')],
  ['2016 election', 'kardashian-endorsed-clinton'],
  ['election 2020', dated('2020')],
  ['kanye 2018', about('kanye-west')],
  ['Kushner', /Kushner/],
  ['jared', /Jared/],
  ['josh kushner', /Josh Kushner/],
  ['ivnka', /Ivanka/],
  ['ivnka birthday', /Ivanka.*birthday|birthday.*Ivanka/],
  ['pardon', /pardon/],
  ['pardoned', /pardon/],
  ['pardons', /pardon/],
  ['commutation', /commut/],
  ['comutation', /commut/],
  ['commute', /commut/],
  ['clemency', /clemency/],
  ['nfl', about('nfl')],
  ['football', /football/],
  ['saint-tropez', /Saint-Tropez/],
  ['Saint Tropez', /Saint-Tropez/],
  ['St. Tropez', of('saint-tropez-holiday')],
  ['kim saint-tropez', of('saint-tropez-holiday')],
  ['paris hilton', /Paris Hilton/],
  ['kanye', about('kanye-west')],
  ['kayne west', about('kanye-west')],
  ['ye', about('kanye-west')],
  ['snoop dogg', /Snoop Dogg/],
  ['snoop dog', /Snoop Dogg/],
  ['Martha Stewart', /Martha Stewart/],
  ['axios', /Axios/],
  ['jonathan karl', /Jonathan Karl/],
  ['john karl', /Jonathan Karl/],
  ['birthday', /birthday/],
  ['birhtday', /birthday/],
  ['compleanno', on('birthdays')],
  ['grazia', /grazia|commuted|clemency|pardon/],
  ['amicizia', on('friendship')],
  ['friendship', /friend/],
  ['ergastolo', on('alice-johnson')],
  ['elezioni', on('elections')],
  ['Birthdays of 2023', on('birthdays')],
  ['mic', /\bMic\b/],
  ['vanity fair', /Vanity Fair/],
  ['inside edition', /Inside Edition/],
  ['hillary clinton', 'kardashian-endorsed-clinton'],
  ['biden', /Biden/],
  ['white house', /White House/],
  ['the White House', /White House/],
  ['oval office', of('meeting-2018')],
  ['tired of winning', about('tired-of-winning')],
  ['beverly hills hotel', of('dinner-2022')],
  ['beverly hill hotel', of('dinner-2022')],
  ['tucker carlson', /Tucker Carlson/],
  ['skims', 'kardashian-founder-of-skims'],
  ['back channel', of('back-channel-talks')],
  ['back-channel talks', of('back-channel-talks')],
  ['we did it joe', of('election-posts-2020')],
  ['kim and ivanka dinner', of('dinner-2022')],
  ['nonviolent', /non-?violent/],
  ['non violent', /non-?violent/],
  ['lawyer', /lawyer|Holley/],
  ['mar-a-lago', 'trump-at-mar-a-lago'],
  ['the president’s son-in-law', /Jared Kushner/],
  ['kim kardashian', about('kim-kardashian')],
  ['donald trump', about('donald-trump')],
  ['hello giggles', 'lia-beck-other-outlets'],
  ['shapewear', /shapewear/],
  ['podcast', /podcast/],
];

/** Of these no article speaks. */
const NOT_FOUND: readonly string[] = [
  'the moon landing',
  'king of france',
  'pizza recipe',
  'bitcoin price',
  'barack obama',
  'elon musk',
  'hello',
  'the',
  'of',
  'what',
  'who',
  'who are you',
  'how are you?',
  'what is the time',
  'what can you do',
  'come ti chiami',
  'che tempo fa',
  'is it true that cats can fly',
  'quantum chromodynamics',
  'melania trump',
  'hunter biden',
  'boris johnson',
  'alice cooper',
  'donald duck',
  'trump tower',
  'kim jong un',
  'paris france',
  'taylor swift',
  'second world war',
  'meaning of life',
  'climate change',
  'capital of italy',
  'star wars',
  'mars',
  'horse',
  'white horse',
  'joke',
  'snow',
  'photon',
  'trail',
  'poison',
  'computation',
  '@everyone',
  '<!channel>',
  '](javascript:alert(1))',
  '🎉',
  '👩‍👩‍👧‍👦',
  'שלום עולם',
  '你好',
  '1999',
  '2031',
  'december 2018',
  '1999 kim kardashian',
  '3',
  '42',
  '2 + 2',
  "'; drop table answer; --",
  'a',
  'q',
  'z',
  'x'.repeat(100),
  'constructor',
  '__proto__',
  '',
  '   ',
];

describe('finding facts', () => {
  it.each(FOUND)('%s', (words, wanted) => {
    const first = search.find(words).slice(0, 3);
    expect(first.length).toBeGreaterThan(0);
    const shown = typeof wanted === 'string' ? first.slice(0, 1) : first;
    expect(shown.filter((claim) => !fits(claim, wanted)).map(({ id }) => id)).toEqual([]);
  });

  it.each(NOT_FOUND)('nothing for “%s”', (words) => {
    expect(search.find(words).map(({ id }) => id)).toEqual([]);
  });

  it('does not find by a number what is not a date', () => {
    const found = search.find('2018').filter((claim) => !dated('2018')(claim));
    expect(found.filter(({ asOf }) => !asOf?.startsWith('2018')).map(({ id }) => id)).toEqual([]);
  });

  it('finds all that a subject is about by the name under which it is proposed', () => {
    const missed = search.subjects('', 1_000).flatMap(({ name, claims }) => {
      const found = new Set(search.find(name));
      return claims.filter((claim) => !found.has(claim)).map(({ id }) => `${name}: ${id}`);
    });
    expect(missed).toEqual([]);
  });

  it('finds something by every name and alias of every subject', () => {
    const lost = search
      .subjects('', 1_000)
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((name) => search.find(name).length === 0);
    expect(lost).toEqual([]);
  });

  it('puts the important before the detail', () => {
    for (const words of ['alice johnson', 'quid pro quo', 'birthday', 'white house'])
      expect(search.find(words)[0]?.importance).toBe(3);
  });
});

describe('proposing subjects', () => {
  const names = (typed: string, limit = 25) => search.subjects(typed, limit).map(({ name }) => name);

  it('proposes while a name is typed, from the first letter on', () => {
    for (const typed of ['k', 'iv', 'ivan', 'Ivanka T', 'ivnka']) expect(names(typed)).not.toEqual([]);
    expect(names('met g')[0]).toMatch(/Met Gala|Ivanka/);
    expect(names('Kanye')[0]).toMatch(/Kanye West/);
    expect(names('paris h')).toContain('Paris Hilton');
    expect(names('zzz')).toEqual([]);
  });

  it('proposes the most spoken-of for no words, and no more than wanted', () => {
    expect(names('', 5)).toHaveLength(5);
    expect(names('', 5)).toContain('Kim Kardashian');
  });

  it('leaves out what there is no question on, where that is wanted', () => {
    const only = askable(library);
    const all = search.subjects('', 1_000);
    const kept = search.subjects('', 1_000, only);
    expect(kept).toEqual(all.filter(only));
    expect(search.subjects('k', 100, only).filter((subject) => !only(subject))).toEqual([]);
  });

  it('offers what is near, never what is not', () => {
    const near = (words: string) => search.near(words, 5).map(({ name }) => name);
    expect(near('hunter biden')[0]).toBe('Joe Biden');
    expect(near('hilary clintn')[0]).toBe('Hillary Clinton');
    for (const words of ['barack obama', 'the moon landing', 'hello', 'the', '🎉', 'שלום'])
      expect(near(words)).toEqual([]);
  });
});
