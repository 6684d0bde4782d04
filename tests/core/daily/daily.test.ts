import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { placeOf } from '../../../src/core/ids.ts';
import { createWorld, HOUR, here, textOf, tokensOf, type World } from '../../fakes/world.ts';

const mod = { user: 'mod', manages: true };

let world: World;
beforeEach(async () => {
  world = await createWorld({ start: '2026-11-23T08:00:00Z' });
});
afterEach(() => world.close());

/** Without the answers under them. */
const questions = () => world.platform.shown.filter(({ under }) => under === undefined);

const shown = (index: number): string => {
  const message = world.platform.shown[index];
  return message ? cardToText(message.card) : '';
};
const status = async () => textOf(await world.type('/daily status', mod));

describe('setting a daily question', () => {
  it('shows when the next question comes, in words and in the place’s zone', async () => {
    const text = textOf(await world.type('/daily set 09:00 Europe/Berlin mon-fri', mod));
    expect(text).toContain('09:00 (Europe/Berlin), Mon–Fri');
    expect(text).toContain('Next question: Tuesday 24 November, 09:00 (Europe/Berlin)');
  });

  it('is for those who manage the place', async () => {
    for (const line of ['/daily set 09:00', '/daily now', '/daily off'])
      expect(textOf(await world.type(line, { user: 'bea' }))).toBe('Only a moderator can do that.');
    expect(await world.store.findDaily(here)).toBeUndefined();
  });

  it('can be looked at by everybody', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    expect(textOf(await world.type('/daily status', { user: 'bea' }))).toContain('09:00 (UTC)');
  });

  it('alone shows its status, with what one can type, or who may set it', async () => {
    const none = textOf(await world.type('/daily', { user: 'bea' }));
    expect(none).toContain('No daily question is set here.');
    expect(none).toContain('It is set by keepers of the channel.');
    expect(textOf(await world.type('/daily', mod))).toContain('/daily set 09:00');
    await world.type('/daily set 09:00 UTC', mod);
    expect(textOf(await world.type('/daily', mod))).toContain('/daily pause');
    expect(textOf(await world.type('/daily', { user: 'bea' }))).not.toContain('/daily pause');
    await world.type('/daily pause', mod);
    expect(textOf(await world.type('/daily', mod))).toContain('/daily resume');
  });

  it.each([
    ['/daily set 25:99', '“25:99” is not a time of day'],
    ['/daily set 09:00 Mars/Olympus', '“Mars/Olympus” is not a time zone'],
    ['/daily set 09:00 Europe/Berln', 'Did you mean'],
    ['/daily set 09:00 UTC someday', '“someday” are not weekdays'],
    ['/daily set 09:00 topic: quantum chromodynamics', 'There is no question about “quantum chromodynamics”'],
    ['/daily set 09:00 reveal: 500', 'Reveal after 1 to 72 hours.'],
    ['/daily set', 'At what time? For example /daily set 09:00'],
    ['/daily explode', 'Try one of these: status, set, next, now'],
    ['/daily staus', 'Did you mean /daily status?'],
  ])('“%s” is turned down with what to do, and changes nothing', async (line, answer) => {
    await world.type('/daily set 10:00 UTC', mod);
    expect(textOf(await world.type(line, mod))).toContain(answer);
    expect((await world.store.findDaily(here))?.time).toBe('10:00');
  });

  it('names what is missing where the bot may not post, and sets nothing', async () => {
    const mayPost = { ok: false, fix: 'Allow “Send Messages” for me.' } as const;
    expect(textOf(await world.type('/daily set 09:00', { ...mod, mayPost }))).toContain(
      'Allow “Send Messages” for me.',
    );
    expect(await world.store.findDaily(here)).toBeUndefined();
  });

  it('keeps what is left out when it is changed', async () => {
    await world.type('/daily set 09:00 Europe/Berlin mon-fri topic: Alice Johnson reveal: 8', mod);
    await world.type('/daily set 10:00', mod);
    expect(await world.store.findDaily(here)).toMatchObject({
      time: '10:00',
      zone: 'Europe/Berlin',
      weekdays: [1, 2, 3, 4, 5],
      revealAfterHours: 8,
    });
  });
});

