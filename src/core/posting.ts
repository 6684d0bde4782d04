/**
 * One message that has to stand in its place once, whoever owes it: a quiz's question, its standings, a daily
 * question. What may stand there without our knowing is looked for before it is sent again.
 */
import type { Card } from './cards/card.ts';
import type { MessageRef, Place } from './ids.ts';
import type { FindOutcome, PostOutcome, Sought } from './ports/platform.ts';
import type { Attempt } from './ports/store.ts';
import type { Services } from './services.ts';

/** How long after a first try a platform that knows our key does not show a repeat twice. */
export const REPEAT_SAFE_MS = 120_000;

/** A try to post is over, one way or the other, before this; then there is still time for a safe repeat. */
export const TRY_OVER_MS = 60_000;

/** A process that fell asleep for longer between its note and the sending does not send. */
const SEND_WITHIN_MS = 20_000;

/** A post that took longer than this shows a time that is off by as much. */
const SLOW_POST_MS = 2_000;

export interface Post {
  readonly place: Place;
  /** What every try is sent with. */
  readonly key: string;
  readonly card: () => Promise<Card>;
}

/** `openedAt`: since when it stands there. `looksOff`: the times that it shows are not counted from then. */
export interface Standing {
  readonly status: 'posted';
  readonly message: MessageRef;
  readonly openedAt: number;
  readonly looksOff: boolean;
}

type NotPosted = Exclude<PostOutcome, { status: 'posted' }>;

/** Whether a repeat of what was first sent at `since` surely does not show twice at that instant. */
export function mayRepeat({ speaker }: Services, place: Place, since: number, at: number): boolean {
  const elapsed = at - since;
  return speaker.capabilities(place.platform).repeatsSafely && elapsed >= 0 && elapsed <= REPEAT_SAFE_MS;
}

/**
 * Sends it. `note` runs when all is ready and only the sending is left: a fault before it means that nothing was
 * sent. Where it answers false, the try is somebody else's by now, and nothing is.
 */
export async function send(
  { speaker, clock }: Services,
  { place, key, card }: Post,
  note: () => Promise<boolean>,
): Promise<Standing | NotPosted> {
  const before = clock.now();
  const ready = await card();
  const notedAt = clock.now();
  if (!(await note()) || clock.now() - notedAt > SEND_WITHIN_MS) return { status: 'failed', sent: 'no' };
  const outcome = await speaker.post(place, ready, key);
  if (outcome.status !== 'posted') return outcome;
  const openedAt = clock.now();
  return { ...outcome, openedAt, looksOff: openedAt - before > SLOW_POST_MS };
}

/** Our clock may have been set back since: by no more than this, most likely. */
const CLOCK_STEP_MS = 3_600_000;

/** Where it is not found from its instant on, it is looked for earlier too, as far as a busy channel allows. */
export async function lookFor(
  { speaker }: Services,
  { place, key, card }: Post,
  since: number,
): Promise<FindOutcome> {
  const sought: Sought = { card: await card(), key, since };
  const near = await speaker.find(place, sought);
  if (near.status !== 'absent') return near;
  const wide = await speaker.find(place, { ...sought, since: since - CLOCK_STEP_MS });
  return wide.status === 'impossible' ? near : wide;
}

/** A message that somebody waits for, so that it has to come within minutes or not at all. */
export interface Urgent {
  readonly post: Post;
  /** When it was first due; what the pauses between tries are measured by. */
  readonly since: number;
  /** After this it is not sent any more. */
  readonly until: number;
  readonly unsureSince: number | undefined;
  /** Notes the try, where it still is the caller's. */
  readonly note: (attempt: Attempt) => Promise<boolean>;
}

/**
 * later: to be tried or looked for again at that instant. over: not sent any more; `sent` tells whether it may stand
 * there. lost: the try is somebody else's by now.
 */
export type Outcome =
  | Standing
  | { readonly status: 'later'; readonly at: number }
  | { readonly status: 'over'; readonly sent: 'no' | 'maybe'; readonly fix: string }
  | { readonly status: 'lost' };

/** One try at it; the store knows before and after what may stand there. */
export async function tryToPost(services: Services, urgent: Urgent): Promise<Outcome> {
  const { post, unsureSince } = urgent;
  if (unsureSince === undefined) return sendNow(services, urgent, undefined);
  const found = await lookFor(services, post, unsureSince);
  switch (found.status) {
    case 'found':
      return { status: 'posted', message: found.message, openedAt: unsureSince, looksOff: true };
    case 'failed':
      return tryLater(services, urgent, unsureSince, found.retryAfterMs);
    case 'absent':
    case 'impossible':
      return notFound(services, urgent, unsureSince, found.status);
    default:
      return found satisfies never;
  }
}

async function notFound(
  services: Services,
  urgent: Urgent,
  since: number,
  how: 'absent' | 'impossible',
): Promise<Outcome> {
  const now = services.clock.now();
  // What is still under way cannot be found.
  const isSure = how === 'absent' && Math.abs(now - since) >= TRY_OVER_MS;
  if (now <= urgent.until && mayRepeat(services, urgent.post.place, since, now))
    return sendNow(services, urgent, since);
  if (isSure) return sendNow(services, urgent, undefined);
  return how === 'absent' ? tryLater(services, urgent, since) : { status: 'over', sent: 'maybe', fix: '' };
}

async function sendNow(services: Services, urgent: Urgent, earlier: number | undefined): Promise<Outcome> {
  const { clock } = services;
  const { post, until, note } = urgent;
  const since = earlier ?? clock.now();
  if (clock.now() > until) return { status: 'over', sent: 'no', fix: '' };
  let isOurs = false;
  const outcome = await send(services, post, async () => {
    isOurs = await note({ unsureSince: since, retryAt: clock.now() + TRY_OVER_MS });
    return isOurs;
  });
  if (!isOurs) return { status: 'lost' };
  if (outcome.status === 'posted') return outcome;
  services.logger.warn('post-not-taken', { key: post.key, ...outcome });
  if (outcome.status === 'refused')
    return { status: 'over', sent: earlier === undefined ? 'no' : 'maybe', fix: outcome.fix };
  return tryLater(services, urgent, outcome.sent === 'maybe' ? since : earlier, outcome.retryAfterMs);
}

const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/** After as long again as it took so far, within limits, and as the platform asks. */
async function tryLater(
  { clock }: Services,
  { since, until, note }: Urgent,
  unsureSince: number | undefined,
  retryAfterMs = 0,
): Promise<Outcome> {
  const now = clock.now();
  const own = now + Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, now - since));
  const asked = now + retryAfterMs;
  if (unsureSince === undefined) {
    if (now >= until || asked > until) return { status: 'over', sent: 'no', fix: '' };
    return leaveUntil(note, undefined, Math.max(asked, Math.min(own, until)));
  }
  // What may stand there is looked for a last time, however long the platform wants to be left alone.
  const lookUntil = Math.max(until, unsureSince + TRY_OVER_MS);
  if (now >= lookUntil) return { status: 'over', sent: 'maybe', fix: '' };
  return leaveUntil(note, unsureSince, Math.min(lookUntil, Math.max(own, asked)));
}

const leaveUntil = async (
  note: Urgent['note'],
  unsureSince: number | undefined,
  at: number,
): Promise<Outcome> =>
  (await note({ unsureSince, retryAt: at })) ? { status: 'later', at } : { status: 'lost' };
