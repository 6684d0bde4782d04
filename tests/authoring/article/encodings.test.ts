import { describe, expect, it } from 'vitest';
import { decoded } from '../../../src/authoring/article/decode.ts';
import { readArticle } from '../../../src/authoring/article/read-article.ts';
import { utf8 } from './reading.ts';

const SENTENCE = 'It’s a “café” – n° 1';

/** As the program of that name saves it. */
const AS = {
  'UTF-8': utf8(SENTENCE),
  'UTF-8 with a byte-order mark': utf8(`\ufeff${SENTENCE}`),
  'Windows-1252': Buffer.from('It\x92s a \x93caf\xe9\x94 \x96 n\xb0 1', 'latin1'),
  'UTF-16, little end first': Buffer.from(`\ufeff${SENTENCE}`, 'utf16le'),
  'UTF-16, big end first': Buffer.from(`\ufeff${SENTENCE}`, 'utf16le').swap16(),
  'UTF-16 without a mark': Buffer.from(SENTENCE, 'utf16le'),
  'UTF-16 without a mark, big end first': Buffer.from(SENTENCE, 'utf16le').swap16(),
};

describe('a file’s encoding', () => {
  it.each(Object.entries(AS))('is found out: %s', (_, bytes) => {
    expect(decoded(bytes).text).toBe(SENTENCE);
  });

  it('is told where it is not UTF-8', () => {
    expect(decoded(AS['UTF-8 with a byte-order mark']).notes).toEqual([]);
    expect(decoded(AS['Windows-1252']).notes).toEqual(['was read as Windows-1252, for it is no UTF-8']);
    expect(decoded(AS['UTF-16 without a mark']).notes).toEqual(['was read as UTF-16, for it is no UTF-8']);
  });

  it('is the one that a page declares, unless its bytes are UTF-8 all the same', async () => {
    const page = '<html><head><meta charset="koi8-r"></head><body><p>\xcd\xc1\xd1\xcb</p></body></html>';
    expect((await readArticle(Buffer.from(page, 'latin1'), 'a.html')).paragraphs).toEqual(['маяк']);
    const wrong = '<meta http-equiv="content-type" content="text/html; charset=windows-1252"><p>café</p>';
    expect((await readArticle(utf8(wrong), 'a.html')).paragraphs).toEqual(['café']);
  });

  it('stays UTF-8 where a few bytes are broken, and the lost signs are named', () => {
    const broken = Buffer.concat([utf8('Zoë’s café, naïve; the '), Buffer.of(0xff), utf8(' of Varn')]);
    expect(decoded(broken)).toEqual({
      text: 'Zoë’s café, naïve; the \ufffd of Varn',
      notes: [
        'a sign is lost (\ufffd) in one line, such as “’s café, naïve; the \ufffd of Varn”: look it up, and mend the text',
      ],
    });
  });
});

/** UTF-8 that was read as Windows-1252 and saved again. */
const garbled = (text: string): string => new TextDecoder('windows-1252').decode(utf8(text));

describe('signs that came from a wrong encoding', () => {
  it.each([
    ['quotes, dashes and accents', 'It’s a “café” – à la carte … 5 €'],
    ['a whole text in Russian', 'Смотритель маяка'],
    ['a whole text in Polish', 'Właściciel źle się czuł, ponoć'],
    ['an emoji', 'Well done 😀'],
  ])('are put right, and counted: %s', (_, text) => {
    const read = decoded(utf8(garbled(text)));
    expect(read.text).toBe(text);
    expect(read.notes).toEqual([expect.stringMatching(/^\d+ signs from a wrong encoding/)]);
  });

  it('are put right where that happened twice, and where a quote lost half of itself', () => {
    expect(decoded(utf8(garbled(garbled('It’s')))).text).toBe('It’s');
    expect(decoded(utf8('“Yes,â€ she said')).text).toBe('“Yes,” she said');
  });

  it.each([
    'She wrote “I went to the café…” and “Beyoncé”',
    'Il cria : «CAFÉ»',
    'Åse møtte Þór på øya; Zoë aß Crème brûlée',
    'MANHû é o título',
  ])('are not seen in what is meant: %s', (text) => {
    expect(decoded(utf8(text)).text).toBe(text);
  });

  it('are named where they could be meant', () => {
    expect(decoded(utf8('“AMANHÃ”, disse a irmã do capitão, não é já')).notes).toEqual([
      '“Ã”” may be a letter in a wrong encoding: look it up, and mend the text',
    ]);
  });
});

describe('signs that nobody sees', () => {
  it('go, and odd spaces and line ends become plain ones', () => {
    expect(decoded(utf8('a\u00a0b\u2009c\r\nd\re\u2028f\fg')).text).toBe('a b c\nd\ne\nf\ng');
    expect(decoded(utf8('light\u00adhouse \u202eleft\u202c \u200bzero\ufeff \u0007bell')).text).toBe(
      'lighthouse left zero bell',
    );
  });

  it('stay where they make letters and emoji of several', () => {
    expect(decoded(utf8('👩\u200d🔧 می\u200cخواهم but not a\u200db')).text).toBe(
      '👩\u200d🔧 می\u200cخواهم but not ab',
    );
  });
});

describe('what is no text', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n', /PDF: open it, copy its text and give that/],
    [
      'a Word document',
      'PK\x03\x04\x14\0\0\0word/document.xml',
      /Word document: open it and save it as plain text/,
    ],
    ['an e-book', 'PK\x03\x04\0\0mimetypeapplication/epub+zip', /e-book/],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', /picture: type the words/],
    ['an old document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', /old office program/],
    ['RTF', '{\\rtf1\\ansi Hello}', /RTF document/],
    [
      'a page with all its parts',
      'MIME-Version: 1.0\nContent-Type: multipart/related; x',
      /save it as “web page, HTML only”/,
    ],
    ['anything with zero bytes', 'abc\0\x01\x02\0\0\0', /no text: it has zero bytes/],
  ])('is turned down with what to do: %s', (_, bytes, says) => {
    expect(() => decoded(Buffer.from(bytes, 'latin1'))).toThrow(says);
  });

  it('is not what only begins with the same letters', () => {
    expect(decoded(utf8('BMW came to Varn. PK is a postcode.')).text).toBe(
      'BMW came to Varn. PK is a postcode.',
    );
  });

  it('is more than five megabytes, too', () => {
    expect(() => decoded(new Uint8Array(6 * 2 ** 20).fill(97))).toThrow(
      'this file has 6.0 MB, and an article has at most 5',
    );
  });

  it('is a file without a word', async () => {
    await expect(readArticle(utf8(' \n\u00a0\n* * *\n'), 'a.txt')).rejects.toThrow(
      'there are no words in this file',
    );
  });
});
