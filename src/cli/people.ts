/** `npm run -s people -- show|delete PLATFORM USER`: what is stored about somebody who cannot ask for it themselves. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ACCOUNTS as DISCORD } from '../adapters/discord/limits.ts';
import { ACCOUNTS as SLACK } from '../adapters/slack/limits.ts';
import { ACCOUNTS as WEB } from '../adapters/web/limits.ts';
import { type Account, playerOf } from '../core/ids.ts';
import { accountOf } from '../core/people/account.ts';
import { asJson, isNothing, readable } from '../core/people/stored.ts';
import { inPlaces, removalOf } from '../core/people/words.ts';
import type { Accounts } from '../core/ports/platform.ts';
import type { Store } from '../core/ports/store.ts';
import { secretsOfAddress } from '../secrets.ts';
import { AGES } from '../store/age.ts';
import { look } from '../store/look.ts';
import { openStore } from '../store/open.ts';
import { databaseSettings, run } from './database.ts';

const USAGE = `npm run -s people -- show PLATFORM USER [--json]
npm run -s people -- delete PLATFORM USER [--yes]

PLATFORM is discord, slack or web; USER is the id that the platform gives the person (on Discord: Settings → Advanced →
Developer Mode, then right-click the person → Copy User ID; on Slack: the person's profile → ⋮ → Copy member ID).
--workspace ID   on Slack, which workspace's person, where several know the id`;

const ACCOUNTS: Readonly<Record<string, Accounts>> = { discord: DISCORD, slack: SLACK, web: WEB };

/** What the operator got wrong, in a sentence. */
class Misuse extends Error {}

interface Wish {
  readonly what: 'show' | 'delete';
  readonly platform: string;
  readonly user: string;
  readonly workspace: string | undefined;
  readonly json: boolean;
  readonly yes: boolean;
}

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parse(args);
  const [what, platform = '', user, ...rest] = positionals;
  if (what !== 'show' && what !== 'delete')
    throw new Misuse(
      `Say what to do: show or delete${what === undefined ? '' : `, not “${what}”`}.\n\n${USAGE}`,
    );
  if (!Object.hasOwn(ACCOUNTS, platform))
    throw new Misuse(
      `There is no platform “${platform}”: it is one of ${Object.keys(ACCOUNTS).join(', ')}.\n\n${USAGE}`,
    );
  if (user === undefined || user.trim() === '' || user.length > 100)
    throw new Misuse(`Whose? Give the person's user id.\n\n${USAGE}`);
  if (rest.length > 0) throw new Misuse(`“${rest.join(' ')}” is too much.\n\n${USAGE}`);
  if (values.workspace !== undefined && ACCOUNTS[platform] === 'everywhere')
    throw new Misuse(`On ${platform} a user id is one person everywhere: leave --workspace out.`);
  if (what === 'delete' && values.json) throw new Misuse('--json is for show.');
  if (what === 'show' && values.yes) throw new Misuse('--yes is for delete.');
  return { what, platform, user, workspace: values.workspace, json: values.json, yes: values.yes };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

async function accountMeant(store: Store, { platform, user, workspace }: Wish): Promise<Account | undefined> {
  const accounts = ACCOUNTS[platform] ?? 'workspace';
  const anywhere = playerOf(platform, workspace ?? 'any', user);
  if (accounts === 'everywhere' || workspace !== undefined) return accountOf(anywhere, accounts);
  const [known, ...others] = await store.workspacesOf(anywhere);
  if (others.length > 0)
    throw new Misuse(
      `Several workspaces know ${user}, and they may be different people: add --workspace with one of ${[known, ...others].join(', ')}.`,
    );
  return known === undefined ? undefined : accountOf(playerOf(platform, known, user), accounts);
}

async function carryOut(store: Store, wish: Wish): Promise<string> {
  const account = await accountMeant(store, wish);
  const record = account && (await store.exportAccount(account));
  if (!record || isNothing(record)) return `Nothing is stored about ${wish.user} on ${wish.platform}.\n`;
  if (wish.what === 'show') {
    const open = new Set((await store.unrevealedRounds()).map(({ questionId }) => questionId));
    const stored = { account, record, at: Date.now(), isOpen: (id: string) => open.has(id) };
    return wish.json ? `${JSON.stringify(asJson(stored), null, 2)}\n` : readable(stored);
  }
  const { would, did } = removalOf(record, 'their');
  const question = `For good, this would ${would || 'forget that they are hidden'}${inPlaces(record)}: ${wish.user} on ${wish.platform}. Type yes: `;
  if (!wish.yes && !(await agrees(question))) return 'Nothing was deleted.\n';
  await store.deletePlayer(account);
  return `Done${did && `: ${did}${inPlaces(record)}`}. Backups and messages on the platform still have their id.\n`;
}

async function agrees(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Misuse('Nobody is there to be asked: add --yes.');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(question);
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** Where it is, and that it is this release's: opening it would change the tables under an older bot that runs. */
async function demandDatabase(location: string): Promise<void> {
  const looked = await look(location);
  if (!looked)
    throw new Misuse(`There is no database ${location}. Is DATABASE_PATH or DATABASE_URL the bot's?`);
  if (looked.age !== 'this')
    throw new Misuse(`The database is ${AGES[looked.age].what}. Start the bot of this release on it first.`);
}

const { databaseUrl, databasePath } = databaseSettings();
await run(secretsOfAddress(databaseUrl), async () => {
  const wish = readWish(process.argv.slice(2));
  const location = databaseUrl ?? databasePath;
  await demandDatabase(location);
  const store = await openStore(location);
  try {
    process.stdout.write(await carryOut(store, wish));
  } finally {
    await store.close();
  }
});
