/** The plain-text form of a card: for screen readers, notifications, logs and faces without markup. */
import { describeInstant, relative } from '../dates.ts';
import { withoutFragment } from '../facts/text-fragment.ts';
import type { UserId } from '../ids.ts';
import {
  type Block,
  blocksOf,
  type Card,
  type Inline,
  type RichText,
  type ShownOption,
  type ShownPassage,
  type ShownReceipt,
} from './card.ts';

/** What stands for that which is no word by itself. */
export interface Wording {
  time(at: number): string;
  address(href: string): string;
  player(id: UserId): string;
}

/** The same whenever it is read. */
const LASTING: Wording = { time: describeInstant, address: withoutFragment, player: () => 'a player' };

/** For who reads or hears it at this instant: nobody should have to work out a time of the world’s. */
export const wordsAt = (now: number): Wording => ({ ...LASTING, time: (at) => relative(at - now) });

export const cardToText = (card: Card, wording: Wording = LASTING): string =>
  blocksOf(card)
    .map((block) => blockToText(block, wording))
    .filter(Boolean)
    .join('\n');

export const richToText = (text: RichText, wording: Wording = LASTING): string =>
  text.map((inline) => inlineToText(inline, wording)).join('');

/** "A. Four", and after the reveal "A. Four (right answer, 3 of the answers, 75%)". */
export function optionToText({ letter, text, mark, share }: ShownOption): string {
  const notes = [
    mark === 'right' ? 'right answer' : '',
    share === undefined
      ? ''
      : `${share.count} ${share.count === 1 ? 'answer' : 'answers'}, ${share.percent}%`,
  ].filter(Boolean);
  return `${letter === undefined ? '' : `${letter}. `}${text}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/**
 * All about a receipt but its title and address: "Best Life, Lia Beck, November 2023, ¶ 3; ¶ 7–8, quoting Axios,
 * quoting an unnamed source", with the language where it is not English. What is unknown is left out.
 */
export function receiptSource({ publisher, author, date, passages, language }: ShownReceipt): string {
  const name = language === 'en' ? undefined : new Intl.DisplayNames('en', { type: 'language' }).of(language);
  return [
    publisher,
    ...(author === null ? [] : [author]),
    ...(date === undefined ? [] : [date]),
    ...(name === undefined ? [] : [`in ${name}`]),
    passages
      .filter((one) => !passages.some((other) => other !== one && tells(other, one)))
      .map(passageToText)
      .join('; '),
  ].join(', ');
}

/** Whether a longer chain in the same paragraphs names all of the other's sources: no chain is told twice. */
const tells = (longer: ShownPassage, { paragraphs, attribution }: ShownPassage): boolean =>
  attribution.length > 0 &&
  attribution.length < longer.attribution.length &&
  paragraphs.every((one) => longer.paragraphs.includes(one)) &&
  attribution.toReversed().every((source, at) => source === longer.attribution.at(-1 - at));

const passageToText = ({ paragraphs, attribution }: ShownPassage): string =>
  [
    `¶\u00a0${runsOf(paragraphs).join(',\u00a0')}`,
    ...attribution.toReversed().map((source) => `quoting ${source}`),
  ].join(', ');

/** "3", "9–10": without the word joiner a line may end behind the dash. */
const runsOf = (paragraphs: readonly number[]): readonly string[] =>
  paragraphs
    .filter((one) => !paragraphs.includes(one - 1))
    .map((first) => {
      let last = first;
      while (paragraphs.includes(last + 1)) last += 1;
      return last === first ? String(first) : `${first}–\u2060${last}`;
    });

function blockToText(block: Block, wording: Wording): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'text':
    case 'note':
      return richToText(block.text, wording);
    case 'options':
      return block.options.map(optionToText).join('\n');
    case 'receipts':
      return block.receipts.map((receipt) => receiptToText(receipt, wording)).join('\n');
    case 'choices':
    case 'divider':
      return '';
    default:
      return block satisfies never;
  }
}

const receiptToText = (receipt: ShownReceipt, wording: Wording): string =>
  [
    `Receipt: “${receipt.title}”, ${receiptSource(receipt)}`,
    ...(receipt.url === undefined ? [] : [wording.address(receipt.url)]),
    ...(receipt.quotation === undefined ? [] : [`– it says: “${receipt.quotation}”`]),
  ].join(' ');

function inlineToText(inline: Inline, wording: Wording): string {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return inline.bold;
  if ('italic' in inline) return inline.italic;
  if ('code' in inline) return inline.code;
  if ('link' in inline) return `${inline.link} (${wording.address(inline.href)})`;
  if ('time' in inline) return wording.time(inline.time);
  if ('player' in inline) return wording.player(inline.player);
  if ('channel' in inline) return inline.channel;
  return inline satisfies never;
}
