/** The bot's own messages: posting, finding, editing, and whether it may. */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../core/cards/card.ts';
import { wordsAt } from '../../core/cards/card-text.ts';
import { type MessageRef, type Place, type Player, placeOf } from '../../core/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type {
  EditOutcome,
  FindOutcome,
  PostOutcome,
  PostsOutcome,
  Sought,
  Span,
} from '../../core/ports/platform.ts';
import type { Permission } from '../../core/requests/request.ts';
import {
  editOutcome,
  faultOf,
  findOutcome,
  isTokenDead,
  isTokenRefused,
  postOutcome,
  type SlackFault,
} from './errors.ts';
import { EVENT_TYPE, findPost, findPosts } from './find.ts';
import { fixFor, type Refused } from './fixes.ts';
import { isDirect, type People } from './people.ts';
import { renderCard } from './render.ts';
import { OPTIONAL_SCOPES, SCOPE_TO_POST } from './scopes.ts';
import type { Identity } from './sdk.ts';

export interface Posting {
  post(place: Place, card: Card, key: string, under?: MessageRef): Promise<PostOutcome>;
  find(place: Place, sought: Sought): Promise<FindOutcome>;
  postsIn(place: Place, span: Span): Promise<PostsOutcome>;
  tell(player: Player, card: Card, key: string): Promise<PostOutcome>;
  edit(message: MessageRef, card: Card): Promise<EditOutcome>;
  mayPost(place: Place, isGroup: boolean): Promise<Permission>;
}

interface PostingTools {
  /** For what the bot says by itself; `asking` is for what a waiting person is told. */
  readonly posting: webApi.WebClient;
  readonly asking: webApi.WebClient;
  readonly people: People;
  readonly logger: Logger;
  readonly clock: Pick<Clock, 'now'>;
  readonly identity: () => Promise<Identity>;
  /** What people type behind an @; known once connected. */
  readonly botName: () => string;
  /** Slack answered as if the bot's token were no more. */
  readonly onTokenDoubt: () => void;
  /** Whether the app is known to be gone from its workspace: then Slack is asked nothing any more. */
  readonly isGone: () => boolean;
}

export function createPosting(tools: PostingTools): Posting {
  const { botName } = tools;
  return {
    post: (place, card, key, under) => postIn(tools, place, { channel: place.channel, card, key, under }),
    find: async (place, sought) => {
      if (tools.isGone()) return findOutcome(GONE);
      try {
        return await findPost(tools, place, sought);
      } catch (error) {
        return findOutcome(report(tools, 'slack-find-failed', place, error));
      }
    },
    postsIn: async (place, span) => {
      if (tools.isGone()) return { status: 'impossible' };
      try {
        return await findPosts(tools, place, span);
      } catch (error) {
        const failure = findOutcome(report(tools, 'slack-find-failed', place, error));
        return failure.status === 'absent' ? { status: 'read', posts: [] } : failure;
      }
    },
    // Slack opens the talk with a person by itself.
    tell: ({ platform, workspace, user }, card, key) =>
      postIn(tools, placeOf(platform, workspace, user), { channel: user, card, key, under: undefined }),
    edit: async (message, card) => {
      if (tools.isGone()) return editOutcome(GONE, botName());
      try {
        await updateMessage(tools, message, card);
        return { status: 'edited' };
      } catch (error) {
        return editOutcome(report(tools, 'slack-edit-failed', message.place, error), botName());
      }
    },
    mayPost: (place, isGroup) => checkPosting(tools, place.channel, isGroup),
  };
}

const GONE: SlackFault = { kind: 'refused', code: 'account_inactive', why: 'removed' };

interface Post {
  /** A channel's id, or a person's. */
  readonly channel: string;
  readonly card: Card;
  /** Every member and every app can read it with the message, so it must not tell the answer. */
  readonly key: string;
  readonly under: MessageRef | undefined;
}

async function postIn(tools: PostingTools, place: Place, post: Post): Promise<PostOutcome> {
  if (tools.isGone()) return postOutcome(GONE, tools.botName());
  try {
    const { ts, channel = place.channel } = await postMessage(tools, post);
    return ts === undefined
      ? { status: 'failed', sent: 'maybe' }
      : {
          status: 'posted',
          message: { place: placeOf(place.platform, place.workspace, channel), id: ts },
        };
  } catch (error) {
    return postOutcome(report(tools, 'slack-post-failed', place, error), tools.botName());
  }
}

/** `mrkdwn: false` for the fallback text, which has no markup to read. */
async function postMessage(
  { posting, people, clock }: PostingTools,
  { channel, card, key, under }: Post,
): Promise<webApi.ChatPostMessageResponse> {
  return posting.chat.postMessage({
    channel,
    ...renderCard(await people.named(card), wordsAt(clock.now())),
    mrkdwn: false,
    metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    ...(under ? { thread_ts: under.id, reply_broadcast: false } : {}),
  });
}

/** Text and blocks together, or Slack drops the blocks; `parse` because here the default would look for names. */
async function updateMessage(
  { posting, people, clock }: PostingTools,
  { place, id }: MessageRef,
  card: Card,
): Promise<void> {
  const { text, blocks } = renderCard(await people.named(card), wordsAt(clock.now()));
  await posting.chat.update({ channel: place.channel, ts: id, text, blocks, parse: 'none' });
}

function report(
  { logger, onTokenDoubt }: PostingTools,
  event: string,
  { workspace, channel }: Place,
  error: unknown,
): SlackFault {
  const fault = faultOf(error);
  const fields = { workspace, channel, kind: fault.kind, code: fault.code };
  if (fault.kind === 'failed' && fault.ours) logger.error(event, { ...fields, error });
  else logger.warn(event, fields);
  if (isTokenDead(fault)) onTokenDoubt();
  return fault;
}

/**
 * Asked anew each time, because people invite the bot and try again at once. With its answer Slack names the
 * scopes that the bot has. A silent Slack is no refusal; nor is one that wants a right to look which the bot can do
 * without: the post itself needs only the right to write.
 */
async function checkPosting(tools: PostingTools, channel: string, isGroup: boolean): Promise<Permission> {
  const { asking, botName } = tools;
  const refuse = (refused: Refused): Permission => ({ ok: false, fix: fixFor(refused, botName()) });
  const notIn = () => (isGroup ? { ok: false, fix: NOT_IN_GROUP } : refuse({ code: 'not_in_channel' }));
  try {
    const { channel: info, response_metadata: meta } = await asking.conversations.info({ channel });
    if (meta?.scopes && !meta.scopes.includes(SCOPE_TO_POST))
      return refuse({ code: 'missing_scope', scopes: [SCOPE_TO_POST] });
    if (info?.is_archived) return refuse({ code: 'is_archived' });
    return info?.is_im || info?.is_mpim || info?.is_member ? { ok: true } : notIn();
  } catch (error) {
    const fault = faultOf(error);
    if (!isTokenRefused(fault) || isOptional(fault)) return { ok: true };
    if (isTokenDead(fault)) tools.onTokenDoubt();
    if (fault.code !== 'channel_not_found') return refuse(fault);
    return isDirect(channel) ? { ok: false, fix: NOT_HERE } : notIn();
  }
}

const isOptional = ({ code, scopes = [] }: SlackFault): boolean =>
  code === 'missing_scope' && scopes.length > 0 && scopes.every((scope) => OPTIONAL_SCOPES.includes(scope));

const NOT_HERE = 'I cannot post in a talk between other people. Use this in a channel, or in a talk with me.';
const NOT_IN_GROUP =
  'I am not in this group message, and nobody can be added to one. Start one with me in it, or use this in a channel.';
