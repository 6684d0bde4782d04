/** A program of its own that reads the packs and prints what they say (`wire.ts`); started by `apart.ts`. */
import { eachPack } from './read.ts';
import { linesOf, toLine } from './wire.ts';

// The bot is gone, and nobody is left to tell.
process.stdout.on('error', () => process.exit(1));

const [root = ''] = process.argv.slice(2);
try {
  for await (const pack of eachPack(root)) for (const line of linesOf(pack)) print(line);
} catch (error) {
  print(toLine({ failed: error instanceof Error ? error.message : String(error) }));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
