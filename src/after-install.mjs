/**
 * What npm runs once it has installed: says whether there is a Node that can run the bot, and puts the locked one where npm
 * scripts look first. npm 11 has done so by then; npm 10 takes that link away again with the Nodes of other platforms
 * (ADR 32). Plain JavaScript, for the old Node that runs it.
 */
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const isWindows = process.platform === 'win32';

const isTooOld = Number.parseInt(process.versions.node, 10) < NEEDED;

if (isTooOld && !existsSync(join(modules, '.bin', isWindows ? 'node.cmd' : 'node'))) {
  const locked = ['node', 'node-bin']
    .map((start) => [start, isWindows ? 'win' : process.platform, process.arch].join('-'))
    .map((name) => join(name, 'bin', isWindows ? 'node.exe' : 'node'))
    .find((path) => existsSync(join(modules, path)));
  if (locked) link(locked);
  else {
    process.stderr.write(
      `Receipts needs Node ${NEEDED} or newer. This is ${process.version}, and none came along for ${process.platform} on ${process.arch}: install one.\n`,
    );
    process.exitCode = 1;
  }
}

/** @param {string} locked */
function link(locked) {
  const bin = join(modules, '.bin');
  if (isWindows) writeFileSync(join(bin, 'node.cmd'), `@"%~dp0\\..\\${locked}" %*\r\n`);
  else symlinkSync(join('..', locked), join(bin, 'node'));
}
