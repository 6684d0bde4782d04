/** Where a receipt points, as people write it: `leave#4`, or `leave#"Whoever starts"` by the words it begins with. */
export interface Spot {
  readonly article: string;
  /** 1-based; or the words that find it. */
  readonly at: { readonly paragraph: number } | { readonly words: string };
}

/** `written` has passed the schema. */
export function spotOf(written: string): Spot {
  const hash = written.indexOf('#');
  const rest = written.slice(hash + 1);
  const at = /^\d+$/.test(rest) ? { paragraph: Number(rest) } : { words: rest.slice(1, -1) };
  return { article: written.slice(0, hash), at };
}

export interface WrittenReceiptParts {
  readonly spot: string;
  /** Whom the article has it from, origin first. */
  readonly attribution: readonly string[];
}

/** A list may give several places in one map. */
export const receiptParts = (
  receipts: readonly (string | Readonly<Record<string, readonly string[]>>)[],
): readonly WrittenReceiptParts[] =>
  receipts.flatMap((receipt) =>
    typeof receipt === 'string'
      ? [{ spot: receipt, attribution: [] }]
      : Object.entries(receipt).map(([spot, attribution]) => ({ spot, attribution })),
  );
