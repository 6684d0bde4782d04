/** The simplest platform there can be: messages in an array. For tests of the core, which knows no other. */
import type { Card } from '../../src/core/card.ts';
import { cardToText } from '../../src/core/card-text.ts';
import { type MessageRef, type Place, platformId } from '../../src/core/ids.ts';
import type { EditOutcome, Platform, PostOutcome } from '../../src/core/platform.ts';

export interface ShownMessage {
  readonly ref: MessageRef;
  card: Card;
  edits: number;
}

export interface RecordingPlatform extends Platform {
  readonly shown: readonly ShownMessage[];
  /** The newest message as plain text. */
  lastText(): string;
  /** What the next posts and edits answer, instead of taking them. */
  answerNextPost(outcome: PostOutcome): void;
  answerNextEdit(outcome: EditOutcome): void;
  /** The next post is shown, but its answer waits until the returned function is called. */
  holdNextPost(): () => void;
}

export function createRecordingPlatform(name = 'test', repeatsSafely = true): RecordingPlatform {
  const shown: ShownMessage[] = [];
  const keys = new Map<string, MessageRef>();
  const postAnswers: PostOutcome[] = [];
  const editAnswers: EditOutcome[] = [];
  const holds: Promise<void>[] = [];
  const post = (place: Place, card: Card, key: string): PostOutcome => {
    const answer = postAnswers.shift();
    if (answer) return answer;
    const before = repeatsSafely ? keys.get(key) : undefined;
    const ref = before ?? { place, id: `m${shown.length + 1}` };
    if (!before) shown.push({ ref, card, edits: 0 });
    keys.set(key, ref);
    return { status: 'posted', message: ref };
  };
  const edit = ({ id }: MessageRef, card: Card): EditOutcome => {
    const answer = editAnswers.shift();
    if (answer) return answer;
    const message = shown.find(({ ref }) => ref.id === id);
    if (!message) return { status: 'gone' };
    message.card = card;
    message.edits += 1;
    return { status: 'edited' };
  };
  return {
    name: platformId(name),
    capabilities: { namedOptions: true, repeatsSafely },
    start: async () => undefined,
    stop: async () => undefined,
    connected: () => true,
    post: async (place, card, key) => {
      const outcome = post(place, card, key);
      await holds.shift();
      return outcome;
    },
    edit: async (message, card) => edit(message, card),
    shown,
    lastText: () => {
      const last = shown.at(-1);
      return last ? cardToText(last.card) : '';
    },
    answerNextPost: (outcome) => void postAnswers.push(outcome),
    answerNextEdit: (outcome) => void editAnswers.push(outcome),
    holdNextPost: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      holds.push(promise);
      return resolve;
    },
  };
}
