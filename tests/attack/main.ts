/**
 * `npm run attack`: what an attacker can do to a bot that is hosted, done to one on this machine. Its last line is one JSON
 * object of counts; it fails where one is bad. `docs/reliability.md` explains it.
 */
import { readOrEnd } from '../command-line.ts';
import { readOptions } from './options.ts';
import { runAttack } from './run.ts';

const MOST_SHOWN = 20;
const write = (line: string) => void process.stdout.write(`${line.slice(0, 2_000)}\n`);

// So that no bot is left behind.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const args = process.argv.slice(2);
const { figures, problems } = await runAttack(readOrEnd('npm run attack', () => readOptions(args, write)));
for (const problem of problems.slice(0, MOST_SHOWN)) write(problem);
if (problems.length > MOST_SHOWN) write(`… and ${problems.length - MOST_SHOWN} more`);
if (problems.length > 0) write(`to repeat it: npm run attack -- ${args.join(' ')}`);
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(problems.length === 0 ? 0 : 1);
