/** What an article says of itself, in the form that a pack has it in. */
import { oneLine } from './lines.ts';
import { publishedIn } from './published.ts';

/** A field is undefined where the article says nothing, or nothing that can be read. */
export interface Particulars {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  /** `2018`, `2018-05` or `2018-05-30`. */
  readonly published?: string | undefined;
  /** Two letters: `en`. */
  readonly language?: string | undefined;
  /** With http or https. */
  readonly url?: string | undefined;
}

/** What the reader of one format gives. */
export interface Found extends Particulars {
  /** One line each, never empty. */
  readonly paragraphs: readonly string[];
  /** What was met and mended or is missing, in words for whoever gave the file. */
  readonly notes: readonly string[];
}

/** As many characters as a pack takes. */
const LONGEST = { title: 200, publisher: 80, author: 80 } as const;

/** From the words that stand in the file. What a pack would not take is left out, and a date that is none is noted. */
export function particularsOf(said: Particulars): Omit<Found, 'paragraphs'> {
  const published = said.published === undefined ? undefined : publishedIn(said.published);
  return {
    title: words(said.title, LONGEST.title),
    publisher: words(said.publisher, LONGEST.publisher),
    author: words(said.author?.replace(/^\s*by:?\s+/i, ''), LONGEST.author),
    published,
    language: /^\s*([a-z]{2})(?:[-_][\w-]*)?\s*$/i.exec(said.language ?? '')?.[1]?.toLowerCase(),
    url: said.url !== undefined && isWebAddress(said.url) ? new URL(said.url.trim()).href : undefined,
    notes:
      said.published === undefined || published !== undefined
        ? []
        : [
            `its date, “${oneLine(said.published).slice(0, 40)}”, cannot be read without guessing: write it as 2018-05-30`,
          ],
  };
}

function words(text: string | undefined, longest: number): string | undefined {
  const line = oneLine(text ?? '');
  return line === '' || line.length > longest || isWebAddress(line) ? undefined : line;
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^\s*https?:/i.test(text);
