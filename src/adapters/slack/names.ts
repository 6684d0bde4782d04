/**
 * Players by name. A mention would notify everyone who is named in a message for all, so none is ever sent:
 * names are asked for when a message is drawn, and written as plain text. They are kept for minutes, in memory.
 */
import { blocksOf, type Card, type Inline, type PlainBlock } from '../../core/cards/card.ts';
import type { UserId } from '../../core/ids.ts';

export function playersIn(card: Card): UserId[] {
  const texts = blocksOf(card).flatMap((block) =>
    block.type === 'text' || block.type === 'note' ? block.text : [],
  );
  const users = texts.flatMap((inline) =>
    typeof inline === 'object' && 'player' in inline ? [inline.player] : [],
  );
  return [...new Set(users)];
}

/** The card with the known players named; the others stay, and are shown as "a player". */
export function withNames(card: Card, names: ReadonlyMap<UserId, string>): Card {
  if (names.size === 0) return card;
  const nameAll = (blocks: readonly PlainBlock[]) => blocks.map((block) => withNamesIn(block, names));
  return card.kind === 'plain'
    ? { ...card, blocks: nameAll(card.blocks) }
    : { ...card, lead: nameAll(card.lead), tail: nameAll(card.tail) };
}

function withNamesIn(block: PlainBlock, names: ReadonlyMap<UserId, string>): PlainBlock {
  if (block.type !== 'text' && block.type !== 'note') return block;
  const named = (inline: Inline): Inline =>
    typeof inline === 'object' && 'player' in inline ? (names.get(inline.player) ?? inline) : inline;
  return { ...block, text: block.text.map(named) };
}
