/** What Slack says of the bot's two tokens, asked once, without a connection. */
import { z } from 'zod';
import { type Examined, type Finding, finding, unreachedBy } from '../../core/finding.ts';
import { OPTIONAL_SCOPES, SCOPES } from './scopes.ts';

export interface ExamineOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl: string;
  /** Then it ends, whatever is still being asked. */
  readonly signal: AbortSignal;
}

const ABOUT = 'Slack';
const APP = 'api.slack.com/apps → your app';
const CONNECTIONS = 'connections:write';

const Answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
});

interface Asked extends z.infer<typeof Answer> {
  readonly scopes: readonly string[] | undefined;
  readonly aheadMs: number | undefined;
}

/** Never rejects. */
export async function examineSlack(options: ExamineOptions): Promise<Examined> {
  try {
    const [bot, app] = await Promise.all([test(options, options.botToken), test(options, options.appToken)]);
    const aheadMs = bot.aheadMs ?? app.aheadMs;
    return {
      findings: [...ofBot(bot), ...ofApp(app, bot), COMMANDS],
      ...(aheadMs !== undefined && { aheadMs }),
    };
  } catch (error) {
    return { findings: [why(error)] };
  }
}

async function test({ apiUrl, signal }: ExamineOptions, token: string): Promise<Asked> {
  const answer = await fetch(`${apiUrl}/auth.test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
    signal,
  });
  const date = Date.parse(answer.headers.get('date') ?? '');
  const scopes = answer.headers.get('x-oauth-scopes');
  return {
    ...(answer.status === 429 ? { ok: false, error: 'ratelimited' } : Answer.parse(await answer.json())),
    scopes: scopes === null ? undefined : scopes.split(/[\s,]+/).filter(Boolean),
    aheadMs: Number.isNaN(date) ? undefined : Date.now() - date,
  };
}

function ofBot({ ok, error = 'unknown', user, team, bot_id, scopes }: Asked): readonly Finding[] {
  if (!ok) return [refused('SLACK_BOT_TOKEN', error, 'Install App')];
  if (bot_id === undefined)
    return [
      finding(
        'wrong',
        ABOUT,
        'SLACK_BOT_TOKEN is not of a bot',
        `Take the “Bot User OAuth Token” of ${APP} → Install App.`,
      ),
    ];
  const token = finding('ok', ABOUT, `SLACK_BOT_TOKEN is of @${user} in ${team}`);
  if (scopes === undefined) return [token, finding('note', ABOUT, 'which scopes it has Slack does not say')];
  const missing = SCOPES.filter((scope) => !scopes.includes(scope));
  const without = OPTIONAL_SCOPES.filter((scope) => !scopes.includes(scope));
  return [
    token,
    missing.length === 0
      ? finding('ok', ABOUT, 'it has all scopes that the bot needs')
      : finding(
          'wrong',
          ABOUT,
          `scopes are missing: ${missing.join(', ')}`,
          `Paste what npm run manifest prints into ${APP} → App Manifest, and install the app again.`,
        ),
    ...(without.length > 0
      ? [finding('note', ABOUT, `optional scopes that it has not: ${without.join(', ')}`)]
      : []),
  ];
}

function ofApp({ ok, error = 'unknown', app_id, scopes }: Asked, bot: Asked): readonly Finding[] {
  if (!ok) return [refused('SLACK_APP_TOKEN', error, 'Basic Information → App-Level Tokens')];
  if (app_id !== undefined && bot.app_id !== undefined && app_id !== bot.app_id)
    return [finding('wrong', ABOUT, 'the two tokens are of different apps', `Take both from one: ${APP}.`)];
  return scopes !== undefined && !scopes.includes(CONNECTIONS)
    ? [
        finding(
          'look',
          ABOUT,
          `SLACK_APP_TOKEN lacks the scope ${CONNECTIONS}`,
          `Make another at ${APP} → Basic Information → App-Level Tokens, with ${CONNECTIONS}.`,
        ),
      ]
    : [finding('ok', ABOUT, 'Slack accepts SLACK_APP_TOKEN')];
}

const COMMANDS = finding(
  'note',
  ABOUT,
  'which commands the app has can be seen only there: compare its App Manifest with what npm run manifest prints',
);

function refused(setting: string, code: string, where: string): Finding {
  if (code === 'ratelimited')
    return finding('look', ABOUT, 'Slack asks for fewer calls just now', 'Run this again in a minute.');
  return finding(
    'wrong',
    ABOUT,
    `Slack does not accept ${setting} (${code})`,
    `Copy it from ${APP} → ${where}.`,
  );
}

function why(error: unknown): Finding {
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return finding(
      'wrong',
      ABOUT,
      'what answers at SLACK_API_URL does not speak like Slack',
      'Check SLACK_API_URL; without it, Slack itself is asked.',
    );
  return finding(
    'wrong',
    ABOUT,
    `Slack cannot be reached from here (${unreachedBy(error)})`,
    'Check the line, a firewall or proxy, and SLACK_API_URL.',
  );
}
