/**
 * What comes by the socket is looked at before the SDK sees it. One frame that is not formed as it expects would end the
 * process, by a rejection that nobody can catch; and one that is named like one of its own events would be taken for that.
 */
import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';

const Frame = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['hello', 'disconnect']) }),
  z.object({
    type: z.literal('slash_commands'),
    envelope_id: z.string(),
    payload: z.object({ command: z.string() }),
  }),
  z.object({
    type: z.literal('interactive'),
    envelope_id: z.string(),
    payload: z.object({ type: z.string() }),
  }),
  z.object({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: z.object({ event: z.object({ type: z.string() }) }),
  }),
]);

type Client = SocketModeReceiver['client'];

const MESSAGE = 'ws_message';

/** From now on the client gets those alone that it can read; `onUnread` is told of each other. */
export function heedFrames(client: Client, onUnread: () => void): void {
  const listeners = client.listeners(MESSAGE);
  client.removeAllListeners(MESSAGE);
  client.on(MESSAGE, (data: unknown, isBinary: unknown) => {
    if (!isReadable(data)) return onUnread();
    for (const listener of listeners) listener(data, isBinary);
  });
}

function isReadable(data: unknown): boolean {
  if (typeof data !== 'string') return false;
  try {
    return Frame.safeParse(JSON.parse(data)).success;
  } catch {
    return false;
  }
}
