/** The settings, as far as they can be read: what is wrong with one does not keep the others from being looked at. */
import { stat } from 'node:fs/promises';
import { type Config, parseConfig } from '../config.ts';
import { type Finding, finding } from '../core/finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ReadSettings {
  readonly config: Config;
  readonly findings: readonly Finding[];
  /** Settings that are wrong: the configuration is that of their absence. */
  readonly unread: readonly string[];
}

const PAIR = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'];

export function readSettings(environment: Environment): ReadSettings {
  const parsed = parseConfig(environment);
  if (parsed.ok)
    return { config: parsed.config, findings: [finding('ok', 'Settings', 'in order')], unread: [] };
  const named = parsed.problems.map((problem) => problem.split(' ')[0] ?? '');
  const without = named.flatMap((name) => (PAIR.includes(name) ? PAIR : [name]));
  const rest = parseConfig({
    ...environment,
    ...Object.fromEntries(without.map((name) => [name, undefined])),
  });
  if (!rest.ok) throw new Error(rest.problems.join('\n'));
  const next = 'Correct it in .env; .env.example explains it.';
  return {
    config: rest.config,
    findings: parsed.problems.map((problem) => finding('wrong', 'Settings', problem, next)),
    unread: named,
  };
}

/** Whoever reads it has the tokens. */
export async function ofSettingsFile(file: string): Promise<readonly Finding[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found)
    return [finding('note', 'Settings', `there is no ${file}: they come from the environment alone`)];
  return process.platform !== 'win32' && (found.mode & 0o077) !== 0
    ? [
        finding(
          'look',
          'Settings',
          `others on this machine can read ${file}, with its tokens`,
          `chmod 600 ${file}`,
        ),
      ]
    : [];
}
