/** What every answer of the page carries and every request to it must fulfil. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Nothing from elsewhere, nothing inline. Style attributes are the exception: the web components that draw
 * Discord's messages set empty ones, and no text of a user ever becomes an attribute.
 */
export const pageHeaders = (): MiddlewareHandler =>
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
    // Receipts link to publishers, who need not learn where the reader came from.
    referrerPolicy: 'no-referrer',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });

/** Another site's page must not press our buttons through a visitor's browser. Programs send neither header. */
export const sameSiteOnly: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const fromHere = site === undefined || site === 'same-origin' || site === 'none';
  const toHere = origin === undefined || hostOf(origin) === context.req.header('host');
  if (fromHere && toHere) return next();
  return context.json({ error: 'Requests from other sites are not taken.' }, 403);
};

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
