/** The week that a new channel would get: seven different questions, each as people will see it. */
import { cp } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Week, Written } from '../../../src/authoring/desk/wire.ts';
import { deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();

const week = async () => (await desk.get<Week>('api/week')).body;

describe('the week', () => {
  it('has as many days as there are questions, dated from today', async () => {
    const { days, pool } = await week();
    expect(days.map(({ date }) => date)).toEqual(['2026-11-23']);
    expect(pool).toBe(1);
    expect(days[0]?.open.text).toContain('Daily question, 23 November 2026');
    expect(days[0]?.open.text).not.toContain('right answer');
    expect(days[0]?.reveal.text).toContain('right answer');
    expect(days[0]?.reveal.text).toContain('Receipt: “Log of a boat”');
  });

  it('posts each at nine, and tells when it closes from then', async () => {
    await desk.copies('examples/handbook');
    await desk.takesAway('topics/boats.yaml');
    await desk.state();
    const { days } = await week();
    expect(days.length).toBe(7);
    for (const { date, open, reveal } of days) {
      expect(open.at).toBe(new Date(`${date}T09:00`).getTime());
      expect(reveal.at - open.at).toBe(24 * 3_600_000);
      expect(open.spoken).toContain('Closes tomorrow');
      expect(JSON.stringify(open.payloads.slack)).toContain(`"timestamp":${reveal.at / 1000}`);
    }
  });

  it('has no question twice, and another in place of one that is never to be asked', async () => {
    await desk.stop();
    await cp('examples/handbook', desk.folder(), { recursive: true, force: true });
    await desk.takesAway('topics/boats.yaml');
    await desk.start();
    const before = await week();
    expect(new Set(before.days.map(({ question }) => question.id)).size).toBe(7);
    const [first] = before.days;
    await desk.post<Written>('api/write', { do: 'never', entry: first?.question });
    const { days, pool } = await week();
    expect(days.map(({ question }) => question.id)).not.toContain(first?.question.id);
    expect([days.length, pool]).toEqual([7, before.pool - 1]);
  });

  it('says why there is none', async () => {
    await desk.post('api/write', { do: 'never', entry: await desk.ref('fit into') });
    expect((await week()).said).toMatch(/no question yet/);
  });
});
