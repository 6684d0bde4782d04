/** The HTML document of a page and its files. All that one sees is made by the script; without one it says so. */
import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Logger } from '../core/ports/logger.ts';
import type { Asset, Assets, Entries } from './assets.ts';

export interface Beginning {
  readonly title: string;
  readonly description: string;
  /** Why it needs JavaScript. */
  readonly noScript: string;
  /** What the script knows at once: the `data-*` attributes of `#page`. `icon` and `notices` are added. */
  readonly data: Readonly<Record<string, string>>;
}

export interface DocumentOptions {
  readonly assets: Assets;
  readonly logger: Logger;
  /** Called whenever the page is opened. */
  begin(): Beginning | Promise<Beginning>;
}

/** To be mounted at the root of a server; takes `/`. */
export function documentRoutes({ assets, logger, begin }: DocumentOptions): Hono {
  const routes = new Hono();
  routes.get('/', async (context) => {
    try {
      return await context.html(documentOf(await assets.entries(), await begin()));
    } catch (error) {
      logger.error('web-page-not-bundled', { error });
      return context.text('The page could not be built. The log says why.', 500);
    }
  });
  return routes;
}

/** The same for `/assets/*`: nothing in there tells of anybody. */
export function assetRoutes(assets: Pick<Assets, 'find'>): Hono {
  const routes = new Hono();
  routes.get('/assets/:name', async (context) => {
    const asset = await assets.find(context.req.param('name'));
    return asset ? send(context, asset) : context.text('There is no such file.', 404);
  });
  return routes;
}

/** The name carries a hash of the contents, so a browser may keep it for good. */
function send(context: Context, { type, body, brotli }: Asset): Response {
  context.header('Content-Type', type);
  context.header('Cache-Control', 'public, max-age=31536000, immutable');
  context.header('Vary', 'Accept-Encoding');
  if (!brotli || !/\bbr\b/.test(context.req.header('accept-encoding') ?? '')) return context.body(body);
  context.header('Content-Encoding', 'br');
  return context.body(brotli);
}

const documentOf = (
  { script, style, icon, notices }: Entries,
  { title, description, noScript, data }: Beginning,
) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${description}" />
    <title>${title}</title>
    <link rel="icon" href="assets/${icon}" />
    <link rel="stylesheet" href="assets/${style}" />
    <link rel="license" href="assets/${notices}" />
    <script type="module" src="assets/${script}"></script>
  </head>
  <body>
    <div id="page" data-icon="assets/${icon}" data-notices="assets/${notices}"${attributes(data)}></div>
    <noscript>${noScript}</noscript>
  </body>
</html>`;

const attributes = (data: Beginning['data']) =>
  Object.entries(data).map(([name, value]) => html` data-${raw(name)}="${value}"`);
