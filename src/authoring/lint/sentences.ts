/** Where sentences end, and how many of them a card shows. */

const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|U\.S|\p{Lu})\.$/u;

/** A full stop ends one, not that of an abbreviation, with a capital or a number after it. */
export function sentencesOf(text: string): readonly string[] {
  const ends = [...text.matchAll(/[.!?…]+["”’)]*(?=\s+["“‘(]?[\p{Lu}\p{N}])/gu)]
    .map(({ 0: end, index }) => index + end.length)
    .filter((end) => !ABBREVIATION.test(text.slice(0, end)));
  return [0, ...ends].map((start, at) => text.slice(start, ends[at]).trim());
}

/** Of a pay-off or a reason. */
const MOST = 2;

/** What to do about a text of too many characters or sentences. */
export function lengthProblem(text: string, most: number): readonly string[] {
  const sentences = sentencesOf(text).length;
  if (text.length <= most && sentences <= MOST) return [];
  return [`one or two sentences and at most ${most} characters, but it has ${sentences} and ${text.length}`];
}
