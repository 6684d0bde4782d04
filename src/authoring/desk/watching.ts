/** Notices that files changed, however an editor saves them. */
import { watch } from 'node:fs';

/** An editor that saves takes several steps, which are one change. */
const QUIET_MS = 80;

/** Where the system cannot tell of changes, one looks. */
const LOOK_MS = 2_000;

/** Of what programs keep beside a pack nothing is read. */
const isOfNoInterest = (path: string): boolean =>
  /(?:^|[\\/])(?:\.[^\\/]*|node_modules)(?:[\\/]|$)/.test(path) || path.endsWith('.new');

/** Returns how to stop. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MS);
  };
  const look = () => {
    looking ??= setInterval(changed, LOOK_MS);
  };
  const stopWatching = startWatching(folder, soon, look);
  return () => {
    clearTimeout(timer);
    clearInterval(looking);
    stopWatching();
  };
}

function startWatching(folder: string, soon: () => void, look: () => void): () => void {
  try {
    const watcher = watch(folder, { recursive: true }, (_, path) => {
      if (path === null || !isOfNoInterest(path)) soon();
    });
    watcher.on('error', look);
    return () => watcher.close();
  } catch {
    look();
    return () => undefined;
  }
}
