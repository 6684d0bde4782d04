/** The short form of `npm run chaos`: real processes are killed while the platforms and the database fail. */
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';
import { runChaos } from './run.ts';

const WITHIN_MS = 150_000;

/** Small and dense: one hour of one day, and its results a day later. */
const SHORT = ['--kills', '6', '--places', '14', '--days', '1', '--slots', '1', '--speed', '40'];

const play = (...more: string[]) => runChaos(readOptions([...SHORT, ...more], () => undefined));

describe('whatever breaks', () => {
  it.each([
    ['one process on SQLite', ['--store', 'sqlite', '--processes', '1', '--seed', '11']],
    ['two processes on PostgreSQL', ['--store', 'postgres', '--processes', '2', '--seed', '12']],
  ])(
    '%s: each daily question comes once, is revealed, and every answer counts',
    { timeout: WITHIN_MS },
    async (_, more) => {
      const { figures, findings } = await play(...more);
      expect(findings).toEqual([]);
      expect(figures.kills).toBeGreaterThan(2);
      expect(figures.posted).toBe(figures.due);
      expect(figures.due).toBeGreaterThan(8);
    },
  );

  it('a bot that takes a post without confirmation for not sent is found out', {
    timeout: WITHIN_MS,
  }, async () => {
    const planted = ['--platform', 'slack', '--fault', 'maybe-is-no', '--seed', '13'];
    const { findings } = await play('--store', 'sqlite', '--processes', '1', ...planted);
    expect(findings.join()).toContain('doubled');
  });
});
