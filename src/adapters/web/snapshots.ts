/**
 * What a page is told first: everything that stands. Each message is drawn once for as long as it stays as it is, and
 * what everybody sees goes to all who connect as the very same bytes.
 */
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { Assets } from '../../pages/assets.ts';
import type { Channel, Message } from './channel.ts';
import { bytesOf, type Frame } from './frames.ts';
import { type Showing, showMessage } from './show.ts';
import type { Snapshot } from './wire.ts';

export interface SnapshotDeps extends Showing {
  readonly channel: Channel;
  readonly assets: Assets;
}

export interface Snapshots {
  /** As it is now or a little later: the pieces of one event, to be written in this order. */
  of(person: string): Promise<readonly Frame[]>;
}

/** A page that lost its server comes back after this long. */
const RETRY_MS = 1000;

/** Drawing so many takes a few milliseconds. */
const DRAWN_AT_ONCE = 10;

export function createSnapshots(deps: SnapshotDeps): Snapshots {
  const { channel, assets, people, faces } = deps;
  const drawn = new WeakMap<Message, string>();
  const draw = (message: Message): string => {
    const json = drawn.get(message) ?? JSON.stringify(showMessage(deps, message));
    drawn.set(message, json);
    return json;
  };
  let last: { readonly messages: readonly Message[]; readonly bytes: Frame } | undefined;

  const everyones = async (): Promise<Frame> => {
    const messages = await channel.standing();
    if (last && isSame(last.messages, messages)) return last.bytes;
    let count = 0;
    for (const message of messages) {
      if (drawn.has(message)) continue;
      draw(message);
      count += 1;
      if (count % DRAWN_AT_ONCE === 0) await turnOfOthers();
    }
    last = { messages, bytes: bytesOf(messages.map(draw).join(',')) };
    return last.bytes;
  };
  const shared = sharedFromNow(everyones);

  return {
    of: async (person) => {
      const [build, all] = await Promise.all([assets.build(), shared()]);
      const whispers = channel.whispersOf(person).map(draw).join(',');
      const head: Omit<Snapshot, 'messages'> = {
        type: 'snapshot',
        build,
        people,
        faces: faces.map(({ name, label }) => ({ name, label })),
      };
      const beginning = `retry: ${RETRY_MS}\ndata: ${JSON.stringify(head).slice(0, -1)},"messages":[`;
      const between = all.length > 0 && whispers !== '' ? ',' : '';
      return [bytesOf(beginning), all, bytesOf(`${between}${whispers}]}\n\n`)];
    },
  };
}

const isSame = (before: readonly Message[], now: readonly Message[]): boolean =>
  before.length === now.length && before.every((message, at) => message === now[at]);

/** Whoever asks gets what was begun after that. All who ask while one runs share the next. */
function sharedFromNow<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Result> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        const begun = run();
        [running, next] = [begun, undefined];
        return begun;
      });
    return next;
  };
}
