/** `npm run register`: shows how the commands on Discord differ from ours, and makes them the same. */
import { commands } from '../../commands/registry.ts';
import { registerWithToken } from '../adapters/discord/register.ts';
import { parseConfig } from '../config.ts';

const parsed = parseConfig(process.env);
if (!parsed.ok || !parsed.config.discord) {
  const problems = parsed.ok ? ['DISCORD_TOKEN is missing: put it into .env'] : parsed.problems;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
const { add, change, remove, same } = await registerWithToken(parsed.config.discord, commands);
for (const [sign, names] of [
  ['+', add],
  ['~', change],
  ['-', remove],
  ['=', same],
] as const)
  for (const name of names) process.stdout.write(`${sign} /${name}\n`);
