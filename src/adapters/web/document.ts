/** The HTML document and its files. Everything on the page is made by the script; without one it says so. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Logger } from '../../core/ports/logger.ts';
import type { Assets } from '../../pages/assets.ts';
import { pageHeaders } from '../../pages/guard.ts';
import { assetRoutes } from '../../pages/serve-assets.ts';
import type { Audience } from './audience.ts';
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
  return page.route('/', assetRoutes(assets));
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
