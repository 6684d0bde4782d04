/** Somebody who plays a whole quiz alone. */

import { bareId } from '../../../src/core/dataset/scope.ts';
import { originOf, tokensOf, type World } from '../../fakes/world.ts';

/** The ids, as their authors wrote them, of what they are asked, in the order in which they answer, with the first option that is offered each time. */
export async function askedAlone(world: World, line: string): Promise<readonly string[]> {
  let reply = await world.type(line);
  for (;;) {
    const next = tokensOf(reply.card).find((token) => token.do === 'pick' || token.do === 'next');
    if (!next) break;
    world.clock.jumpTo(world.clock.now() + 1_000);
    reply = await world.press(next);
  }
  return (await world.store.exportPlayer(originOf().player)).map(({ questionId }) => bareId(questionId));
}
