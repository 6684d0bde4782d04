/** The settings: from the environment to one typed value, or to one list of everything that is wrong. */
import { z } from 'zod';
import type { Privacy } from './core/services.ts';
import { DEFAULT_DATA_PATH } from './packs/apart.ts';
import { readAddress } from './postgres/address.ts';
import { secretsOfAddress } from './secrets.ts';

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const secret = (pattern: RegExp, shape: string) =>
  optional(z.string().regex(pattern, `does not look like ${shape}`).optional());

/** One that begins well is most likely cut off: then saying how it begins helps nobody. */
const slackToken = (beginning: string, kind: string) =>
  optional(
    z
      .string()
      .regex(new RegExp(`^${beginning}`), `does not look like ${kind}: it begins with ${beginning}`)
      .regex(
        new RegExp(`^(?!${beginning})|^${beginning}\\S{5,}$`),
        `is not a whole token: it begins with ${beginning}, but is too short or has a space in it; copy all of it`,
      )
      .optional(),
  );

const apiUrl = (standard: string) =>
  optional(
    z
      .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
      .transform((url) => url.replace(/\/+$/, ''))
      .default(standard),
  );

/** The names here are those of `.env.example`; a test compares the two. */
const Environment = z.object({
  DISCORD_TOKEN: secret(/^\S{20,}$/, 'a bot token from the page “Bot” of the Discord developer portal'),
  DISCORD_API_URL: apiUrl('https://discord.com/api'),
  SLACK_BOT_TOKEN: slackToken('xoxb-', 'a bot token'),
  SLACK_APP_TOKEN: slackToken('xapp-', 'an app-level token'),
  SLACK_API_URL: apiUrl('https://slack.com/api'),
  PORT: optional(
    z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(0, 'is below 0')
      .max(65_535, 'is above 65535')
      .default(3000),
  ),
  HOST: optional(z.string().default('127.0.0.1')),
  PUBLIC_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        error: 'is not an http(s) address, such as https://trivia.example.org',
        abort: true,
      })
      .refine((url) => /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/i.test(url), {
        error: 'has more than a name, a port and a path in it',
      })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  ),
  PAGE: optional(z.enum(['on', 'off'], 'is neither on nor off').default('on')),
  PAGE_SECRET: optional(
    z
      .string()
      .trim()
      .min(
        12,
        'is too short to keep strangers out: take at least 12 characters that nobody guesses, or leave it empty and one is made at each start',
      )
      .max(200, 'is longer than 200 characters')
      .optional(),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .transform((text, { addIssue }) => {
        const read = readAddress(text);
        if (read.ok) return read.url;
        addIssue({ code: 'custom', message: read.problem });
        return z.NEVER;
      })
      .optional(),
  ),
  DATABASE_PATH: optional(
    z
      .string()
      .regex(
        /^(?![a-z]+:\/\/)/i,
        'is an address, not a file: an address of PostgreSQL belongs in DATABASE_URL',
      )
      .default('.receipts/receipts.sqlite'),
  ),
  RETENTION_DAYS: optional(
    z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(30, 'is below 30, the fewest days that answers can be kept')
      .max(36_500, 'is above 36500')
      .default(400),
  ),
  PRIVACY_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
      .max(500, 'is too long')
      .optional(),
  ),
  DATA_PATH: optional(z.string().default(DEFAULT_DATA_PATH)),
  LOG_LEVEL: optional(
    z.enum(['debug', 'info', 'warn', 'error'], 'is not one of debug, info, warn, error').default('info'),
  ),
});

export const settingNames: readonly string[] = Object.keys(Environment.shape);

export interface Config {
  readonly discord: { readonly token: string; readonly apiUrl: string } | undefined;
  readonly slack:
    | { readonly botToken: string; readonly appToken: string; readonly apiUrl: string }
    | undefined;
  readonly port: number;
  readonly host: string;
  /** Where people find the page, if not at `host` and `port`; without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly page: { readonly isOn: boolean; readonly secret: string | undefined };
  /** PostgreSQL; where it is given, the file is not used. */
  readonly databaseUrl: string | undefined;
  readonly databasePath: string;
  readonly privacy: Privacy;
  readonly dataPath: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Values that must never appear in a log line. */
  readonly secrets: readonly string[];
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The problems name the setting and what is expected of it, never its value. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const parsed = Environment.safeParse(environment);
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  const problems = [...wrong, ...missingSlackToken(environment)];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const env = parsed.data;
  const { DISCORD_TOKEN: discordToken, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = env;
  return {
    ok: true,
    config: {
      discord: discordToken === undefined ? undefined : { token: discordToken, apiUrl: env.DISCORD_API_URL },
      slack:
        botToken === undefined || appToken === undefined
          ? undefined
          : { botToken, appToken, apiUrl: env.SLACK_API_URL },
      port: env.PORT,
      host: env.HOST,
      publicUrl: env.PUBLIC_URL,
      page: { isOn: env.PAGE === 'on', secret: env.PAGE_SECRET },
      databaseUrl: env.DATABASE_URL,
      databasePath: env.DATABASE_PATH,
      privacy: { days: env.RETENTION_DAYS, url: env.PRIVACY_URL },
      dataPath: env.DATA_PATH,
      logLevel: env.LOG_LEVEL,
      secrets: secretsIn(environment),
    },
  };
}

const TOKENS = ['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PAGE_SECRET'];

/** None that is right is shorter, and less stands in half of all words. */
const SHORTEST_TOKEN = 5;

/** What must not be shown of the settings, also of those that are no good: they may be half of a good one. */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const tokens = TOKENS.flatMap((name) => [environment[name] ?? '', environment[name]?.trim() ?? '']);
  const address = environment.DATABASE_URL || undefined;
  const read = readAddress(address ?? '');
  return [
    ...new Set([
      ...tokens.filter((token) => token.trim().length >= SHORTEST_TOKEN),
      ...[address, read.ok ? read.url : undefined].flatMap(secretsOfAddress),
    ]),
  ];
}

function missingSlackToken(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const missing = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].filter((name) => !environment[name]);
  return missing.length === 1 ? [`${missing[0]} is missing: Slack needs both of its tokens`] : [];
}
