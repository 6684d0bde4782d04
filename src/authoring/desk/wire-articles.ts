/** What is asked and answered while an article is taken in, or gets a new text. */
import { z } from 'zod';
import type { ToReread } from './wire.ts';
import { Id } from './wire-fields.ts';

/** As many characters as a file of eight megabytes has in base64. */
const MOST_CONTENT = 11_200_000;

export const ArticleRequest = z.strictObject({
  /** Of the file, `interview.html`; undefined for what was pasted. */
  name: z.string().max(200).optional(),
  /** The bytes of the file in base64. */
  content: z.string().min(1).max(MOST_CONTENT),
  /** What the file does not say; see `ArticleAsks`. */
  title: z.string().max(200).optional(),
  publisher: z.string().max(80).optional(),
  author: z.string().max(80).optional(),
  /** `2018`, `2018-05`, `30 May 2018`; empty where nobody knows. */
  published: z.string().max(40).optional(),
  url: z.string().max(500).optional(),
  ours: z.boolean().optional(),
  /** The article whose text this is the new one of. */
  replaces: Id.optional(),
  /** It is an article of its own, however much it looks like the one that `ArticleAsks.same` named. */
  another: z.boolean().optional(),
  /** With `replaces`: answers what would come of it, and writes nothing. */
  tryOnly: z.boolean().optional(),
});
export type ArticleRequest = z.infer<typeof ArticleRequest>;

export type ArticleAnswer = ArticleAsks | ArticleTried | ArticleAdded;

/** Nothing was written yet: ask, and send it again with the answers. */
export interface ArticleAsks {
  readonly status: 'asks';
  /** Empty where only `same` has to be answered. */
  readonly missing: readonly ('title' | 'publisher' | 'published' | 'ours')[];
  /** This looks like a new text of it: answered with `replaces` or `another`. */
  readonly same?: { readonly id: string; readonly title: string } | undefined;
  /** What the file says, and what is proposed for what it does not. */
  readonly found: {
    readonly title?: string | undefined;
    readonly publisher?: string | undefined;
    readonly author?: string | undefined;
    readonly published?: string | undefined;
    readonly url?: string | undefined;
  };
  readonly paragraphs: number;
  /** What was met and mended, in words. */
  readonly notes: readonly string[];
}

/** Nothing was written: what a new text would do to what rests on the old one. */
export interface ArticleTried {
  readonly status: 'would-replace';
  readonly paragraphs: number;
  readonly notes: readonly string[];
  /** How many receipts go along with their paragraphs: they say the same and stand elsewhere. */
  readonly follow: number;
  /** Facts whose paragraph would say something else, or would be gone. */
  readonly toReread: readonly Pick<ToReread, 'fact' | 'paragraph' | 'says' | 'was'>[];
  /** Paragraphs that were left out for what they said, and would count again. */
  readonly countAgain: readonly number[];
}

export interface ArticleAdded {
  readonly status: 'added' | 'replaced' | 'same';
  readonly revision: number;
  readonly id: string;
  readonly paragraphs: number;
  readonly notes: readonly string[];
  /** Receipts that stand elsewhere now: they were written anew. */
  readonly moved: readonly { readonly fact: string; readonly from: string; readonly to: string }[];
  /** Receipts to be read again: as in `State`. */
  readonly toReread: readonly ToReread[];
  /** Takes out again what was added, as long as no fact rests on it: to `POST /api/undo`. */
  readonly undo?: string | undefined;
}
