/** A page for each test: a fresh server with an empty channel and the scripted bot and, where wanted, visitors. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { CHANNEL } from '../../../src/adapters/web/people.ts';
import type { Card } from '../../../src/core/cards/card.ts';
import { openBrowser, type TestBrowser, type Visitor } from '../../fakes/browser.ts';
import { createScriptedBot } from './scripted-bot.ts';
import { send } from './send.ts';
import { type MemoryTranscript, memoryTranscript, type ServedPage, servePage } from './serve.ts';

/** Its fields are those of the test that is running. */
export interface House {
  readonly served: ServedPage;
  readonly transcript: MemoryTranscript;
  readonly bot: ReturnType<typeof createScriptedBot>;
  send(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; error: string }>;
  /** The id of a message that the bot has posted. */
  post(card: Card, key?: string): Promise<string>;
  edit(message: string, card: Card): Promise<void>;
  /** The server comes back at the same address, with the same transcript. */
  reopen(): Promise<void>;
}

export function houseForEachTest(): House {
  let served: ServedPage;
  let transcript: MemoryTranscript;
  let bot: ReturnType<typeof createScriptedBot>;
  const open = async (port?: number) => {
    served = await servePage({ transcript, ...(port === undefined ? {} : { port }) });
    bot = createScriptedBot();
    await served.platform.start(bot);
  };
  beforeEach(() => {
    transcript = memoryTranscript();
    return open();
  });
  afterEach(() => served.close());
  return {
    get served() {
      return served;
    },
    get transcript() {
      return transcript;
    },
    get bot() {
      return bot;
    },
    send: (path, body, headers) => send(`${served.address}${path}`, body, headers),
    post: async (card, key = 'key') => {
      const outcome = await served.platform.post(CHANNEL, card, key);
      if (outcome.status !== 'posted') throw new Error('not posted');
      return outcome.message.id;
    },
    edit: async (id, card) => {
      await served.platform.edit({ place: CHANNEL, id }, card);
    },
    reopen: () => open(served.port),
  };
}

export type Visit = (options?: Parameters<TestBrowser['visit']>[1]) => Promise<Visitor>;

export function visitorsTo(house: House): Visit {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());
  return (options) => browser.visit(house.served.address, options);
}
