/** Who asked for what everyone sees, and how. */
import { withAsked } from '../cards/card.ts';
import { type Reply, type Request, toEveryone } from './request.ts';
import { decodeToken } from './token.ts';

/** What was typed, or what the button stands for that was pressed; undefined for one that stands for nothing typed. */
export function askedLine(request: Request): string | undefined {
  if (request.kind === 'command')
    return lineOf(request.command, 'words' in request.input ? request.input.words : '');
  const token = decodeToken(request.token);
  if (token?.do === 'fact') return lineOf('fact', token.about);
  return token?.do === 'type' ? lineOf(token.command, token.words) : undefined;
}

const lineOf = (command: string, words: string): string => `/${command} ${words}`.trim();

/** An answer to everyone says it, where the platform does not show that itself. */
export function sayingWhoAsked(request: Request, reply: Reply): Reply {
  const line = askedLine(request);
  if (reply.type !== 'say' || reply.to !== 'everyone' || line === undefined) return reply;
  return toEveryone(withAsked(reply.card, { player: request.origin.player.user, line }));
}
