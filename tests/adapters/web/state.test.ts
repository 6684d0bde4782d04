import { describe, expect, it } from 'vitest';
import { initialState, type PageEvent, reduce } from '../../../src/adapters/web/client/state.ts';
import type { ShownMessage } from '../../../src/adapters/web/wire.ts';

const message = (id: string, change: Partial<ShownMessage> = {}): PageEvent => ({
  type: 'message',
  message: {
    ...{ id, at: Number(id), onlyYou: false, text: id, names: {}, payloads: {} },
    ...change,
    spoken: change.text ?? id,
  },
});

const told = (...events: readonly PageEvent[]) => events.reduce(reduce, initialState);
const spoken = (...events: readonly PageEvent[]) =>
  told(...events).announcements.spoken.map(({ text }) => text);

const question = message('1', { text: 'a question', closes: 'token' });
const result = message('1', { text: 'a result' });
const whisper = message('2', { text: 'The answer is out.', onlyYou: true });
const standings = message('3', { text: 'the standings' });

describe('what a listener hears', () => {
  it('is the result before the whisper that came first', () => {
    expect(spoken(question, whisper, result, { type: 'whispers-due' })).toEqual([
      'a question',
      'a result',
      'Only for you: The answer is out.',
    ]);
  });

  it('is nothing twice, and no count of answers', () => {
    const counted = message('1', { text: 'a question, one answer', closes: 'token' });
    expect(spoken(question, question, counted)).toEqual(['a question']);
  });

  it('is cleared later, and what comes then is new', () => {
    expect(spoken(question, { type: 'all-heard' }, standings)).toEqual(['the standings']);
  });

  it('does not include what another person was told', () => {
    expect(spoken(question, whisper, { type: 'person-changed' }, { type: 'whispers-due' })).toEqual([
      'a question',
    ]);
  });
});

describe('news that is held in sight', () => {
  it('stays for a whisper that nobody asked for, and makes room for the standings and the next question', () => {
    expect(told(question, result, whisper).held).toMatchObject({ message: '1', own: false, matters: true });
    expect(told(question, result, whisper, standings).held).toMatchObject({ message: '3', matters: false });
    expect(told(question, result, message('4', { closes: 'next' })).held).toMatchObject({
      message: '4',
      matters: true,
    });
  });

  it('makes room for what the person has asked for since', () => {
    const press = { type: 'acting', pressed: '9' } as const;
    expect(told(question, result, { type: 'acting' }, { type: 'to-end' }).held).toBeUndefined();
    expect(told(question, result, press, whisper).held).toMatchObject({ message: '2', own: true });
  });

  it('is the person’s own where they have closed the round', () => {
    const own = told(question, { type: 'acting', pressed: '1' }, result).held;
    expect(own).toMatchObject({ message: '1', own: true });
  });
});

describe('a notice', () => {
  const problem = { type: 'problem', words: 'not sent' } as const;
  const snapshot = { type: 'snapshot', build: 'b', people: [], faces: [], messages: [] } as const;

  it('of what could not be sent goes when the connection is back', () => {
    expect(told(snapshot, { type: 'lost' }, problem).problem?.words).toBe('not sent');
    expect(told(snapshot, { type: 'lost' }, problem, snapshot).problem).toBeUndefined();
  });

  it('stands where one has acted: at the line that was typed, or among the messages', () => {
    expect(told({ type: 'acting', line: '/fact' }, problem).problem?.at).toBe('slip');
    expect(told({ type: 'acting', pressed: '1' }, problem).problem?.at).toBe('windows');
  });

  it('gives a line back once, and none of an earlier success', () => {
    const line = { type: 'acting', line: '/fact' } as const;
    expect(told(line, problem).returned).toEqual({ line: '/fact' });
    expect(told(line, whisper, problem).returned).toBeUndefined();
    expect(told(line, { type: 'acting' }, problem).returned).toBeUndefined();
  });
});
