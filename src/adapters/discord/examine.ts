/** What Discord says of the bot, asked once, without a session and without changing anything. */
import { z } from 'zod';
import { type Examined, type Finding, finding, unreachedBy } from '../../core/finding.ts';
import type { Command } from '../../core/requests/command.ts';
import { diffCommands, toApplicationCommands } from './commands.ts';
import { inviteLink, missingToPost } from './permissions.ts';

export interface ExamineOptions {
  readonly token: string;
  /** Base address without the version. */
  readonly apiUrl: string;
  readonly commands: readonly Command[];
  /** Then it ends, whatever is still being asked. */
  readonly signal: AbortSignal;
}

const ABOUT = 'Discord';
const PORTAL = 'https://discord.com/developers/applications → your application';

const Application = z.object({ id: z.string(), interactions_endpoint_url: z.string().nullish() });
const User = z.object({ username: z.string().catch('?'), discriminator: z.string().catch('0') });
const Guilds = z.array(z.object({ name: z.string(), permissions: z.string() }));
const GatewayBot = z.object({
  session_start_limit: z.object({ total: z.number(), remaining: z.number(), reset_after: z.number() }),
});

/** At most so many servers come at once, and more are not looked through. */
const MOST_SERVERS = 200;
const MOST_NAMED = 3;

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Discord answered ${status}`);
    this.status = status;
  }
}

/** Never rejects. */
export async function examineDiscord(options: ExamineOptions): Promise<Examined> {
  let aheadMs: number | undefined;
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${options.apiUrl}/v10${path}`, {
      headers: { authorization: `Bot ${options.token}`, 'user-agent': 'DiscordBot (receipts, 1)' },
      signal: options.signal,
    });
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(date)) aheadMs ??= Date.now() - date;
    if (!answer.ok) throw new Refused(answer.status);
    return answer.json();
  };
  const findings = await ask(options, get).catch((error: unknown) => [why(error)]);
  return { findings, ...(aheadMs !== undefined && { aheadMs }) };
}

type Get = (path: string) => Promise<unknown>;

async function ask({ commands }: ExamineOptions, get: Get): Promise<readonly Finding[]> {
  const [user, application] = await Promise.all([
    get('/users/@me').then(User.parse),
    get('/applications/@me').then(Application.parse),
  ]);
  const { username, discriminator } = user;
  const who = discriminator === '0' ? username : `${username}#${discriminator}`;
  const { id, interactions_endpoint_url: endpoint } = application;
  const parts = await Promise.all(
    [
      get(`/users/@me/guilds?limit=${MOST_SERVERS}`).then((guilds) => servers(Guilds.parse(guilds), id)),
      get(`/applications/${id}/commands`).then((registered) => differences(registered, commands)),
      get('/gateway/bot').then((gateway) => sessions(GatewayBot.parse(gateway))),
    ].map((part) => part.catch((error: unknown) => [why(error)])),
  );
  return [
    finding('ok', ABOUT, `DISCORD_TOKEN is of ${who}`),
    ...(endpoint
      ? [
          finding(
            'wrong',
            ABOUT,
            'Discord sends commands and presses to another address and none to this bot',
            `Empty “Interactions Endpoint URL” at ${PORTAL} → General Information.`,
          ),
        ]
      : []),
    ...parts.flat(),
  ];
}

function servers(guilds: z.infer<typeof Guilds>, applicationId: string): readonly Finding[] {
  const many = guilds.length === MOST_SERVERS ? `the first ${MOST_SERVERS}` : String(guilds.length);
  if (guilds.length === 0)
    return [finding('look', ABOUT, 'it is in no server', `Add it: ${inviteLink(applicationId)}`)];
  const lacking = guilds
    .map(({ name, permissions }) => ({ name, missing: missingToPost(permissions, false) }))
    .filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0)
    return [
      finding(
        'ok',
        ABOUT,
        `it may post in ${guilds.length === 1 ? 'its one server' : `all its servers (${many})`}, where no channel says otherwise`,
      ),
    ];
  const named = lacking.slice(0, MOST_NAMED).map(({ name, missing }) => `“${name}” (${missing.join(', ')})`);
  const more = lacking.length - named.length;
  return [
    finding(
      'look',
      ABOUT,
      `in ${lacking.length} of its servers (${many}) it lacks rights: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      `There: Server Settings → Roles, or add it again: ${inviteLink(applicationId)}`,
    ),
  ];
}

function differences(registered: unknown, commands: readonly Command[]): readonly Finding[] {
  const { add, change, remove, same } = diffCommands(
    z.array(z.unknown()).parse(registered),
    toApplicationCommands(commands),
  );
  const signed = [
    ...add.map((name) => `+/${name}`),
    ...change.map((name) => `~/${name}`),
    ...remove.map((name) => `-/${name}`),
  ];
  return signed.length === 0
    ? [finding('ok', ABOUT, `${same.length} commands are registered, as this release has them`)]
    : [
        finding(
          'look',
          ABOUT,
          `the commands that are registered are not those of this release: ${signed.join(' ')}`,
          'Start the bot, which registers them, or run npm run register.',
        ),
      ];
}

function sessions({
  session_start_limit: { total, remaining, reset_after },
}: z.infer<typeof GatewayBot>): readonly Finding[] {
  const what = `${remaining} of ${total} sessions are left until they are given out anew`;
  if (remaining > total / 10) return [finding('ok', ABOUT, what)];
  const hours = Math.ceil(reset_after / 3_600_000);
  return [
    finding(
      'look',
      ABOUT,
      `${what} in ${hours} h`,
      'Find out what starts the bot again and again: each start takes one.',
    ),
  ];
}

function why(error: unknown): Finding {
  if (error instanceof Refused && error.status === 401)
    return finding(
      'wrong',
      ABOUT,
      'Discord does not accept DISCORD_TOKEN',
      `Copy it from ${PORTAL} → Bot → Reset Token.`,
    );
  if (error instanceof Refused && error.status === 429)
    return finding('look', ABOUT, 'Discord asks for fewer calls just now', 'Run this again in some minutes.');
  if (error instanceof Refused)
    return finding(
      'wrong',
      ABOUT,
      `Discord answered ${error.status}`,
      'See https://discordstatus.com, and run this again.',
    );
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return finding(
      'wrong',
      ABOUT,
      'what answers at DISCORD_API_URL does not speak like Discord',
      'Check DISCORD_API_URL; without it, Discord itself is asked.',
    );
  return finding(
    'wrong',
    ABOUT,
    `Discord cannot be reached from here (${unreachedBy(error)})`,
    'Check the line, a firewall or proxy, and DISCORD_API_URL.',
  );
}
