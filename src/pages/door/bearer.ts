/** The secret as programs give it: `Authorization: Bearer …`. */
import type { Context, MiddlewareHandler } from 'hono';
import { servedHere } from '../guard.ts';
import type { Hosts } from '../hosts.ts';
import type { Keeper } from './keeper.ts';

export interface BearerOptions {
  /** Undefined where there is no secret. */
  readonly keeper: Keeper | undefined;
  readonly hosts: Hosts;
  /** Whose tries are counted together. */
  visitorOf(context: Context): string;
}

const ASKED = 'This asks for the secret of the page: send it as “Authorization: Bearer …”.\n';
const WRONG = 'That is not the secret of the page (PAGE_SECRET).\n';
const TOO_MANY = 'Too many wrong secrets came. Try again later.\n';
const UNSET = 'This is told only to who knows a secret, and none is set: set PAGE_SECRET.\n';

/**
 * With a secret, to those who give it. Without one, to this machine where only that can reach the bot, under its own names,
 * so that no page elsewhere reads along; where others can, as `others` says.
 */
export const bearersOnly =
  ({ keeper, hosts, visitorOf }: BearerOptions, others: 'served' | 'refused'): MiddlewareHandler =>
  async (context, next) => {
    if (!keeper && hosts.isAlone) return servedHere(hosts)(context, next);
    if (!keeper) return others === 'served' ? next() : context.text(UNSET, 403);
    const [, given] = /^Bearer\s+(\S.*)$/i.exec(context.req.header('authorization') ?? '') ?? [];
    const refuse = (words: string, status: 401 | 429) =>
      context.text(words, status, { 'WWW-Authenticate': 'Bearer' });
    if (given === undefined) return refuse(ASKED, 401);
    const outcome = keeper.open(visitorOf(context), given);
    if (outcome === 'open') return next();
    if (outcome === 'wrong') return refuse(WRONG, 401);
    context.header('Retry-After', String(Math.ceil(outcome.waitMs / 1_000)));
    return refuse(TOO_MANY, 429);
  };
