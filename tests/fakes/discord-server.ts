/**
 * A Discord in this process: REST and gateway, enough of both for the real discord.js. It refuses what Discord
 * refuses, shows private messages to one person only, and remembers every call.
 *
 *     const discord = await startDiscordServer();
 *     const platform = createDiscordPlatform({ ...options, token: discord.token, apiUrl: discord.apiUrl });
 *     await platform.start(bot);
 *     await discord.command({ user: '11', name: 'quiz', options: { topic: 'space' } });   // acknowledged
 *     await discord.answered();                                                           // and answered
 *     const [question] = discord.messages();
 *     await discord.press({ user: '12', message: question, button: 'A' });
 *     await discord.answered();
 *     discord.whispers('12').at(-1)?.text;
 *     await platform.stop();
 *     await discord.close();
 *
 * There are no pauses: what resolves does so when the bot's call has arrived, and fails after some seconds.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createFaults, type Fault, type Faults, type FaultyAnswer, type Where } from './discord/faults.ts';
import { createGatewayServer, type GatewayServer, gatewayAddress } from './discord/gateway.ts';
import { createHistory, type Readable } from './discord/history.ts';
import { type Acknowledged, createInteractions } from './discord/interactions.ts';
import { createMessageStore, type FakeMessage } from './discord/messages.ts';
import { commandData, type Doer, surroundings, type Typed } from './discord/payloads.ts';
import { checkTyped } from './discord/people.ts';
import { answerCall, type Call, type SentFile, type World } from './discord/routes.ts';
import { isOfForm, type OtherCommand, type SentCommand } from './discord/validate.ts';
import type { Recorded } from './record.ts';

export interface Misfit {
  readonly call: Call;
  readonly refusal: object;
}

export interface FakeDiscord {
  /** Base address without the version, for `DISCORD_API_URL`. */
  readonly apiUrl: string;
  /** The one bot token that is accepted. */
  readonly token: string;
  readonly applicationId: string;
  /** A server that added the bot, and a channel in it; where nothing else is said, things happen there. */
  readonly guild: string;
  readonly channel: string;

  /** A person types a command. Resolves with what they saw at once; throws for what Discord would not let them type. */
  command(call: Doer & Typed): Promise<Acknowledged>;
  /** A person presses a button, named by its label or its token. `forged` allows one that is not on the message. */
  press(
    call: Doer & { message: FakeMessage | string; button: string; forged?: boolean },
  ): Promise<Acknowledged>;
  /** A person is typing the option `option`; resolves with the names that are proposed. */
  autocomplete(call: Doer & Typed & { option: string; typed: string }): Promise<readonly string[]>;
  /** Anything else that a person can do: a form, a menu, or what is not invented yet. */
  act(call: Doer, data: { type: number; data: object }): Promise<Acknowledged>;
  /** Any other payload, as the gateway would send it. */
  dispatch(event: string, data: object): void;

  /** What stands in a channel for everyone, oldest first. */
  messages(channel?: string): readonly FakeMessage[];
  /** What only this person was shown, oldest first. */
  whispers(user: string): readonly FakeMessage[];
  /** Resolves when everything has its answer that people did so far. */
  answered(): Promise<void>;
  /** Someone deletes a message. */
  remove(message: FakeMessage | string): void;
  /** Every message of the bot's that there ever was, whoever sees it, in the order of their ids. */
  record(): readonly Recorded[];
  /** The channel in which the bot talks with one person alone. */
  talkWith(user: string): string;

  /** Somebody writes in a channel, or another bot copies a message of ours. */
  say(channel: string, user?: string, copied?: FakeMessage): void;
  /** What the bot may read of a channel; `readable` unless said otherwise. */
  setHistory(channel: string, readable: Readable): void;
  /** Whether lists of messages tell their nonces; no, unless said otherwise. */
  listNonces(yes: boolean): void;

  /** From now on nothing can be posted, edited or read there: 10003 and 10004 gone, 50001 hidden, 50013 not allowed … */
  refuse(channel: string, code: number): void;
  /** From now on files are too large. */
  refuseFiles(): void;
  /** A thread goes to sleep. */
  archive(channel: string): void;
  /** The server of the fake's own channel takes the bot out. */
  expel(): void;
  /** The next call of a kind goes wrong. */
  failNext(where: Where, fault: Fault): void;
  /** What goes wrong by chance, while it does. */
  readonly faults: Pick<Faults, 'random' | 'calm' | 'struck'>;
  /** Every connection is closed with a code; later ones, too, where `forever`. */
  dropConnections(code: number, forever?: boolean): void;
  /** Resolves when a bot is connected again. */
  nextSession: GatewayServer['nextSession'];
  readonly identified: GatewayServer['identified'];
  readonly sessionLimit: GatewayServer['limit'];

  /** Every call so far, oldest first. */
  readonly calls: readonly Call[];
  /** What was refused because it is larger than Discord takes, or has another form, oldest first. */
  readonly misfits: readonly Misfit[];
  /** The commands that are registered. */
  commands(): readonly SentCommand[];
  /** Commands in menus, and an activity's entry point; what another bot left, where a test gives them. */
  others(left?: readonly OtherCommand[]): readonly OtherCommand[];
  /** Somebody fills in an "Interactions Endpoint URL". */
  setEndpoint(address: string): void;
  /** What the bot may do in its server, as the roles there say; all, unless said otherwise. */
  setRights(rights: bigint): void;
  /** By how much Discord’s clock is ahead of this machine’s. */
  setClock(aheadMs: number): void;
  close(): Promise<void>;
}

