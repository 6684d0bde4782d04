import { describe, expect, it } from 'vitest';
import { looksLikeTime, parseWeekdays } from '../../../src/core/daily/parse-order.ts';
import { findZone } from '../../../src/core/daily/zone-names.ts';
import type { Options } from '../../../src/core/requests/command.ts';
import { readNamed, readWords } from '../../../src/core/requests/read-args.ts';

const quiz = {
  topic: { kind: 'text', description: 'A topic', maxLength: 100 },
  questions: { kind: 'integer', description: 'How many', wanted: 'One to ten.', min: 1, max: 10 },
  seconds: {
    kind: 'integer',
    description: 'How long',
    wanted: 'Not so long.',
    min: 15,
    max: 300,
    unit: 'seconds',
  },
  private: { kind: 'flag', description: 'Alone' },
} as const satisfies Options;

const daily = {
  time: {
    kind: 'text',
    description: 'Local time',
    maxLength: 20,
    required: true,
    wanted: 'At what time?',
    fits: looksLikeTime,
  },
  zone: {
    kind: 'text',
    description: 'Zone',
    maxLength: 60,
    aliases: ['timezone', 'tz'],
    fits: (words) => findZone(words) !== undefined,
  },
  weekdays: {
    kind: 'text',
    description: 'Days',
    maxLength: 60,
    fits: (words) => parseWeekdays(words) !== undefined,
  },
  topic: { kind: 'text', description: 'Topic', maxLength: 100 },
  reveal: {
    kind: 'integer',
    description: 'Hours',
    wanted: 'One to 72 hours.',
    min: 1,
    max: 72,
    unit: 'hours',
  },
} as const satisfies Options;

const board = {
  period: { kind: 'pick', description: 'Period', values: ['week', 'today', 'month', 'all'] },
  scope: { kind: 'pick', description: 'Where', values: ['channel', 'everywhere'] },
} as const satisfies Options;

const erase = { confirm: { kind: 'flag', description: 'Yes, delete' } } as const satisfies Options;

