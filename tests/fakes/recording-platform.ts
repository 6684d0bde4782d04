/** The simplest platform there can be: messages in an array. For tests of the core, which knows no other. */
import { blocksOf, type Card } from '../../src/core/cards/card.ts';
import { cardToText } from '../../src/core/cards/card-text.ts';
import {
  type MessageRef,
  type Place,
  type Player,
  placeOf,
  platformId,
  samePlayer,
} from '../../src/core/ids.ts';
import type {
  Capabilities,
  EditOutcome,
  FindOutcome,
  Platform,
  PostOutcome,
  Sought,
} from '../../src/core/ports/platform.ts';
import { encodeToken } from '../../src/core/requests/token.ts';

export interface ShownMessage {
  readonly ref: MessageRef;
  readonly key: string;
  /** The message that it was posted under. */
  readonly under: MessageRef | undefined;
  card: Card;
  edits: number;
}

export interface ToldMessage {
  readonly player: Player;
  readonly card: Card;
  readonly key: string;
}

export interface RecordingPlatform extends Platform {
  readonly shown: readonly ShownMessage[];
  /** What one person alone was told, oldest first. */
  readonly told: readonly ToldMessage[];
  /** What was looked for, oldest first. */
  readonly sought: readonly (Sought & { readonly place: Place })[];
  /** The newest message as plain text. */
  lastText(): string;
  /** What the next posts and edits answer, instead of taking them. */
  answerNextPost(outcome: PostOutcome): void;
  answerNextEdit(outcome: EditOutcome): void;
  /** What the next search answers, instead of what stands there. */
  answerNextFind(outcome: FindOutcome): void;
  answerNextTell(outcome: PostOutcome): void;
  /** Whether the bot is in a workspace; nobody says unless a test does. */
  setIn(workspace: string, isIn: boolean | undefined): void;
  /** The next post is shown, but nobody learns of it: it failed, and may stand there. */
  loseNextPost(): void;
  /** The next post is shown, but its answer waits until the returned function is called. */
  holdNextPost(): () => void;
}

/** `repeatsSafely: false`: as on a platform that shows a repeated post twice. It can be searched all the same. */
export function createRecordingPlatform(
  name = 'test',
  repeatsSafely = true,
  edits: Capabilities['edits'] = { perMinute: 40, per: 'workspace' },
): RecordingPlatform {
  const shown: ShownMessage[] = [];
  const told: ToldMessage[] = [];
  const sought: (Sought & { readonly place: Place })[] = [];
  const answers = {
    post: [] as PostOutcome[],
    edit: [] as EditOutcome[],
    find: [] as FindOutcome[],
    tell: [] as PostOutcome[],
  };
  const holds: Promise<void>[] = [];
  const membership = new Map<string, boolean | undefined>();
  let losses = 0;
  const standing = (place: Place, key: string) =>
    shown.find((message) => message.key === key && message.ref.place.channel === place.channel);
  const post = (place: Place, card: Card, key: string, under: MessageRef | undefined): PostOutcome => {
    const answer = answers.post.shift();
    if (answer) return answer;
    const before = repeatsSafely ? standing(place, key) : undefined;
    const ref = before?.ref ?? { place, id: `m${shown.length + 1}` };
    if (!before) shown.push({ ref, key, under, card, edits: 0 });
    if (losses === 0) return { status: 'posted', message: ref };
    losses -= 1;
    return { status: 'failed', sent: 'maybe' };
  };
  const find = (place: Place, { key }: Sought): FindOutcome => {
    const answer = answers.find.shift();
    if (answer) return answer;
    const message = standing(place, key);
    return message ? { status: 'found', message: message.ref } : { status: 'absent' };
  };
  const tell = (player: Player, card: Card, key: string): PostOutcome => {
    const answer = answers.tell.shift();
    if (answer) return answer;
    const before =
      repeatsSafely && told.some((message) => message.key === key && samePlayer(message.player, player));
    if (!before) told.push({ player, card, key });
    const place = placeOf(player.platform, player.workspace, `private-${player.user}`);
    return { status: 'posted', message: { place, id: `t${told.length}` } };
  };
  const edit = ({ id }: MessageRef, card: Card): EditOutcome => {
    const answer = answers.edit.shift();
    if (answer) return answer;
    const message = shown.find(({ ref }) => ref.id === id);
    if (!message) return { status: 'gone' };
    message.card = card;
    message.edits += 1;
    return { status: 'edited' };
  };
  return {
    name: platformId(name),
    capabilities: {
      words: { name: 'Testgram', managers: 'keepers of the channel' },
      namedOptions: true,
      repeatsSafely,
      edits,
      accounts: 'everywhere',
    },
    start: async () => undefined,
    stop: async () => undefined,
    identity: async () => name,
    connected: () => true,
    connection: () => 'connected',
    countsEverywhere: ({ channel }) => !channel.startsWith('talk-'),
    isIn: async ({ workspace }) => membership.get(workspace),
    setIn: (workspace, isIn) => void membership.set(workspace, isIn),
    post: async (place, card, key, under) => {
      const outcome = post(place, card, key, under);
      await holds.shift();
      return outcome;
    },
    find: async (place, wanted) => {
      sought.push({ ...wanted, place });
      return find(place, wanted);
    },
    postsIn: async (place) => ({
      status: 'read',
      posts: shown
        .filter(({ ref }) => ref.place.channel === place.channel)
        .map(({ ref, card }) => ({
          ...{ message: ref, at: 0, text: cardToText(card) },
          buttons: blocksOf(card).flatMap((block) =>
            block.type === 'choices'
              ? block.choices.map(({ label, token }) => ({ label, token: encodeToken(token) }))
              : [],
          ),
        })),
    }),
    tell: async (player, card, key) => tell(player, card, key),
    edit: async (message, card) => edit(message, card),
    shown,
    told,
    sought,
    lastText: () => {
      const last = shown.at(-1);
      return last ? cardToText(last.card) : '';
    },
    answerNextPost: (outcome) => void answers.post.push(outcome),
    answerNextEdit: (outcome) => void answers.edit.push(outcome),
    answerNextFind: (outcome) => void answers.find.push(outcome),
    answerNextTell: (outcome) => void answers.tell.push(outcome),
    loseNextPost: () => {
      losses += 1;
    },
    holdNextPost: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      holds.push(promise);
      return resolve;
    },
  };
}
