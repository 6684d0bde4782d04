import { describe, expect, it } from 'vitest';
import { slots, slotsGate } from '../../../src/authoring/lint/slots.ts';
import { goodPack, recordOf } from './harbour.ts';

describe('the slot in which the right option is shown', () => {
  it('is each in turn about equally often, as rounds are drawn', () => {
    expect(slots.check(goodPack())).toEqual([]);
  });

  it('is called out where it is mostly the first, with the number of options and how often', () => {
    let turn = 0;
    const unfair = slotsGate(() => {
      turn += 1;
      return inSlot(turn % 10 === 0 ? 1 : 0);
    });
    const [first, second] = unfair.check(goodPack());
    expect(first?.expected).toMatch(
      /of 4 options in slot A within 130 of 2500 .* but it was there 9000 times/,
    );
    expect(second?.expected).toMatch(/slot B .* but it was there 1000 times/);
  });

  it('is counted apart for questions with fewer options', () => {
    const skipper = recordOf('questions', 'q-skipper');
    const pair = { ...skipper, id: 'pair', wrong: skipper.wrong.slice(0, 1) };
    const pack = { ...goodPack(), questions: [...goodPack().questions, pair] };
    expect(slots.check(pack)).toEqual([]);
    const lastOfTwo = slotsGate(({ wrong }, random) =>
      inSlot(wrong.length === 1 ? 1 : Math.floor(random.next() * 4)),
    );
    const expected = expect.stringContaining('the right one of 2 options in slot A');
    expect(lastOfTwo.check(pack)).toMatchObject([{ expected }, {}]);
  });
});

const inSlot = (right: number) => ({ prompt: '', options: ['', '', '', ''], right });
