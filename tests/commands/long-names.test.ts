/** However long its name, a button about somebody or something finds what the typed name finds. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askable } from '../../src/core/facts/subjects.ts';
import { factToken } from '../../src/core/requests/token.ts';
import { quote } from '../../src/core/requests/typed-words.ts';
import { createWorld, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const names = () =>
  world.services.search
    .subjects('', Number.POSITIVE_INFINITY)
    .flatMap(({ name, aliases }) => [name, ...aliases]);

it('a fact’s button carries every name of the shipped pack whole', () => {
  expect(names().filter((name) => (factToken(name) as { about: string }).about !== name)).toEqual([]);
});

it('the buttons of the longest order of a quiz ask about every topic that it offers', async () => {
  for (const { name } of world.services.search.subjects(
    '',
    Number.POSITIVE_INFINITY,
    askable(world.library),
  )) {
    const reply = await world.type(`/quiz private 10 hard 300s topic: pizza ${name}`);
    const offered = /(?:Did you mean|Try one of these): (.*)/.exec(textOf(reply))?.[1]?.split(' · ') ?? [];
    const buttons = tokensOf(reply.card);
    expect(buttons, name).toHaveLength(Math.min(3, offered.length));
    for (const [at, token] of buttons.entries()) {
      const answer = textOf(await world.press(token));
      if (!answer.includes('Only you see this'))
        expect(answer).toBe(
          `There is no hard question about “${quote(offered[at] ?? '')}”. Leave “hard” out for the others.`,
        );
    }
  }
});
