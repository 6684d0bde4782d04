/** The stream that an open page listens to: first everything that stands, then what happens. */
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Assets } from '../../pages/assets.ts';
import type { Audience } from './audience.ts';
import type { Channel } from './channel.ts';
import type { Person } from './people.ts';
import { type Showing, showMessage } from './show.ts';
import type { ServerEvent, Snapshot } from './wire.ts';

export interface EventDeps extends Showing {
  readonly channel: Channel;
  readonly audience: Audience;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Below the half minute after which proxies commonly take a silent connection for dead. */
const HEARTBEAT_MS = 15_000;
/** A page that is this far behind is cut off; it comes back and gets a fresh snapshot. */
const MOST_UNREAD = 500;

export const streamEvents = (context: Context, deps: EventDeps, person: Person): Response => {
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, (stream) => serve(stream, deps, person));
};

async function serve(stream: SSEStreamingApi, deps: EventDeps, person: Person): Promise<void> {
  const ended = Promise.withResolvers<void>();
  stream.onAbort(ended.resolve);
  const write = writer(stream, ended.resolve);
  // Whatever happens while the snapshot is being read waits behind it; seeing it twice does no harm.
  let waiting: ServerEvent[] | undefined = [];
  const send = (event: ServerEvent) => (waiting ? waiting.push(event) : write(event));
  const leave = deps.audience.join({ person: person.id, send, close: ended.resolve });
  try {
    write(await snapshot(deps, person));
    for (const event of waiting) write(event);
    waiting = undefined;
    const stopBeating = beat(deps.clock, () => void stream.write(': still here\n\n'));
    await ended.promise;
    stopBeating();
  } catch (error) {
    deps.logger.error('web-stream-failed', { error });
  } finally {
    leave();
  }
}

function writer(stream: SSEStreamingApi, cutOff: () => void): (event: ServerEvent) => void {
  let unread = 0;
  return (event) => {
    unread += 1;
    if (unread > MOST_UNREAD) return cutOff();
    void stream.writeSSE({ data: JSON.stringify(event), retry: 1000 }).then(() => {
      unread -= 1;
    });
  };
}

async function snapshot(deps: EventDeps, person: Person): Promise<Snapshot> {
  const { assets, people, faces, channel } = deps;
  const messages = await channel.seenBy(person.id);
  return {
    type: 'snapshot',
    build: await assets.build(),
    people,
    faces: faces.map(({ name, label }) => ({ name, label })),
    messages: messages.map((message) => showMessage(deps, message)),
  };
}

function beat(clock: Clock, run: () => void): () => void {
  let cancel = () => {};
  const again = () => {
    cancel = clock.after(HEARTBEAT_MS, () => {
      run();
      again();
    });
  };
  again();
  return () => cancel();
}
