/**
 * Imports the packages named on its command line with the compile cache on, as the program does. In JavaScript:
 * it is a floor, and must not pay for the stripping of types.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
for (const name of process.argv.slice(2)) await import(name);
process.once('SIGTERM', () => process.exit(0));
process.stdout.write('ready\n');
setInterval(() => {}, 60_000);
