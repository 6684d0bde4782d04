/** A message as the page draws it: the payloads of the real renderers, made for the purpose and never by hand. */
import { blocksOf, type Card } from '../../core/card.ts';
import { cardToText } from '../../core/card-text.ts';
import { encodeToken, type Token } from '../../core/token.ts';
import type { Message } from './channel.ts';
import type { FaceLabel, ShownMessage } from './wire.ts';

/** A platform whose renderer the page puts on show. `main.ts` hands these in: adapters do not know each other. */
export interface Face extends FaceLabel {
  /** The JSON payload that this platform would be sent. */
  render(card: Card): unknown;
}

export const showMessage = (faces: readonly Face[], { id, at, card, onlyFor }: Message): ShownMessage => ({
  id,
  at,
  onlyYou: onlyFor !== undefined,
  text: cardToText(card),
  payloads: Object.fromEntries(faces.map((face) => [face.name, face.render(card)])),
  ...(onlyFor === undefined ? closesRound(card) : problemIn(card)),
});

/** Whether the card still has this button: a press of any other is of a message that has changed meanwhile. */
export const offers = (card: Card, token: string): boolean =>
  tokensOf(card).some((candidate) => encodeToken(candidate) === token) || closesRound(card).closes === token;

/** A daily question has no reveal button for everyone to see; its moderator's button on the page presses this. */
function closesRound(card: Card): { readonly closes?: string } {
  const [answer] = tokensOf(card).flatMap((token) => (token.do === 'answer' ? [token] : []));
  return answer ? { closes: encodeToken({ do: 'reveal', round: answer.round }) } : {};
}

const problemIn = ({ tone }: Card): { readonly problem?: true } =>
  tone === 'problem' ? { problem: true } : {};

const tokensOf = (card: Card): readonly Token[] =>
  blocksOf(card).flatMap((block) =>
    block.type === 'choices' ? block.choices.map(({ token }) => token) : [],
  );
