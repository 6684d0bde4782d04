/** A Slack platform at a fake Slack, with a clock that the test moves and a log that the test reads. */
import { createSlackPlatform } from '../../../src/adapters/slack/adapter.ts';
import type { Clock } from '../../../src/core/ports/clock.ts';
import type { LogFields, Logger } from '../../../src/core/ports/logger.ts';
import type { Bot, Reply, Request } from '../../../src/core/requests/request.ts';
import { startSlackServer } from '../../fakes/slack-server.ts';

export async function setUp(tokens: { botToken?: string; appToken?: string } = {}) {
  const slack = await startSlackServer();
  const clock = movableClock();
  const log = recordingLogger();
  const losses: string[] = [];
  const platform = createSlackPlatform({
    ...slack.settings,
    ...tokens,
    commands: [],
    logger: log.logger,
    clock,
    onLost: (error) => void losses.push(error.message),
  });
  const close = async () => {
    await platform.stop();
    await slack.close();
  };
  return { slack, platform, clock, log, losses, close };
}

export const botSaying = (
  answer: (request: Request) => Promise<Reply> | Reply,
  told: Partial<Pick<Bot, 'placeMoved' | 'removed'>> = {},
): Bot => ({
  acknowledgement: (request) => (request.kind === 'press' ? 'in-place' : 'to-everyone'),
  handle: async (request) => answer(request),
  suggest: async () => [],
  placeMoved: async () => {},
  removed: async () => {},
  ...told,
});

/** Timers run only when the test says so, and then at once. */
export function movableClock() {
  let time = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const move = (ms: number) => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
  };
  return { ...clock, move, waiting: () => timers.length };
}

export function recordingLogger() {
  const entries: { readonly event: string; readonly fields: LogFields }[] = [];
  const listeners: (() => void)[] = [];
  const record = (event: string, fields: LogFields = {}) => {
    entries.push({ event, fields });
    for (const listener of listeners.splice(0)) listener();
  };
  const logger: Logger = { debug: record, info: record, warn: record, error: record };
  /** Resolves once the event was logged `count` times. */
  const seen = async (event: string, count = 1): Promise<void> => {
    while (entries.filter((entry) => entry.event === event).length < count) {
      await new Promise<void>((resolve) => listeners.push(resolve));
    }
  };
  return { logger, entries, seen };
}
