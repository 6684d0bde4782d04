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
  it('counts one answer as one, and says how to delete it', async () => {
    const text = textOf(await world.type('/mydata show', who));
    expect(text).toContain('Your user id with 1 answer here');
    expect(text).not.toContain('that you started');
    expect(text).toContain('/mydata delete');
  });

  it('tells what else stands with the user id: quizzes and dailies', async () => {
    await world.type('/daily set 09:00', { manages: true });
    expect(textOf(await world.type('/mydata show'))).toContain(
      'with 1 quiz that you started and 1 daily question that you set',
    );
  });

  it('is what /mydata alone shows', async () => {
    expect(textOf(await world.type('/mydata', who))).toBe(textOf(await world.type('/mydata show', who)));
  });

  it.each(['/mydata', '/mydata delete', '/mydata delete confirm'])(
    'says at once where nothing is stored: %s',
    async (line) => {
      expect(textOf(await world.type(line, { user: 'dan' }))).toBe('Nothing is stored about you here.');
    },
  );

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
    expect(text).toContain('delete your 1 answer here');
    expect(text).toContain('/mydata delete confirm');
    expect(textOf(await world.type('/mydata show', who))).toContain('1 answer here');
  });

  it('of somebody who has only started something speaks of no answers', async () => {
    const text = textOf(await world.type('/mydata delete'));
    expect(text).toContain('take your user id off 1 quiz that you started');
    expect(text).not.toContain('answer');
  });

  it.each(['confirm', 'yes', 'confirm: yes'])('%s deletes it', async (words) => {
    expect(textOf(await world.type(`/mydata delete ${words}`, who))).toContain('Deleted: 1 answer.');
    expect(textOf(await world.type('/mydata show', who))).toContain('Nothing is stored');
  });

  it.each(['no', 'confirm no', 'please'])('%s deletes nothing', async (words) => {
    await world.type(`/mydata delete ${words}`, who);
    expect(textOf(await world.type('/mydata show', who))).toContain('1 answer here');
  });
});
