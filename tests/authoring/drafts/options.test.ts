/** Which wrong dates and numbers are proposed beside the right one. */
import { describe, expect, test } from 'vitest';
import { claim, optionsOf, proposedFor, proposedOn } from './harbour.ts';

const optionsFor = (...args: Parameters<typeof proposedFor>) => proposedFor(...args).flatMap(optionsOf);

describe('wrong years', () => {
  test('lie no later than the article that tells of it', () => {
    const options = optionsFor('Mara Quill sailed round the cape in 2020.').map(Number);
    expect(options).toHaveLength(4);
    expect(Math.max(...options)).toBe(2020);
  });

  test('are none that another fact about the same event gives', () => {
    const near = ['2012', '2013', '2014', '2016'].map((year) =>
      claim(`rival-${year}`, `Someone dates the regatta to ${year}.`, { events: ['regatta'] }),
    );
    const sailed = claim('sailed', 'Mara Quill sailed home in 2015.', { events: ['regatta'] });
    const options = proposedOn([sailed, ...near]).flatMap(optionsOf);
    expect(options).toHaveLength(4);
    for (const year of ['2012', '2013', '2014', '2016']) expect(options).not.toContain(year);
  });

  test('nothing is asked where the record has another date than the sentence, or a span', () => {
    const text = 'Mara Quill sailed home in 2015.';
    const spec = { precision: 'year', basis: 'stated', on: '2011' };
    expect(optionsFor(text, { date: spec })).toEqual([]);
    expect(optionsFor(text, { date: { ...spec, on: '2015', until: '2017' } })).toEqual([]);
    expect(optionsFor(text, { date: { ...spec, on: '2015' } })).toHaveLength(4);
  });

  test('the right one is not always in the same place among them', () => {
    const places = Array.from({ length: 40 }, (_, at) => {
      const options = proposedOn([
        claim(`c${at}`, `Mara Quill sailed to port ${'abcdefgh'.charAt(at % 8)} in 1995.`),
      ]).flatMap(optionsOf);
      return options.toSorted().indexOf('1995');
    });
    expect(new Set(places).size).toBeGreaterThan(2);
  });
});

test('beside the last day of a month stand last days of other months', () => {
  const options = optionsFor('Claims must be sent in by 31 March.');
  expect(options).toHaveLength(4);
  for (const day of options)
    expect(day).toMatch(/^(?:31 (?:January|March|May|December)|30 (?:April|June)|28 February)$/);
});

describe('wrong numbers', () => {
  test.each([
    ['five', 'Mara Quill owns five boats.', /^[a-z]+$/],
    ['63', 'Mara Quill owns 63 boats.', /^\d\d$/],
    ['1,500', 'Mara Quill owns 1,500 boats.', /^(?:\d,\d00|500)$/],
    ['forty', 'Mara Quill owns forty boats.', /^[a-z]+ty$/],
    ['£45,000', 'The new lamp costs £45,000.', /^£\d\d,000$/],
    ['25%', 'The yard pays 25% of the fare.', /^\d\d%$/],
    ['17:30', 'The yard closes at 17:30.', /^\d\d:30$/],
  ])('are written like %s', (right, text, form) => {
    const [first, ...wrong] = optionsFor(text);
    expect(first).toBe(right);
    expect(wrong).toHaveLength(3);
    for (const option of wrong) expect(option).toMatch(form);
  });

  test('are what days, weeks and hours are counted in', () => {
    for (const option of optionsFor('New staff get 25 days of leave a year.'))
      expect(['14', '20', '21', '25', '28', '30', '45']).toContain(option);
  });

  test('are none that another fact about the same event gives', () => {
    const came = claim('came', 'Mara Quill counted five boats.', { events: ['regatta'] });
    const rival = claim('rival', 'The referee saw six sails and four oars.', { events: ['regatta'] });
    const options = proposedOn([came, rival]).flatMap(optionsOf);
    expect(options).not.toContain('six');
    expect(options).not.toContain('four');
  });

  test('nothing is asked where there are fewer than three', () => {
    const came = claim('came', 'Mara Quill met two boats.', { events: ['regatta'] });
    const rival = claim('rival', 'The referee saw three, four, five and six sails.', { events: ['regatta'] });
    expect(proposedOn([came])).toHaveLength(1);
    expect(proposedOn([came, rival])).toEqual([]);
  });
});
