/** Rights as Discord counts them, and how a person who lacks them in a channel is told what to click. */

const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readMessageHistory: 1n << 16n,
  sendMessagesInThreads: 1n << 38n,
} as const;

type Permission = keyof typeof PERMISSION;

/** As the permission page of a channel names them. */
const NAME: Partial<Record<Permission, string>> = {
  viewChannel: 'View Channel',
  sendMessages: 'Send Messages',
  sendMessagesInThreads: 'Send Messages in Threads',
  embedLinks: 'Embed Links',
};

const bits = (...names: readonly Permission[]): bigint =>
  names.reduce((sum, name) => sum | PERMISSION[name], 0n);

/** What the bot asks for when it is added. */
const ASKED_FOR = bits(
  'viewChannel',
  'sendMessages',
  'embedLinks',
  'readMessageHistory',
  'sendMessagesInThreads',
);

const has = (held: string, name: Permission): boolean => (BigInt(held) & PERMISSION[name]) !== 0n;

/** Who may set up what stands for a place: its daily question. */
export const managesServer = (held: string): boolean =>
  has(held, 'administrator') || has(held, 'manageGuild');

/** Who may also end what others began, by a button under a message of the bot: to clear that away is their right. */
export const managesMessages = (held: string): boolean => has(held, 'manageMessages');

/** The names of the rights that are missing for posting there; empty where nothing is. */
export function missingToPost(held: string, isThread: boolean): readonly string[] {
  if (has(held, 'administrator')) return [];
  const needed: readonly Permission[] = [
    'viewChannel',
    isThread ? 'sendMessagesInThreads' : 'sendMessages',
    'embedLinks',
  ];
  return needed.filter((name) => !has(held, name)).map((name) => NAME[name] ?? name);
}

type Threadness = 'no' | 'public' | 'private';

/** A sentence for a person who can change it. A thread has no permissions but its channel's. */
export function howToAllow(names: readonly string[], thread: Threadness): string {
  const allow = `add Receipts, and allow: ${names.join(', ')}.`;
  if (thread === 'no')
    return `Receipts may not post in this channel. Open Edit Channel → Permissions, ${allow}`;
  const added =
    thread === 'private' ? ' A private thread has to be opened to it, too: mention @Receipts there.' : '';
  return `Receipts may not post in this thread. In the channel that the thread is in, open Edit Channel → Permissions, ${allow}${added}`;
}

/** Where a post was refused and nobody knows whether that was in a thread. */
export const HOW_TO_ALLOW_ALL = `${howToAllow(['View Channel', 'Send Messages', 'Embed Links'], 'no')} For a thread: the same in the channel that it is in, with Send Messages in Threads; and in a private one, mention @Receipts.`;

/** The address at which a server's manager adds the bot. */
export function inviteLink(applicationId: string): string {
  const scope = encodeURIComponent('bot applications.commands');
  return `https://discord.com/oauth2/authorize?client_id=${encodeURIComponent(applicationId)}&scope=${scope}&permissions=${ASKED_FOR}`;
}