const TOKEN = 'fake.discord.bot-token-for-tests';
const APPLICATION = '700000000000000001';
const GUILD = '800000000000000001';
const CHANNEL = '900000000000000001';

export interface FakeDiscordOptions {
  readonly now?: () => number;
  /** How long a nonce is known again: "the past few minutes", of which the shortest reading is the default. */
  readonly nonceMs?: number;
}

export async function startDiscordServer({
  now = Date.now,
  nonceMs = 120_000,
}: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const newId = createIds(now);
  let closeCode: number | undefined;
  const http = createServer();
  const clock = { aheadMs: 0 };
  const gateway = createGatewayServer(http, {
    token: TOKEN,
    applicationId: APPLICATION,
    guilds: [GUILD],
    refuseWith: () => closeCode,
  });
  const store = createMessageStore(newId, { now, nonceMs });
  let listsNonces = false;
  const history = createHistory({ store, newId, self: APPLICATION, listsNonces: () => listsNonces });
  const interactions = createInteractions(store);
  const refused = new Map<string, number>();
  const left = new Set<string>();
  const world: World = {
    applicationId: APPLICATION,
    gatewayAddress: () => gatewayAddress(http),
    limit: gateway.limit,
    store,
    interactions,
    history,
    talkWith,
    refused,
    commands: [],
    archived: new Set(),
    left,
    others: [],
    endpoint: null,
    guild: GUILD,
    rights: 1n << 3n,
    refusesFiles: false,
  };
  const calls: Call[] = [];
  const misfits: Misfit[] = [];
  const connections = new Map<unknown, number>();
  const faults = createFaults();
  http.on('request', async (request, response) => {
    // A caller may end in the middle of its call.
    const read = await readCall(request).catch(() => undefined);
    if (!read) return void response.destroy();
    const connection = connections.get(request.socket) ?? connections.size + 1;
    connections.set(request.socket, connection);
    const call = { ...read, connection };
    calls.push(call);
    response.setHeader('Date', new Date(Date.now() + clock.aheadMs).toUTCString());
    const answer = () => {
      const given = answerCall(world, call);
      if (isOfForm(given)) misfits.push({ call, refusal: given.body });
      return given;
    };
    reply(response, faults.answer(call, answer));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');

  const interact = (doer: Doer, data: { type: number; data: object; message?: object }, source?: string) => {
    const id = newId();
    const token = `interaction-token-${id}`;
    const guild = doer.guild === undefined ? GUILD : doer.guild;
    const channel = doer.channel ?? CHANNEL;
    const sent = interactions.open({
      id,
      token,
      channel,
      user: doer.user,
      source,
      expired: doer.expired ?? false,
    });
    // Where no bot is connected the caller is told at once, and nobody looks at this any more.
    sent.catch(() => undefined);
    const frame = { id, token, applicationId: APPLICATION, guild, channel };
    gateway.dispatch('INTERACTION_CREATE', { ...surroundings(doer, frame), ...data });
    return sent;
  };
  return {
    apiUrl: world.gatewayAddress().replace('ws:', 'http:').replace('/gateway', '/api'),
    token: TOKEN,
    applicationId: APPLICATION,
    guild: GUILD,
    channel: CHANNEL,
    command: async (call) => {
      checkTyped(world.commands, call, call, true);
      return interact(call, { type: 2, data: commandData(call) });
    },
    press: async (call) => {
      const message = findMessage(store.all(), call.message);
      const token = call.forged ? call.button : tokenOf(message, call.button);
      if (message.onlyFor !== undefined && message.onlyFor !== call.user)
        throw new Error('this person does not see it');
      const data = { component_type: 2, custom_id: token, id: 1 };
      const shown = { id: message.id, channel_id: message.channel, ...message.sent };
      return interact({ ...call, channel: message.channel }, { type: 3, data, message: shown }, message.id);
    },
    autocomplete: async (call) => {
      const typed = { ...call, options: { ...call.options, [call.option]: call.typed } };
      checkTyped(world.commands, typed, call, false);
      return (await interact(call, { type: 4, data: commandData(typed, call.option) })).suggestions;
    },
    act: (call, data) => interact(call, data),
    dispatch: gateway.dispatch,
    messages: (channel = CHANNEL) => store.in(channel),
    whispers: (user) => store.all().filter(({ onlyFor }) => onlyFor === user),
    answered: interactions.answered,
    remove: (message) => void store.remove(typeof message === 'string' ? message : message.id),
    record: store.record,
    talkWith,
    say: history.say,
    setHistory: history.set,
    listNonces: (yes) => {
      listsNonces = yes;
    },
    faults,
    refuse: (channel, code) => void refused.set(channel, code),
    refuseFiles: () => {
      world.refusesFiles = true;
    },
    archive: (channel) => void world.archived.add(channel),
    expel: () => {
      left.add(GUILD);
      refused.set(CHANNEL, 50001);
    },
    failNext: faults.next,
    dropConnections: (code, forever = false) => {
      closeCode = forever ? code : undefined;
      gateway.drop(code);
    },
    nextSession: gateway.nextSession,
    identified: gateway.identified,
    sessionLimit: gateway.limit,
    calls,
    misfits,
    commands: () => world.commands,
    others: (left = world.others) => {
      world.others = left;
      return world.others;
    },
    setRights: (rights) => {
      world.rights = rights;
    },
    setClock: (ms) => {
      clock.aheadMs = ms;
    },
    setEndpoint: (address) => {
      world.endpoint = address;
    },
    close: async () => {
      gateway.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}

const DISCORD_EPOCH = 1_420_070_400_000;

/** Ids tell the time, as Discord's do, and never go back. */
function createIds(now: () => number): () => string {
  let last = 1_000_000_000_000_000_000n;
  return () => {
    const earliest = BigInt(Math.max(0, Math.floor(now()) - DISCORD_EPOCH)) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

const talkWith = (user: string): string => `6${user.padStart(17, '0')}`;

function findMessage(all: readonly FakeMessage[], wanted: FakeMessage | string): FakeMessage {
  const id = typeof wanted === 'string' ? wanted : wanted.id;
  const message = all.find((candidate) => candidate.id === id);
  if (!message) throw new Error(`no message ${id} stands anywhere`);
  return message;
}

function tokenOf({ id, buttons }: FakeMessage, button: string): string {
  const found = buttons.find(({ label, token }) => label === button || token === button);
  if (!found)
    throw new Error(
      `message ${id} has no button ${button}, only: ${buttons.map(({ label }) => label).join(', ')}`,
    );
  return found.token;
}

async function readCall(request: IncomingMessage): Promise<Omit<Call, 'connection'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  const { authorization } = request.headers;
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(pathname.replace(/^\/api\/v10/, '')),
    query: Object.fromEntries(searchParams),
    ...(await readBody(raw, request.headers['content-type'] ?? '')),
    auth: authorization === undefined ? 'none' : authorization === `Bot ${TOKEN}` ? 'bot' : 'wrong',
  };
}

/** JSON, or parts of which one is the JSON and the others are the files that it names. */
async function readBody(raw: Buffer, type: string): Promise<Pick<Call, 'body' | 'files'>> {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(raw.toString('utf8')), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  for (const [key, value] of form)
    if (typeof value !== 'string')
      files.push({ key, name: value.name, type: value.type, text: await value.text() });
  const json = form.get('payload_json');
  return { body: typeof json === 'string' ? JSON.parse(json) : undefined, files };
}

function reply(response: ServerResponse, answer: FaultyAnswer): void {
  if (answer === 'nothing') return;
  if (answer === 'hang-up') return void response.destroy();
  const { status, body, retryAfterSeconds, lateMs } = answer;
  const again = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const send = () => {
    response.writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...again,
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  if (lateMs === undefined) send();
  else setTimeout(send, lateMs).unref();
}
