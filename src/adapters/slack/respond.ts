/** The answer to an interaction, sent to the address that came with it. The SDK's `respond` has no timeout. */
import { wordsAt } from '../../core/cards/card-text.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Answer } from '../../core/requests/request.ts';
import type { People } from './people.ts';
import { renderCard, type SlackMessage } from './render.ts';

type Envelope = SlackMessage & {
  readonly response_type?: 'in_channel' | 'ephemeral';
  readonly replace_original: boolean;
};

const TIMEOUT_MS = 10_000;

export interface Responding {
  readonly people: People;
  readonly logger: Logger;
  readonly clock: Clock;
}

const SLACK = new URL('https://slack.com/api');

/**
 * The answer and who it is for are sent there: to Slack, encrypted, or to the compatible server that is set in its place,
 * encrypted where that is. A server's own includes the names under its name: Slack's addresses are at hooks.slack.com.
 */
export function mayAnswerTo(responseUrl: string, apiUrl: string | undefined): boolean {
  const { protocol, hostname } = new URL(responseUrl);
  const isOf = (server: URL) => hostname === server.hostname || hostname.endsWith(`.${server.hostname}`);
  if (protocol === 'https:' && isOf(SLACK)) return true;
  const api = new URL(apiUrl ?? SLACK);
  return isOf(api) && (protocol === 'https:' || protocol === api.protocol);
}

/** Never rejects. */
export async function respond(tools: Responding, responseUrl: string, reply: Answer): Promise<void> {
  const { people, logger, clock } = tools;
  try {
    const envelope = envelopeOf(reply, renderCard(await people.named(reply.card), wordsAt(clock.now())));
    const problem = await sendTwice(tools, responseUrl, envelope);
    if (problem !== undefined) logger.warn('slack-reply-failed', { problem });
  } catch (error) {
    logger.error('slack-reply-failed', { problem: 'not drawn', error });
  }
}

const PAUSE_MS = 1_000;

/**
 * Once more where that may help: a person is waiting, and has seen nothing yet. Where only Slack's confirmation
 * got lost the answer shows twice, which is better than never. The address is good for five uses in half an hour.
 */
async function sendTwice(
  { logger, clock }: Responding,
  url: string,
  envelope: Envelope,
): Promise<string | undefined> {
  const first = await send(url, envelope);
  if (!first?.passing) return first?.problem;
  logger.warn('slack-reply-repeated', { problem: first.problem });
  await new Promise<void>((resolve) => clock.after(PAUSE_MS, resolve));
  return (await send(url, envelope))?.problem;
}

/** `replace_original: false` is said aloud, because Slack's default depends on what was pressed. */
export const envelopeOf = (reply: Answer, message: SlackMessage): Envelope =>
  reply.type === 'replace'
    ? { ...message, replace_original: true }
    : {
        ...message,
        response_type: reply.to === 'everyone' ? 'in_channel' : 'ephemeral',
        replace_original: false,
      };

interface Failure {
  readonly problem: string;
  /** Whether the same may work in a moment. */
  readonly passing: boolean;
}

/** What went wrong, if anything. The address is a secret of the person's, and stays out of it. */
async function send(url: string, envelope: Envelope): Promise<Failure | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(envelope),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await answer.text();
    if (answer.ok && !body.includes('"ok":false')) return undefined;
    const passing = answer.status >= 500 || answer.status === 429;
    return { problem: `http_${answer.status} ${body.slice(0, 200)}`, passing };
  } catch (error) {
    return { problem: error instanceof Error ? error.name : 'unknown', passing: true };
  }
}
