/** What keeps the bot in order: requests, who speaks here, places that move, the page’s channel. */
import type { MessageRef, Place, PlatformId } from '../../ids.ts';

export interface Upkeep {
  /** True for the one call that takes this request of a platform, however often it is delivered. */
  takeRequest(platform: PlatformId, id: string, at: number): Promise<boolean>;
  /** Forgets requests that were taken before an instant, and quizzes that were offered before it and never begun. */
  sweep(before: number): Promise<void>;
  /** Writes something that means nothing, to see whether it can be written; rejects where not. */
  tryWrite(at: number): Promise<void>;
  /** Whether it is a backup that was put back, where that can be told, and nobody has taken up since what it does not know. */
  isRestored(): Promise<boolean>;
  noteTakenUp(): Promise<void>;
  /**
   * Who speaks on a platform from this database: whoever claimed it first, also where that is not the caller. Noted
   * anew each time.
   */
  claimInstallation(platform: PlatformId, identity: string, at: number): Promise<string>;
  /**
   * The place goes on under another id of its platform: all that is kept of it moves along. Where the new id has
   * something already, the newer order stays, and what is counted once is counted once.
   */
  movePlace(from: Place, to: Place): Promise<void>;
  /**
   * Rewrites each id of before ids were scoped by their pack, wherever it is kept; one of which `scoped` knows nothing
   * stays. Little by little, so that nobody waits for long; several may do it at once. What `signal` cuts short is
   * found again the next time. Resolves to how many rows it changed.
   */
  scopeIds(scoped: ScopedIds, signal?: AbortSignal): Promise<number>;
  saveTranscript(entry: TranscriptEntry): Promise<void>;
  findTranscript(message: MessageRef): Promise<TranscriptEntry | undefined>;
  /** Oldest first, the last `limit`. */
  transcriptOf(place: Place, limit: number): Promise<readonly TranscriptEntry[]>;
}

/** What becomes of a bare id. */
export interface ScopedIds {
  question(id: string): string | undefined;
  claim(id: string): string | undefined;
  /** A card of the page's channel as JSON, with the ids that its buttons carry. */
  card(json: string): string;
}

/** A message of the page's channel, kept as the other platforms' own servers keep theirs. */
export interface TranscriptEntry {
  readonly message: MessageRef;
  /** A card as JSON. */
  readonly card: string;
  readonly at: number;
}
