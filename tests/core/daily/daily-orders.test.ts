/** What a moderator can say about the days to come: skip some, pause until one, how late a question may still be. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_TRY_MS } from '../../../src/core/ports/store.ts';
import { createWorld, here, textOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };
const DAY = 24 * 60;

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T08:00:00Z' });
});
afterEach(() => world.close());

const type = async (line: string) => textOf(await world.type(line, mod));
const kept = async () => (await world.store.findDaily(here))?.skipDates;
const posted = () => world.platform.shown.filter(({ under }) => under === undefined).length;

describe('the time zone of a first order that names none', () => {
  const zoneOf = async () => (await world.store.findDaily(here))?.zone;
  const berlin = { ...mod, zone: 'Europe/Berlin' };

  it('is that of who sets it, where the platform tells, and the answer says so', async () => {
    const answer = textOf(await world.type('/daily set 09:00', berlin));
    expect(await zoneOf()).toBe('Europe/Berlin');
    expect(answer).toContain('The time zone is Europe/Berlin, which is yours');
  });

  it('is UTC where it does not, or tells none that there is, and the answer names it', async () => {
    expect(textOf(await world.type('/daily set 09:00', { ...mod, zone: 'Mars/Olympus' }))).toContain(
      'is UTC.',
    );
    expect(await zoneOf()).toBe('UTC');
  });

  it('is already that of who had the first question posted by hand', async () => {
    await world.type('/daily now', berlin);
    await world.type('/daily set 09:00', mod);
    expect(await zoneOf()).toBe('Europe/Berlin');
  });

  it('stays as it was where somebody from elsewhere changes the hour', async () => {
    await world.type('/daily set 09:00 America/New_York', mod);
    const answer = textOf(await world.type('/daily set 10:00', berlin));
    expect(await zoneOf()).toBe('America/New_York');
    expect(answer).toContain('America/New_York, as before');
  });
});

describe('skipping dates', () => {
  beforeEach(() => world.type('/daily set 09:00 Europe/Berlin', mod));

  it('posts nothing on them, and goes on after them', async () => {
    expect(await type('/daily skip 24 Nov, 2026-11-25')).toContain(
      'No question from 24 to 25 November 2026. Streaks are kept. Next question: Thursday 26 November, 09:00 (Europe/Berlin)',
    );
    await world.minutes(3 * DAY - 1);
    expect(posted()).toBe(0);
    await world.minutes(1);
    expect(posted()).toBe(1);
  });

  it('adds to the dates named before; the status shows those ahead', async () => {
    await type('/daily skip dates:2026-12-25');
    await type('/daily skip dates:2026-12-31..2027-01-01');
    expect(await kept()).toEqual(['2026-12-25', '2026-12-31', '2027-01-01']);
    expect(await type('/daily status')).toContain(
      'No question on 25 December 2026, from 31 December 2026 to 1 January 2027.',
    );
  });

  it('can be taken back, one by one or all at once', async () => {
    await type('/daily skip 24 Nov to 27 Nov');
    expect(await type('/daily unskip 24 Nov')).toContain(
      'No longer skipped: 24 November 2026. Still skipped: 25 to 27 November 2026. Next question: Tuesday 24 November',
    );
    await type('/daily unskip all');
    expect(await kept()).toEqual([]);
    expect(await type('/daily unskip all')).toContain('No date is skipped here');
  });

  it('outlives a new order, and what is past is forgotten then', async () => {
    await type('/daily skip 24 Nov, 25 Dec');
    await world.minutes(2 * DAY);
    expect(await type('/daily status')).not.toContain('24 November');
    await type('/daily set 10:00');
    expect(await kept()).toEqual(['2026-12-25']);
  });

  it('does not keep anyone from posting by hand on such a date', async () => {
    await type('/daily skip 24 Nov');
    await world.minutes(DAY + 60);
    expect(await type('/daily now')).toBe('');
  });

  it.each([
    ['/daily skip', 'On which dates? For example /daily skip 24 Dec'],
    ['/daily skip christmas', '“christmas” is not a date that I understand. Type it like 2026-11-30'],
    [
      '/daily skip 2026-11-22',
      'is past: here it is 23 November 2026. Name a date ahead. Nothing was changed.',
    ],
    ['/daily unskip 2026-12-30', 'None of these is skipped. Skipped are: 1 December 2026'],
    ['/daily unskip soon', '“soon” is not a date'],
  ])('“%s” is turned down with what to type, and changes nothing', async (line, answer) => {
    await type('/daily skip 1 Dec');
    expect(await type(line)).toContain(answer);
    expect(await kept()).toEqual(['2026-12-01']);
  });

  it('keeps a hundred dates and no more', async () => {
    await type('/daily skip 2026-12-01..2027-02-28');
    expect(await type('/daily skip 2027-06-01..2027-06-11')).toContain(
      'That would be 101 dates, and I keep 100',
    );
    expect(await kept()).toHaveLength(90);
  });

  it('does not call back a question that is out already', async () => {
    await type('/daily now');
    expect(await type('/daily skip today')).toContain('Today’s question is out already');
  });

  it('needs a daily question', async () => {
    await type('/daily off');
    expect(await type('/daily skip 25 Dec')).toContain('Set one with /daily set');
  });
});

describe('a pause until a date', () => {
  beforeEach(() => world.type('/daily set 09:00 UTC', mod));

  it('ends by itself on that date, with a question at its hour; the status says so before', async () => {
    expect(await type('/daily pause until:2026-11-25')).toContain(
      'Paused until 25 November 2026; then it goes on by itself. Next question: Wednesday 25 November, 09:00 (UTC)',
    );
    expect(await type('/daily status')).toMatch(
      /is paused[\s\S]*It goes on by itself on 25 November 2026\.\nNext question: Wednesday 25 November/,
    );
    await world.minutes(2 * DAY + 59);
    expect(posted()).toBe(0);
    world = await world.restart();
    await world.minutes(1);
    expect(posted()).toBe(1);
    expect(await type('/daily status')).toMatch(/is on[\s\S]*Next question: Thursday 26 November/);
    expect(await type('/daily status')).not.toContain('by itself');
    await world.minutes(DAY);
    expect(posted()).toBe(2);
  });

  it('ends on the next of its weekdays, where that date is none or is skipped', async () => {
    await type('/daily set 09:00 UTC mon,thu');
    expect(await type('/daily pause 25 Nov')).toContain('Next question: Thursday 26 November');
    expect(await type('/daily skip 26 Nov')).toContain('Next question: Monday 30 November');
    expect(await type('/daily unskip all')).toContain('Next question: Thursday 26 November');
  });

  it.each(['/daily resume', '/daily set 09:00'])('is over sooner with %s', async (line) => {
    await type('/daily pause until 1 Dec');
    expect(await type(line)).toContain('Next question: Monday 23 November');
    expect(await world.store.findDaily(here)).toMatchObject({ state: 'on', pausedUntil: undefined });
  });

  it.each(['/daily pause', '/daily off'])('is no longer over by itself after %s', async (line) => {
    await type('/daily pause until 24 Nov');
    await type(line);
    await world.minutes(2 * DAY);
    expect(posted()).toBe(0);
    expect(await type('/daily status')).not.toContain('by itself');
  });

  it.each([
    ['/daily pause until: soon', '“soon” is not a date that I understand. Type it like 2026-11-30'],
    ['/daily pause until: today', '“today” is today. Name a later date. Nothing was changed.'],
    ['/daily pause until: 2026-11-20', 'is past'],
  ])('“%s” is turned down with what to type, and it stays on', async (line, answer) => {
    expect(await type(line)).toContain(answer);
    expect(await world.store.findDaily(here)).toMatchObject({ state: 'on' });
  });
});

describe('how late a missed question may come', () => {
  it('is six hours unless said otherwise, and is kept until said anew', async () => {
    expect(await type('/daily set 09:00')).not.toContain('missed question');
    expect(await type('/daily set 09:00 catch-up:1')).toContain(
      'A missed question still comes up to 1 hour late.',
    );
    await type('/daily set 10:00');
    expect(await type('/daily status')).toContain('A missed question still comes up to 1 hour late.');
    expect(await world.store.findDaily(here)).toMatchObject({ catchUpHours: 1 });
  });

  it.each(['0', '25', '1.5', 'long'])('is not %s hours', async (hours) => {
    expect(await type(`/daily set 09:00 catch-up: ${hours}`)).toContain('1 to 24 hours late');
  });
});

describe('the status', () => {
  it('says in words that a question may have been posted where nobody can find out', async () => {
    await type('/daily set 09:00 UTC');
    const daily = await world.store.findDaily(here);
    if (!daily) throw new Error('nothing was set');
    const at = world.clock.now();
    const claim = {
      id: 'd',
      daily: daily.id,
      place: here,
      localDate: '2026-11-22',
      dueAt: at,
      claimedAt: at,
    };
    await world.store.claimDelivery({ ...claim, byHand: false });
    await world.store.noteAttempt('d', at + FIRST_TRY_MS, { unsureSince: at, retryAt: at });
    await world.store.settleDelivery('d', { state: 'unknown', reason: '', at });
    expect(await type('/daily status')).toContain(
      'Last: 22 November 2026: may have been posted, which was never confirmed by Testgram',
    );
  });
});
