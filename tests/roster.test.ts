import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../src/core/card.ts';
import { type PlatformId, platformId } from '../src/core/ids.ts';
import { type Bot, toAsker } from '../src/core/request.ts';
import { createSpeaker } from '../src/core/speaker.ts';
import type { Store } from '../src/core/store.ts';
import { createRoster } from '../src/roster.ts';
import { openStore } from '../src/store/open.ts';
import { createFakeClock, settled } from './fakes/clock.ts';
import { createRecordingLogger } from './fakes/logger.ts';
import { createRecordingPlatform } from './fakes/recording-platform.ts';
import { originOf } from './fakes/world.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const bot: Bot = {
  acknowledgement: () => 'to-asker',
  handle: async () => toAsker(say('neutral', 'Hello.')),
  suggest: async () => [],
  placeMoved: async () => undefined,
  removed: async () => undefined,
};

/** A process with the page and two platforms; `ada` and `ben` may be told who they are, or what their start says. */
function createProcess(about: {
  readonly ada?: { identity?: () => Promise<string>; start?: (bot: Bot) => Promise<void> };
  readonly ben?: { identity?: () => Promise<string>; start?: (bot: Bot) => Promise<void> };
}) {
  const clock = createFakeClock(0);
  const logger = createRecordingLogger();
  const page = createRecordingPlatform('page');
  const [ada, ben] = (['ada', 'ben'] as const).map((name) => ({
    ...createRecordingPlatform(name),
    ...about[name],
  }));
  if (!ada || !ben) throw new Error('no platforms');
  const platforms = [page, ada, ben];
  const left: PlatformId[] = [];
  const told: { readonly message: string; readonly goesOn: boolean }[] = [];
  const roster = createRoster({
    ...{ platforms, page, store, clock, logger },
    queue: { leave: (name) => void left.push(name) },
    onLost: ({ message }, goesOn) => void told.push({ message, goesOn }),
  });
  const speaker = createSpeaker(platforms, roster.isUsable);
  const usable = () => speaker.platforms().map(String);
  return { roster, speaker, usable, left, told, clock, logger };
}

const refused = (message: string) => ({ start: () => Promise.reject(new Error(message)) });
const ADA = platformId('ada');
const BEN = platformId('ben');

describe('a platform that is lost', () => {
  it('takes no other with it: nothing is said there, its work is left to others, and that is told once', async () => {
    const { roster, usable, left, told, logger } = createProcess({});
    await roster.start(bot);
    expect(usable()).toEqual(['page', 'ada', 'ben']);
    roster.lose(ADA, new Error('the token is no more'));
    roster.lose(ADA, new Error('again'));
    expect(usable()).toEqual(['page', 'ben']);
    expect(left).toEqual([ADA]);
    expect(told).toEqual([{ message: 'the token is no more', goesOn: true }]);
    expect([...roster.lost()]).toEqual([[ADA, 'the token is no more']]);
    expect(logger.lines.filter(({ event }) => event === 'platform-lost')).toHaveLength(1);
  });

  it('ends the bot where it was the last one, though the page is left', async () => {
    const { roster, told } = createProcess({});
    await roster.start(bot);
    roster.lose(ADA, new Error('first'));
    roster.lose(BEN, new Error('last'));
    expect(told.map(({ goesOn }) => goesOn)).toEqual([true, false]);
  });

  it('is one that refuses its token at the start, too; where all do, the start ends and names each', async () => {
    const one = createProcess({ ada: refused('ada says no') });
    await one.roster.start(bot);
    expect(one.usable()).toEqual(['page', 'ben']);
    expect(one.told).toEqual([{ message: 'ada says no', goesOn: true }]);
    const all = createProcess({ ada: refused('ada says no'), ben: refused('ben says no') });
    await expect(all.roster.start(bot)).rejects.toThrow(/ada says no[\s\S]*ben says no/);
  });
});

describe('who speaks on a platform', () => {
  it('is who spoke there first: another one’s start ends before it says anything', async () => {
    await createProcess({}).roster.start(bot);
    const started: string[] = [];
    const start = async () => void started.push('ada');
    const stranger = createProcess({ ada: { identity: async () => 'stranger', start } });
    await expect(stranger.roster.start(bot)).rejects.toThrow(/another ada application \(ada; .*stranger/);
    expect(started).toEqual([]);
    await expect(createProcess({}).roster.start(bot)).resolves.toBeUndefined();
  });

  it('is asked again where the platform could not say, and nothing is said there before', async () => {
    await createProcess({}).roster.start(bot);
    let answer: () => Promise<string> = () => Promise.reject(new Error('away'));
    const { roster, usable } = createProcess({ ada: { identity: () => answer() } });
    await roster.start(bot);
    expect(usable()).toEqual(['page', 'ben']);
    answer = async () => 'ada';
    await roster.prove();
    expect(usable()).toEqual(['page', 'ada', 'ben']);
  });

  it('is asked before the first request is answered, and a stranger is lost then', async () => {
    await createProcess({}).roster.start(bot);
    let answer: () => Promise<string> = () => Promise.reject(new Error('away'));
    let met: Bot | undefined;
    const start = async (given: Bot) => {
      met = given;
    };
    const { roster, usable, told } = createProcess({ ada: { identity: () => answer(), start } });
    await roster.start(bot);
    answer = async () => 'stranger';
    await met?.handle({ kind: 'command', command: 'help', input: { words: '' }, origin: originOf() });
    expect(usable()).toEqual(['page', 'ben']);
    expect(told).toMatchObject([{ goesOn: true }]);
  });

  it('is not waited for where the platform never answers', async () => {
    const { roster, usable, clock } = createProcess({ ada: { identity: () => new Promise(() => {}) } });
    const starting = roster.start(bot);
    await settled();
    await clock.advance(3_000);
    await starting;
    expect(usable()).toEqual(['page', 'ben']);
  });
});
