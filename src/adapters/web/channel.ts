/**
 * The messages of the page's channel. What everyone sees lives in the transcript, so that it outlives the
 * process as a message on another platform's server does; whispers live in memory and are few.
 */
import { createHash } from 'node:crypto';
import type { Asked, Card } from '../../core/cards/card.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Random } from '../../core/ports/random.ts';
import type { Store, TranscriptEntry } from '../../core/ports/store.ts';
import type { ReplyFile } from '../../core/requests/request.ts';
import { cardFromJson, cardToJson } from './card-json.ts';
import { CHANNEL } from './people.ts';

export type Transcript = Pick<Store, 'saveTranscript' | 'transcriptOf'>;

export interface Message {
  readonly id: string;
  readonly at: number;
  readonly card: Card;
  /** The one person who sees it; absent where everyone does. */
  readonly onlyFor?: string;
  /** What it answers, where everyone sees both. */
  readonly asked?: Asked;
  readonly files?: readonly ReplyFile[];
}

interface WhisperMore {
  readonly key?: string;
  readonly files?: readonly ReplyFile[] | undefined;
}

/** As many as the store keeps of a place: it forgets older ones, and with them their buttons. */
const LAST_MESSAGES = 200;
const LAST_WHISPERS = 20;

export interface Channel {
  /** What this person sees, oldest first. */
  seenBy(person: string): Promise<readonly Message[]>;
  /** What was typed, and its answer. */
  answer(card: Card, asked: Asked | undefined): Promise<Message>;
  /** The same `key` twice is one message. */
  post(card: Card, key: string): Promise<Message>;
  /** What was posted with this key, where it still stands. */
  posted(key: string): Promise<Message | undefined>;
  find(message: string): Promise<Message | undefined>;
  /** The same `key` twice is one whisper. */
  whisper(person: string, card: Card, more?: WhisperMore): Message;
  /** Undefined where there is no such message any more. */
  edit(message: string, card: Card): Promise<Message | undefined>;
  editWhisper(person: string, message: string, card: Card): Message | undefined;
}

export function createChannel(deps: {
  transcript: Transcript;
  clock: Clock;
  random: Random;
  logger: Logger;
}): Channel {
  const { transcript, random } = deps;
  const nextInstant = risingClock(deps.clock);
  const whispers = createWhispers();

  const standing = async () =>
    (await transcript.transcriptOf(CHANNEL, LAST_MESSAGES)).flatMap(restoreWith(deps.logger));
  const find = async (id: string) => (await standing()).find((message) => message.id === id);
  const save = async (message: Message): Promise<Message> => {
    const { id, at, card, asked } = message;
    await transcript.saveTranscript({ message: { place: CHANNEL, id }, card: cardToJson(card, asked), at });
    return message;
  };

  return {
    seenBy: async (person) => [...(await standing()), ...whispers.of(person)].toSorted((a, b) => a.at - b.at),
    answer: (card, asked) =>
      save({ id: `reply-${random.id()}`, at: nextInstant(), card, ...(asked && { asked }) }),
    post: async (card, key) => {
      const id = postId(key);
      return (await find(id)) ?? save({ id, at: nextInstant(), card });
    },
    edit: async (id, card) => {
      const before = await find(id);
      return before && save({ ...before, card });
    },
    posted: (key) => find(postId(key)),
    find,
    whisper: (person, card, { key, files } = {}) => {
      const id = `whisper-${key === undefined ? random.id() : digest(key)}`;
      const before = whispers.of(person).find((message) => message.id === id);
      return (
        before ?? whispers.put({ id, at: nextInstant(), card, onlyFor: person, ...(files && { files }) })
      );
    },
    editWhisper: (person, id, card) => {
      const before = whispers.of(person).find((message) => message.id === id);
      return before && whispers.put({ ...before, card });
    },
  };
}

/** The last few of each person; a new one pushes the oldest out. */
function createWhispers() {
  const byPerson = new Map<string, readonly Whisper[]>();
  const of = (person: string): readonly Whisper[] => byPerson.get(person) ?? [];
  return {
    of,
    put: (whisper: Whisper): Whisper => {
      const others = of(whisper.onlyFor).filter(({ id }) => id !== whisper.id);
      const all = [...others, whisper].toSorted((a, b) => a.at - b.at);
      byPerson.set(whisper.onlyFor, all.slice(-LAST_WHISPERS));
      return whisper;
    },
  };
}

type Whisper = Message & { readonly onlyFor: string };

const restoreWith =
  (logger: Logger) =>
  ({ message, card, at }: TranscriptEntry): readonly Message[] => {
    const restored = cardFromJson(card);
    if (!restored) logger.warn('web-transcript-unreadable', { message: message.id });
    return restored ? [{ id: message.id, at, ...restored }] : [];
  };

/** Never the same instant twice, so that the order of messages is the order of their times. */
function risingClock(clock: Clock): () => number {
  let latest = 0;
  return () => {
    latest = Math.max(clock.now(), latest + 1);
    return latest;
  };
}

const postId = (key: string): string => `post-${digest(key)}`;

const digest = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 24);
