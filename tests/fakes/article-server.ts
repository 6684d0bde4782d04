/** Articles as a newspaper serves them, on this machine: to see where in them a link opens. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';

export interface ArticleServer {
  /** An article's address; its path is the article's id. */
  addressOf(article: string): string;
  close(): void;
}

/** What no page has anywhere else. */
const HIGHLIGHT = [255, 0, 255] as const;

/** One paragraph fills more than a window, so that only where the browser scrolls can be seen. */
const STYLE = `p { margin: 0 0 120vh; font: 20px/1.4 sans-serif } ::target-text { background: rgb(${HIGHLIGHT}) }`;

export async function serveArticles(
  articles: ReadonlyMap<string, readonly string[]>,
): Promise<ArticleServer> {
  const server = createServer((request, response) => {
    const paragraphs = articles.get(request.url?.slice(1) ?? '') ?? [];
    const text = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><link rel="icon" href="data:,"><title>An article</title>
      <style>${STYLE}</style><nav><p>Home</p></nav><article>${text}</article>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { addressOf: (article) => `http://127.0.0.1:${port}/${article}`, close: () => server.close() };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The numbers of the article's paragraphs that people see in the window. */
export const inView = (page: Page): Promise<readonly number[]> =>
  page.$$eval('article p', (paragraphs) =>
    paragraphs.flatMap((paragraph, at) => {
      const { top, bottom } = paragraph.getBoundingClientRect();
      return bottom > 0 && top < innerHeight ? [at + 1] : [];
    }),
  );

/** The numbers of the article's paragraphs in which something is highlighted. */
export async function highlighted(page: Page): Promise<readonly number[]> {
  const picture = (await page.screenshot({ fullPage: true })).toString('base64');
  return page.evaluate(
    async ({ data, colour }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
        willReadFrequently: true,
      });
      canvas?.drawImage(image, 0, 0);
      return [...document.querySelectorAll('article p')].flatMap((paragraph, at) => {
        const { x, y, width, height } = paragraph.getBoundingClientRect();
        const pixels = canvas?.getImageData(x + scrollX, y + scrollY, width, height).data ?? [];
        for (let pixel = 0; pixel < pixels.length; pixel += 4)
          if (colour.every((part, channel) => pixels[pixel + channel] === part)) return [at + 1];
        return [];
      });
    },
    { data: picture, colour: HIGHLIGHT },
  );
}
