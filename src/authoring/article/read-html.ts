/** A saved page: the article on it without what surrounds it, and what the page says of it. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Found, particularsOf } from './found.ts';
import { paragraphsIn } from './html-words.ts';
import { oneLine } from './lines.ts';
import { pageSays } from './page-says.ts';

/** A long page has 30,000 elements that stand 12 deep. Far more is no article, and would take minutes. */
const MOST = { tags: 200_000, depth: 256, steps: 500_000 } as const;

export function readHtml(html: string): Found {
  const tags = html.split('<').length - 1;
  if (tags > MOST.tags) throw new Error(tooMuch(`${tags} tags`));
  const document = documentOf(html);
  const { depth, steps } = sizeOf(document.documentElement);
  if (depth > MOST.depth) throw new Error(tooMuch(`elements that stand ${depth} deep in each other`));
  const said = pageSays(document, html);
  const headline = oneLine(document.querySelector('h1')?.textContent ?? '');
  const shown = oneLine(document.querySelector('title')?.textContent ?? '');
  const all = paragraphsIn(document.body ?? document.documentElement);
  const article = steps > MOST.steps ? null : articleIn(document);
  const paragraphs = article ? paragraphsIn(article.content) : [];
  const { notes, ...particulars } = particularsOf({
    ...said,
    title: named(said.title || article?.title || shown, headline).title,
    publisher: said.publisher ?? article?.siteName ?? named(shown, headline).publisher,
    author: said.author ?? article?.byline,
  });
  return {
    ...particulars,
    paragraphs: paragraphs.length > 0 ? paragraphs : all,
    notes: [
      ...notes,
      ...(paragraphs.length > 0
        ? []
        : [
            'its article cannot be told from the rest of the page, so that all text was taken: look what does not belong',
          ]),
      ...(said.published === undefined ? ['the page has no date: nothing on it says when it appeared'] : []),
    ],
  };
}

/** “A new keeper | The Varn Gazette” is what a browser shows; the headline tells which part is the title. */
function named(title: string, headline: string): { readonly title: string; readonly publisher?: string } {
  const rest = title.startsWith(headline) ? title.slice(headline.length) : '';
  const publisher = headline === '' ? undefined : /^\s[|·–—-]\s(.+)$/.exec(rest)?.[1];
  return publisher === undefined ? { title } : { title: headline, publisher };
}

const tooMuch = (what: string): string =>
  `this page has ${what}, more than any article: open it in the browser, copy the text of the article and give that`;

/** Also of a fragment, and of a page without its outer tags, as HTML allows. */
function documentOf(html: string): Document {
  const { document } = parseHTML(html);
  return document.documentElement?.localName === 'html'
    ? document
    : parseHTML(`<html><head></head><body>${html.replace(/<!doctype[^>]*>/i, '')}</body></html>`).document;
}

/** How deep elements stand at most, and all their depths together: what looking at each one's ancestors costs. */
function sizeOf(root: Element): { readonly depth: number; readonly steps: number } {
  let [depth, steps] = [0, 0];
  let level: readonly Element[] = [root];
  while (level.length > 0) {
    depth += 1;
    steps += depth * level.length;
    level = level.flatMap(({ children }) => [...children]);
  }
  return { depth, steps };
}

interface Article {
  readonly content: Element;
  readonly title: string | undefined;
  readonly siteName: string | undefined;
  readonly byline: string | undefined;
}

/** Takes the document apart on the way. */
function articleIn(document: Document): Article | undefined {
  const found = new Readability<Node>(document, {
    serializer: (content) => content,
    keepClasses: true,
  }).parse();
  const content = found?.content;
  return content === undefined || content === null || !('children' in content)
    ? undefined
    : {
        content: content as Element,
        title: found?.title ?? undefined,
        siteName: found?.siteName ?? undefined,
        byline: found?.byline ?? undefined,
      };
}
