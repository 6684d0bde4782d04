/** The answer to an interaction, sent to the address that came with it. The SDK's `respond` has no timeout. */
import type { Logger } from '../../core/logger.ts';
import type { Reply } from '../../core/request.ts';
import type { People } from './people.ts';
import { renderCard, type SlackMessage } from './render.ts';

type Envelope = SlackMessage & {
  readonly response_type?: 'in_channel' | 'ephemeral';
  readonly replace_original: boolean;
};

const TIMEOUT_MS = 10_000;

/** Sent once: a second try of what may have arrived would be a second message. Never rejects. */
export async function respond(
  { people, logger }: { readonly people: People; readonly logger: Logger },
  responseUrl: string,
  reply: Reply,
): Promise<void> {
  try {
    const envelope = envelopeOf(reply, renderCard(await people.named(reply.card)));
    const problem = await send(responseUrl, envelope);
    if (problem !== undefined) logger.warn('slack-reply-failed', { problem });
  } catch (error) {
    logger.error('slack-reply-failed', { problem: 'not drawn', error });
  }
}

/** `replace_original: false` is said aloud, because Slack's default depends on what was pressed. */
export const envelopeOf = (reply: Reply, message: SlackMessage): Envelope =>
  reply.type === 'replace'
    ? { ...message, replace_original: true }
    : {
        ...message,
        response_type: reply.to === 'everyone' ? 'in_channel' : 'ephemeral',
        replace_original: false,
      };

/** What went wrong, if anything. The address is a secret of the person's, and stays out of it. */
async function send(url: string, envelope: Envelope): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(envelope),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await answer.text();
    const taken = answer.ok && !body.includes('"ok":false');
    return taken ? undefined : `http_${answer.status} ${body.slice(0, 200)}`;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}
