/**
 * Who may use the desk: the author at this machine, through the address that the terminal printed. Other users of the
 * machine can reach a port of it as well, and other sites can have a browser call it; neither knows the key.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { hideFromGit } from './journal.ts';

const KEY_FILE = join('.desk', 'key');

/** The same after a restart, so that an open page goes on. Nobody else may read the file. */
export async function keyOf(folder: string): Promise<string> {
  const path = join(folder, KEY_FILE);
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (/^[0-9a-f]{48}$/.test(kept.trim())) return kept.trim();
  const key = randomBytes(24).toString('hex');
  await hideFromGit(folder);
  await writeFile(path, `${key}\n`, { mode: 0o600 });
  return key;
}

const CLOSED =
  'This page needs the address that “npm run pack -- watch” printed, with its key: open it from there.';

/** The key in the address becomes a cookie, so that no link carries it on. */
export function keyed(key: string): MiddlewareHandler {
  const isKey = (given: string | undefined): boolean =>
    given !== undefined &&
    given.length === key.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(key));
  return async (context, next) => {
    // Cookies know no ports: two desks on one machine must not take each other’s.
    const name = `desk-${new URL(context.req.url).port || '80'}`;
    if (context.req.path === '/' && isKey(context.req.query('key'))) {
      setCookie(context, name, key, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 });
      return context.redirect('/');
    }
    if (isKey(getCookie(context, name))) return next();
    return context.req.path.startsWith('/api/')
      ? context.json({ error: CLOSED }, 401)
      : context.text(CLOSED, 401);
  };
}
