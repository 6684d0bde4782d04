/** The HTML document and its files. Everything on the page is made by the script; without one it says so. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Logger } from '../../core/ports/logger.ts';
import type { Asset, Assets } from './assets.ts';
import type { Audience } from './audience.ts';
import { pageHeaders } from './guard.ts';
import { freePerson, type Person } from './people.ts';

export function pageRoutes({
  assets,
  people,
  audience,
  about,
  example,
  logger,
}: {
  assets: Assets;
  people: readonly Person[];
  audience: Pick<Audience, 'players'>;
  about: string;
  example: string;
  logger: Logger;
}): Hono {
  const page = new Hono();
  page.use('/', pageHeaders());
  page.use('/assets/*', pageHeaders());
  page.get('/', async (context) => {
    try {
      context.header('Cache-Control', 'no-cache');
      const played = audience.players();
      const free = freePerson(people, (id) => played.includes(id));
      return await context.html(documentOf(await assets.entries(), { people, free, about, example }));
    } catch (error) {
      logger.error('web-page-not-bundled', { error });
      return context.text('The page could not be built. The log says why.', 500);
    }
  });
  page.get('/assets/:name', async (context) => {
    const asset = await assets.find(context.req.param('name'));
    return asset ? send(context, asset) : context.text('There is no such file.', 404);
  });
  return page;
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

type Entries = Awaited<ReturnType<Assets['entries']>>;

interface Beginning {
  readonly people: readonly Person[];
  readonly free: string;
  readonly about: string;
  readonly example: string;
}

const documentOf = (
  { script, style, icon }: Entries,
  { people, free, about, example }: Beginning,
) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="A trivia and fact bot for Discord and Slack in which every fact shows its receipt." />
    <title>Receipts</title>
    <link rel="icon" href="assets/${icon}" />
    <link rel="stylesheet" href="assets/${style}" />
    <script type="module" src="assets/${script}"></script>
  </head>
  <body>
    <div id="page" data-icon="assets/${icon}" data-about="${about}" data-example="${example}" data-people="${people.map(({ id }) => id).join(' ')}" data-free="${free}"></div>
    <noscript>This page draws live messages and needs JavaScript to do so.</noscript>
  </body>
</html>`;
