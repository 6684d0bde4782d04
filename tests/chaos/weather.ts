/** How often the platforms' servers fail, and how: calls to post, to edit and to look go wrong one time in five. */
import type { World } from './world.ts';

const POSTS = {
  'done-500': 0.04,
  'done-cut': 0.04,
  'done-silent': 0.03,
  'undone-500': 0.04,
  'undone-cut': 0.03,
  'undone-silent': 0.02,
  busy: 0.04,
  late: 0.05,
} as const;
const LISTS = { 'undone-500': 0.08, 'undone-cut': 0.05, busy: 0.03, late: 0.05 } as const;
/** People wait for these for real seconds, so nothing is silent. */
const ANSWERS = { 'done-500': 0.02, 'undone-500': 0.02, 'done-cut': 0.02 } as const;

/** In virtual milliseconds: less than what the bot waits for an answer. */
const LATE_MS = 6_000;

export function turnFoul({ discord, slack }: World, seed: number, speed: number): void {
  const lateMs = LATE_MS / speed;
  const common = { posts: POSTS, edits: POSTS, lists: LISTS, answers: ANSWERS };
  // The SDK waits by itself, in real time; the shortest that it may be asked for is long enough here.
  discord.faults.random({ seed, rates: { ...common, callbacks: ANSWERS }, lateMs, retryAfterSeconds: 0.1 });
  slack.faults.random({ seed: seed + 1, rates: { ...common, lookups: LISTS }, lateMs, retryAfterSeconds: 1 });
}

export function turnCalm({ discord, slack }: World): void {
  discord.faults.calm();
  slack.faults.calm();
}
