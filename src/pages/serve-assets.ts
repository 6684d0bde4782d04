/** The files of a page, as a browser asks for them. */
import { type Context, Hono } from 'hono';
import type { Asset, Assets } from './assets.ts';
import { pageHeaders } from './guard.ts';

/** To be mounted at the root of a server; takes `/assets/*`. */
export function assetRoutes(assets: Assets): Hono {
  const routes = new Hono();
  routes.use('/assets/*', pageHeaders());
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
