/** Up and down go through the things of a list; Enter does with each what a press does. */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** `each` are the things, as a selector, in the nearest element around that is `within`. True where it has moved. */
export function goThrough(event: KeyboardEvent<HTMLElement>, within: string, each: string): boolean {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  const all = [...(event.currentTarget.closest(within)?.querySelectorAll<HTMLElement>(each) ?? [])];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (!next) return false;
  event.preventDefault();
  next.focus();
  return true;
}
