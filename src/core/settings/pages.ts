/** Lists that are too long for one message. */
import type { Choice, PlainBlock } from '../cards/card.ts';

export interface Paged<Item> {
  readonly shown: readonly Item[];
  /** The number of the first that is shown. */
  readonly first: number;
  readonly page: number;
  readonly next: number | undefined;
  readonly before: number | undefined;
}

/** A page that is not there any more is the last there is. */
export function pageOf<Item>(items: readonly Item[], wanted: number, size: number): Paged<Item> {
  const last = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(1, wanted), last);
  const from = (page - 1) * size;
  return {
    shown: items.slice(from, from + size),
    first: from + 1,
    page,
    next: page < last ? page + 1 : undefined,
    before: page > 1 ? page - 1 : undefined,
  };
}

/** “, 11 to 20 of 34”, behind a heading; empty where all is shown. */
export const spanOf = ({ shown, first }: Paged<unknown>, all: number): string =>
  shown.length === all ? '' : `, ${first} to ${first + shown.length - 1} of ${all}`;

/** Buttons that turn the page, where there are several. */
export function turningPages(
  { before, next }: Paged<unknown>,
  list: 'packs' | 'left-out',
): readonly PlainBlock[] {
  const to = (label: string, page: number | undefined): Choice[] =>
    page === undefined ? [] : [{ label, token: { do: list, page }, style: 'plain' }];
  const choices = [...to('Back', before), ...to('More', next)];
  return choices.length === 0 ? [] : [{ type: 'choices', choices }];
}
