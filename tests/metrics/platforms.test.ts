/** What is counted of real requests, through the real SDKs, and served where the bot is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { outsideDiscord, outsideSlack } from '../whole/outside.ts';
import { startBot } from '../whole/start-bot.ts';
import { totalOf } from './exposition.ts';

describe.each([
  ['discord', outsideDiscord],
  ['slack', outsideSlack],
] as const)('/metrics of a bot on %s', (platform, open) => {
  it('counts a command and a press, how soon they were acknowledged and answered, and how it stands', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'receipts-metrics-'));
    const outside = await open();
    const app = await startBot({ DATABASE_PATH: join(folder, 'bot.sqlite') }, { platforms: outside.config });
    onTestFinished(async () => {
      await app.stop();
      await outside.close();
      await rm(folder, { recursive: true });
    });
    const asked = async () => (await fetch(`${app.address}/metrics`)).text();
    await outside.type('ada', { name: 'quiz' });
    await outside.press('bea', 0, 0);
    const answered = async () => totalOf(await asked(), 'receipts_answer_seconds_count', { platform });
    await expect.poll(answered, { interval: 20 }).toBe(2);
    const text = await asked();
    expect(totalOf(text, 'receipts_requests_total', { platform, kind: 'quiz' })).toBe(1);
    expect(totalOf(text, 'receipts_requests_total', { platform, kind: 'press' })).toBe(1);
    expect(totalOf(text, 'receipts_acknowledge_seconds_count', { platform })).toBe(2);
    expect(totalOf(text, 'receipts_platform_connected', { platform })).toBe(1);
    expect(totalOf(text, 'receipts_store_seconds_count', { group: 'playing' })).toBeGreaterThan(1);
    expect(totalOf(text, 'receipts_store_failures_total', {})).toBe(0);
    expect(totalOf(text, 'receipts_queue_jobs', {})).toBeGreaterThan(0);
    expect(totalOf(text, 'receipts_tick_age_seconds', {})).toBe(0);
    if (platform === 'discord') expect(totalOf(text, 'receipts_sessions_left', {})).toBeGreaterThan(0);
    for (const measured of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
      expect(text).toContain(`\n${measured} `);
    expect(text).not.toMatch(/="(?:ada|bea|UADA|UBEA|C1|T1|[^"]*\d{17,})/);
  });
});
