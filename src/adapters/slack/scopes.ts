/** What the bot asks a workspace to be allowed. */

/**
 * commands: to be called at all. chat:write: questions of the day and their reveals are the bot's own messages.
 * users:read: who manages the workspace, and players by name without a ping. channels:read, groups:read,
 * im:read: whether the bot may post where it was called, before it promises a daily question there, and who made
 * the channel. Nothing that reads messages, and nothing that joins channels by itself.
 */
export const SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'users:read',
  'channels:read',
  'groups:read',
  'im:read',
];

/** Without it nothing can be posted, though people who call the bot are answered. */
export const SCOPE_TO_POST = 'chat:write';
