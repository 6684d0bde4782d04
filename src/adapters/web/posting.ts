/** What the bot says of its own accord: daily questions, results, the next question of a quiz, a word to one person. */
import { blocksOf, type Card } from '../../core/cards/card.ts';
import { cardToText } from '../../core/cards/card-text.ts';
import { type MessageRef, type Place, type Player, samePlace } from '../../core/ids.ts';
import type {
  EditOutcome,
  FindOutcome,
  Platform,
  PostOutcome,
  PostsOutcome,
  Sought,
  Span,
} from '../../core/ports/platform.ts';
import { encodeToken } from '../../core/requests/token.ts';
import type { Message } from './channel.ts';
import { CHANNEL } from './people.ts';
import type { ReceptionDeps } from './reception.ts';
import { showMessage } from './show.ts';

type Posting = Pick<Platform, 'post' | 'find' | 'postsIn' | 'tell' | 'edit'>;

const ELSEWHERE = { status: 'refused', why: 'gone', fix: 'The page has one channel only: general.' } as const;
const NOBODY = { status: 'refused', why: 'gone', fix: 'There is no such person on the page.' } as const;

export const createPosting = (deps: ReceptionDeps): Posting => ({
  post: (place, card, key, under) => post(deps, place, { card, key, under }),
  find: (place, sought) => find(deps, place, sought),
  postsIn: (place, span) => postsIn(deps, place, span),
  tell: async (player, card, key) => tell(deps, player, card, key),
  edit: (message, card) => edit(deps, message, card),
});

const show = (deps: ReceptionDeps, message: Message) =>
  deps.audience.tellEveryone({ type: 'message', message: showMessage(deps, message) });

async function post(
  deps: ReceptionDeps,
  place: Place,
  { card, key, under }: { readonly card: Card; readonly key: string; readonly under: MessageRef | undefined },
): Promise<PostOutcome> {
  if (!samePlace(place, CHANNEL)) return ELSEWHERE;
  try {
    const parent = under && (await deps.channel.find(under.id));
    const message = await deps.channel.post(parent ? answering(card, parent) : card, key);
    show(deps, message);
    return { status: 'posted', message: { place: CHANNEL, id: message.id } };
  } catch (error) {
    deps.logger.warn('web-post-failed', { error });
    // Nothing was shown, and the key keeps another try from being shown twice.
    return { status: 'failed', sent: 'no' };
  }
}

/** The page has no threads: the message says at its end what it answers. */
function answering(card: Card, { at }: Message): Card {
  const note = {
    type: 'note',
    text: ['In answer to the message of ', { time: at, as: 'date-time' }],
  } as const;
  return card.kind === 'plain'
    ? { ...card, blocks: [...card.blocks, note] }
    : { ...card, tail: [...card.tail, note] };
}

async function find({ channel, logger }: ReceptionDeps, place: Place, { key }: Sought): Promise<FindOutcome> {
  if (!samePlace(place, CHANNEL)) return { status: 'absent' };
  try {
    const message = await channel.posted(key);
    return message ? { status: 'found', message: { place: CHANNEL, id: message.id } } : { status: 'absent' };
  } catch (error) {
    logger.warn('web-find-failed', { error });
    return { status: 'failed' };
  }
}

/** The last of them alone: older ones are not kept. */
/** A message stands a moment after the clock's time where others came in the same one, or while it was being written. */
const MARGIN_MS = 10_000;

async function postsIn(
  { channel, logger }: ReceptionDeps,
  place: Place,
  { since, until }: Span,
): Promise<PostsOutcome> {
  if (!samePlace(place, CHANNEL)) return { status: 'read', posts: [] };
  try {
    const posts = (await channel.standing())
      .filter(({ at }) => at >= since - MARGIN_MS && at <= until + MARGIN_MS)
      .map(({ id, at, card }) => ({
        ...{ message: { place: CHANNEL, id }, at, text: cardToText(card) },
        buttons: tokensIn(card),
      }));
    return { status: 'read', posts };
  } catch (error) {
    logger.warn('web-find-failed', { error });
    return { status: 'failed' };
  }
}

const tokensIn = (card: Card) =>
  blocksOf(card).flatMap((block) =>
    block.type === 'choices'
      ? block.choices.map(({ label, token }) => ({ label, token: encodeToken(token) }))
      : [],
  );

/** A whisper: it is seen until the program ends or newer ones push it out. */
function tell(deps: ReceptionDeps, player: Player, card: Card, key: string): PostOutcome {
  const { channel, audience, people } = deps;
  const { platform, workspace, user } = player;
  const isHere = platform === CHANNEL.platform && workspace === CHANNEL.workspace;
  if (!isHere || !people.some(({ id }) => id === user)) return NOBODY;
  const message = channel.whisper(user, card, { key });
  audience.tell(user, { type: 'message', message: showMessage(deps, message) });
  return { status: 'posted', message: { place: CHANNEL, id: message.id } };
}

async function edit(deps: ReceptionDeps, ref: MessageRef, card: Card): Promise<EditOutcome> {
  if (!samePlace(ref.place, CHANNEL)) return { status: 'gone' };
  try {
    const message = await deps.channel.edit(ref.id, card);
    if (message) show(deps, message);
    return { status: message ? 'edited' : 'gone' };
  } catch (error) {
    deps.logger.warn('web-edit-failed', { error });
    return { status: 'failed' };
  }
}
