/**
 * How a text is kept that is no Markdown: a blank line between its paragraphs. `readArticle` reads the same paragraphs
 * from it again, with the same numbers and hashes.
 */
export const textOf = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;
