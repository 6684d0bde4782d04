import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../src/core/cards/card.ts';
import { type PlatformId, platformId } from '../src/core/ids.ts';
import type { Store } from '../src/core/ports/store.ts';
import { type Bot, toAsker } from '../src/core/requests/request.ts';
import { createSpeaker } from '../src/core/speaker.ts';
import { createRoster } from '../src/roster.ts';
import { createFakeClock, settled } from './fakes/clock.ts';
import { createRecordingLogger } from './fakes/logger.ts';
import { openMemoryStore } from './fakes/memory-store.ts';
import { createRecordingPlatform } from './fakes/recording-platform.ts';
import { here, originOf } from './fakes/world.ts';

let store: Store;
let heard: ReturnType<typeof listening>;
beforeEach(async () => {
  store = await openMemoryStore();
  heard = listening();
});
afterEach(() => store.close());

const bot: Bot = {
  acknowledgement: () => 'to-asker',
  handle: async () => toAsker(say('neutral', 'Hello.')),
  suggest: async () => [],
  placeMoved: async () => undefined,
  removed: async () => undefined,
};

const NOTHING = [undefined, [], undefined, undefined];

/** Everything that a platform may hand over, with what came back. */
const everyVerb = (given: Bot): Promise<readonly unknown[]> =>
  Promise.all([
    given.handle({ kind: 'command', command: 'help', input: { words: '' }, origin: originOf() }),
    given.suggest({ place: here, command: 'fact', option: 'topic', typed: '' }),
    given.placeMoved(here, here),
    given.removed(here, 'gone'),
  ]);

/** A bot that notes what got through to it. */
function listening() {
  const verbs: string[] = [];
  const noting =
    <G extends unknown[], T>(verb: string, run: (...given: G) => Promise<T>) =>
    (...given: G) => {
      verbs.push(verb);
      return run(...given);
    };
  const listener: Bot = {
    ...bot,
    handle: noting('handle', bot.handle),
    suggest: noting('suggest', bot.suggest),
    placeMoved: noting('placeMoved', bot.placeMoved),
    removed: noting('removed', bot.removed),
  };
  return { bot: listener, verbs };
}

/** A platform’s start, and the bot that it was given there. */
function meeting() {
  let given: Bot | undefined;
  return {
    start: async (to: Bot) => {
      given = to;
    },
    met: (): Bot => {
      if (!given) throw new Error('the platform was not started');
      return given;
    },
  };
}

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
  let isAway = false;
  const left: PlatformId[] = [];
  const told: { readonly message: string; readonly goesOn: boolean }[] = [];
  const roster = createRoster({
    ...{ platforms, page, clock, logger },
    store: {
      claimInstallation: (...claim) =>
        isAway ? Promise.reject(new Error('away')) : store.claimInstallation(...claim),
    },
    queue: { leave: (name) => void left.push(name) },
    onLost: ({ message }, goesOn) => void told.push({ message, goesOn }),
  });
  const speaker = createSpeaker(platforms, roster.isUsable);
  const usable = () => speaker.platforms().map(String);
  const breakStore = () => {
    isAway = true;
  };
  return { roster, speaker, usable, left, told, clock, logger, breakStore };
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

  it.each([
    ['a stranger, which is lost then', async () => 'stranger', [{ goesOn: true }]],
    ['one that cannot say', () => Promise.reject(new Error('away')), []],
  ])('is asked before anything is passed on, and nothing is of %s', async (_, identity, losses) => {
    await createProcess({}).roster.start(bot);
    let answer: () => Promise<string> = () => Promise.reject(new Error('away'));
    const { met, start } = meeting();
    const { roster, usable, told } = createProcess({ ada: { identity: () => answer(), start } });
    await roster.start(heard.bot);
    answer = identity;
    for (let times = 0; times < 2; times += 1) expect(await everyVerb(met())).toEqual(NOTHING);
    expect(heard.verbs).toEqual([]);
    expect(usable()).toEqual(['page', 'ben']);
    expect(told).toMatchObject(losses);
  });

  it('is asked again before the first request, and one that is proved then is served', async () => {
    let answer: () => Promise<string> = () => Promise.reject(new Error('away'));
    const { met, start } = meeting();
    const { roster, usable } = createProcess({ ada: { identity: () => answer(), start } });
    await roster.start(heard.bot);
    answer = async () => 'ada';
    await everyVerb(met());
    expect(heard.verbs).toEqual(['handle', 'suggest', 'placeMoved', 'removed']);
    expect(usable()).toEqual(['page', 'ada', 'ben']);
    roster.lose(ADA, new Error('the token is no more'));
    expect(await everyVerb(met())).toEqual(NOTHING);
    expect(heard.verbs).toHaveLength(4);
  });

  it('is not proved where the database does not answer, and the platform throws nothing for it', async () => {
    const { met, start } = meeting();
    let answer: () => Promise<string> = () => Promise.reject(new Error('away'));
    const process = createProcess({ ada: { identity: () => answer(), start } });
    await process.roster.start(heard.bot);
    answer = async () => 'ada';
    process.breakStore();
    expect(await everyVerb(met())).toEqual(NOTHING);
    expect(process.logger.lines.map(({ event }) => event)).toContain('platform-not-proved');
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
