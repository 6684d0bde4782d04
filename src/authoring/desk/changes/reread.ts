/** Receipts that follow their paragraphs after an article changed, as `npm run pack -- sync` has them do. */
import { followedTexts } from '../../format/follow.ts';
import { LOCK_FILE, lockToText } from '../../format/lock.ts';
import { locked } from '../../format/locking.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Change, existing } from './change.ts';

/** `accept`: what says something else now was read, and the facts still hold. */
export function synced(now: Snapshot, { accept }: { readonly accept: boolean }): Change {
  const { lock, followed, leftOut } = locked(now.book, now.texts, { accept });
  const texts = followedTexts(now, followed, leftOut);
  for (const file of texts.keys()) existing(now, file);
  return {
    files: new Map([...texts, [LOCK_FILE, lockToText(lock)]]),
    said: 'Noted: the facts still hold.',
  };
}
