/** What the bot posts of its own accord: daily questions, results, the next question of a quiz. */
import type { Card } from '../../core/card.ts';
import { type MessageRef, type Place, samePlace } from '../../core/ids.ts';
import type { EditOutcome, Platform, PostOutcome } from '../../core/platform.ts';
import type { Message } from './channel.ts';
import { CHANNEL } from './people.ts';
import type { ReceptionDeps } from './reception.ts';
import { showMessage } from './show.ts';

const ELSEWHERE = { status: 'refused', why: 'gone', fix: 'The page has one channel only: general.' } as const;

export function createPosting({
  channel,
  audience,
  faces,
  logger,
}: ReceptionDeps): Pick<Platform, 'post' | 'edit'> {
  const show = (message: Message) =>
    audience.tellEveryone({ type: 'message', message: showMessage(faces, message) });
  return {
    post: async (place: Place, card: Card, key: string): Promise<PostOutcome> => {
      if (!samePlace(place, CHANNEL)) return ELSEWHERE;
      try {
        const message = await channel.post(card, key);
        show(message);
        return { status: 'posted', message: { place: CHANNEL, id: message.id } };
      } catch (error) {
        logger.warn('web-post-failed', { error });
        // Nothing was shown, and the key keeps another try from being shown twice.
        return { status: 'failed', sent: 'no' };
      }
    },
    edit: async (ref: MessageRef, card: Card): Promise<EditOutcome> => {
      if (!samePlace(ref.place, CHANNEL)) return { status: 'gone' };
      try {
        const message = await channel.edit(ref.id, card);
        if (message) show(message);
        return { status: message ? 'edited' : 'gone' };
      } catch (error) {
        logger.warn('web-edit-failed', { error });
        return { status: 'failed' };
      }
    },
  };
}
