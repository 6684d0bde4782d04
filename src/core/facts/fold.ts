/** One form for words that people take for the same: no case, no accents, no typographic apostrophes. */
export const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[’‘`]/g, "'")
    .toLowerCase()
    .trim();
