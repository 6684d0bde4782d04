/** What the commands about the packs share: reading them, and ending with a sentence where that fails. */
import type { Pack } from '../core/dataset/pack.ts';
import { loadPacks } from '../dataset.ts';

export const loadPacksOrExit = (): Promise<readonly Pack[]> =>
  orExit(() => loadPacks(process.env.DATA_PATH || 'data'));

/** Whoever edits a pack needs what is wrong with it, not the path through our code. */
export async function orExit<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
