/** The Web API methods that the bot uses, with the errors that their documentation names. */
import { checkMessage } from './check-message.ts';
import { history } from './history.ts';
import type { Uploads } from './uploads.ts';
import type { FakeChannel, Workspace } from './workspace.ts';

export type Args = Readonly<Record<string, string>>;
export type Answer = { readonly ok: boolean } & Readonly<Record<string, unknown>>;

export interface FakeIdentity {
  readonly team: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly bot: {
    readonly userId: string;
    readonly botId: string;
    readonly appId: string;
    readonly name: string;
  };
  /** Names of an author that lists leave out, as some servers do. */
  readonly leftOut: Set<string>;
}

export interface ApiState {
  readonly workspace: Workspace;
  readonly uploads: Uploads;
  readonly identity: FakeIdentity;
  /** What apps.connections.open hands out. */
  readonly socketUrl: string;
  /** Those that the bot was given; undefined for all. */
  readonly scopes: readonly string[] | undefined;
}

export function callMethod(
  state: ApiState,
  { method, args, token }: { method: string; args: Args; token: string },
): Answer {
  const { identity, scopes } = state;
  if (!tokensFor(method, identity).includes(token)) return fail('invalid_auth');
  const needed = neededFor(state, method, args);
  if (scopes && needed.length > 0 && !needed.some((scope) => scopes.includes(scope)))
    return { ...fail('missing_scope'), needed: needed.join(','), provided: scopes.join(',') };
  return METHODS[method]?.(state, args) ?? fail('unknown_method');
}

/** auth.test works with every kind of token (api.slack.com/methods/auth.test). */
function tokensFor(method: string, { appToken, botToken }: FakeIdentity): readonly string[] {
  if (method === 'auth.test') return [appToken, botToken];
  return [method === 'apps.connections.open' ? appToken : botToken];
}

/** Each kind of channel has its own scopes. A channel that nobody knows is told to whoever may look at any kind. */
function neededFor({ workspace }: ApiState, method: string, args: Args): readonly string[] {
  const right = RIGHTS[method];
  if (right === undefined) return NEEDED[method] ?? [];
  const channel = workspace.channels.get(args.channel ?? '');
  return channel || right === 'history'
    ? [`${kindOf(channel)}:${right}`]
    : ['channels', 'groups', 'mpim', 'im'].map((kind) => `${kind}:${right}`);
}

function kindOf(channel: FakeChannel | undefined): string {
  if (channel?.direct) return 'im';
  if (channel?.group) return 'mpim';
  return channel?.private ? 'groups' : 'channels';
}

const RIGHTS: Readonly<Record<string, string>> = {
  'conversations.history': 'history',
  'conversations.info': 'read',
};

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'users.info': ['users:read'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
};

const METHODS: Readonly<Record<string, (state: ApiState, args: Args) => Answer>> = {
  'apps.connections.open': ({ socketUrl }) => ({ ok: true, url: socketUrl }),
  'auth.test': ({ identity: { team: team_id, bot } }) => {
    const { userId: user_id, botId: bot_id, appId: app_id, name: user } = bot;
    return { ok: true, url: 'https://fake.slack.com/', team: 'Fake', team_id, user, user_id, bot_id, app_id };
  },
  'users.info': ({ workspace, identity }, args) => userInfo(workspace, args.user ?? '', identity.team),
  'conversations.info': ({ workspace }, args) => channelInfo(workspace, args.channel ?? ''),
  'conversations.history': ({ workspace, identity }, args) =>
    readable(workspace, args) ?? history(workspace, identity, args),
  'chat.postMessage': ({ workspace }, args) => postMessage(workspace, args),
  'chat.update': ({ workspace }, args) => update(workspace, args),
  'files.getUploadURLExternal': ({ uploads }, args) => uploads.open(args),
  'files.completeUploadExternal': ({ workspace, uploads }, args) => shareFiles(workspace, uploads, args),
};

export const fail = (error: string, messages: readonly string[] = []): Answer => ({
  ok: false,
  error,
  ...(messages.length > 0
    ? { response_metadata: { messages: messages.map((text) => `[ERROR] ${text}`) } }
    : {}),
});

