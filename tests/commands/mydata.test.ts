import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
const who = { user: 'bea' };
beforeEach(async () => {
  world = await createWorld();
  await world.type('/quiz');
  const [token] = tokensOf(world.platform.shown[0]?.card ?? { kind: 'plain', tone: 'neutral', blocks: [] });
  await world.press(token ?? '', who);
});
afterEach(() => world.close());

describe('/mydata show', () => {
  it('counts one answer as one, and tells what else stands with the user id', async () => {
    const text = textOf(await world.type('/mydata show', who));
    expect(text).toContain('Your user id with 1 answer here');
    expect(text).toContain('Your user id also stands with quizzes you started and dailies you set');
    expect(text).toContain('with it the topic words you gave them; /mydata delete takes it off them');
    expect(text).toContain('Whether an answer was right counts here once its question is closed.');
  });

  it('counts a right answer from when the question is closed, also where the reveal does not get through', async () => {
    const [round] = await world.store.unrevealedRounds();
    const right = round?.shown.right ?? 0;
    const tokens = tokensOf(world.platform.shown[0]?.card ?? { kind: 'plain', tone: 'neutral', blocks: [] });
    const knows = { user: 'cleo' };
    await world.press(tokens[right] ?? '', knows);
    expect(textOf(await world.type('/mydata show', knows))).toContain('1 answer here, 0 of them right');
    for (const _ of ['count', 'reveal'])
      world.platform.answerNextEdit({ status: 'failed', retryAfterMs: 600_000 });
    await world.minutes(2);
    expect(await world.store.unrevealedRounds()).toHaveLength(1);
    expect(textOf(await world.type('/mydata show', knows))).toContain('1 answer here, 1 of them right');
  });
});

describe('/mydata delete', () => {
  it('tells what would be deleted, with the right plural, and deletes nothing yet', async () => {
    const text = textOf(await world.type('/mydata delete', who));
    expect(text).toContain('This would delete your 1 answer here');
    expect(text).toContain('take your user id off the quizzes you started and the dailies you set');
    expect(textOf(await world.type('/mydata show', who))).toContain('1 answer here');
  });

  it.each(['confirm', 'yes', 'confirm: yes'])('%s deletes it', async (words) => {
    expect(textOf(await world.type(`/mydata delete ${words}`, who))).toContain('Deleted: 1 answer.');
    expect(textOf(await world.type('/mydata show', who))).toContain('0 answers here');
  });

  it.each(['no', 'confirm no', 'please'])('%s deletes nothing', async (words) => {
    await world.type(`/mydata delete ${words}`, who);
    expect(textOf(await world.type('/mydata show', who))).toContain('1 answer here');
  });
});
