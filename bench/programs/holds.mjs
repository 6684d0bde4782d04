/**
 * Run before a program: at each SIGUSR2 it prints how much of the processor its main thread took at most, since the
 * last one, before the event loop came round. Not for how long: that also says what else the machine had to do.
 */
import { writeSync } from 'node:fs';

const spent = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

let [last, most, asked] = [spent(), 0, 0];
setInterval(() => {
  const now = spent();
  most = Math.max(most, now - last);
  last = now;
}, 1).unref();

process.on('SIGUSR2', () => {
  // What holds the loop right now counts once it is over.
  setTimeout(() => {
    asked += 1;
    writeSync(1, `held ${asked}: ${most.toFixed(1)} ms\n`);
    most = 0;
  }, 5);
});
