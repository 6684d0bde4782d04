/** Texts that are longer than their place. */

/** Cut between words where one ends near the limit, never inside a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  const whole = cut.isWellFormed() ? cut : cut.slice(0, -1);
  const word = whole.search(/\s\S{0,30}$/u);
  return `${(word > 0 ? whole.slice(0, word) : whole).trimEnd()}…`;
}
