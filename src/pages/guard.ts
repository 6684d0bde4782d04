/** What every answer of a page carries and every request to it must fulfil. */
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Hosts } from './hosts.ts';

/**
 * Nothing from elsewhere, nothing inline. Style attributes are the exception: the web components that draw
 * Discord's messages set empty ones, and no text of a user ever becomes an attribute.
 */
export const pageHeaders = ({ isEncrypted }: Pick<Hosts, 'isEncrypted'>): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // Receipts link to publishers, who need not learn where the reader came from. `no-referrer` would take the origin from
    // the door's own form as well.
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    strictTransportSecurity: isEncrypted && 'max-age=15552000',
  });

/** Nobody on the way keeps an answer, unless it says that they may. */
export const kept: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('cache-control')) context.res.headers.set('Cache-Control', 'no-store');
};

const elsewhere = ({ openAs, isNamed }: Hosts): string =>
  `This page is not served under that name. Open it as ${openAs}.${isNamed ? '' : ' Whoever runs it can name another address with PUBLIC_URL.'}`;
const BEHIND_PROXY =
  'A proxy handed this on, and nobody told the bot of one. Whoever runs it: set PUBLIC_URL to the address that people open.';

/** What a proxy adds. A browser at this machine sends none of them. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A page that is meant for this machine alone stays so behind a proxy that nobody spoke of. */
export const servedHere =
  (hosts: Hosts): MiddlewareHandler =>
  async (context, next) => {
    const { req } = context;
    if (!hosts.serves(req.header('host'))) return refuse(context, elsewhere(hosts), 403);
    if (hosts.isAlone && FORWARDED.some((name) => req.header(name) !== undefined))
      return refuse(context, BEHIND_PROXY, 403);
    return next();
  };

/** In the form that whoever asked can read: the page’s script, or a person. */
export const refuse = (context: Context, words: string, status: 401 | 403 | 404): Response =>
  context.req.path.startsWith('/api/') ? context.json({ error: words }, status) : context.text(words, status);

/** Another site's page must not press our buttons through a visitor's browser. Programs send neither header. */
export const sameSiteOnly =
  (hosts: Hosts): MiddlewareHandler =>
  async (context, next) => {
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const fromHere = site === undefined || site === 'same-origin' || site === 'none';
    const isTrusted = origin === undefined || hosts.trusts(origin, context.req.header('host'));
    if (fromHere && isTrusted) return next();
    return context.json({ error: 'Requests from other sites are not taken.' }, 403);
  };

/** HEAD is answered by what answers GET: not where that begins something. */
export const getOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET') return next();
  return context.json({ error: 'Only GET is answered here.' }, 405, { Allow: 'GET' });
};
