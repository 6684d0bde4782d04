/**
 * The messages of the page's channel. What everyone sees lives in the transcript, so that it outlives the
 * process as a message on another platform's server does; whispers live in memory and are few.
 */
import { createHash } from 'node:crypto';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { Asked, Card } from '../../core/cards/card.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Random } from '../../core/ports/random.ts';
import type { Store, TranscriptEntry } from '../../core/ports/store.ts';
import type { ReplyFile } from '../../core/requests/request.ts';
import { cardFromJson, cardToJson } from './card-json.ts';
import { CHANNEL } from './people.ts';

export type Transcript = Pick<Store, 'saveTranscript' | 'transcriptOf' | 'findTranscript'>;

/** Never changed: an edited message is a new object, and one that stays as it is stays the same object. */
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

/** Reading so many takes a few milliseconds. */
const READ_AT_ONCE = 20;

export interface Channel {
  /** What everyone sees, oldest first. */
  standing(): Promise<readonly Message[]>;
  /** What only this person sees, oldest first. */
  whispersOf(person: string): readonly Message[];
  /** Where this person sees it. */
  seenBy(person: string, message: string): Promise<Message | undefined>;
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

  const restored = createRestored(deps.logger);

  const find = async (id: string): Promise<Message | undefined> => {
    const entry = await transcript.findTranscript({ place: CHANNEL, id });
    return entry && restored.of(entry);
  };
  const save = async (message: Message): Promise<Message> => {
    const { id, at, card, asked } = message;
    const text = cardToJson(card, asked);
    await transcript.saveTranscript({ message: { place: CHANNEL, id }, card: text, at });
    restored.keep(text, message);
    return message;
  };

  return {
    standing: async () => {
      const entries = await transcript.transcriptOf(CHANNEL, LAST_MESSAGES);
      const messages: Message[] = [];
      for (const [count, entry] of entries.entries()) {
        const message = restored.of(entry);
        if (message) messages.push(message);
        if (count % READ_AT_ONCE === READ_AT_ONCE - 1) await turnOfOthers();
      }
      return messages;
    },
    whispersOf: whispers.of,
    seenBy: async (person, id) => whispers.of(person).find((message) => message.id === id) ?? find(id),
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

/** Messages by what is kept of them: as long as that is the same, so is the message. */
function createRestored(logger: Logger) {
  const known = new Map<string, { readonly text: string; readonly message: Message | undefined }>();
  const note = (id: string, text: string, message: Message | undefined) => {
    known.delete(id);
    known.set(id, { text, message });
    const [oldest] = known.keys();
    if (known.size > LAST_MESSAGES && oldest !== undefined) known.delete(oldest);
  };
  return {
    keep: (text: string, message: Message) => note(message.id, text, message),
    /** Undefined where it cannot be read. */
    of: ({ message: { id }, card: text, at }: TranscriptEntry): Message | undefined => {
      const before = known.get(id);
      if (before?.text === text) return before.message;
      const kept = cardFromJson(text);
      if (!kept) logger.warn('web-transcript-unreadable', { message: id });
      const message = kept && { id, at, ...kept };
      note(id, text, message);
      return message;
    },
  };
}

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
