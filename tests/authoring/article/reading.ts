/** What the tests of the article room share. */
import { type ReadArticle, readArticle } from '../../../src/authoring/article/read-article.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (text: string, name?: string): Promise<ReadArticle> => readArticle(utf8(text), name);

export const paragraphsOf = async (text: string, name?: string): Promise<readonly string[]> =>
  (await read(text, name)).paragraphs;
