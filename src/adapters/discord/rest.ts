/** The two ways of calling Discord, kept apart so that a thousand daily posts do not delay an answer. */
import { type RateLimitData, REST, type RESTOptions } from 'discord.js';
import { onFreshLine } from './fresh-line.ts';

const TIMEOUT_MS = 10_000;

/** An answer may come as long as its interaction's token lives, which is 15 minutes; its person has no other. */
const PATIENCE_MS = { posts: 5_000, answers: 600_000 } as const;

/** The SDK keeps a queue for every interaction, by default for an hour. */
const SWEEP_MS = 60_000;

/** Where Discord is: `https://discord.com/api`, or a server that speaks like it. Without the version. */
export const restOptions = (apiUrl: string | undefined): Partial<RESTOptions> => ({
  ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') }),
  version: '10',
  timeout: TIMEOUT_MS,
});

/** A try to post has to be over within a minute, whatever becomes of it. */
const OVER_MS = 20_000;

/** Ends a call that the SDK holds back for a limit, or whose answer stops half-way: its own time ends with the headers. */
class PostingRest extends REST {
  override request(options: Parameters<REST['request']>[0]): Promise<unknown> {
    return super.request({ ...options, signal: options.signal ?? AbortSignal.timeout(OVER_MS) });
  }
}

/** For messages in channels. The SDK would repeat a POST up to three times at once; who calls us decides that. */
export const restForPosts = (apiUrl: string | undefined, token: string): REST =>
  new PostingRest({
    ...restOptions(apiUrl),
    retries: 0,
    rejectOnRateLimit: longerThan(PATIENCE_MS.posts),
  }).setToken(token);

/** Where answers go: over the SDK's own connections, or over one that is made for the call. */
export interface AnswerLines {
  readonly usual: REST;
  readonly fresh: REST;
}

/** For answers to interactions, which carry their own token and do not count against the bot's rate. */
export const linesForAnswers = (apiUrl: string | undefined): AnswerLines => ({
  usual: restForAnswers(apiUrl),
  fresh: restForAnswers(apiUrl, { makeRequest: onFreshLine }),
});

const restForAnswers = (apiUrl: string | undefined, more: Partial<RESTOptions> = {}): REST =>
  new REST({
    ...restOptions(apiUrl),
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: SWEEP_MS,
    rejectOnRateLimit: longerThan(PATIENCE_MS.answers),
    ...more,
  });

/** Short waits are the SDK's own pacing; a long one is for the caller to plan. */
const longerThan =
  (patience: number) =>
  ({ retryAfter }: RateLimitData) =>
    retryAfter > patience;