describe('a typed line of words', () => {
  it.each([
    ['', {}],
    ['alice johnson', { topic: 'alice johnson' }],
    ['3', { questions: 3 }],
    ['alice johnson 3 private', { topic: 'alice johnson', questions: 3, private: true }],
    ['topic: met gala questions: 5', { topic: 'met gala', questions: 5 }],
    ['questions: 5 met gala', { topic: 'met gala', questions: 5 }],
    ['topic: met gala questions: 5 private', { topic: 'met gala', questions: 5, private: true }],
    ['PRIVATE Topic:met gala', { topic: 'met gala', private: true }],
    ['2018 private', { topic: '2018', private: true }],
    ['private: no', {}],
    ['private no', {}],
  ])('“%s” after /quiz is understood', (line, args) => {
    expect(readWords(quiz, line)).toEqual({ ok: true, args: { private: false, ...args } });
  });

  it.each([
    ['3 questions', { questions: 3 }],
    ['1 question', { questions: 1 }],
    ['alice 3 questions 60 seconds', { topic: 'alice', questions: 3, seconds: 60 }],
    ['questions 3 seconds 60 alice', { topic: 'alice', questions: 3, seconds: 60 }],
    ['60 seconds', { seconds: 60 }],
    ['questions', { topic: 'questions' }],
  ])('an option’s name beside its number is no topic: “%s”', (line, args) => {
    expect(readWords(quiz, line)).toEqual({ ok: true, args: { private: false, ...args } });
  });

  it.each([
    ['questions: 3, seconds: 20', { questions: 3, seconds: 20 }],
    ['topic: alice, questions: 3', { topic: 'alice', questions: 3 }],
    ['alice, 3, 20s', { topic: 'alice', questions: 3, seconds: 20 }],
    ['alice 3 questions, 45 seconds', { topic: 'alice', questions: 3, seconds: 45 }],
    ['topic: “met gala”, 3 private', { topic: 'met gala', questions: 3, private: true }],
    ['topic: "private schools" private', { topic: 'private schools', private: true }],
    ['alice, private', { topic: 'alice', private: true }],
  ])('commas, quotation marks and units around values are not part of them: “%s”', (line, args) => {
    expect(readWords(quiz, line)).toEqual({ ok: true, args: { private: false, ...args } });
  });

  it.each(['""', '“”', '„“', '«»', "''", '‘’', '「」', '””', '＂＂'])(
    'a value in %s is the value',
    (marks) => {
      const inMarks = (text: string) => `${marks[0]}${text}${marks[1]}`;
      const args = { time: '09:00', zone: 'Europe/Berlin', weekdays: 'mon, wed, sat' };
      const line = `time: ${inMarks('09:00')} zone: ${inMarks('Europe/Berlin')} weekdays: ${inMarks('mon, wed, sat')}`;
      expect(readWords(daily, line)).toEqual({ ok: true, args });
      expect(readWords(daily, line.replace(/\w+: /g, ''))).toEqual({ ok: true, args });
      expect(readNamed(daily, { time: inMarks('09:00'), zone: inMarks('Europe/Berlin') })).toMatchObject({
        args: { time: '09:00', zone: 'Europe/Berlin' },
      });
    },
  );

  it.each([
    ['private schools', { topic: 'schools', private: true }],
    ['schools private', { topic: 'schools', private: true }],
    ['schools', { topic: 'schools' }],
    ['elite private schools', { topic: 'elite private schools' }],
    ['topic: private schools', { topic: 'private schools' }],
    ['alice private: yes', { topic: 'alice', private: true }],
    ['alice private yes', { topic: 'alice', private: true }],
  ])(
    'a flag stands first, last, or by its name, and is a word of the topic elsewhere: “%s”',
    (line, args) => {
      expect(readWords(quiz, line)).toEqual({ ok: true, args: { private: false, ...args } });
    },
  );

  it.each([
    ['confirm', true],
    ['confirm: yes', true],
    ['confirm yes', true],
    ['yes', true],
    ['Y', true],
    ['true', true],
    ['on', true],
    ['1', true],
    ['no', false],
    ['confirm no', false],
    ['', false],
  ])('“%s” after /mydata delete confirms: %s', (line, confirm) => {
    expect(readWords(erase, line)).toEqual({ ok: true, args: { confirm } });
  });

  it.each([
    ['09:00 Europe/Berlin mon-fri', { time: '09:00', zone: 'Europe/Berlin', weekdays: 'mon-fri' }],
    ['time: 5:30 pm zone: UTC', { time: '5:30 pm', zone: 'UTC' }],
    ['09:00 weekdays: mon, wed, fri', { time: '09:00', weekdays: 'mon, wed, fri' }],
    ['09:00 mon-fri', { time: '09:00', weekdays: 'mon-fri' }],
    ['mon-fri 9 am Europe/Berlin', { time: '9 am', zone: 'Europe/Berlin', weekdays: 'mon-fri' }],
    ['9:30 pm Europe/Berlin topic: alice', { time: '9:30 pm', zone: 'Europe/Berlin', topic: 'alice' }],
    ['9 am 12', { time: '9 am', reveal: 12 }],
    ['reveal 12 9 am', { time: '9 am', reveal: 12 }],
    ['mon, wed and fri 09:00', { time: '09:00', weekdays: 'mon, wed and fri' }],
    ['every day 9am America/New York', { time: '9am', weekdays: 'every day', zone: 'America/New York' }],
    [
      '09:00 mon-fri UTC alice johnson',
      { time: '09:00', zone: 'UTC', weekdays: 'mon-fri', topic: 'alice johnson' },
    ],
    ['9', { time: '9' }],
    ['mon-fri 9', { time: '9', weekdays: 'mon-fri' }],
    ['9 reveal 2', { time: '9', reveal: 2 }],
    ['reveal 2 9', { time: '9', reveal: 2 }],
    ['0900 Europe/Berlin', { time: '0900', zone: 'Europe/Berlin' }],
    ['9:00 a.m. Europe/Berlin', { time: '9:00 a.m.', zone: 'Europe/Berlin' }],
    ['noon Monday to Friday', { time: 'noon', weekdays: 'Monday to Friday' }],
    ['09:00 timezone: Europe/Berlin', { time: '09:00', zone: 'Europe/Berlin' }],
    ['09:00, tz: Europe/Berlin, mon-fri', { time: '09:00', zone: 'Europe/Berlin', weekdays: 'mon-fri' }],
    [
      '09:00, Europe/Berlin, mon-fri, 2h',
      { time: '09:00', zone: 'Europe/Berlin', weekdays: 'mon-fri', reveal: 2 },
    ],
    ['09:00 reveal: 2 hours alice', { time: '09:00', reveal: 2, zone: 'alice' }],
  ])('“%s” after /daily set is understood by the shape of its words', (line, args) => {
    expect(readWords(daily, line)).toEqual({ ok: true, args });
  });

  it.each([
    ['25:99 Europe/Berlin', { time: '25:99', zone: 'Europe/Berlin' }],
    ['mon-fri noon', { time: 'noon', weekdays: 'mon-fri' }],
    ['09:00 Mars/Olympus', { time: '09:00', zone: 'Mars/Olympus' }],
    ['09:00 EST mon-fri', { time: '09:00', zone: 'EST', weekdays: 'mon-fri' }],
    ['09:00 UTC someday', { time: '09:00', zone: 'UTC', weekdays: 'someday' }],
  ])(
    'in “%s” the word of no shape goes to the next option, whose answer tells what to type',
    (line, args) => {
      expect(readWords(daily, line)).toEqual({ ok: true, args });
    },
  );

  it('takes the first of set words where none is given, and any of them by itself or behind its name', () => {
    const week = { period: 'week', scope: 'channel' };
    expect(readWords(board, '')).toEqual({ ok: true, args: week });
    expect(readWords(board, 'TODAY')).toEqual({ ok: true, args: { ...week, period: 'today' } });
    expect(readWords(board, 'scope everywhere period month')).toEqual({
      ok: true,
      args: { period: 'month', scope: 'everywhere' },
    });
  });

  it.each([
    ['500', 'One to ten.'],
    ['0', 'One to ten.'],
    ['questions: many', 'One to ten.'],
    [`topic: ${'x'.repeat(3_000)}`, 'topic is too long: at most 100 characters'],
  ])('“%.20s” after /quiz is turned down with what to do', (line, problem) => {
    expect(readWords(quiz, line)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('says which words it cannot place, and which option is missing', () => {
    expect(readWords(daily, '09:00 UTC mon-fri topic: alice reveal: 3 tomorrow')).toMatchObject({
      problem:
        'I do not know “tomorrow”. What you can type here: time: …, zone: …, weekdays: …, topic: …, reveal: 1 to 72.',
    });
    expect(readWords(daily, '')).toEqual({ ok: false, problem: 'At what time?' });
  });

  it.each([
    [
      board,
      'decade',
      'I do not know “decade”. What you can type here: week, today, month or all, channel or everywhere.',
    ],
    [erase, 'really', 'I do not know “really”. What you can type here: confirm.'],
    [{}, 'really', '“really” is not needed: this command takes no further words.'],
  ])('names the words there are to whoever typed another one', (options, line, problem) => {
    expect(readWords(options, line)).toEqual({ ok: false, problem });
  });

  it('says what a command has ready for words that fit nothing', () => {
    expect(readWords(board, 'decade', 'Try today.')).toEqual({
      ok: false,
      problem: 'I do not know “decade”. Try today.',
    });
  });

  it('takes the name of an option with nothing behind it for no word at all', () => {
    expect(readWords(quiz, 'topic')).toEqual({ ok: true, args: { private: false } });
    expect(readWords(daily, 'reveal: 2h 09:00')).toMatchObject({ args: { reveal: 2, time: '09:00' } });
  });

  it('looks no longer at a line of thousands of words than at one of fifty', () => {
    const looksAt = (words: number) => {
      let looked = 0;
      const fits = () => {
        looked += 1;
        return false;
      };
      readWords({ ...daily, zone: { ...daily.zone, fits } }, 'a/b '.repeat(words));
      return looked;
    };
    expect(looksAt(50)).toBeGreaterThan(50);
    expect(looksAt(5_000)).toBe(looksAt(50));
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
      problem: 'I do not know “decade”. Choose week, today, month or all.',
    });
    expect(readNamed(quiz, { topic: '  a   b ', private: true })).toEqual({
      ok: true,
      args: { topic: 'a b', private: true },
    });
  });
});
