/** The stream that an open page listens to: first everything that stands, then what happens. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Audience } from './audience.ts';
import { type Frame, HEARTBEAT } from './frames.ts';
import type { Person } from './people.ts';
import type { Snapshots } from './snapshots.ts';

export interface EventDeps {
  readonly audience: Audience;
  readonly snapshots: Snapshots;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A request as the real server hands it in, with the connection it came by. */
export type ServedContext = Context<{ Bindings: HttpBindings }>;

/** Below the half minute after which proxies commonly take a silent connection for dead. */
const HEARTBEAT_MS = 15_000;
/** A page that is this far behind is cut off; it comes back and gets a fresh snapshot. */
const MOST_UNREAD = 500;
const MOST_UNREAD_BYTES = 4_000_000;

/** An event counts for no less than its share of the bytes, so that one figure bounds both. */
const UNREAD = {
  highWaterMark: MOST_UNREAD_BYTES,
  size: ({ byteLength }: Frame) => Math.max(byteLength, MOST_UNREAD_BYTES / MOST_UNREAD),
};

/** The listener's place is taken before this returns, and ends with the request, however far that has come. */
export function streamEvents(context: ServedContext, deps: EventDeps, person: Person): Response {
  const { outgoing } = context.env;
  let leave = () => {};
  const body = new ReadableStream<Frame>(
    {
      start: (controller) => {
        leave = listen(controller, deps, { person, cut: () => outgoing.destroy() });
      },
      cancel: () => leave(),
    },
    UNREAD,
  );
  // Also where the request ended before anybody began to read.
  outgoing.once('close', leave);
  return context.body(body, 200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'Transfer-Encoding': 'chunked',
    'X-Accel-Buffering': 'no',
  });
}

interface Page {
  readonly person: Person;
  /** Ends the connection, with what is still unread. */
  cut(): void;
}

/** The returned function ends it; to be called once or more. */
function listen(
  controller: ReadableStreamDefaultController<Frame>,
  { audience, snapshots, clock, logger }: EventDeps,
  { person, cut }: Page,
): () => void {
  let isOver = false;
  // Whatever happens while the snapshot is being read waits behind it; seeing it twice does no harm.
  let waiting: Frame[] | undefined = [];
  const leave = () => {
    if (isOver) return;
    isOver = true;
    waiting = undefined;
    leaveAudience();
    stopBeating();
  };
  const write = (frame: Frame) => {
    if (isOver) return;
    if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(frame);
    leave();
    cut();
  };
  const leaveAudience = audience.join({
    person: person.id,
    send: (frame) => (waiting ? void waiting.push(frame) : write(frame)),
    close: () => {
      leave();
      controller.close();
    },
  });
  const stopBeating = beat(clock, () => write(HEARTBEAT));
  const begin = async () => {
    const snapshot = await snapshots.of(person.id);
    if (isOver) return;
    for (const frame of snapshot) controller.enqueue(frame);
    for (const frame of waiting ?? []) write(frame);
    waiting = undefined;
  };
  begin().catch((error: unknown) => {
    logger.error('web-stream-failed', { error });
    leave();
    cut();
  });
  return leave;
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
