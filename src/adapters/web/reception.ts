/** Takes what people type and press, acknowledges at once, asks the bot, and shows its reply to whom it is for. */
import { randomUUID } from 'node:crypto';
import type { Logger } from '../../core/ports/logger.ts';
import { askedLine } from '../../core/requests/asked-line.ts';
import type { Acknowledgement, Answer, Bot, Request } from '../../core/requests/request.ts';
import type { Audience } from './audience.ts';
import type { Channel, Message } from './channel.ts';
import type { Typed } from './inbound.ts';
import { CHANNEL, originOf, type Person } from './people.ts';
import { offers, type Showing, showMessage } from './show.ts';

/** With a sentence for the person. */
interface Refusal {
  readonly status: 'refused';
  readonly why: 'closed' | 'busy' | 'gone';
  readonly words: string;
}

export type Admission = { readonly status: 'accepted'; readonly acknowledged: Acknowledgement } | Refusal;

/** Usually the same. The moderator's buttons act as the moderator, whoever looks at the page. */
export interface Actors {
  readonly person: Person;
  readonly watcher: Person;
}

export interface Reception {
  open(bot: Bot): void;
  /** Takes nothing new and resolves when everything accepted has been answered. */
  close(): Promise<void>;
  bot(): Bot | undefined;
  command(actors: Actors, typed: Typed, line: string): Admission;
  press(actors: Actors, message: string, token: string): Promise<Admission>;
}

/** More requests at once than this are a flood, not a conversation. */
const MOST_IN_FLIGHT = 50;

const CLOSED = {
  status: 'refused',
  why: 'closed',
  words: 'The bot is just restarting. Try again in a moment.',
} as const;
export const BUSY = {
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

export interface ReceptionDeps extends Showing {
  readonly channel: Channel;
  readonly audience: Audience;
  readonly logger: Logger;
}

export function createReception(deps: ReceptionDeps): Reception {
  const inFlight = new Set<Promise<void>>();
  let current: Bot | undefined;

  /** Counted from now until `work` ends, whatever that reads meanwhile. */
  const take = (work: (bot: Bot) => Promise<void>): Bot | Refusal => {
    if (!current) return CLOSED;
    if (inFlight.size >= MOST_IN_FLIGHT) return BUSY;
    const running = work(current);
    inFlight.add(running);
    void running.finally(() => inFlight.delete(running));
    return current;
  };
  const accepted = (bot: Bot, request: Request, began: number): Admission => {
    const acknowledged = bot.acknowledgement(request);
    deps.logger.debug('request-acknowledged', soFar(deps, began));
    return { status: 'accepted', acknowledged };
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
    command: (actors, typed, line) => {
      const began = deps.clock.now();
      const request = { ...typed, origin: originOf(actors.person, randomUUID()) };
      const taken = take((bot) => answer(deps, bot, { ...actors, began, request, line }));
      return 'status' in taken ? taken : accepted(taken, request, began);
    },
    press: async (actors, id, token) => {
      const admission = Promise.withResolvers<Admission>();
      const { person } = actors;
      const began = deps.clock.now();
      const taken = take(async (bot) => {
        try {
          const pressed = await deps.channel.seenBy(person.id, id);
          if (!pressed) return admission.resolve(GONE);
          if (!offers(pressed.card, token)) return admission.resolve(CHANGED);
          const request = { kind: 'press', token, origin: originOf(person, randomUUID()) } as const;
          admission.resolve(accepted(bot, request, began));
          await answer(deps, bot, { ...actors, began, request, pressed, line: askedLine(request) });
        } catch (error) {
          admission.reject(error);
        }
      });
      return 'status' in taken ? taken : admission.promise;
    },
  };
}

interface Asking extends Actors {
  /** When it arrived. */
  readonly began: number;
  readonly request: Request;
  /** The message whose button it was. */
  readonly pressed?: Message;
  /** What was typed, or what the button stands for. */
  readonly line?: string | undefined;
}

const soFar = ({ clock }: ReceptionDeps, began: number) => ({
  platform: CHANNEL.platform,
  tookMs: clock.now() - began,
});

/** Never rejects: nobody waits for it any more. */
async function answer(deps: ReceptionDeps, bot: Bot, asked: Asking): Promise<void> {
  const { audience, logger } = deps;
  const { watcher, request } = asked;
  try {
    const reply = await bot.handle(request);
    if (!reply) return;
    if (reply.type !== 'done') show(deps, asked, await place(deps.channel, reply, asked));
    logger.debug('request-answered', soFar(deps, asked.began));
  } catch (error) {
    logger.error('web-reply-failed', { kind: request.kind, error });
    audience.tell(watcher.id, {
      type: 'problem',
      words: 'The answer got lost on its way. Please try again.',
    });
  }
}

/** A whisper to somebody else would leave whoever pressed the button with nothing, so they learn of it. */
function show(deps: ReceptionDeps, { person, watcher }: Actors, shown: Message): void {
  const { audience } = deps;
  const message = showMessage(deps, shown);
  if (shown.onlyFor === undefined) audience.tellEveryone({ type: 'message', message });
  else audience.tell(shown.onlyFor, { type: 'message', message });
  if (shown.onlyFor === undefined || watcher === person) return;
  const who = `${person.name}${person.moderator ? ', the moderator' : ''}`;
  audience.tell(watcher.id, { type: 'overheard', words: `To ${who}: ${message.spoken}` });
}

/** Puts a reply where it belongs. What cannot replace its message any more is told to the asker alone. */
async function place(
  channel: Channel,
  reply: Answer,
  { person: { id }, request, pressed, line }: Asking,
): Promise<Message> {
  if (reply.type === 'say' && reply.to === 'everyone') {
    const { user } = request.origin.player;
    return channel.answer(reply.card, line === undefined ? undefined : { player: user, line });
  }
  if (reply.type === 'say') return channel.whisper(id, reply.card, { files: reply.files });
  const replaced =
    pressed?.onlyFor === undefined
      ? pressed && (await channel.edit(pressed.id, reply.card))
      : channel.editWhisper(id, pressed.id, reply.card);
  return replaced ?? channel.whisper(id, reply.card);
}
