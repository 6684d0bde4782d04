/** Asks for the page’s secret, and lets in who knows it. Everything that is mounted behind `passOnly` needs that. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Assets } from '../assets.ts';
import { refuse, sameSiteOnly } from '../guard.ts';
import type { Hosts } from '../hosts.ts';
import { formOf } from './form.ts';
import type { Keeper } from './keeper.ts';
import { createPasses } from './pass.ts';

export interface Door {
  /** Takes `/door`. */
  readonly routes: Hono;
  readonly passOnly: MiddlewareHandler;
}

export interface DoorOptions {
  readonly secret: string;
  readonly keeper: Keeper;
  readonly hosts: Hosts;
  readonly assets: Pick<Assets, 'entries'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  /** Whose tries are counted together. */
  visitorOf(context: Context): string;
}

const LONGEST_BODY = 4096;

const NOTHING = 'Type the secret first.';
const WRONG = 'That is not the secret. Look whether a character is missing or one too many, and try again.';
const SHUT = 'This page asks for a secret. Open its beginning, and it lets you type it.';
const FAR_TOO_LONG = 'That is far too long for the secret. Try again with the secret alone.';

export function createDoor(options: DoorOptions): Door {
  const { secret, keeper, hosts, assets, clock, logger, visitorOf } = options;
  const passes = createPasses(secret, hosts, clock);

  const show = async (context: Context, status: 401 | 413 | 429, problem?: string) => {
    const again = problem === undefined && context.req.header('sec-fetch-site') === 'cross-site';
    try {
      const { door: style, icon } = await assets.entries();
      return formOf(context, { style, icon, problem, again }, status);
    } catch (error) {
      logger.error('web-page-not-bundled', { error });
      return context.text('The page could not be built. The log says why.', 500);
    }
  };

  const knock = async (context: Context) => {
    const given = (await context.req.parseBody().catch(() => undefined))?.secret;
    if (typeof given !== 'string' || given.trim() === '') return show(context, 401, NOTHING);
    const outcome = keeper.open(visitorOf(context), given);
    if (outcome === 'wrong') return show(context, 401, WRONG);
    if (outcome !== 'open') {
      context.header('Retry-After', String(Math.ceil(outcome.waitMs / 1000)));
      return show(context, 429, tooMany(outcome.waitMs));
    }
    await passes.give(context);
    return context.redirect('./', 303);
  };

  const routes = new Hono();
  routes.post(
    '/door',
    sameSiteOnly(hosts),
    bodyLimit({ maxSize: LONGEST_BODY, onError: (context) => show(context, 413, FAR_TOO_LONG) }),
    knock,
  );
  routes.get('/door', (context) => context.redirect('./', 303));
  return {
    routes,
    passOnly: async (context, next) => {
      if (await passes.has(context)) return next();
      return context.req.path === '/' ? show(context, 401) : refuse(context, SHUT, 401);
    },
  };
}

function tooMany(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000);
  const wait = seconds <= 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return `Too many wrong secrets were typed. The next try is possible in ${seconds === 1 ? 'a second' : wait}.`;
}
