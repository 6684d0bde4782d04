/** The word that was meant, where another one was typed. */

/** Of the known words the one that is a typing error away, if there is one. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((word) => ({ word, edits: edits(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, edits: count }) => count <= Math.min(2, Math.max(1, Math.floor(word.length / 2.5))))
    .toSorted((a, b) => a.edits - b.edits);
  return best?.word;
}

/** Levenshtein’s distance. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    let before = row[0] ?? 0;
    const next = [at + 1];
    for (const [other, wanted] of [...to].entries()) {
      const above = row[other + 1] ?? 0;
      next.push(Math.min((next[other] ?? 0) + 1, above + 1, before + (letter === wanted ? 0 : 1)));
      before = above;
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
