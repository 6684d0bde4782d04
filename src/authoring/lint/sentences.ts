/** How much a card shows of a pay-off or a reason, and how much of it a text has. */

const SENTENCES = 2;

/** What to do about a text of too many characters or sentences. */
export function lengthProblem(text: string, most: number): readonly string[] {
  const sentences = sentencesIn(text);
  if (text.length <= most && sentences <= SENTENCES) return [];
  return [`one or two sentences and at most ${most} characters, but it has ${sentences} and ${text.length}`];
}

const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|U\.S|\p{Lu})\.$/u;

/** A full stop, not one of an abbreviation, with a capital after it. */
function sentencesIn(text: string): number {
  const ends = [...text.matchAll(/[.!?…]+[”’)]*(?=\s+[“‘(]?[\p{Lu}\p{N}])/gu)];
  return 1 + ends.filter(({ 0: end, index }) => !ABBREVIATION.test(text.slice(0, index + end.length))).length;
}
