/** What a platform's server knows of every message that there ever was, in the same words for every platform. */

export interface Version {
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  readonly text: string;
  /** The tokens of its buttons; a revealed question has none of its answers' any more. */
  readonly tokens: readonly string[];
  /** What stands on these buttons, in the same order. */
  readonly labels: readonly string[];
}

export interface Recorded {
  readonly channel: string;
  readonly id: string;
  /** What it was posted with: the nonce or the key. Answers to interactions have none. */
  readonly mark: string | undefined;
  /** The message that it was posted under. */
  readonly under: string | undefined;
  /** Whether the bot posted it of its own accord; otherwise it answers an interaction. */
  readonly posted: boolean;
  /** Set where only this person sees it. */
  readonly onlyFor: string | undefined;
  readonly removed: boolean;
  /** As posted, and as after each edit. Never empty. */
  readonly versions: readonly Version[];
}

/**
 * What everyone sees of an answer that is no message to whoever asked: how many messages there have been, and the
 * buttons of the pressed one. A count that goes up on it is none.
 */
export function sight(record: readonly Recorded[], channel: string, pressed: string | undefined): string {
  const there = record.filter((one) => one.channel === channel && one.onlyFor === undefined);
  const labels = there.find(({ id }) => id === pressed)?.versions.at(-1)?.labels ?? [];
  return [there.length, ...labels].join('\n');
}
