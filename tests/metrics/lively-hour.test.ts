/** What is counted of a lively hour, and that nobody can be found in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import { placeOf } from '../../src/core/ids.ts';
import { countedEvents, countingLogger } from '../../src/metrics/from-log.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { createWorld, tokensOf, type World } from '../fakes/world.ts';
import { seriesOf, totalOf } from './exposition.ts';

const NAMES = commands.map(({ name }) => name);

/** As the program counts it: from what was logged. */
async function countedOf({ log }: World): Promise<string> {
  const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: NAMES });
  const logger = countingLogger(createRecordingLogger(), metrics);
  for (const { level, event, fields } of log.lines) logger[level](event, fields);
  return metrics.text();
}

const people = Array.from({ length: 36 }, (_, number) => `person-${number}`);
const places = Array.from({ length: 9 }, (_, number) =>
  placeOf('test', `server-${number}`, `channel-${number}`),
);

describe('a lively hour', () => {
  it('with many people in many places leaves no id, no place and no word in it, and few series', async () => {
    const world = await createWorld({ start: '2026-11-23T08:30:00Z' });
    for (const place of places)
      await world.type('/daily set 09:00', { place, manages: true, user: 'moderator' });
    for (const [number, user] of people.entries()) {
      const place = places[number % places.length] ?? world.place;
      await world.type(`/fact secret-word-${number}`, { user, place });
      await world.type(`/typo-${number} something`, { user, place });
      const { card } = await world.type('/quiz', { user, place });
      for (const token of tokensOf(card)) await world.press(token, { user, place });
      await world.press(`forged-${number}`, { user, place });
      await world.bot.suggest({ place, command: 'fact', option: 'about', typed: `sug-${number}` });
    }
    await world.everyMinute(60);
    const text = await countedOf(world);
    const known = /person-|moderator|server-|channel-|secret-word|typo-|forged-|sug-\d|request-\d/;
    expect(text.split('\n').filter((line) => known.test(line))).toEqual([]);
    for (const id of [...(await world.store.unrevealedRounds()).map((round) => round.id)])
      expect(text).not.toContain(id);
    expect(seriesOf(text).length).toBeLessThan(350);
    expect(totalOf(text, 'receipts_requests_total', { kind: 'fact' })).toBe(36);
    expect(totalOf(text, 'receipts_requests_total', { kind: 'suggest' })).toBe(36);
    expect(totalOf(text, 'receipts_requests_total', { kind: 'other' })).toBe(36);
    expect(totalOf(text, 'receipts_dailies_due_total', { platform: 'test' })).toBe(9);
    expect(totalOf(text, 'receipts_dailies_settled_total', { outcome: 'posted' })).toBe(9);
    expect(totalOf(text, 'receipts_daily_late_seconds_count', {})).toBe(9);
    expect(totalOf(text, 'receipts_reveal_late_seconds_count', {})).toBeGreaterThan(5);
    await world.close();
  });

  it('tells a daily question that came late, one that nobody knows of, and one that was given up', async () => {
    const world = await createWorld({ start: '2026-11-23T08:50:00Z' });
    await world.type('/daily set 09:00', { manages: true });
    world.platform.answerNextPost({ status: 'failed', sent: 'no', retryAfterMs: 240_000 });
    await world.everyMinute(30);
    const late = await countedOf(world);
    expect(totalOf(late, 'receipts_daily_late_seconds_bucket', { le: '120' })).toBe(0);
    expect(totalOf(late, 'receipts_daily_late_seconds_bucket', { le: '3600' })).toBe(1);
    expect(totalOf(late, 'receipts_log_lines_total', { event: 'daily-late' })).toBe(1);
    world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix: 'Let it post.' });
    await world.minutes(24 * 60);
    const given = await countedOf(world);
    expect(totalOf(given, 'receipts_dailies_due_total', {})).toBe(2);
    expect(totalOf(given, 'receipts_dailies_settled_total', { outcome: 'failed' })).toBe(1);
    await world.close();
  });

  it('tells counts of answers that waited for the edit budget, and those that the result came before', async () => {
    const world = await createWorld();
    await world.type('/quiz');
    const [round] = await world.store.unrevealedRounds();
    for (const user of people.slice(0, 5))
      await world.press({ do: 'answer', round: round?.id ?? '', option: 0 }, { user });
    await world.press({ do: 'reveal', round: round?.id ?? '' });
    const text = await countedOf(world);
    expect(totalOf(text, 'receipts_edits_withheld_total', { how: 'dropped' })).toBe(1);
    await world.close();
  });

  it('counts what it does not know as “other”, whoever says it, and never fails over a field', async () => {
    const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: NAMES });
    const logger = countingLogger(createRecordingLogger(), metrics);
    for (const event of countedEvents)
      for (const wrong of ['T0123/U0456', 7, null, undefined, Number.NaN, {}])
        logger.info(event, {
          platform: wrong,
          what: wrong,
          tookMs: wrong,
          lateMs: wrong,
          state: wrong,
          of: wrong,
        });
    for (let number = 0; number < 1_000; number += 1) logger.warn(`event-${number}`);
    const text = await metrics.text();
    expect(text).not.toContain('U0456');
    expect(text).not.toContain('NaN');
    expect(seriesOf(text).length).toBeLessThan(500);
  });

  it('counts only events that the program writes', () => {
    const sources = ['src', 'commands'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('from-log.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
    const unwritten = countedEvents.filter((event) => !sources.some((text) => text.includes(`'${event}'`)));
    expect(unwritten).toEqual([]);
  });
});
