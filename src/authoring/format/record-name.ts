/** How messages name a record that may have no id. */

/** As its author knows a record: by its id, by its first words, or by its number. */
export function nameOf(content: unknown, path: readonly (string | number)[]): string {
  const { id, fact, question, event, on } = (content ?? {}) as Readonly<Record<string, unknown>>;
  const [name] = [id, fact, question, event, on].filter((one) => typeof one === 'string' && one !== '');
  const text = String(name ?? `number ${Number(path.at(-1)) + 1}`);
  const plain = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}
