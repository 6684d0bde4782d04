/** The fake's REST interface: what discord.js calls, with Discord's answers. */
import type { GatewayServer } from './gateway.ts';
import type { History } from './history.ts';
import type { Answer, Interactions } from './interactions.ts';
import type { FakeMessage, MessageStore } from './messages.ts';
import {
  checkCommands,
  checkMessage,
  isTyped,
  type OtherCommand,
  type Refusal,
  type SentCommand,
} from './validate.ts';

export interface Call {
  readonly method: string;
  /** Without base and version, decoded: `/channels/1/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What came beside it, in a body of several parts. */
  readonly files: readonly SentFile[];
  /** Whether the bot's token was sent, another one, or none. */
  readonly auth: 'bot' | 'wrong' | 'none';
  /** Which of the caller's connections it came on, counted from 1. */
  readonly connection: number;
}

/** `key`: `files[0]`, by which the message's `attachments` name it. */
export interface SentFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export interface World {
  readonly applicationId: string;
  readonly guild: string;
  readonly gatewayAddress: () => string;
  readonly limit: GatewayServer['limit'];
  readonly store: MessageStore;
  readonly interactions: Interactions;
  readonly history: History;
  /** The private talk with a person. */
  readonly talkWith: (user: string) => string;
  /** Channels in which nothing can be posted or read, with the code that says why. */
  readonly refused: ReadonlyMap<string, number>;
  /** Channels that are threads which went to sleep: a message wakes them, an edit does not. */
  readonly archived: Set<string>;
  /** Servers that took the bot out: their channels are as if hidden. */
  readonly left: ReadonlySet<string>;
  /** Those that people type, and those in menus or made by Discord itself. */
  commands: readonly SentCommand[];
  others: readonly OtherCommand[];
  /** Files are too large, whatever they are. */
  refusesFiles: boolean;
  /** An "Interactions Endpoint URL" that somebody filled in. */
  endpoint: string | null;
  /** What the bot may do in its server, as the roles there say. */
  rights: bigint;
}

/** The status that comes with each code, and its text. */
const CODES: Readonly<Record<number, readonly [number, string]>> = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10008: [404, 'Unknown Message'],
  30046: [400, 'Maximum number of edits to messages older than 1 hour reached'],
  40005: [413, 'Request entity too large'],
  50001: [403, 'Missing Access'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50083: [400, 'Thread is archived'],
  160002: [400, 'You cannot reply without permission to read message history'],
};

const refusalOf = (code: number): Refusal => {
  const [status, message] = CODES[code] ?? [400, 'Refused'];
  return { status, body: { code, message } };
};

const unauthorized: Refusal = { status: 401, body: { code: 0, message: '401: Unauthorized' } };
const BOT = { bot: true, username: 'Receipts', discriminator: '1234' };

const notFound: Refusal = { status: 404, body: { code: 0, message: '404: Not Found' } };

type Handler = (world: World, call: Call, parts: readonly string[]) => Answer;

/** Those that work by the interaction's token must come without the bot's. */
const ROUTES: readonly {
  readonly method: string;
  readonly path: RegExp;
  readonly open?: true;
  readonly run: Handler;
}[] = [
  { method: 'GET', path: /^\/gateway\/bot$/, run: gatewayBot },
  {
    method: 'GET',
    path: /^\/applications\/@me$/,
    run: ({ applicationId, endpoint }) =>
      ok({ id: applicationId, flags: 0, interactions_endpoint_url: endpoint }),
  },
  { method: 'GET', path: /^\/applications\/(\d+)\/commands$/, run: listCommands },
  { method: 'PUT', path: /^\/applications\/(\d+)\/commands$/, run: putCommands },
  { method: 'GET', path: /^\/users\/@me$/, run: ({ applicationId }) => ok({ ...BOT, id: applicationId }) },
  {
    method: 'GET',
    path: /^\/users\/@me\/guilds$/,
    run: ({ left, guild, rights }) => ({
      status: 200,
      body: left.has(guild) ? [] : [{ id: guild, name: 'Fake server', permissions: String(rights) }],
    }),
  },
  { method: 'POST', path: /^\/users\/@me\/channels$/, run: openTalk },
  {
    method: 'GET',
    path: /^\/guilds\/([^/]+)$/,
    run: ({ left }, _, [guild = '']) => (left.has(guild) ? refusalOf(10004) : ok({ id: guild })),
  },
  { method: 'GET', path: /^\/channels\/([^/]+)$/, run: showChannel },
  { method: 'GET', path: /^\/channels\/([^/]+)\/messages$/, run: listMessages },
  { method: 'POST', path: /^\/channels\/([^/]+)\/messages$/, run: createMessage },
  { method: 'PATCH', path: /^\/channels\/([^/]+)\/messages\/([^/]+)$/, run: editMessage },
  {
    method: 'POST',
    path: /^\/interactions\/([^/]+)\/([^/]+)\/callback$/,
    open: true,
    run: ({ interactions }, { body }, [id = '', token = '']) => interactions.callback(id, token, body),
  },
  {
    method: 'PATCH',
    path: /^\/webhooks\/[^/]+\/([^/]+)\/messages\/@original$/,
    open: true,
    run: ({ interactions }, { body }, [token = '']) => interactions.editOriginal(token, body),
  },
  {
    method: 'GET',
    path: /^\/webhooks\/[^/]+\/([^/]+)\/messages\/@original$/,
    open: true,
    run: ({ interactions }, _, [token = '']) => interactions.showOriginal(token),
  },
  {
    method: 'DELETE',
    path: /^\/webhooks\/[^/]+\/([^/]+)\/messages\/@original$/,
    open: true,
    run: ({ interactions }, _, [token = '']) => interactions.deleteOriginal(token),
  },
  {
    method: 'POST',
    path: /^\/webhooks\/[^/]+\/([^/]+)$/,
    open: true,
    run: ({ interactions }, { body }, [token = '']) => interactions.followUp(token, body),
  },
];

