/** Takes what people type and press, acknowledges at once, asks the bot, and shows its reply to whom it is for. */
import { randomUUID } from 'node:crypto';
import { cardToText } from '../../core/cards/card-text.ts';
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

  const room = (): Bot | Refusal => {
    if (!current) return CLOSED;
    return inFlight.size >= MOST_IN_FLIGHT ? BUSY : current;
  };
  /** Counted from now until it ends, whatever is read meanwhile. */
  const count = (work: Promise<void>) => {
    inFlight.add(work);
    void work.finally(() => inFlight.delete(work));
  };
  const admit = (bot: Bot, request: Request, began: number): Admission => {
    const how = bot.acknowledgement(request);
    if (typeof how === 'object') return { status: 'refused', why: 'busy', words: cardToText(how.limited) };
    deps.logger.debug('request-acknowledged', soFar(deps, began));
    return { status: 'accepted', acknowledged: how };
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
      const bot = room();
      if ('status' in bot) return bot;
      const request = { ...typed, origin: originOf(actors.person, randomUUID()) };
      const admission = admit(bot, request, began);
      if (admission.status === 'accepted') count(answer(deps, bot, { ...actors, began, request, line }));
      return admission;
    },
    press: async (actors, id, token) => {
      const bot = room();
      if ('status' in bot) return bot;
      const { person } = actors;
      const began = deps.clock.now();
      const request = { kind: 'press', token, origin: originOf(person, randomUUID()) } as const;
      const admitted = admit(bot, request, began);
      if (admitted.status === 'refused') return admitted;
      const admission = Promise.withResolvers<Admission>();
      const work = async () => {
        try {
          const pressed = await deps.channel.seenBy(person.id, id);
          if (!pressed) return admission.resolve(GONE);
          if (!offers(pressed.card, token)) return admission.resolve(CHANGED);
          admission.resolve(admitted);
          await answer(deps, bot, { ...actors, began, request, pressed, line: askedLine(request) });
        } catch (error) {
          admission.reject(error);
        }
      };
      count(work());
      return admission.promise;
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
