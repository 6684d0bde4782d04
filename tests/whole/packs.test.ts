/** Packs are chosen through the real discord.js and the real @slack/bolt: as a form there, as words here. */
import { cp } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';
import { type Outside, outsideDiscord, outsideSlack } from './outside.ts';
import { startBot } from './start-bot.ts';

const FOLDERS = ['data/kardashian-trump', 'examples/handbook', 'tests/fixtures/packs/lighthouse'];

const disk = packsForEachTest();

describe.each([
  ['Discord', outsideDiscord],
  ['Slack', outsideSlack],
] as const)('packs on %s', (_, open) => {
  let outside: Outside;
  let app: App;

  beforeEach(async () => {
    for (const folder of FOLDERS)
      await cp(folder, disk.at(folder.split('/').at(-1) ?? ''), { recursive: true });
    outside = await open();
    app = await startBot({ DATA_PATH: disk.root }, { platforms: outside.config });
  });
  afterEach(async () => {
    await app.stop();
    await outside.close();
  });

  const told = (user: string) => outside.whispers(user).at(-1) ?? '';

  it('are listed to anybody and chosen by who manages the channel', async () => {
    await outside.type('ada', { name: 'packs', sub: 'list' });
    for (const title of [
      'Kim Kardashian and the Trumps',
      'The handbook of Halloway Weather',
      'The lamp of Varn Light',
    ])
      expect(told('ada')).toContain(`${title} · on`);
    await outside.type('ada', { name: 'packs', sub: 'off', options: { name: 'handbook' } });
    expect(told('ada')).toMatch(/^(?:⚠️ )?Only /);
    await outside.type('mod', { name: 'packs', sub: 'off', options: { name: 'handbook' } });
    expect(told('mod')).toContain('“The handbook of Halloway Weather” is off in this channel now');
    await outside.type('ada', { name: 'quiz', options: { pack: 'handbook', questions: 3 } });
    expect(told('ada')).toContain('“The handbook of Halloway Weather” is off in this channel. On here:');
    expect(outside.channel()).toEqual([]);
  });

  it('are named by who asks, with other options behind', async () => {
    await outside.type('ada', { name: 'quiz', options: { pack: 'halloway', questions: 3 } });
    expect(outside.channel()[0]).toContain('question 1 of 3 · The handbook of Halloway Weather');
    await outside.type('ada', { name: 'fact', options: { pack: 'lamp of varn', about: 'Varn Light' } });
    expect(outside.channel()[1]).toContain('Varn Light');
    await outside.type('ada', { name: 'sources', options: { pack: 'lamp' } });
    expect(outside.channel()[2]).toContain('Sources');
    expect(outside.channel()[2]).not.toContain('Welcome to Halloway Weather');
  });

  it('have topics that are left out, and taken back at a press', async () => {
    await outside.type('mod', { name: 'packs', sub: 'off', options: { name: 'The relighting' } });
    await outside.type('mod', { name: 'packs', sub: 'left-out' });
    expect(told('mod')).toContain('1 · Topic: The relighting · The lamp of Varn Light');
    await outside.pressWhisper('mod', 'Take back 1');
    expect(told('mod')).toContain('Taken back: the topic “The relighting”.');
    expect(told('mod')).toContain('Nothing else is left out in this channel.');
  });
});
