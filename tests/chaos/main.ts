/**
 * `npm run chaos`: the long form of the proof. Its last line is one JSON object; it fails where a question was lost,
 * doubled, never revealed, or an answer counted wrong. `docs/reliability.md` explains it.
 */
import { readOptions, WrongOption } from './options.ts';
import { type RunOptions, runChaos } from './run.ts';

const MOST_SHOWN = 5;
const write = (line: string) => void process.stdout.write(`${line}\n`);

const args = process.argv.slice(2);
const { figures, findings, mishaps } = await runChaos(optionsOrEnd());
write(`what befell it: ${JSON.stringify(mishaps)}`);
for (const finding of findings.slice(0, MOST_SHOWN)) write(finding);
if (findings.length > MOST_SHOWN) write(`… and ${findings.length - MOST_SHOWN} more`);
if (findings.length > 0) write(`to repeat it: npm run chaos -- ${args.join(' ')}`);
write(JSON.stringify(figures));
process.exit(findings.length === 0 ? 0 : 1);

function optionsOrEnd(): RunOptions {
  try {
    return readOptions(args, write);
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    process.stderr.write(`npm run chaos: ${error.message}\n`);
    process.exit(2);
  }
}
