/** Who asked for what everyone sees, and how. */
import type { Asked, Card } from '../cards/card.ts';
import { type Reply, type Request, toEveryone } from './request.ts';
import { decodeToken } from './token.ts';
import { clean, quote } from './typed-words.ts';

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

const LONGEST_ASKED = 100;

/** With who asked for it, and how, above it: for where a platform does not show that itself. */
export const withAsked = (card: Card, { player, line }: Asked): Card => {
  const note = {
    type: 'note',
    text: [{ player }, ' used ', { code: quote(clean(line), LONGEST_ASKED) }],
  } as const;
  return card.kind === 'plain'
    ? { ...card, blocks: [note, ...card.blocks] }
    : { ...card, lead: [note, ...card.lead] };
};
