import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../src/authoring/export/sheet.ts';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import { changed, goodPack, recordOf } from '../lint/harbour.ts';

const sheetFor = (pack: Pack) => sheetOf(buildLibrary([pack]));
const rowsOf = (pack: Pack) => parse(sheetFor(pack), { bom: true });
const rowOf = (pack: Pack, id: string) => rowsOf(pack).find((row) => row[7] === id) ?? [];

describe('questions as a sheet', () => {
  it('have Kahoot’s columns first, then what a second reader wants to see', () => {
    const [headings, ...rows] = rowsOf(goodPack());
    expect(headings).toEqual([
      'Question - max 120 characters',
      ...[1, 2, 3, 4].map((number) => `Answer ${number} - max 75 characters`),
      'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
      'Correct answer(s) - choose at least one',
      ...['Id', 'Topic', 'Attribution', 'Pay-off', 'Source'],
    ]);
    expect(rows.map((row) => row[7])).toEqual(goodPack().questions.map(({ id }) => id));
    expect(rowOf(goodPack(), 'q-skipper')[11]).toMatch(/^“.+”, Saltby Gazette, .*¶.*https:\/\//);
  });

  it('name the place of the right answer, which is not always the same', () => {
    const places = goodPack().questions.map(({ id, right }) => {
      const row = rowOf(goodPack(), id);
      const place = Number(row[6]);
      expect(row[place]).toBe(right.text);
      return place;
    });
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it('say in front whose word a question rests on, as the bot does', () => {
    expect(rowOf(goodPack(), 'q-whose-word')[9]).not.toBe('');
  });

  it.each(['=1+1', '+44', '-5 °C', '@saltby', '＝1+1', "'=1"])(
    'hold no formula that a spreadsheet would run: %s',
    (text) => {
      const right = { ...recordOf('questions', 'q-skipper').right, text };
      const pack = changed('questions', 'q-skipper', { right, prompt: `${text} is whose?` });
      for (const row of rowsOf(pack)) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝]/);
      const { topics } = importQuestions(sheetFor(pack), 'harbour.csv');
      expect(topics[0]?.entries[0]).toMatchObject({ question: `${text} is whose?`, right: text });
    },
  );

  it('open as UTF-8 with one row a question, whatever signs a text has', () => {
    const pack = changed('questions', 'q-skipper', { prompt: 'Who said "ahoy, Zoë;"?' });
    expect(sheetFor(pack)).toMatch(/^\ufeff"Question .*\r\n"Who said ""ahoy, Zoë;""\?",/);
    expect(sheetFor(pack).trim().split('\r\n')).toHaveLength(pack.questions.length + 1);
  });

  it('are read back by our own import', () => {
    const { topics, problems } = importQuestions(sheetFor(goodPack()), 'harbour.csv');
    expect(problems).toEqual([]);
    expect(topics.flatMap(({ entries }) => entries)).toMatchObject(
      goodPack().questions.map(({ id, prompt, right, payoff }) => ({
        id,
        question: prompt,
        right: right.text,
        payoff,
        draft: 'true',
      })),
    );
  });
});
