/** For what takes many small transactions: between two of them everybody else has their turn. */
import { setImmediate } from 'node:timers/promises';

/** SQLite answers without one: some ten thousand rounds would hold up the whole process for most of a minute. */
export async function othersTurn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
