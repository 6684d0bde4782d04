import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbered } from '../../../src/authoring/article/numbered.ts';
import { type ReadArticle, readArticle } from '../../../src/authoring/article/read-article.ts';
import { textOf } from '../../../src/authoring/article/stored-text.ts';
import { utf8 } from './reading.ts';

const NAMES = ['a.txt', 'a.md', 'a.html', undefined];

/** Texts as they come: any signs, and many that mean something to one of the readers. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...[
          '\n',
          '\r\n',
          '\n\n',
          '\f',
          '\u00a0',
          '\u00ad\n',
          '\u200d',
          'क',
          'Ã©',
          'â€',
          '- ',
          '1. ',
          '> ',
          '# ',
          '***',
        ],
        ...[
          '<p>',
          '</p>',
          '<br>',
          '<!doctype html>',
          '<html>',
          '</html>',
          '&nbsp;',
          '&#8203;',
          '---\n',
          'a: b\n',
          '| a | b |\n',
        ],
        ...['It burns all night and is put out by whoever wakes first in that\n', 'house-\n', 'The lamp.\n'],
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** Undefined where it was turned down with a sentence. */
async function tried(bytes: Uint8Array, name: string | undefined): Promise<ReadArticle | undefined> {
  try {
    return await readArticle(bytes, name);
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) return undefined;
    throw error;
  }
}

describe('a text as it is kept', () => {
  it('gives the same paragraphs again, whatever the article was', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...NAMES), async (text, name) => {
        const article = await tried(utf8(text), name);
        if (article === undefined) return;
        const again = await readArticle(utf8(textOf(article.paragraphs)), 'kept.txt');
        expect(again.paragraphs).toEqual(article.paragraphs);
      }),
      { numRuns: 400 },
    );
  });

  it('is, of Markdown, the text itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const article = await tried(utf8(text), 'a.md');
        if (article?.format !== 'markdown') return;
        expect((await readArticle(utf8(article.text), 'a.md')).paragraphs).toEqual(article.paragraphs);
      }),
      { numRuns: 200 },
    );
  });

  it('is one line a paragraph with a blank one between', () => {
    expect(textOf(['One.', 'Two.'])).toBe('One.\n\nTwo.\n');
  });
});

describe('any bytes', () => {
  it('give paragraphs of one line with words in it, or a sentence that says why not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...NAMES), async (bytes, name) => {
        const article = await tried(bytes, name);
        for (const paragraph of article?.paragraphs ?? [])
          expect(paragraph).toMatch(/^(?=.*[\p{L}\p{N}])\S(?:[^\p{Cc}]*\S)?$/u);
      }),
      { numRuns: 400 },
    );
  });
});

describe('paragraphs as they are printed', () => {
  it('have the numbers that receipts name', () => {
    expect(numbered(['One.', 'Two.'])).toBe('  1  One.\n  2  Two.');
    expect(
      numbered(Array.from({ length: 1000 }, () => 'x'))
        .split('\n')
        .at(-1),
    ).toBe('1000  x');
  });
});
