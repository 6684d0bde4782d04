/** What takes long to find is found in steps, by whoever has time, and once. */
import { expect, it } from 'vitest';
import { graduallyPer } from '../../src/core/gradually.ts';

/** Squares of the first so many numbers, one a step. */
function squaring() {
  let steps = 0;
  const squares = graduallyPer(function* ({ count }: { readonly count: number }) {
    const found: number[] = [];
    for (let at = 0; at < count; at += 1) {
      found.push(at * at);
      steps += 1;
      yield;
    }
    return found;
  });
  return { squares, steps: () => steps };
}

it('is found at once by whoever asks first, and never again', () => {
  const { squares, steps } = squaring();
  const thing = { count: 4 };
  expect(squares(thing)).toEqual([0, 1, 4, 9]);
  expect(squares(thing)).toBe(squares(thing));
  expect(steps()).toBe(4);
});

it('goes on where it was left, whoever goes on', () => {
  const { squares, steps } = squaring();
  const thing = { count: 5 };
  const left = squares.steps(thing);
  left.next();
  left.next();
  expect(steps()).toBe(2);
  expect(squares(thing)).toEqual([0, 1, 4, 9, 16]);
  expect(steps()).toBe(5);
  expect(left.next()).toEqual({ done: true, value: squares(thing) });
});

it('is found for each thing by itself', () => {
  const { squares } = squaring();
  expect(squares({ count: 1 })).toEqual([0]);
  expect(squares({ count: 2 })).toEqual([0, 1]);
});

it('is looked for anew where looking failed', () => {
  const faults = [new Error('away')];
  const found = graduallyPer(function* (_: object) {
    yield;
    const fault = faults.pop();
    if (fault) throw fault;
    return 'found';
  });
  const thing = {};
  expect(() => found(thing)).toThrow('away');
  expect(found(thing)).toBe('found');
});