function userInfo({ users }: Workspace, id: string, team: string): Answer {
  const user = users.get(id);
  if (!user) return fail('user_not_found');
  const { name, admin, owner, guest, deleted, stranger: is_stranger, teams } = user;
  const flags = { is_admin: admin || owner, is_owner: owner, is_primary_owner: false, is_restricted: guest };
  const profile = { display_name: name, real_name: `${name} in full` };
  const where = { team_id: user.team ?? team, ...(teams ? { enterprise_user: { teams } } : {}) };
  const person = { id, name: id.toLowerCase(), ...where, deleted, is_stranger, ...flags, profile };
  return { ok: true, user: { ...person, is_ultra_restricted: false } };
}

/** Slack hides private channels, and other people's talks, from a bot that is not in them. */
const isHidden = (channel: FakeChannel | undefined): boolean =>
  channel === undefined || ((channel.private || channel.direct || channel.group) && !channel.member);

function channelInfo({ channels }: Workspace, id: string): Answer {
  const channel = channels.get(id);
  if (!channel || isHidden(channel)) return fail('channel_not_found');
  const { name, archived: is_archived, creator, direct: is_im, group: is_mpim } = channel;
  const member = is_im ? {} : { is_member: channel.member };
  const kind = { is_im, is_mpim, is_private: channel.private };
  return { ok: true, channel: { id, name, is_archived, ...kind, creator, ...member } };
}

/** What Slack says instead of a list; undefined where it lists. */
function readable({ channels }: Workspace, args: Args): Answer | undefined {
  const channel = channels.get(args.channel ?? '');
  if (!channel || isHidden(channel)) return fail('channel_not_found');
  return channel.member ? undefined : fail('not_in_channel');
}

function postMessage(workspace: Workspace, args: Args): Answer {
  const id = args.channel ?? '';
  const channel = workspace.channels.get(id) ?? workspace.talkWith(id);
  if (!channel || isHidden(channel)) return fail('channel_not_found');
  if (channel.archived) return fail('is_archived');
  if (!channel.member) return fail('not_in_channel');
  const checked = checkMessage(args.text, parse(args.blocks), 40_000);
  if (!checked.ok) return fail(checked.error, checked.messages);
  const metadata = parse(args.metadata);
  if (args.metadata !== undefined && !isMetadata(metadata)) return fail('invalid_metadata_format');
  const { text, blocks } = checked;
  const message = workspace.post(channel.id, {
    text,
    blocks,
    ...(metadata === undefined ? {} : { metadata }),
    ...(args.thread_ts === undefined ? {} : { thread_ts: args.thread_ts }),
  });
  return { ok: true, channel: channel.id, ts: message.ts, message };
}

/** A person's id is no channel (api.slack.com/methods/files.completeUploadExternal). */
function shareFiles(workspace: Workspace, uploads: Uploads, args: Args): Answer {
  const id = args.channel_id ?? '';
  if (!/^[CGDZ][A-Z0-9]+$/.test(id))
    return fail('invalid_arguments', [
      'input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]',
    ]);
  const channel = workspace.channels.get(id);
  if (!channel || isHidden(channel)) return fail('channel_not_found');
  const files = uploads.complete(parse(args.files));
  if (!files) return fail('file_not_found');
  workspace.post(id, { text: '', blocks: [], files });
  return { ok: true, files: files.map(({ id: file, title }) => ({ id: file, title })) };
}

function update(workspace: Workspace, args: Args): Answer {
  const channel = workspace.channels.get(args.channel ?? '');
  if (!channel || isHidden(channel)) return fail('channel_not_found');
  const message = workspace.find(channel.id, args.ts ?? '');
  if (!message || message.onlyFor !== undefined) return fail('message_not_found');
  if (channel.archived) return fail('is_archived');
  const checked = checkMessage(args.text, parse(args.blocks), 4_000);
  if (!checked.ok) return fail(checked.error, checked.messages);
  workspace.edit(message, checked);
  return { ok: true, channel: channel.id, ts: message.ts, text: checked.text };
}

function isMetadata(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'event_type' in value && 'event_payload' in value;
}

function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return 'not JSON';
  }
}
