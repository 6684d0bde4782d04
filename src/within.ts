/** Patience with others. */
import type { Clock } from './core/ports/clock.ts';

/** Undefined where the answer fails or is not there in time. */
export async function within<Answer>(
  clock: Clock,
  ms: number,
  answer: Promise<Answer>,
): Promise<Answer | undefined> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>();
  const cancel = clock.after(ms, () => resolve(undefined));
  const outcome = await Promise.race([answer.catch(() => undefined), over]);
  cancel();
  return outcome;
}
