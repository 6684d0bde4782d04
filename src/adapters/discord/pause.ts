import type { Clock } from '../../core/ports/clock.ts';

/** Ends after so long, or as soon as nobody waits for its end any more. */
export async function pause(clock: Pick<Clock, 'after'>, ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  const over = Promise.withResolvers<void>();
  const cancel = clock.after(ms, over.resolve);
  const end = () => over.resolve();
  signal.addEventListener('abort', end, { once: true });
  await over.promise;
  cancel();
  signal.removeEventListener('abort', end);
}
