import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/core/command.ts';
import { readNamed, readWords } from '../../src/core/read-args.ts';

const quiz = {
  topic: { kind: 'text', description: 'A topic', maxLength: 100 },
  questions: { kind: 'integer', description: 'How many', min: 1, max: 10 },
  private: { kind: 'flag', description: 'Alone' },
} as const satisfies Options;

const daily = {
  time: { kind: 'text', description: 'Local time', maxLength: 20, required: true },
  zone: { kind: 'text', description: 'Zone', maxLength: 60 },
  weekdays: { kind: 'text', description: 'Days', maxLength: 60 },
} as const satisfies Options;

const board = {
  period: { kind: 'pick', description: 'Period', values: ['week', 'today'] },
} as const satisfies Options;

describe('a typed line of words', () => {
  it.each([
    ['', { topic: undefined, questions: undefined, private: false }],
    ['alice johnson', { topic: 'alice johnson', questions: undefined, private: false }],
    ['3', { topic: undefined, questions: 3, private: false }],
    ['alice johnson 3 private', { topic: 'alice johnson', questions: 3, private: true }],
    ['topic: met gala questions: 5', { topic: 'met gala', questions: 5, private: false }],
    ['PRIVATE Topic:met gala', { topic: 'met gala', questions: undefined, private: true }],
    ['2018 private', { topic: '2018', questions: undefined, private: true }],
    ['private: no', { topic: undefined, questions: undefined, private: false }],
  ])('“%s” after /quiz is understood', (line, args) => {
    expect(readWords(quiz, line)).toEqual({ ok: true, args });
  });

  it.each([
    ['09:00 Europe/Berlin mon-fri', { time: '09:00', zone: 'Europe/Berlin', weekdays: 'mon-fri' }],
    ['time: 5:30 pm zone: UTC', { time: '5:30 pm', zone: 'UTC', weekdays: undefined }],
    ['09:00 weekdays: mon, wed, fri', { time: '09:00', zone: undefined, weekdays: 'mon, wed, fri' }],
  ])('“%s” after /daily set is understood', (line, args) => {
    expect(readWords(daily, line)).toEqual({ ok: true, args });
  });

  it('takes the first of set words where none is given, and any of them by itself', () => {
    expect(readWords(board, '')).toEqual({ ok: true, args: { period: 'week' } });
    expect(readWords(board, 'TODAY')).toEqual({ ok: true, args: { period: 'today' } });
  });

  it.each([
    ['500', 'questions is a whole number from 1 to 10, not “500”'],
    ['0', 'questions is a whole number from 1 to 10, not “0”'],
    ['questions: many', 'not “many”'],
    [`topic: ${'x'.repeat(3_000)}`, 'topic is too long: at most 100 characters'],
  ])('“%.20s” after /quiz is turned down with what to do', (line, problem) => {
    expect(readWords(quiz, line)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('says which words it cannot place, and which option is missing', () => {
    expect(readWords(daily, '09:00 UTC mon-fri tomorrow')).toMatchObject({
      problem: expect.stringContaining('“tomorrow”'),
    });
    expect(readWords(daily, '')).toMatchObject({ problem: expect.stringContaining('time is missing') });
  });

  it('keeps emoji and right-to-left text, and drops control characters', () => {
    expect(readWords(quiz, '🧾 שלום\u0000\u0007\u202Eabc')).toMatchObject({
      args: { topic: '🧾 שלום \u202Eabc' },
    });
  });
});

describe('named values from a form', () => {
  it('are checked by the same rules', () => {
    expect(readNamed(quiz, { questions: 11 })).toMatchObject({ ok: false });
    expect(readNamed(quiz, { questions: 2.5 })).toMatchObject({ ok: false });
    expect(readNamed(board, { period: 'decade' })).toMatchObject({
      problem: expect.stringContaining('week, today'),
    });
    expect(readNamed(quiz, { topic: '  a   b ', private: true })).toEqual({
      ok: true,
      args: { topic: 'a b', questions: undefined, private: true },
    });
  });
});
