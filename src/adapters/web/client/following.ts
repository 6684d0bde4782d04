/**
 * Keeps the end of a window in sight. Only the person's own hands end that: wheel, touch, keys or scrollbar.
 * Whatever else makes the browser scroll (rows that leave at the top, text that grows) does not count.
 */
import { type RefObject, useEffect, useRef } from 'react';
import type { Held } from './state.ts';

interface Follower {
  toEnd(): void;
  hold(held: Held): void;
  release(): void;
  stop(): void;
}

export function useFollowing(
  held: Held | undefined,
  ends: number,
): { scroller: RefObject<HTMLDivElement | null>; content: RefObject<HTMLDivElement | null> } {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follower = useRef<Follower>(undefined);
  useEffect(() => {
    if (!scroller.current || !content.current) return undefined;
    const made = createFollower(scroller.current, content.current);
    follower.current = made;
    return made.stop;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of the person's commands counts
  useEffect(() => follower.current?.toEnd(), [ends]);
  useEffect(() => (held ? follower.current?.hold(held) : follower.current?.release()), [held]);
  return { scroller, content };
}

const NEAR_END = 80;
/** Above the beginning of a message that is held in sight. */
const MARGIN = 8;

function createFollower(box: HTMLElement, content: HTMLElement): Follower {
  let following = true;
  let held: string | undefined;
  /** Where we put it: an event from there is our own doing, even while somebody turns the wheel. */
  let put: number | undefined;

  const settle = () => {
    // While one follows, the browser must not hold on to a row; a reader of older messages wants just that.
    box.style.overflowAnchor = following ? 'none' : 'auto';
    if (!following) return;
    const end = box.scrollHeight - box.clientHeight;
    box.scrollTop = Math.min(end, topOf(box, held) ?? end);
    put = box.scrollTop;
  };
  const aim = (at: string | undefined) => {
    held = at;
    following = true;
    settle();
  };
  const stopWatching = watchHands(box, () => {
    if (put !== undefined && Math.abs(box.scrollTop - put) < 2) return;
    put = undefined;
    held = undefined;
    following = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    box.style.overflowAnchor = following ? 'none' : 'auto';
  });
  const observer = new ResizeObserver(settle);
  observer.observe(content);
  observer.observe(box);
  return {
    toEnd: () => aim(undefined),
    hold: ({ message, own }) => {
      if (following || own) aim(message);
    },
    release: () => {
      held = undefined;
      settle();
    },
    stop: () => {
      observer.disconnect();
      stopWatching();
    },
  };
}

function topOf(box: HTMLElement, message: string | undefined): number | undefined {
  const row = message && box.querySelector(`[data-message="${CSS.escape(message)}"]`);
  if (!row) return undefined;
  return box.scrollTop + row.getBoundingClientRect().top - box.getBoundingClientRect().top - MARGIN;
}

const SCROLL_KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Tab'];
/** A turn of the wheel and the swing of a finger scroll on for a while; each step of that prolongs it. */
const SWING_MS = 1000;

/** Calls back for each step of a scroll that the person's own hands have caused. */
function watchHands(box: HTMLElement, moved: () => void): () => void {
  const stopped = new AbortController();
  const passive = { passive: true, signal: stopped.signal };
  let until = 0;
  let dragging = false;
  const touched = () => {
    until = performance.now() + SWING_MS;
  };
  for (const hand of ['wheel', 'touchmove', 'focusin']) box.addEventListener(hand, touched, passive);
  box.addEventListener('keydown', ({ key }) => SCROLL_KEYS.includes(key) && touched(), passive);
  // On the scrollbar, the box itself is what the pointer is on.
  box.addEventListener('pointerdown', ({ target }) => (dragging = target === box), passive);
  addEventListener('pointerup', () => (dragging = false), passive);
  addEventListener('pointermove', ({ buttons }) => (dragging &&= buttons !== 0), passive);
  box.addEventListener(
    'scroll',
    () => {
      if (!dragging && performance.now() > until) return;
      touched();
      moved();
    },
    passive,
  );
  return () => stopped.abort();
}