describe('the daily question', () => {
  it('is posted at its minute and revealed at its hour', async () => {
    await world.type('/daily set 09:00 UTC reveal: 2', mod);
    await world.minutes(59);
    expect(questions()).toHaveLength(0);
    await world.minutes(1);
    expect(shown(0)).toContain('Daily question, 23 November 2026');
    expect(shown(0)).not.toContain('Receipt:');
    await world.minutes(119);
    expect(shown(0)).not.toContain('Receipt:');
    await world.minutes(1);
    expect(shown(0)).toContain('Receipt:');
    expect(questions()).toHaveLength(1);
  });

  it('comes on its weekdays only', async () => {
    await world.type('/daily set 09:00 UTC tue reveal: 1', mod);
    await world.minutes(120);
    expect(questions()).toHaveLength(0);
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(1);
  });

  it('is not posted twice by two ticks, by a restart, or by /daily now', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    await world.minutes(60);
    world = await world.restart();
    await world.minutes(5);
    expect(textOf(await world.type('/daily now', mod))).toContain('posted here already');
    expect(questions()).toHaveLength(1);
  });

  it('that /daily now posted early does not come again at its hour', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    expect(await world.type('/daily now', mod)).toMatchObject({ type: 'done' });
    await world.minutes(90);
    expect(questions()).toHaveLength(1);
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(2);
  });

  it('can be posted by hand before anything is set, and is then revealed a day later', async () => {
    await world.type('/daily now', mod);
    expect(shown(0)).toContain('Daily question');
    await world.minutes(24 * 60 + 1);
    expect(shown(0)).toContain('Receipt:');
    expect(questions()).toHaveLength(1);
  });

  it('is caught up within six hours after the bot was away', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.clock.jumpTo(world.clock.now() + 6 * HOUR);
    world = await world.restart();
    await world.clock.advance(0);
    expect(questions()).toHaveLength(1);
  });

  it('is skipped later than that; the status says so, and the next one comes', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.clock.jumpTo(world.clock.now() + 8 * HOUR);
    world = await world.restart();
    await world.minutes(2);
    expect(questions()).toHaveLength(0);
    expect(await status()).toContain(
      'Last: 23 November 2026: skipped – it could not be posted within 6 hours of its time',
    );
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(1);
  });

  it('is tried again where the platform did not take it', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.answerNextPost({ status: 'failed', sent: 'no' });
    await world.minutes(60);
    expect(questions()).toHaveLength(0);
    await world.minutes(2);
    expect(questions()).toHaveLength(1);
    expect(await status()).toContain('Last: 23 November 2026: posted');
  });

  it('waits as long as a platform that limits us asks for', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.answerNextPost({ status: 'failed', sent: 'no', retryAfterMs: 5 * 60_000 });
    await world.minutes(64);
    expect(questions()).toHaveLength(0);
    await world.minutes(2);
    expect(questions()).toHaveLength(1);
  });

  it('stops where the bot may no longer post, and the status says why', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    world.platform.answerNextPost({
      status: 'refused',
      why: 'forbidden',
      fix: 'Allow “Send Messages” for me.',
    });
    await world.minutes(60);
    expect(await status()).toMatch(/is paused\nWhy: Allow “Send Messages” for me\./);
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(0);
  });

  it('rests while paused and goes on when resumed', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    await world.type('/daily pause', mod);
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(0);
    expect(textOf(await world.type('/daily resume', mod))).toContain('Next question: Tuesday 24 November');
    await world.minutes(61);
    expect(questions()).toHaveLength(1);
    await world.type('/daily off', mod);
    await world.minutes(24 * 60);
    expect(questions()).toHaveLength(1);
  });

  it('builds streaks that the player sees, which a day without a question does not break', async () => {
    await world.type('/daily set 09:00 UTC mon,wed reveal: 1', mod);
    const answerLast = async () => {
      const card = questions().at(-1)?.card;
      const [token] = card ? tokensOf(card) : [];
      if (!token) throw new Error('no question');
      return textOf(await world.press(token, { user: 'bea' }));
    };
    await world.minutes(60);
    expect(await answerLast()).toMatch(/Your streak: 1 day\. Next question /);
    await world.minutes(2 * 24 * 60);
    expect(await answerLast()).toContain('Your streak: 2 days');
  });

  it('of one place says nothing about another', async () => {
    await world.type('/daily set 09:00 UTC', mod);
    expect(
      textOf(await world.type('/daily status', { ...mod, place: placeOf('test', 'W2', 'C1') })),
    ).toContain('No daily question is set here');
  });
});
