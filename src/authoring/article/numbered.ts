/** The paragraphs as authors see them, each with the number that its receipts name. */
export const numbered = (paragraphs: readonly string[]): string =>
  paragraphs.map((text, at) => `${String(at + 1).padStart(3)}  ${text}`).join('\n');
