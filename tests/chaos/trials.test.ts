/**
 * What `npm run chaos` meets by chance, met for certain: the bot keeps its promise, and a bot with a mistake planted
 * in it is found out by the judge of the long run.
 */
import { describe, expect, it } from 'vitest';
import { FAULTS } from './faults.ts';
import { runTrial, TRIALS } from './trials.ts';

/** Only a limit: each takes a few seconds of work. */
const WITHIN_MS = 300_000;

describe.each(Object.values(TRIALS))('$what', (trial) => {
  it('loses, doubles and miscounts nothing', { timeout: WITHIN_MS }, async () => {
    expect(await runTrial(trial, undefined)).toEqual([]);
  });
});

const FOUND_OUT = {
  'claim-after-post': [TRIALS.killed, 'doubled'],
  'no-nonce': [TRIALS.blind, 'doubled'],
  'no-recovery': [TRIALS.blind, 'unrevealed'],
  'no-reconcile': [TRIALS.unconfirmed, 'doubled'],
  'maybe-is-no': [TRIALS.unconfirmed, 'doubled'],
  'reveal-once': [TRIALS.late, 'unrevealed'],
  'late-answers': [TRIALS.late, 'misscored'],
} as const;

describe('a bot is found out', () => {
  it.each(Object.entries(FOUND_OUT))('in which “%s”', { timeout: WITHIN_MS }, async (fault, [trial, as]) => {
    expect((await runTrial(trial, fault)).map((line) => line.split(' ')[0])).toContain(as);
  });

  it('with whichever of the mistakes that can be planted', () => {
    expect(Object.keys(FOUND_OUT).toSorted()).toEqual(Object.keys(FAULTS).toSorted());
  });
});
