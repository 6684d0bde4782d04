/** The whole bot, through the real discord.js and the real @slack/bolt, against the platforms in this process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { type Outside, outsideDiscord, outsideSlack } from './outside.ts';
import { startBot } from './start-bot.ts';

const MINUTE = 60_000;

const eventually = (read: () => unknown) => expect.poll(read, { interval: 20 });

for (const [name, open] of [
  ['Discord', outsideDiscord],
  ['Slack', outsideSlack],
] as const)
  describe(`the bot on ${name}`, () => {
    let outside: Outside;
    let clock: FakeClock;
    let folder: string;
    let app: App;
    let starts = 0;
    const logger = createRecordingLogger();

    const start = async () => {
      starts += 1;
      app = await startBot(
        { DATABASE_PATH: join(folder, 'bot.sqlite') },
        { platforms: outside.config, clock, seed: starts, logger },
      );
    };
    const minutes = async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await clock.advance(MINUTE - (clock.now() % MINUTE));
        await app.tick();
        await clock.advance(0);
      }
    };
    const last = () => outside.channel().at(-1) ?? '';

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'receipts-whole-'));
      clock = createFakeClock('2026-11-23T08:00:00Z');
      outside = await open();
      await start();
    });
    afterEach(async () => {
      await app.stop();
      await outside.close();
      await rm(folder, { recursive: true });
    });

    it('tells a fact to everyone with its receipt, and another one at a press', async () => {
      await outside.type('ada', { name: 'fact', options: { about: 'alice johnson' } });
      expect(last()).toContain('Johnson');
      expect(last()).toMatch(/https:\/\//);
      expect(outside.labels(0)).toContain('Another one');
      await outside.press('bea', 'Another one', 0);
      expect(outside.channel()).toHaveLength(2);
      expect(outside.channel()[1]).not.toBe(outside.channel()[0]);
    });

    it('answers the asker alone where it knows nothing', async () => {
      await outside.type('ada', { name: 'fact', options: { about: 'quantum chromodynamics' } });
      expect(outside.channel()).toEqual([]);
      expect(outside.whispers('ada').join()).toContain('No article here says anything about');
    });

    it('plays a round with three: one changes her mind, one comes late', async () => {
      await outside.type('ada', { name: 'quiz' });
      const [first = '', second = ''] = outside.labels(0);
      expect(outside.labels(0).at(-1)).toBe('Reveal now');
      await outside.press('bea', 0, 0);
      expect(outside.whispers('bea').at(-1)).toContain(`Locked in: ${first}`);
      await outside.press('bea', 1, 0);
      expect(outside.whispers('bea').at(-1)).toContain(`Already locked in: ${first}`);
      await outside.press('cem', 1, 0);
      expect(outside.whispers('cem').at(-1)).toContain(`Locked in: ${second}`);
      expect(outside.whispers('cem').join()).not.toContain(`ocked in: ${first}`);
      await clock.advance(3_000);
      await eventually(last).toContain('2 answers locked in');
      expect(last()).not.toContain('https://');
      const [open] = outside.channel();
      await clock.advance(45_000);
      await eventually(last).toMatch(/✅|right answer/);
      expect(outside.channel()).toHaveLength(1);
      expect(last()).toContain('https://');
      expect(open).not.toBe(last());
    });

    it.each(['cut', 'broken', 'busy'] as const)(
      'asks its question once where the first try is %s',
      async (how) => {
        outside.failNext(how);
        let isAnswered = false;
        const asked = outside.type('ada', { name: 'quiz' }).then(() => {
          isAnswered = true;
        });
        while (!isAnswered) await clock.advance(100);
        await asked;
        await minutes(3);
        await eventually(() => outside.channel().length).toBe(1);
        await eventually(last).toMatch(/✅|right answer/);
      },
    );

    it('does not count an answer that comes after the end', async () => {
      await outside.type('ada', { name: 'quiz' });
      const [round] = await app.services.store.unrevealedRounds();
      // It stands there a moment before its end is noted.
      await eventually(async () => {
        await clock.advance(46_000);
        return last();
      }).toMatch(/✅|right answer/);
      await outside.type('ada', { name: 'quiz' });
      await outside.forge('dot', `r1${JSON.stringify(['answer', round?.id, 0])}`, 1);
      expect(outside.whispers('dot').at(-1)).toContain('closed');
      expect(await app.services.store.answersOf(round?.id ?? '')).toEqual([]);
    });

    it('asks several questions and ends with who did best', async () => {
      await outside.type('ada', { name: 'quiz', options: { questions: 2 } });
      await outside.press('bea', 0, 0);
      await clock.advance(46_000);
      await eventually(last).toMatch(/✅|right answer/);
      await clock.advance(20_000);
      await eventually(() => outside.channel().length).toBe(2);
      await outside.press('bea', 0, 1);
      await clock.advance(46_000);
      await eventually(last).toContain('Quiz over');
    });

    it('lets its starter reveal early, and nobody else', async () => {
      await outside.type('ada', { name: 'quiz' });
      await outside.press('bea', 'Reveal now', 0);
      expect(outside.whispers('bea').at(-1)).toContain('Someone else started this');
      await outside.press('mod', 'Reveal now', 0);
      await eventually(last).toMatch(/✅|right answer/);
    });

    it('plays a private round that nobody else sees', async () => {
      await outside.type('ada', { name: 'quiz', options: { private: true } });
      expect(outside.channel()).toEqual([]);
      expect(outside.whispers('ada').at(-1)).toContain('Only you see this');
    });

    it('goes on after a restart in the middle of a round: buttons work, and it is revealed', async () => {
      await outside.type('ada', { name: 'quiz' });
      const [first = '', second = ''] = outside.labels(0);
      await outside.press('bea', 0, 0);
      await app.stop();
      await start();
      await outside.press('bea', 1, 0);
      expect(outside.whispers('bea').at(-1)).toContain(`Already locked in: ${first}`);
      await outside.press('cem', 1, 0);
      expect(outside.whispers('cem').at(-1)).toContain(`Locked in: ${second}`);
      await clock.advance(46_000);
      await eventually(last).toMatch(/✅|right answer/);
    });

    it('posts the daily question at its minute, reveals it at its hour, and says so under it', async () => {
      await outside.type('mod', {
        name: 'daily',
        sub: 'set',
        options: { time: '09:00', zone: 'UTC', reveal: 1 },
      });
      expect(outside.whispers('mod').at(-1)).toContain('Monday 23 November, 09:00 (UTC)');
      await minutes(59);
      expect(outside.channel()).toEqual([]);
      await minutes(1);
      await eventually(last).toContain('Daily question, 23 November 2026');
      await outside.press('bea', 0, 0);
      await minutes(60);
      await eventually(() => outside.channel()[0]).toMatch(/✅|right answer/);
      await eventually(() => outside.channel()).toHaveLength(2);
      expect(last()).toContain('https://');
    });

    it('shows the daily question’s status to everyone, and says in the platform’s words who may set it', async () => {
      await outside.type('mod', { name: 'daily', sub: 'set', options: { time: '09:00', zone: 'UTC' } });
      await outside.type('bea', { name: 'daily', sub: 'off' });
      const managers = name === 'Discord' ? /Manage Server/ : /admins and owners/;
      expect(outside.whispers('bea').at(-1)).toMatch(managers);
      await outside.type('bea', { name: 'daily', sub: 'status' });
      expect(outside.whispers('bea').at(-1)).toContain('is on');
      await outside.type('bea', { name: 'help' });
      const setUp = name === 'Discord' ? 'people who may Manage Server' : 'workspace admins, owners';
      expect(outside.whispers('bea').at(-1)).toContain(setUp);
    });

    it('names the missing right where it may not post, and says so in the status', async () => {
      await outside.type('mod', { name: 'daily', sub: 'set', options: { time: '09:00', zone: 'UTC' } });
      outside.shut('forbidden');
      await minutes(60);
      await eventually(
        async () =>
          (await app.services.store.dueDailies(app.services.speaker.platforms(), Number.MAX_SAFE_INTEGER, 1))
            .length,
      ).toBe(0);
      await outside.type('mod', { name: 'daily', sub: 'status' });
      expect(outside.whispers('mod').at(-1)).toMatch(/paused[\s\S]*(?:Send Messages|\/invite)/);
    });

    it('ends the daily where its channel was deleted or archived', async () => {
      await outside.type('mod', { name: 'daily', sub: 'set', options: { time: '09:00', zone: 'UTC' } });
      outside.shut('gone');
      await minutes(60);
      await eventually(
        async () =>
          (await app.services.store.dueDailies(app.services.speaker.platforms(), Number.MAX_SAFE_INTEGER, 1))
            .length,
      ).toBe(0);
      expect(outside.channel()).toEqual([]);
    });

    it('tries a daily again that the platform was too busy for, and posts it once', async () => {
      await outside.type('mod', { name: 'daily', sub: 'set', options: { time: '09:00', zone: 'UTC' } });
      outside.failNext('busy');
      await minutes(60);
      await eventually(() => logger.lines.some(({ event }) => event === 'daily-not-posted')).toBe(true);
      await minutes(2);
      await eventually(() => outside.channel().length).toBe(1);
    });

    it('answers kindly to a button that it does not know', async () => {
      await outside.type('ada', { name: 'quiz' });
      for (const token of ['vote:12', 'r1["answer","nobody",1]', 'r1["fact"]']) {
        await outside.forge('bea', token, 0);
        expect(outside.whispers('bea').at(-1)).toMatch(/older version|not kept any more/);
      }
    });

    it.each(['@everyone', '<!channel>', '](javascript:alert(1))', '🧾 שלום', '<@100001>'])(
      'answers to “%s” with plain words that notify nobody',
      async (words) => {
        await outside.type('ada', { name: 'fact', options: { about: words } });
        expect(outside.channel().length + outside.whispers('ada').length).toBe(1);
        expect(outside.pings()).toBe(0);
      },
    );
  });
