/** What the bot asks a workspace to be allowed. */

/**
 * commands: to be called at all. chat:write: questions of the day and their reveals are the bot's own messages.
 * users:read: who manages the workspace, and players by name without a ping. channels:read, groups:read,
 * im:read: whether the bot may post where it was called, before it promises a daily question there, and who made
 * the channel. Nothing that joins channels by itself.
 */
export const SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'users:read',
  'channels:read',
  'groups:read',
  'im:read',
];

/**
 * Offered when the app is installed, and left out by whoever does not want them.
 *
 * channels:history, groups:history: to look in a channel for a post whose outcome Slack never told. With them a daily
 * question is posted exactly once there; without them at most once. They let an app read what people write, which
 * Slack cannot grant more narrowly; only messages of this app from about the moment of the post on are looked at, and
 * nothing of them is kept. mpim:read: to tell beforehand whether the bot is in a group message; without it the post
 * itself finds out. files:write: to give people what is stored about them as files; without it they get it as text.
 */
export const OPTIONAL_SCOPES: readonly string[] = [
  'channels:history',
  'groups:history',
  'mpim:read',
  'files:write',
];

/** Without it nothing can be posted, though people who call the bot are answered. */
export const SCOPE_TO_POST = 'chat:write';
