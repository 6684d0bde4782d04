/** Documents of other programs, whose bytes are no text: what to do with each. */

const PASTE =
  'copy its text and give that: npm run pack -- add -, paste it, and end with Ctrl+D (on Windows Ctrl+Z and Enter)';

/** By what such a file begins with. */
const KINDS: readonly (readonly [begins: RegExp, says: string])[] = [
  [/^%PDF-/, `this is a PDF: open it, ${PASTE}`],
  [/^\{\\rtf/, `this is an RTF document: open it and save it as plain text, or ${PASTE}`],
  [
    /^\xd0\xcf/,
    `this is a document of an old office program: open it and save it as plain text, or ${PASTE}`,
  ],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|II\*|MM\0|RIFF....WEBP)/s,
    'this is a picture: type the words that it shows, or have a program read them, and give that text',
  ],
  [/^\W\x8b/, 'this is packed (gzip): unpack it and give the file that is in it'],
  [/^bplist00/, 'this is a web archive: open it in the browser and save it as page source (.html)'],
  [/^PK.*word\//s, `this is a Word document: open it and save it as plain text (.txt), or ${PASTE}`],
  [/^PK.*epub/s, `this is an e-book: open it, ${PASTE}`],
  [/^PK.*opendocument/s, `this is an office document: open it and save it as plain text (.txt), or ${PASTE}`],
  [/^PK.*xl\//s, 'this is a spreadsheet: save its questions as CSV and give that: npm run pack -- import'],
  [/^PK/, 'this is packed (zip): unpack it and give the files that are in it'],
  [
    /^(?:mime-version|from|content-type):.*^content-type: ?multipart\/related/ims,
    'this is a page with all its parts in one file (.mht): open it in the browser and save it as “web page, HTML only”',
  ],
];

/** They need no zero byte to be what they are; all others might be the first word of a text. */
const PLAIN = /^(?:%PDF-|\{\\rtf|(?:mime-version|from|content-type):)/i;

/** A sentence with what to do in place of reading these bytes; undefined where they may be a text. */
export function otherThanText(bytes: Uint8Array): string | undefined {
  const hasZeros = bytes.includes(0);
  const ends = latin(bytes.subarray(0, 4096)) + latin(bytes.subarray(4096).subarray(-4096));
  if (!hasZeros && !PLAIN.test(ends)) return undefined;
  return (
    KINDS.find(([begins]) => begins.test(ends))?.[1] ??
    (hasZeros
      ? `this is no text: it has zero bytes. Open it with the program that made it, ${PASTE}`
      : undefined)
  );
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
