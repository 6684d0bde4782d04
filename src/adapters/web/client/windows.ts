/** Where the windows are below the slip, what happens in them would be out of sight. */
import { useEffect } from 'react';
import type { Held } from './state.ts';

export function showWindows(): void {
  const windows = document.getElementById('windows');
  if (!windows) return;
  const fits = windows.getBoundingClientRect().height <= innerHeight;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  windows.scrollIntoView({ block: fits ? 'nearest' : 'start', behavior: still ? 'instant' : 'smooth' });
}

/** What matters is brought on the screen, except to somebody who is just typing. */
export function useShownNews(held: Held | undefined): void {
  useEffect(() => {
    if (held?.matters && !isTyping()) showWindows();
  }, [held]);
}

const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement &&
  document.activeElement.type === 'text' &&
  document.activeElement.value !== '';
