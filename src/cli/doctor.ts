/** `npm run doctor`: one page of what is right and wrong. Changes nothing, and works beside a running bot. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { commands } from '../../commands/registry.ts';
import { secretsIn } from '../config.ts';
import { type Finding, finding } from '../core/finding.ts';
import { examine } from '../doctor/examine.ts';
import { isWrong, pageOf } from '../doctor/page.ts';
import { ofSettingsFile, readSettings } from '../doctor/settings.ts';
import { readPacksApart } from '../packs/apart.ts';
import { datasetOf } from '../packs/dataset.ts';
import { addressAt } from '../pages/hosts.ts';
import { striking } from '../secrets.ts';

const FILE = '.env';

if (existsSync(FILE)) process.loadEnvFile(FILE);

async function packsIn(root: string) {
  const { packs, broken } = datasetOf(await readPacksApart({ root, environment: process.env }));
  return {
    packs: packs.map(({ pack, version }) => ({ id: pack.info.id, version })),
    leftOut: broken.map(({ folder }) => basename(folder)),
  };
}

/** How the one that listens here says it is, if it does. */
async function ofRunning(host: string, port: number): Promise<readonly Finding[]> {
  try {
    const answer = await fetch(`${addressAt(host, port)}/readyz`, { signal: AbortSignal.timeout(5_000) });
    const { status, ...rest } = Object(await answer.json());
    if (status === 'ready') return [finding('ok', 'Bot', `the one at port ${port} says that it is ready`)];
    return [
      finding(
        'wrong',
        'Bot',
        `the one at port ${port} is not ready: ${JSON.stringify(rest)}`,
        'See “What to do when” in docs/operations.md.',
      ),
    ];
  } catch {
    return [finding('note', 'Bot', `nothing answers at port ${port}`)];
  }
}

const { config, findings, unread } = readSettings(process.env);
const [file, found, running] = await Promise.all([
  ofSettingsFile(FILE),
  examine({ config, commands, packs: () => packsIn(config.dataPath), isBot: false, unread }),
  ofRunning(config.host, config.port),
]);
const all = [...findings, ...file, ...found, ...running];
const code = all.some(isWrong) ? 1 : 0;
// Whatever still hangs is not waited for.
process.stdout.write(striking(secretsIn(process.env))(pageOf(all)), () => process.exit(code));
