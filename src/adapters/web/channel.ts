/**
 * The messages of the page's channel. What everyone sees lives in the transcript, so that it outlives the
 * process as a message on another platform's server does; whispers live in memory and are few.
 */
import { createHash } from 'node:crypto';
import type { Card } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { Random } from '../../core/random.ts';
import type { Store } from '../../core/store.ts';
import { cardFromJson, cardToJson } from './card-json.ts';
import { CHANNEL } from './people.ts';

export type Transcript = Pick<Store, 'saveTranscript' | 'transcriptOf'>;

export interface Message {
  readonly id: string;
  readonly at: number;
  readonly card: Card;
  /** The one person who sees it; absent where everyone does. */
  readonly onlyFor?: string;
}

/** What a channel keeps; older messages are gone. */
const LAST_MESSAGES = 200;
const LAST_WHISPERS = 20;

export interface Channel {
  /** What this person sees, oldest first. */
  seenBy(person: string): Promise<readonly Message[]>;
  /** The same `key` twice is one message. */
  post(card: Card, key?: string): Promise<Message>;
  whisper(person: string, card: Card): Message;
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
  const { transcript, clock, random, logger } = deps;
  const whispers = new Map<string, readonly Message[]>();
  let latest = 0;

  /** Never the same instant twice, so that the order of messages is the order of their times. */
  const nextInstant = (): number => {
    latest = Math.max(clock.now(), latest + 1);
    return latest;
  };

  const standing = async (): Promise<readonly Message[]> => {
    const entries = await transcript.transcriptOf(CHANNEL, LAST_MESSAGES);
    return entries.flatMap(({ message, card, at }) => {
      const restored = cardFromJson(card);
      if (!restored) logger.warn('web.transcript.unreadable', { message: message.id });
      return restored ? [{ id: message.id, at, card: restored }] : [];
    });
  };

  const save = async (message: Message): Promise<Message> => {
    const { id, at, card } = message;
    await transcript.saveTranscript({ message: { place: CHANNEL, id }, card: cardToJson(card), at });
    return message;
  };

  const keepWhispers = (person: string, next: readonly Message[]) =>
    whispers.set(person, next.slice(-LAST_WHISPERS));

  return {
    seenBy: async (person) =>
      [...(await standing()), ...(whispers.get(person) ?? [])].toSorted((a, b) => a.at - b.at),
    post: async (card, key) => {
      const id = key === undefined ? `reply-${random.id()}` : `post-${digest(key)}`;
      const before = key === undefined ? undefined : (await standing()).find((message) => message.id === id);
      return before ?? save({ id, at: nextInstant(), card });
    },
    edit: async (id, card) => {
      const before = (await standing()).find((message) => message.id === id);
      return before && save({ ...before, card });
    },
    whisper: (person, card) => {
      const message = { id: `whisper-${random.id()}`, at: nextInstant(), card, onlyFor: person };
      keepWhispers(person, [...(whispers.get(person) ?? []), message]);
      return message;
    },
    editWhisper: (person, id, card) => {
      const all = whispers.get(person) ?? [];
      const before = all.find((message) => message.id === id);
      if (!before) return undefined;
      const edited = { ...before, card };
      keepWhispers(
        person,
        all.map((message) => (message.id === id ? edited : message)),
      );
      return edited;
    },
  };
}

const digest = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 24);
