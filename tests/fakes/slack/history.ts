/** What stands in a channel, page by page, as Slack lists it. */
import type { Answer, Args, FakeIdentity } from './web-api.ts';
import type { FakeMessage, Workspace } from './workspace.ts';

/** Newest first. Answers in threads are not listed. */
export function history(workspace: Workspace, us: FakeIdentity, args: Args): Answer {
  const {
    oldest = '0',
    latest = 'Infinity',
    limit = '100',
    cursor = '0',
    include_all_metadata: withMetadata,
  } = args;
  const all = workspace.everything(args.channel ?? '').toReversed();
  const found = all.filter(
    ({ ts, thread_ts: thread }) =>
      thread === undefined && Number(ts) > Number(oldest) && Number(ts) <= Number(latest),
  );
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
