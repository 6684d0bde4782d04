/** What stands in the channel of a world, by the order in which it was posted. */
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Token } from '../../../src/core/requests/token.ts';
import { tokensOf, type World } from '../../fakes/world.ts';

export function textAt({ platform }: World, index: number): string {
  const message = platform.shown[index];
  return message ? cardToText(message.card) : '';
}

export function buttonAt({ platform }: World, index: number, verb: string): Token {
  const card = platform.shown[index]?.card;
  const token = card && tokensOf(card).find((candidate) => candidate.do === verb);
  if (!token) throw new Error(`message ${index} has no button ${verb}`);
  return token;
}

/** The one that is not revealed yet. */
export async function openRoundOf({ store }: World) {
  const [round] = await store.unrevealedRounds();
  if (!round) throw new Error('no round is open');
  return round;
}
