/** `npm run register`: shows how the commands on Discord differ from ours, and makes them the same. */
import { existsSync } from 'node:fs';
import { commands } from '../../commands/registry.ts';
import { registerWithToken } from '../adapters/discord/register.ts';
import { parseConfig } from '../config.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const parsed = parseConfig(process.env);
if (!parsed.ok || !parsed.config.discord) {
  const problems = parsed.ok ? ['DISCORD_TOKEN is missing: put it into .env'] : parsed.problems;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
try {
  const { add, change, remove, same, invite } = await registerWithToken(parsed.config.discord, commands);
  const signs = { '+': add, '~': change, '-': remove, '=': same };
  for (const [sign, names] of Object.entries(signs))
    for (const name of names) process.stdout.write(`${sign} /${name}\n`);
  process.stdout.write(`Add the bot to a server: ${invite}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
