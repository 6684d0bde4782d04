/** Who the whole story is about: asked for, they are guessed; named, they tell nothing. */
import type { Entity } from '../../core/dataset/schema.ts';
import type { Story } from './draft.ts';

/** Somebody in more claims than this part of them, and in more than this many, is everybody’s first guess. */
const SHARE = 1 / 5;
const CLAIMS = 5;

export function isProtagonist(story: Story, entity: Entity): boolean {
  const { length } = story.claimsOn(entity.id);
  return length > CLAIMS && length > story.askable.length * SHARE;
}