export function answerCall(world: World, call: Call): Answer {
  for (const { method, path, open, run } of ROUTES) {
    const parts = call.method === method ? path.exec(call.path) : null;
    if (!parts) continue;
    if (!open && call.auth !== 'bot') return unauthorized;
    if (call.files.length > 0 && world.refusesFiles) return refusalOf(40005);
    return areNamed(call) ? run(world, call, parts.slice(1)) : refusalOf(50035);
  }
  return notFound;
}

/** Each file that came is an attachment of the message, by its number, and has a name of its own. */
function areNamed({ body, files }: Call): boolean {
  const { attachments = [] } = (body ?? {}) as { attachments?: readonly { id: number; filename: string }[] };
  const named = new Map(attachments.map(({ id, filename }) => [`files[${id}]`, filename]));
  return named.size === files.length && files.every(({ key, name }) => named.get(key) === name);
}

const ok = (body: object): Answer => ({ status: 200, body });

function gatewayBot({ gatewayAddress, limit }: World): Answer {
  const { total, remaining, resetAfterMs } = limit;
  const session_start_limit = { total, remaining, reset_after: resetAfterMs, max_concurrency: 1 };
  return ok({ url: gatewayAddress(), shards: 1, session_start_limit });
}

/** With the fields that Discord adds to what it was given. */
function listCommands({ commands, others, applicationId }: World): Answer {
  return ok(
    [...commands, ...others].map((command, at) => ({
      id: `${900 + at}`,
      application_id: applicationId,
      version: '1',
      ...command,
      name_localizations: null,
      description_localizations: null,
      nsfw: false,
      dm_permission: true,
    })),
  );
}

function putCommands(world: World, { body }: Call): Answer {
  const checked = checkCommands(body);
  if (!checked.ok) return checked.refusal;
  world.commands = checked.value.filter(isTyped);
  world.others = checked.value.filter((command) => !isTyped(command));
  return listCommands(world);
}

function openTalk({ talkWith }: World, { body }: Call): Answer {
  const recipient = (body as { recipient_id?: unknown }).recipient_id;
  return typeof recipient === 'string' ? ok({ id: talkWith(recipient), type: 1 }) : refusalOf(50_035);
}

function showChannel({ history, refused }: World, _: Call, [channel = '']: readonly string[]): Answer {
  const code = refused.get(channel);
  if (code !== undefined) return refusalOf(code);
  return ok({ id: channel, type: 0, last_message_id: history.lastMessage(channel) });
}

function listMessages(
  { history, refused }: World,
  { query }: Call,
  [channel = '']: readonly string[],
): Answer {
  const code = refused.get(channel);
  return code === undefined ? { status: 200, body: history.list(channel, query) } : refusalOf(code);
}

function createMessage(world: World, { body }: Call, [channel = '']: readonly string[]): Answer {
  const { store, refused } = world;
  const code = refused.get(channel);
  if (code !== undefined) return refusalOf(code);
  const checked = checkMessage(body);
  if (!checked.ok) return checked.refusal;
  const { nonce, enforce_nonce: enforced, message_reference: reference } = checked.value;
  // Discord compares by author, so the message may well stand in another channel.
  const before = enforced && nonce !== undefined ? store.findNonce(nonce) : undefined;
  if (before === 'deleted') return refusalOf(10008);
  if (before) return asBody(before);
  if (reference && world.history.isHidden(channel)) return refusalOf(160002);
  world.archived.delete(channel);
  const parent = reference && store.find(reference.message_id);
  if (reference?.fail_if_not_exists && parent?.channel !== channel) return refusalOf(50_035);
  return asBody(store.create(channel, checked.value, undefined, true));
}

function editMessage(
  { store, refused, archived }: World,
  { body }: Call,
  [channel = '', id = '']: readonly string[],
): Answer {
  const code = refused.get(channel) ?? (archived.has(channel) ? 50083 : undefined);
  if (code !== undefined) return refusalOf(code);
  const checked = checkMessage(body);
  if (!checked.ok) return checked.refusal;
  const message = store.find(id);
  const edited =
    message?.channel === channel && message.onlyFor === undefined ? store.edit(id, checked.value) : undefined;
  return edited ? asBody(edited) : refusalOf(10008);
}

const asBody = ({ id, channel, sent }: FakeMessage): Answer => ok({ id, channel_id: channel, ...sent });
