/** `npm run pack -- VERB`: what authors need, from a folder of articles to a pack that plays. */
import { existsSync } from 'node:fs';
import { stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { runPack } from './program.ts';

// Whoever reads only the first lines, as `head` does, is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

if (existsSync('.env')) process.loadEnvFile('.env');

process.exitCode = await runPack(
  process.argv.slice(2),
  {
    out: (text) => stdout.write(text),
    say: (text) => stderr.write(text),
    input: () => buffer(stdin),
    async ask(question) {
      if (!stdin.isTTY) return undefined;
      const reader = createInterface({ input: stdin, output: stderr });
      const answer = await reader.question(question);
      reader.close();
      return answer.trim();
    },
  },
  process.env,
);
