/** Where the windows are below the slip, what happens in them would be out of sight. */
import { useEffect } from 'react';
import type { Held } from './state.ts';

/** `edge` is what must be seen where not all of it can be: the newest is at the end. */
export function showWindows(edge: 'start' | 'end'): void {
  const windows = document.getElementById('windows');
  if (!windows) return;
  const fits = windows.getBoundingClientRect().height <= innerHeight;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  windows.scrollIntoView({ block: fits ? 'nearest' : edge, behavior: still ? 'instant' : 'smooth' });
}

/** A question that becomes its result is shown, except to somebody who is just typing. */
export function useShownResult(held: Held | undefined): void {
  useEffect(() => {
    if (held && !isTyping()) showWindows('start');
  }, [held]);
}

const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement &&
  document.activeElement.type === 'text' &&
  document.activeElement.value !== '';
