/** Questions that are only for those who choose their topic. */
import { afterEach, describe, expect, it } from 'vitest';
import { questionsAbout } from '../../../src/core/quiz/select.ts';
import { everythingIn } from '../../../src/core/settings/allowed.ts';
import { createWorld, textOf, type World } from '../../fakes/world.ts';
import { claimOf, harbour, questionOf, withLibrary } from './harbour.ts';

let world: World;
afterEach(() => world.close());

const claims = [
  claimOf('tower', 'Mara Quill saw the tower.'),
  claimOf('headline', 'Mara Quill stands in the headline.'),
];
const tower = questionOf('q-tower', 'What stood there?', 'A tower', ['tower']);
const headline = questionOf('q-headline', 'Who stands on top?', 'Mara', ['headline'], { fit: 'topic' });

describe('a question that is only for those who choose its topic', () => {
  it.each([
    ['', false],
    ['Mara Quill', false],
    ['boats', true],
    ['headline', true],
  ])('for “%s”: asked is %s', async (topic, isAsked) => {
    world = await createWorld();
    const { services } = withLibrary(world, harbour(claims, [tower, headline]));
    const about = questionsAbout(services, topic, everythingIn(services.library));
    expect(about.some(({ fit }) => fit === 'topic')).toBe(isAsked);
  });

  it('is not asked without one, also where there is no other: it says which topics there are', async () => {
    world = await createWorld({ library: harbour(claims, [headline]) });
    const reply = textOf(await world.type('/quiz'));
    expect(reply).toContain('without a topic');
    expect(reply).toContain('Boats');
    expect(await world.store.unrevealedRounds()).toEqual([]);
    await world.type('/quiz boats');
    expect(await world.store.unrevealedRounds()).toMatchObject([{ questionId: 'harbour/q-headline' }]);
  });
});
