/**
 * `npm run -s data:questions [-- --json]`: what is asked, as people read it. For whoever marks the questions without
 * having written them.
 */
import { askedOf } from '../authoring/export/asked.ts';
import { loadPacksOrExit } from './data-packs.ts';

const asked = askedOf(await loadPacksOrExit());

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(asked, null, 2)}\n`);
else
  for (const { attribution, prompt, options, payoff } of asked)
    process.stdout.write(
      `${attribution === '' ? '' : `[${attribution}] `}${prompt}\n${options
        .map(({ text, right }) => `  ${right ? '✓' : '·'} ${text}\n`)
        .join('')}  ${payoff}\n\n`,
    );
