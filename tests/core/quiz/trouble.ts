/** A platform that does not take what a quiz posts, and what people see of the quiz then. */
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { PostOutcome } from '../../../src/core/ports/platform.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { createWorld, type World } from '../../fakes/world.ts';

export const ada = { user: 'ada' };
export const BUSY = { status: 'failed', sent: 'no', retryAfterMs: 2_000 } as const;
export const AWAY: PostOutcome = { status: 'failed', sent: 'no' };
export const DENIED: PostOutcome = { status: 'refused', why: 'forbidden', fix: 'Allow me to post here.' };

export const nothing = { kind: 'plain', tone: 'neutral', blocks: [] } as const;

/** Another world, whose platform shows twice what is sent twice. */
export async function repeating(world: World): Promise<World> {
  await world.close();
  return createWorld({ platform: createRecordingPlatform('test', false) });
}

export const titlesOf = ({ platform }: World) =>
  platform.shown.map(({ card }) => cardToText(card).split('\n')[0]);

/** Who was told something in private. */
export const toldTo = ({ platform }: World) => platform.told.map(({ player }) => player.user);

export const toldText = ({ platform }: World) => platform.told.map(({ card }) => cardToText(card)).join('\n');

export function refusePosts({ platform }: World, count: number, outcome: PostOutcome): void {
  for (let time = 0; time < count; time += 1) platform.answerNextPost(outcome);
}
