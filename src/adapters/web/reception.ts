/** Takes what people type and press, acknowledges at once, asks the bot, and shows its reply to whom it is for. */

import type { Logger } from '../../core/logger.ts';
import type { Acknowledgement, Bot, Reply, Request } from '../../core/request.ts';
import type { Audience } from './audience.ts';
import type { Channel, Message } from './channel.ts';
import type { Typed } from './inbound.ts';
import { originOf, type Person } from './people.ts';
import { type Face, offers, showMessage } from './show.ts';

/** refused: a sentence for the person. */
export type Receipt =
  | { readonly status: 'accepted'; readonly acknowledged: Acknowledgement }
  | { readonly status: 'refused'; readonly why: 'closed' | 'busy' | 'gone'; readonly words: string };

export interface Reception {
  open(bot: Bot): void;
  /** Takes nothing new and resolves when everything accepted has been answered. */
  close(): Promise<void>;
  bot(): Bot | undefined;
  command(person: Person, typed: Typed): Receipt;
  press(person: Person, message: string, token: string): Promise<Receipt>;
}

/** More requests at once than this are a flood, not a conversation. */
const MOST_IN_FLIGHT = 50;

const CLOSED = {
  status: 'refused',
  why: 'closed',
  words: 'The bot is just restarting. Try again in a moment.',
} as const;
const BUSY = {
  status: 'refused',
  why: 'busy',
  words: 'Too much is going on right now. Try again in a moment.',
} as const;
const GONE = { status: 'refused', why: 'gone', words: 'That message is no longer here.' } as const;
const CHANGED = {
  status: 'refused',
  why: 'gone',
  words: 'That button is no longer there: the message has changed.',
} as const;

export function createReception(deps: {
  channel: Channel;
  audience: Audience;
  faces: readonly Face[];
  logger: Logger;
}): Reception {
  const { channel, audience, faces, logger } = deps;
  const inFlight = new Set<Promise<void>>();
  let current: Bot | undefined;

  const showToAsker = (person: Person, message: Message) =>
    audience.tell(person.id, { type: 'message', message: showMessage(faces, message) });
  const showToEveryone = (message: Message) =>
    audience.tellEveryone({ type: 'message', message: showMessage(faces, message) });

  const say = async (person: Person, reply: Extract<Reply, { type: 'say' }>) => {
    if (reply.to === 'everyone') showToEveryone(await channel.post(reply.card));
    else showToAsker(person, channel.whisper(person.id, reply.card));
  };

  const replace = async (person: Person, pressed: Message, { card }: Reply) => {
    if (pressed.onlyFor !== undefined) {
      showToAsker(
        person,
        channel.editWhisper(person.id, pressed.id, card) ?? channel.whisper(person.id, card),
      );
      return;
    }
    const edited = await channel.edit(pressed.id, card);
    if (edited) showToEveryone(edited);
    else showToAsker(person, channel.whisper(person.id, card));
  };

  const answer = async (bot: Bot, person: Person, request: Request, pressed: Message | undefined) => {
    try {
      const reply = await bot.handle(request);
      if (reply.type === 'replace' && pressed) await replace(person, pressed, reply);
      else await say(person, reply.type === 'say' ? reply : { type: 'say', to: 'asker', card: reply.card });
    } catch (error) {
      logger.error('web.reply.failed', { kind: request.kind, error });
      audience.tell(person.id, {
        type: 'problem',
        words: 'The answer got lost on its way. Please try again.',
      });
    }
  };

  const accept = (person: Person, request: Request, pressed?: Message): Receipt => {
    if (!current) return CLOSED;
    if (inFlight.size >= MOST_IN_FLIGHT) return BUSY;
    const work = answer(current, person, request, pressed);
    inFlight.add(work);
    void work.finally(() => inFlight.delete(work));
    return { status: 'accepted', acknowledged: current.acknowledgement(request) };
  };

  return {
    open: (bot) => {
      current = bot;
    },
    close: async () => {
      current = undefined;
      await Promise.all(inFlight);
    },
    bot: () => current,
    command: (person, typed) => accept(person, { ...typed, origin: originOf(person) }),
    press: async (person, id, token) => {
      const pressed = (await channel.seenBy(person.id)).find((message) => message.id === id);
      if (!pressed) return GONE;
      if (!offers(pressed.card, token)) return CHANGED;
      return accept(person, { kind: 'press', token, origin: originOf(person) }, pressed);
    },
  };
}
