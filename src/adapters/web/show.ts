/** A message as the page draws it: the payloads of the real renderers, made for the purpose and never by hand. */
import { type Asked, blocksOf, type Card, type Choice } from '../../core/cards/card.ts';
import { cardToText, type Wording, wordsAt } from '../../core/cards/card-text.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { withAsked } from '../../core/requests/asked-line.ts';
import { encodeToken, type Token } from '../../core/requests/token.ts';
import type { Message } from './channel.ts';
import type { Person } from './people.ts';
import type { FaceLabel, ShownMessage } from './wire.ts';

/** A platform whose renderer the page puts on show. `main.ts` hands these in: adapters do not know each other. */
export interface Face extends FaceLabel {
  /** The JSON payload that this platform would be sent; `asked` is what it answers, where everyone sees that. */
  render(card: Card, asked?: Asked): unknown;
}

export interface Showing {
  readonly faces: readonly Face[];
  readonly people: readonly Person[];
  readonly clock: Pick<Clock, 'now'>;
}

export function showMessage(
  showing: Showing,
  { id, at, card, onlyFor, asked, files }: Message,
): ShownMessage {
  return {
    id,
    at,
    onlyYou: onlyFor !== undefined,
    text: cardToText(card),
    spoken: cardToText(asked ? withAsked(card, asked) : card, spokenBy(showing)),
    names: namesOf(card),
    payloads: Object.fromEntries(showing.faces.map((face) => [face.name, face.render(card, asked)])),
    ...(asked && { asked: { person: asked.player, line: asked.line } }),
    ...(files && { files }),
    ...(onlyFor === undefined ? closesRound(card) : problemIn(card)),
  };
}

/** No reader of screens should have to hear an address letter by letter. */
const spokenBy = ({ people, clock }: Showing): Wording => ({
  ...wordsAt(clock.now()),
  address: () => 'link',
  player: (id) => people.find((person) => person.id === id)?.name ?? 'a player',
});

const namesOf = (card: Card): Readonly<Record<string, string>> =>
  Object.fromEntries(
    choicesOf(card).flatMap(({ token, spoken }) =>
      spoken === undefined ? [] : [[encodeToken(token), spoken]],
    ),
  );

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

const tokensOf = (card: Card): readonly Token[] => choicesOf(card).map(({ token }) => token);

const choicesOf = (card: Card): readonly Choice[] =>
  blocksOf(card).flatMap((block) => (block.type === 'choices' ? block.choices : []));
