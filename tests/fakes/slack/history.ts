/** What stands in a channel or a thread, page by page, as Slack lists it. */
import type { Answer, Args, FakeIdentity } from './web-api.ts';
import type { FakeMessage, Workspace } from './workspace.ts';

/** Newest first. Answers in threads are not listed. */
export function history(workspace: Workspace, us: FakeIdentity, args: Args): Answer {
  const all = workspace.everything(args.channel ?? '');
  return page(all.filter(({ thread_ts: thread }) => thread === undefined).toReversed(), us, args);
}

/** Oldest first; the message that they answer leads them. */
export function replies(workspace: Workspace, us: FakeIdentity, args: Args): Answer {
  const all = workspace.everything(args.channel ?? '');
  const thread = all.filter(({ ts, thread_ts }) => ts === args.ts || thread_ts === args.ts);
  return thread.length === 0 ? { ok: false, error: 'thread_not_found' } : page(thread, us, args);
}

/** The parent of a thread is shown however old it is. */
function page(messages: readonly FakeMessage[], us: FakeIdentity, args: Args): Answer {
  const { oldest = '0', limit = '100', cursor = '0', include_all_metadata: withMetadata } = args;
  const found = messages.filter(({ ts }) => ts === args.ts || Number(ts) > Number(oldest));
  const [from, most] = [Number(cursor), Number(limit)];
  const more = found.length > from + most;
  return {
    ok: true,
    messages: found.slice(from, from + most).map((message) => listed(message, us, withMetadata === 'true')),
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + most) : '' },
  };
}

const listed = (message: FakeMessage, us: FakeIdentity, withMetadata: boolean) => ({
  type: 'message',
  ts: message.ts,
  text: message.text,
  blocks: message.blocks,
  ...(message.by === undefined ? ourNames(us) : { user: message.by }),
  ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
  ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
});

const ourNames = ({ bot: { botId, userId, appId }, leftOut }: FakeIdentity) =>
  Object.fromEntries(
    Object.entries({ bot_id: botId, user: userId, app_id: appId }).filter(([name]) => !leftOut.has(name)),
  );
