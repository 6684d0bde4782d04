/** One payload at a time, in great numbers, and what became of each. */

/**
 * sound: as the platform sends it, whatever people wrote into it; it must be acknowledged. told: broken inside, but somebody
 * waits for its answer, so that it must be acknowledged as well. broken: nobody could answer it.
 */
export interface Shot {
  readonly kind: 'sound' | 'told' | 'broken';
  /** Resolves once it is acknowledged, or where nothing has to come; rejects with a NotAnswered. */
  fire(): Promise<unknown>;
}

/** The platform would tell the person by now that the bot does not respond. */
export class NotAnswered extends Error {}

export interface Tally {
  readonly sent: number;
  readonly sound: number;
  readonly told: number;
  readonly broken: number;
  /** Acknowledged, but only when sent again. */
  readonly late: number;
  readonly unanswered: readonly string[];
}

/** So many people at once: a busy evening, and no more than two cores are for. */
const AT_ONCE = 8;
/** A machine that has more to do is late now and then; a fault is late whenever it is met. */
export const TRIES = 4;

export async function fireAll(shots: Iterable<Shot>): Promise<Tally> {
  const tally = { sent: 0, sound: 0, told: 0, broken: 0, late: 0 };
  const unanswered: string[] = [];
  const left = shots[Symbol.iterator]();
  const soldier = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      tally.sent += 1;
      tally[next.value.kind] += 1;
      const problem = await fire(next.value, () => {
        tally.late += 1;
      });
      if (problem) unanswered.push(problem);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, soldier));
  return { ...tally, unanswered };
}

/** Each is made when its turn comes: by what the ones before it have left. */
export function* drawn(make: () => Shot, count: number): Iterable<Shot> {
  for (let at = 0; at < count; at += 1) yield make();
}

async function fire({ fire: once }: Shot, onLate: () => void): Promise<string | undefined> {
  for (let tried = 1; ; tried += 1) {
    try {
      await once();
      if (tried > 1) onLate();
      return undefined;
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error;
      if (tried === TRIES) return error.message;
    }
  }
}

/** Discord and Slack wait so long for an acknowledgement. */
const PATIENCE_MS = 3_000;

/** Rejects with a NotAnswered that says `what`, where it has not come when the platform stops waiting. */
export async function inTime<Value>(answer: Promise<Value>, what: string, ms = PATIENCE_MS): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NotAnswered(what)), ms);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same where a fake says by itself that it waited too long. */
export const orNotAnswered = (what: string) => (error: unknown) => {
  throw error instanceof Error && /^not acknowledged|^no socket is open/.test(error.message)
    ? new NotAnswered(what)
    : error;
};

export const add = (one: Tally, other: Tally): Tally => ({
  sent: one.sent + other.sent,
  sound: one.sound + other.sound,
  told: one.told + other.told,
  broken: one.broken + other.broken,
  late: one.late + other.late,
  unanswered: [...one.unanswered, ...other.unanswered],
});
