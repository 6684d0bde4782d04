/** UTF-8 that some program took for Windows-1252 and saved again: “it’s” came to be “itâ€™s”. */

/** The byte that Windows-1252 has for a sign; the few that it leaves out stand for themselves. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, at) => at + 0x80).flatMap((byte) => [
    [String.fromCharCode(byte), byte] as const,
    [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ]),
);

/** What the bytes that go on in UTF-8, 80 to BF, look like. */
const NEXT = [...BYTES]
  .flatMap(([sign, byte]) => (byte < 0xc0 ? [sign] : []))
  .join('')
  .replace(/[\\\]^-]/g, '\\$&');

/** A letter for the byte that says how many follow, and so many; “â€” alone lost the sign that Windows-1252 lacks. */
const GARBLED = new RegExp(
  `[\\u00f0-\\u00f4][${NEXT}]{3}|[\\u00e0-\\u00ef][${NEXT}]{2}|â€(?![${NEXT}])|[\\u00c2-\\u00df][${NEXT}]`,
  'gu',
);

/** Stands in no text of any language. “é…”” could be meant, at the end of a quotation, and so could “Ã”” in capitals. */
const CERTAIN = /^(?:â€|â‚¬|â„¢|ðŸ|[ÂÃ][\u00a0-\u00aa\u00ac-\u00ba\u00bc-\u00bf])/u;

/** What is named where it is not certain: any of the rest would cry wolf. */
const LIKELY = /^[ÂÃÄÅÐÑ]/u;

/** So many that may be meant, and are most of a text's accented letters, are not. */
const MANY = 5;

/** Some texts went through it more than once. */
const MOST_TIMES = 3;

export interface Repaired {
  readonly text: string;
  readonly notes: readonly string[];
}

export function repairMojibake(text: string): Repaired {
  const first = repairOnce(text);
  let last = first;
  for (let times = 1; times < MOST_TIMES; times += 1) last = repairOnce(last.text);
  const { repaired } = first;
  const { doubtful } = last;
  return {
    text: last.text,
    notes: [
      ...(repaired === 0
        ? []
        : [`${repaired} signs from a wrong encoding, such as “â€™” for “’”, were put right`]),
      ...(doubtful === undefined
        ? []
        : [`“${doubtful}” may be a letter in a wrong encoding: look it up, and mend the text`]),
    ],
  };
}

interface Pass {
  readonly text: string;
  readonly repaired: number;
  readonly doubtful: string | undefined;
}

function repairOnce(text: string): Pass {
  const found = [...text.matchAll(GARBLED)].flatMap(([signs]) => (meant(signs) === undefined ? [] : [signs]));
  const certain = found.filter((signs) => CERTAIN.test(signs));
  const accented = text.match(/[\u00c2-\u00f4]/gu)?.length ?? 0;
  const isAll = found.length * 2 > accented && (certain.length > 0 || found.length >= MANY);
  return {
    text: text.replace(GARBLED, (signs) => (isAll || CERTAIN.test(signs) ? (meant(signs) ?? signs) : signs)),
    repaired: isAll ? found.length : certain.length,
    doubtful: isAll ? undefined : found.find((signs) => LIKELY.test(signs) && !CERTAIN.test(signs)),
  };
}

function meant(signs: string): string | undefined {
  if (signs === 'â€') return '”';
  const bytes = Uint8Array.from(signs, (sign) => BYTES.get(sign) ?? 0);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
