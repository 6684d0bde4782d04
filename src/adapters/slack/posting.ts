/** The bot's own messages: posting, editing, and whether it may. */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../core/card.ts';
import type { MessageRef, Place } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { EditOutcome, PostOutcome } from '../../core/platform.ts';
import type { PostingCheck } from '../../core/request.ts';
import { editOutcome, faultOf, fixFor, postOutcome, type SlackFault } from './errors.ts';
import { isDirect, type People } from './people.ts';
import { renderCard } from './render.ts';

export interface Posting {
  post(place: Place, card: Card, key: string): Promise<PostOutcome>;
  edit(message: MessageRef, card: Card): Promise<EditOutcome>;
  mayPost(place: Place): Promise<PostingCheck>;
}

interface PostingTools {
  /** For what the bot says by itself; `asking` is for what a waiting person is told. */
  readonly posting: webApi.WebClient;
  readonly asking: webApi.WebClient;
  readonly people: People;
  readonly logger: Logger;
  /** What people type behind an @; known once connected. */
  readonly botName: () => string;
}

export function createPosting(tools: PostingTools): Posting {
  const { botName } = tools;
  return {
    post: async (place, card, key) => {
      try {
        const id = await postMessage(tools, { place, card, key });
        return id === undefined
          ? { status: 'failed', sent: 'maybe' }
          : { status: 'posted', message: { place, id } };
      } catch (error) {
        return postOutcome(report(tools, 'slack-post', place, error), botName());
      }
    },
    edit: async (message, card) => {
      try {
        await updateMessage(tools, message, card);
        return { status: 'edited' };
      } catch (error) {
        return editOutcome(report(tools, 'slack-edit', message.place, error), botName());
      }
    },
    mayPost: (place) => checkPosting(tools, place.channel),
  };
}

interface Post {
  readonly place: Place;
  readonly card: Card;
  /** Every member and every app can read it with the message, so it must not tell the answer. */
  readonly key: string;
}

/** `mrkdwn: false` for the fallback text, which has no markup to read. */
async function postMessage(
  { posting, people }: PostingTools,
  { place, card, key }: Post,
): Promise<string | undefined> {
  const message = renderCard(await people.named(card));
  const metadata = { event_type: 'receipts_post', event_payload: { key } };
  const { ts } = await posting.chat.postMessage({
    channel: place.channel,
    ...message,
    mrkdwn: false,
    metadata,
  });
  return ts;
}

/** Text and blocks together, or Slack drops the blocks; `parse` because here the default would look for names. */
async function updateMessage(
  { posting, people }: PostingTools,
  { place, id }: MessageRef,
  card: Card,
): Promise<void> {
  const { text, blocks } = renderCard(await people.named(card));
  await posting.chat.update({ channel: place.channel, ts: id, text, blocks, parse: 'none' });
}

function report(
  { logger }: PostingTools,
  event: string,
  { workspace, channel }: Place,
  error: unknown,
): SlackFault {
  const fault = faultOf(error);
  const fields = { workspace, channel, kind: fault.kind, code: fault.code };
  if (fault.kind === 'failed' && fault.ours) logger.error(`${event}-failed`, { ...fields, error });
  else logger.warn(`${event}-failed`, fields);
  return fault;
}

/** Asked anew each time, because people invite the bot and try again at once. A silent Slack is no refusal. */
async function checkPosting({ asking, botName }: PostingTools, channel: string): Promise<PostingCheck> {
  try {
    const { channel: info } = await asking.conversations.info({ channel });
    if (info?.is_archived) return { ok: false, fix: fixFor('is_archived', botName()) };
    if (info?.is_im || info?.is_member) return { ok: true };
    return { ok: false, fix: fixFor('not_in_channel', botName()) };
  } catch (error) {
    if (faultOf(error).code !== 'channel_not_found') return { ok: true };
    return { ok: false, fix: isDirect(channel) ? NOT_HERE : fixFor('not_in_channel', botName()) };
  }
}

const NOT_HERE = 'I cannot post in a talk between other people. Use this in a channel, or in a talk with me.';
