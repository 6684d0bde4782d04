/**
 * `npm run chaos`: the long form of the proof. Its last line is one JSON object; it fails where a question was lost,
 * doubled, never revealed, or an answer counted wrong. `docs/reliability.md` explains it.
 */
import { readOrEnd } from '../command-line.ts';
import { readOptions } from './options.ts';
import { runChaos } from './run.ts';

const MOST_SHOWN = 5;
const write = (line: string) => void process.stdout.write(`${line}\n`);

const args = process.argv.slice(2);
const { figures, findings, mishaps } = await runChaos(
  readOrEnd('npm run chaos', () => readOptions(args, write)),
);
write(`what befell it: ${JSON.stringify(mishaps)}`);
for (const finding of findings.slice(0, MOST_SHOWN)) write(finding);
if (findings.length > MOST_SHOWN) write(`… and ${findings.length - MOST_SHOWN} more`);
if (findings.length > 0) write(`to repeat it: npm run chaos -- ${args.join(' ')}`);
write(JSON.stringify(figures));
process.exit(findings.length === 0 ? 0 : 1);
