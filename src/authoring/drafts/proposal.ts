/** What a maker of questions makes. */
import type { WrittenQuestion } from '../format/written.ts';
import type { Story } from './story.ts';

export interface Proposal {
  /** The id of the claim that proves the right option. */
  readonly fact: string;
  readonly question: WrittenQuestion;
}

/** A pure function of the pack: the same pack gives the same proposals in the same order. */
export type Maker = (story: Story) => readonly Proposal[];
