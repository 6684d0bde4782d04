/** What goes after a time: old answers with all that belongs to them, and workspaces that took the bot out. */
import type { Workspace } from '../../ids.ts';

export interface Retention {
  /** True for the one caller, of all processes, that may begin this chore: nobody has since `since`. */
  takeChore(chore: string, at: number, since: number): Promise<boolean>;
  /**
   * Deletes rounds that closed before `before` with their answers, quizzes and deliveries, and lines of boards of weeks
   * and months that ended before. What people earned who have no answer left stays on boards of all time without their
   * id. What places have been shown is forgotten where that was before `seenBefore`. In small steps, so that nobody waits
   * for long; what `signal` cuts short is found again.
   */
  retire(
    cutoff: { readonly before: number; readonly seenBefore: number },
    signal?: AbortSignal,
  ): Promise<Retired>;
  /** Notes since when the bot is out of a workspace; what was noted before stays. */
  noteLeft(workspace: Workspace, at: number): Promise<void>;
  /** True where it had been noted. */
  forgetLeft(workspace: Workspace): Promise<boolean>;
  leftWorkspaces(): Promise<readonly LeftWorkspace[]>;
  /** Workspaces of which anything is kept that place belong to. */
  workspaces(): Promise<readonly Workspace[]>;
  /** Whether anything was done there after an instant. */
  isUsedSince(workspace: Workspace, at: number): Promise<boolean>;
  /** Deletes all that is kept of its places, with the note that it was left; in small steps. Resolves to how much it was. */
  deleteWorkspace(workspace: Workspace, signal?: AbortSignal): Promise<Retired>;
}

/** Rows that went, by what they were. */
export type Retired = Readonly<Record<string, number>>;

export interface LeftWorkspace extends Workspace {
  readonly leftAt: number;
}
