/** What tells a browser that was let in: a cookie that says until when, signed with what follows from the secret. */
import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Clock } from '../../core/ports/clock.ts';
import type { Hosts } from '../hosts.ts';

export interface Passes {
  give(context: Context): Promise<void>;
  has(context: Context): Promise<boolean>;
}

const GOOD_FOR_MS = 30 * 86_400_000;

/** It outlives a restart with the same secret, and no change of it. */
export function createPasses(
  secret: string,
  { isEncrypted }: Pick<Hosts, 'isEncrypted'>,
  clock: Pick<Clock, 'now'>,
): Passes {
  // Slow on purpose: whoever gets hold of a cookie cannot try out secrets on it quickly.
  const key = promisify<string, string, number, Buffer>(scrypt)(secret, 'the door of the page', 32).then(
    (bytes) => bytes.toString('base64'),
  );
  // Cookies know no ports: two bots on one machine must not take each other’s.
  const portOf = (context: Context) => /:(\d+)$/.exec(context.req.header('host') ?? '')?.[1] ?? '80';
  const nameFor = (context: Context) => (isEncrypted ? 'receipts-door' : `receipts-door-${portOf(context)}`);
  return {
    give: async (context) =>
      setSignedCookie(context, nameFor(context), String(clock.now() + GOOD_FOR_MS), await key, {
        ...{ httpOnly: true, sameSite: 'Strict', path: '/', maxAge: GOOD_FOR_MS / 1000 },
        ...(isEncrypted && { prefix: 'host', secure: true }),
      }),
    has: async (context) => {
      const name = nameFor(context);
      const until = isEncrypted
        ? await getSignedCookie(context, await key, name, 'host')
        : await getSignedCookie(context, await key, name);
      return typeof until === 'string' && clock.now() < Number(until);
    },
  };
}
