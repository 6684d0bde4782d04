/** Who asks while it is still being found what answers are made of. */
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { patient } from '../../src/packs/patient.ts';
import { createWorld, here, originOf } from '../fakes/world.ts';

it('is acknowledged at once, and gets answers and proposals once all is found', async () => {
  const world = await createWorld();
  const { promise: prepared, resolve } = Promise.withResolvers<void>();
  const bot = patient(world.bot, prepared);
  const request = { kind: 'command', origin: originOf(), command: 'fact', input: { words: '' } } as const;
  expect(bot.acknowledgement(request)).toBe('to-everyone');
  const got: string[] = [];
  const answer = bot.handle(request).then((reply) => got.push(`an answer: ${reply?.type}`));
  const asked = { place: here, command: 'fact', option: 'about', typed: '' };
  const proposals = bot.suggest(asked).then((all) => got.push(`proposals: ${all.length > 0}`));
  await setImmediate();
  expect(got).toEqual([]);
  resolve();
  await Promise.all([answer, proposals]);
  expect(got.toSorted()).toEqual(['an answer: say', 'proposals: true']);
});
