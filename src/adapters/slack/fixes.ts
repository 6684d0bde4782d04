/** What a person can do about a refusal, in a sentence for that person. */

export interface Refused {
  readonly code: string;
  /** Those that are missing, where Slack names them. */
  readonly scopes?: readonly string[];
}

/**
 * Codes that say that the app was taken out of the workspace, and how that came about. A token that is merely refused
 * or revoked says no such thing: an operator who changes it takes no order off anybody.
 */
const REMOVALS: ReadonlyMap<string, string> = new Map([
  ['account_inactive', 'The Slack app was uninstalled from the workspace'],
  ['user_removed_from_team', 'The Slack app’s bot was removed from the workspace'],
  ['team_disabled', 'The Slack workspace was closed'],
]);

export const REMOVED: readonly string[] = [...REMOVALS.keys()];

export const removalOf = (code: string): string | undefined => REMOVALS.get(code);
const TOKEN = ['invalid_auth', 'not_authed', 'token_expired', 'token_revoked', 'not_allowed_token_type'];

/** `bot` is the name to type behind an @. */
export function fixFor({ code, scopes = [] }: Refused, bot: string): string {
  if (code === 'missing_scope') return scopeFix(scopes);
  if (code === 'not_in_channel')
    return `I am not in this channel. Type /invite @${bot} there, then try again.`;
  if (code === 'channel_not_found')
    return `The channel is gone, or it is private and I am not in it. If it still exists, type /invite @${bot} there.`;
  if (code === 'is_archived') return 'The channel is archived. Unarchive it, or choose another one.';
  if (code === 'messages_tab_disabled')
    return 'The app may not write to people. Whoever runs the bot can turn on the Messages Tab at api.slack.com/apps → your app → App Home.';
  if (code === 'user_not_found' || code === 'cannot_dm_bot') return 'Slack knows no such person here.';
  if (code.startsWith('restricted_action') || code === 'no_permission')
    return 'Only some people may post in this channel. Ask a workspace admin to let apps post there.';
  if (REMOVED.includes(code))
    return 'The app was removed from this workspace. Once an admin has installed it again, type /daily resume here.';
  if (TOKEN.includes(code))
    return `Slack does not accept the bot’s token (${code}). Ask whoever runs the bot to check SLACK_BOT_TOKEN.`;
  return `Slack refused with “${code}”. Ask whoever runs the bot to check its tokens and scopes, and to install it again.`;
}

function scopeFix(scopes: readonly string[]): string {
  const [missing, them] =
    scopes.length === 1
      ? [`the scope ${scopes[0]}`, 'it']
      : [scopes.length === 0 ? 'a scope of its manifest' : `the scopes ${scopes.join(', ')}`, 'them'];
  return `The app lacks ${missing}. Whoever runs the bot can add ${them} at api.slack.com/apps → your app → OAuth & Permissions → Scopes → Bot Token Scopes, then has to reinstall the app to the workspace.`;
}
