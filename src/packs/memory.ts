/** Memory that was needed for a while only. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Indexing a large pack takes twice the memory that it is kept in, which Node, left alone, holds for hours, and as much
 * again with each reload. It takes some tenths of a second, once; what takes less gives nothing back. Node has no other way
 * to ask for it.
 */
export function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  const collect: (options: object) => void = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
