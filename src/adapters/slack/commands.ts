/** Slack learns commands from the app's manifest, which a person pastes at api.slack.com/apps. */
import type { Action, Command, Option } from '../../core/requests/command.ts';
import { LIMITS } from './limits.ts';
import { OPTIONAL_SCOPES, SCOPES } from './scopes.ts';

export interface SlackManifest {
  readonly _metadata: { readonly major_version: 1 };
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly app_home: {
      readonly home_tab_enabled: false;
      readonly messages_tab_enabled: true;
      readonly messages_tab_read_only_enabled: false;
    };
    readonly bot_user: { readonly display_name: string; readonly always_online: true };
    readonly slash_commands: readonly SlackCommand[];
  };
  readonly oauth_config: {
    /** What is optional stands in both lists. */
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] };
  };
  readonly settings: {
    readonly interactivity: { readonly is_enabled: true };
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly socket_mode_enabled: true;
    readonly org_deploy_enabled: false;
    readonly token_rotation_enabled: false;
  };
}

interface SlackCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: false;
}

/** Throws a list of everything that Slack would refuse. */
export function toManifest(commands: readonly Command[], { name = 'Receipts' } = {}): SlackManifest {
  const slashCommands = commands.map(toSlackCommand);
  const problems = problemsOf(name, slashCommands);
  if (problems.length > 0) throw new RangeError(`no manifest for Slack: ${problems.join('; ')}`);
  return {
    _metadata: { major_version: 1 },
    display_information: { name, description: 'Trivia and facts, each with its receipt' },
    features: {
      app_home: WRITES_TO_PEOPLE,
      bot_user: { display_name: name.toLowerCase(), always_online: true },
      slash_commands: slashCommands,
    },
    oauth_config: { scopes: { bot: [...SCOPES, ...OPTIONAL_SCOPES], bot_optional: OPTIONAL_SCOPES } },
    settings: {
      interactivity: { is_enabled: true },
      event_subscriptions: { bot_events: ['app_uninstalled', 'channel_id_changed', 'tokens_revoked'] },
      socket_mode_enabled: true,
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

/** Without its messages tab an app cannot write to a person; people may use commands there, so it is no notice board. */
const WRITES_TO_PEOPLE = {
  home_tab_enabled: false,
  messages_tab_enabled: true,
  messages_tab_read_only_enabled: false,
} as const;

/** Unescaped: the core reads words, and has no use for `<@U123|name>` in place of a typed "@name". */
function toSlackCommand(command: Command): SlackCommand {
  const hint = usageHint(command);
  return {
    command: `/${command.name}`,
    description: command.description,
    ...(hint === '' ? {} : { usage_hint: hint }),
    should_escape: false,
  };
}

function usageHint({ actions }: Command): string {
  if ('sole' in actions) return optionHints(actions.sole);
  return Object.entries(actions.subcommands)
    .map(([name, action]) => [name, optionHints(action)].filter(Boolean).join(' '))
    .join(' | ');
}

const optionHints = (action: Action): string =>
  Object.entries(action.options)
    .map(([name, option]) => (option.required ? `<${wordFor(name, option)}>` : `[${wordFor(name, option)}]`))
    .join(' ');

function wordFor(name: string, option: Option): string {
  switch (option.kind) {
    case 'text':
      return option.byNameOnly ? `${name}: …` : name;
    case 'flag':
      return name;
    case 'integer':
      return `${name} ${option.min}-${option.max}`;
    case 'pick':
      return option.values.join('|');
    default:
      return option satisfies never;
  }
}

function problemsOf(name: string, commands: readonly SlackCommand[]): string[] {
  const limits = LIMITS.manifest;
  const names = new Set(commands.map(({ command }) => command));
  return [
    name.trim() === '' || name.length > limits.name
      ? `the name "${name}" is empty or over ${limits.name} characters`
      : '',
    commands.length > limits.commands ? `${commands.length} commands, ${limits.commands} are allowed` : '',
    names.size < commands.length ? 'two commands have the same name' : '',
    ...commands.flatMap(commandProblems),
  ].filter(Boolean);
}

function commandProblems({ command, description, usage_hint: hint = '' }: SlackCommand): string[] {
  const limits = LIMITS.manifest;
  const wrong = [
    /^\/[a-z0-9_-]+$/.test(command) ? '' : 'has characters that Slack does not allow',
    command.length > limits.command ? `is over ${limits.command} characters` : '',
    description.trim() === '' ? 'has no description' : '',
    description.length > limits.description ? `has a description over ${limits.description} characters` : '',
    hint.length > limits.usageHint ? `has options whose hint is over ${limits.usageHint} characters` : '',
  ];
  return wrong.filter(Boolean).map((problem) => `${command} ${problem}`);
}
