/**
 * No parser takes more than its share for a longer text: for twice of it at most two and a half times the work. The square
 * of the length would be four times, and a text of Discord's 6,000 letters a second in which everybody waits.
 */
import { describe, expect, it } from 'vitest';
import { NASTY } from './nasty.ts';
import { allParsers, type Parser } from './parsers.ts';

const parsers = await allParsers();

const LENGTH = 6_000;
const MOST_TIMES = 2.5;
/** What is over sooner than this keeps nobody waiting, and is not told from what else the machine does. */
const SOON_MS = 0.5;

const growth = (small: number, large: number): number => Math.max(0, large - SOON_MS) / small;

/** A glance first. It may have seen what else the machine had to do, so where it saw too much the processor is asked. */
function growthOf(parse: Parser, make: (length: number) => string): number {
  const small = () => parse(make(LENGTH));
  const large = () => parse(make(2 * LENGTH));
  let least = growth(glance(small), glance(large));
  for (let round = 0; round < ROUNDS && least > MOST_TIMES; round += 1)
    least = Math.min(least, growth(processorMs(small), processorMs(large)));
  return least;
}

const GLANCES = 3;
const ROUNDS = 6;

function glance(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < GLANCES; tried += 1) {
    const began = performance.now();
    run();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** The system counts this thread's time in steps of some milliseconds, so it is asked about as many runs as take many steps. */
const MANY_STEPS_US = 120_000;

function processorMs(run: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    run();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= MANY_STEPS_US) return (user + system) / 1_000 / runs;
  }
}

describe('twice the text takes at most two and a half times the work', () => {
  for (const [name, parse] of Object.entries(parsers))
    it(`${name}, of whatever`, () => {
      const grown = Object.entries(NASTY)
        .map(([text, make]) => ({ text, times: growthOf(parse, make) }))
        .filter(({ times }) => times > MOST_TIMES);
      expect(grown).toEqual([]);
    });

  it('is told from the square, at one glance of several at the latest', () => {
    const square: Parser = (text) => {
      let count = 0;
      for (let at = 0; at < text.length; at += 2)
        for (let other = 0; other < text.length; other += 2) count += text.charCodeAt(other);
      return count;
    };
    const letters = NASTY['one letter'] ?? String;
    const grown = Array.from({ length: ROUNDS }, () => growthOf(square, letters));
    expect(Math.max(...grown)).toBeGreaterThan(MOST_TIMES);
  });
});
