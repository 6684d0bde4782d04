/** From a file's bytes to its text, whatever a program saved it as. */
import { plainSigns } from './lines.ts';
import { repairMojibake } from './mojibake.ts';
import { otherThanText } from './other-than-text.ts';

export interface Decoded {
  /** Without a byte-order mark and signs that nobody sees; each line ends in a line feed. */
  readonly text: string;
  /** What was met and mended, in words for whoever gave the file. */
  readonly notes: readonly string[];
}

const MOST_MB = 5;

/**
 * Never guesses between two encodings where the bytes tell: marks at the beginning, zero bytes, and whether they are
 * UTF-8 at all. Throws an `Error` that says what to do where they are no text.
 */
export function decoded(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_MB * 2 ** 20)
    throw new Error(
      `this file has ${(bytes.length / 2 ** 20).toFixed(1)} MB, and an article has at most ${MOST_MB}: give each text of it as a file of its own`,
    );
  const { text, encoding } = read(bytes);
  const repaired = repairMojibake(text);
  return {
    text: plainSigns(repaired.text),
    notes: [
      ...(encoding === 'utf-8' ? [] : [`was read as ${NAMES[encoding] ?? encoding}, for it is no UTF-8`]),
      ...repaired.notes,
      ...lostSigns(repaired.text),
    ],
  };
}

const NAMES: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

interface Read {
  readonly text: string;
  /** As TextDecoder names it. */
  readonly encoding: string;
}

function read(bytes: Uint8Array): Read {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decodeAs(wide, bytes);
  const other = otherThanText(bytes);
  if (other !== undefined) throw new Error(other);
  if (isUtf8(bytes)) return decodeAs('utf-8', bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && declared !== 'utf-8') return decodeAs(declared, bytes);
  const text = new TextDecoder().decode(bytes);
  return isMostlyRead(text) ? { text, encoding: 'utf-8' } : decodeAs('windows-1252', bytes);
}

const decodeAs = (encoding: string, bytes: Uint8Array): Read => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/** By its mark, or by the zero bytes that Latin letters have in it. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 4;
  if (odd > many && even < many / 10) return 'utf-16le';
  return even > many && odd < many / 10 ? 'utf-16be' : undefined;
}

/** What the head of a page says of itself. UTF-16 it cannot be, or these words could not be read. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const label = /<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const LOST = '\ufffd';

/** A few broken bytes in UTF-8, where Windows-1252 would break every other accent. */
function isMostlyRead(text: string): boolean {
  const lost = text.split(LOST).length - 1;
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return lost < good;
}

function lostSigns(text: string): readonly string[] {
  const lost = text.split('\n').flatMap((line) => (line.includes(LOST) ? [line] : []));
  const [first = ''] = lost;
  const at = first.indexOf(LOST);
  return lost.length === 0
    ? []
    : [
        `a sign is lost (${LOST}) in ${lost.length === 1 ? 'one line' : `${lost.length} lines`}, such as “${first.slice(Math.max(0, at - 20), at + 20).trim()}”: look it up, and mend the text`,
      ];
}
