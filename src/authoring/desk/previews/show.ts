/** Cards as both platforms would get them. */
import { blocksOf, type Card } from '../../../core/cards/card.ts';
import { cardToText, wordsAt } from '../../../core/cards/card-text.ts';
import type { Player } from '../../../core/ids.ts';
import { encodeToken } from '../../../core/requests/token.ts';
import type { ShownCard } from '../wire.ts';

/** A platform whose renderer the desk puts on show; whoever starts the desk hands them in. */
export interface DeskFace {
  /** `discord`, `slack`. */
  readonly name: string;
  /** The payload that this platform would be sent. */
  render(card: Card): unknown;
}

/** Somebody invented, who answers questions in previews. */
export interface Answerer {
  readonly player: Player;
  readonly name: string;
}

export interface Showing {
  readonly faces: readonly DeskFace[];
  readonly people: readonly Answerer[];
  now(): number;
}

/** By the author’s own calendar. */
export function dateOf(now: number): string {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** When a daily question is usually posted, by the author’s own clock. */
export const morningOf = (date: string): number => new Date(`${date}T09:00:00`).getTime();

/** `at`: when it is posted; else this morning. */
export function showCard(
  { faces, people, now }: Showing,
  card: Card,
  at = morningOf(dateOf(now())),
): ShownCard {
  const choices = blocksOf(card).flatMap((block) => (block.type === 'choices' ? block.choices : []));
  return {
    at,
    payloads: Object.fromEntries(faces.map((face) => [face.name, face.render(card)])),
    text: cardToText(card),
    spoken: cardToText(card, {
      ...wordsAt(at),
      address: () => 'link',
      player: (id) => people.find(({ player }) => player.user === id)?.name ?? 'a player',
    }),
    names: Object.fromEntries(
      choices.flatMap(({ token, spoken }) => (spoken === undefined ? [] : [[encodeToken(token), spoken]])),
    ),
  };
}
