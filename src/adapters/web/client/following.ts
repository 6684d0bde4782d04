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

interface Place {
  /** Whether the end is kept in sight, or the message that is held. */
  following: boolean;
  held: string | undefined;
  /** Where we put it: an event from there is our own doing, even while somebody turns the wheel. */
  put: number | undefined;
}

function createFollower(box: HTMLElement, content: HTMLElement): Follower {
  const place: Place = { following: true, held: undefined, put: undefined };
  const aim = (held: string | undefined) => {
    Object.assign(place, { following: true, held });
    settle(box, place);
  };
  const toEnd = () => aim(undefined);
  const stopWatching = watchHands(box, { moved: () => leave(box, place), toEnd });
  const observer = new ResizeObserver(() => settle(box, place));
  observer.observe(content);
  observer.observe(box);
  return {
    toEnd,
    hold: ({ message, own }) => {
      if (place.following || own) aim(message);
    },
    release: () => {
      place.held = undefined;
      settle(box, place);
    },
    stop: () => {
      observer.disconnect();
      stopWatching();
    },
  };
}

function settle(box: HTMLElement, place: Place): void {
  anchor(box, place);
  if (!place.following) return;
  const end = box.scrollHeight - box.clientHeight;
  box.scrollTop = Math.min(end, topOf(box, place.held) ?? end);
  place.put = box.scrollTop;
}

/** The person has scrolled: away from the end, or back to it. */
function leave(box: HTMLElement, place: Place): void {
  if (place.put !== undefined && Math.abs(box.scrollTop - place.put) < 2) return;
  place.put = undefined;
  place.held = undefined;
  place.following = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
  anchor(box, place);
}

/** While one follows, the browser must not hold on to a row; a reader of older messages wants just that. */
function anchor(box: HTMLElement, { following }: Place): void {
  box.style.overflowAnchor = following ? 'none' : 'auto';
}

function topOf(box: HTMLElement, message: string | undefined): number | undefined {
  const row = message && box.querySelector(`[data-message="${CSS.escape(message)}"]`);
  if (!row) return undefined;
  return box.scrollTop + row.getBoundingClientRect().top - box.getBoundingClientRect().top - MARGIN;
}

const SCROLL_KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Tab'];
/** A turn of the wheel and the swing of a finger scroll on for a while; each step of that prolongs it. */
const SWING_MS = 1000;

interface Hands {
  /** A step of a scroll that they have caused. */
  readonly moved: () => void;
  /** They ask for the end: also for that of what comes before the browser has scrolled there. */
  readonly toEnd: () => void;
}

function watchHands(box: HTMLElement, { moved, toEnd }: Hands): () => void {
  const stopped = new AbortController();
  const passive = { passive: true, signal: stopped.signal };
  let until = 0;
  let dragging = false;
  const touched = () => {
    until = performance.now() + SWING_MS;
  };
  for (const hand of ['wheel', 'touchmove', 'focusin']) box.addEventListener(hand, touched, passive);
  box.addEventListener(
    'keydown',
    ({ key }) => {
      if (SCROLL_KEYS.includes(key)) touched();
      if (key === 'End') toEnd();
    },
    passive,
  );
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
