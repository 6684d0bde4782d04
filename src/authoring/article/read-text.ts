/** A plain text: paragraphs and perhaps a title; nothing else can be known of it. */
import type { Found } from './found.ts';
import { unwrapped } from './wraps.ts';

const LONGEST_TITLE = 100;

export function readText(text: string): Found {
  const { paragraphs, lines } = unwrapped(text);
  const [first = '', second] = paragraphs;
  const isTitle = second !== undefined && first.length <= LONGEST_TITLE && !/[.,:;…]["'”’»)\]]*$/.test(first);
  return {
    title: isTitle ? first : undefined,
    paragraphs,
    notes:
      lines > paragraphs.length
        ? [
            `${lines} hard-wrapped lines became ${paragraphs.length === 1 ? 'one paragraph' : `${paragraphs.length} paragraphs`}`,
          ]
        : [],
  };
}
