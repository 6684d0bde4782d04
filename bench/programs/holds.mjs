/** Run before a program: at each SIGUSR2 it prints for how long at most its event loop was held since the last one. */
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let asked = 0;
process.on('SIGUSR2', () => {
  // What holds the loop right now counts once it is over.
  setTimeout(() => {
    asked += 1;
    writeSync(1, `held ${asked}: ${(delay.max / 1e6).toFixed(1)} ms\n`);
    delay.reset();
  }, 5);
});
