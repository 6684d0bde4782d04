/** A place with a daily question at nine, whose platform may leave it open whether that was posted. */
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createRecordingPlatform } from '../../fakes/recording-platform.ts';
import { createWorld, textOf, type World } from '../../fakes/world.ts';

export const mod = { user: 'mod', manages: true };
export const UNSURE = { status: 'failed', sent: 'maybe' } as const;
export const NOT_TAKEN = { status: 'failed', sent: 'no' } as const;
export const MINUTE = 60_000;

/** An hour before its first question. Where the platform does not repeat safely, it shows twice what is sent twice. */
export async function withDaily(
  repeatsSafely: boolean,
  more: { readonly store?: Store } = {},
): Promise<World> {
  const world = await createWorld({
    ...more,
    clock: createFakeClock('2026-11-23T08:00:00Z'),
    platform: createRecordingPlatform('test', repeatsSafely),
  });
  await world.type('/daily set 09:00 UTC reveal: 8', mod);
  return world;
}

export const questionsOf = ({ platform }: World) => platform.shown.filter(({ under }) => under === undefined);

export const textsOf = (world: World): string =>
  questionsOf(world)
    .map(({ card }) => cardToText(card))
    .join('\n\n');

export const statusOf = async (world: World): Promise<string> =>
  textOf(await world.type('/daily status', mod));

/** The one that is not revealed yet. */
export async function roundOf({ store }: World) {
  const [open] = await store.unrevealedRounds();
  if (!open) throw new Error('no round is open');
  return open;
}

/** What somebody reads who answers it. */
export const answerOf = async (world: World, user: string): Promise<string> =>
  textOf(await world.press({ do: 'answer', round: (await roundOf(world)).id, option: 0 }, { user }));

/** As after a restart with a release that withdraws a question. */
export function without(world: World, questionId: string) {
  const packs = world.library.packs.map((pack) => ({
    ...pack,
    questions: pack.questions.filter(({ id }) => id !== bareId(questionId)),
  }));
  return { ...world.services, library: buildLibrary(packs) };
}
