/** Memory that was needed for a while only. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** With less in use than this there is little to win. */
const LARGE = 60 * 1024 * 1024;

/**
 * Reading a large pack takes several times the memory that it is kept in, which Node, left alone, holds for hours. It
 * takes some tenths of a second, once. Node has no other way to ask for it.
 */
export function giveMemoryBack(): void {
  if (process.memoryUsage().heapTotal < LARGE) return;
  setFlagsFromString('--expose-gc');
  const collect: (options: object) => void = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
