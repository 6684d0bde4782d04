/** When a place has seen all there is, what it did not know comes first. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareId } from '../../../src/core/dataset/scope.ts';
import { drawUnseen } from '../../../src/core/quiz/draw.ts';
import { createWorld, here, type World } from '../../fakes/world.ts';
import { answer, NOON, startRound } from '../../store/contract/samples.ts';
import { claimOf, harbour, questionOf, renamed, withLibrary } from './harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const ids = Array.from({ length: 8 }, (_, at) => `tale-${at}`);
const library = harbour(
  ids.map((id) => claimOf(`of-${id}`, `Mara Quill told ${id}.`)),
  ids.map((id) => questionOf(id, `What of ${id}?`, `It was ${id}`, [`of-${id}`])),
);

let played = 0;

/** Asked, answered by one person, and shown with its result. */
async function play(questionId: string, isRight: boolean) {
  const { store } = world;
  played += 1;
  const id = `${questionId}-${played}`;
  await startRound(store, id, { questionId, place: here });
  await store.recordAnswer(answer({ round: id, right: isRight }));
  await store.attachMessage(id, { messageId: id, openedAt: NOON + played, closesAt: NOON + played + 1 });
  await store.closeRound(id, NOON + played + 1);
  await store.markRevealed(id);
}

async function drawAll(known: (id: string) => boolean, from = library): Promise<readonly string[]> {
  const { services } = withLibrary(world, from);
  const drawn: string[] = [];
  for (let count = 0; count < ids.length; count += 1) {
    const question = await drawUnseen(services, here, [...from.questions.values()]);
    if (!question) throw new Error('nothing left');
    const id = bareId(question.id);
    drawn.push(id);
    await play(question.id, known(id.replace('new-', '')));
  }
  return drawn;
}

const MISSED = new Set(['tale-1', 'tale-4', 'tale-6']);

describe('when every question was asked and it starts over', () => {
  it('those that the place got wrong come first, and all come once', async () => {
    const first = await drawAll((id) => !MISSED.has(id));
    const second = await drawAll(() => true);
    const last = first.at(-1) ?? '';
    const expected = MISSED.has(last)
      ? second.slice(0, 4).filter((id) => MISSED.has(id))
      : second.slice(0, 3);
    expect(new Set(expected)).toEqual(MISSED);
    expect(new Set(second)).toEqual(new Set(ids));
  });

  it('those that it has known since do not come first again', async () => {
    await drawAll((id) => !MISSED.has(id));
    await drawAll((id) => id !== 'tale-0');
    expect((await drawAll(() => true)).slice(0, 2)).toContain('tale-0');
  });

  it('those that a new release renamed come first too', async () => {
    await drawAll((id) => !MISSED.has(id));
    const second = await drawAll(() => true, renamed(library));
    const head = second.slice(0, 4).filter((id) => MISSED.has(id.replace('new-', '')));
    expect(head).toHaveLength(3);
  });
});
