/**
 * Slack in this process, on the loopback: enough of the Web API, Socket Mode and response addresses for the real
 * @slack/bolt. It checks what it gets as strictly as Slack documents, so a test that passes here posts there.
 *
 *   const slack = await startSlackServer();
 *   const platform = createSlackPlatform({ ...slack.settings, commands, logger, clock, onLost });
 *   await platform.start(bot);
 *   await slack.command({ channel: 'C1', user: 'U1', command: '/fact', text: 'space' });
 *   await slack.answered();
 *   expect(slack.messages('C1')).toMatchObject([{ text: expect.stringContaining('space') }]);
 *
 * Channel C1 exists and the bot is in it; other channels are added, people come into being when they act.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RandomFaults } from './mishaps.ts';
import type { Recorded } from './record.ts';
import { act, readAll } from './slack/answering.ts';
import { type Fault, Faults, type Where } from './slack/faults.ts';
import { type CommandCall, commandPayload, type PressCall, pressPayload } from './slack/payloads.ts';
import { ResponseUrls } from './slack/response-urls.ts';
import { Sockets } from './slack/sockets.ts';
import { Uploads } from './slack/uploads.ts';
import { type Answer, type Args, callMethod, type FakeIdentity, fail } from './slack/web-api.ts';
import { type FakeChannel, type FakeMessage, type FakeUser, Workspace } from './slack/workspace.ts';

export interface FakeSlack {
  /** What the adapter needs to find this server. */
  readonly settings: { readonly apiUrl: string; readonly botToken: string; readonly appToken: string };
  readonly team: string;
  readonly bot: FakeIdentity['bot'];
  addChannel(channel: Pick<FakeChannel, 'id'> & Partial<FakeChannel>): void;
  addUser(user: Pick<FakeUser, 'id'> & Partial<FakeUser>): void;
  /** A channel gets another id, as when it is shared with another workspace; the app is told. */
  moveChannel(from: string, to: string): Promise<void>;
  /** Someone types a command. Resolves when the acknowledgement came, with what it carried. */
  command(call: CommandCall): Promise<Interaction>;
  /** Someone presses a button that stands on a message which they can see. Resolves like `command`. */
  press(call: PressCall): Promise<Interaction>;
  /** Resolves when every interaction so far had at least one answer sent to its response address. */
  answered(): Promise<void>;
  /** What stands in a channel for everyone, oldest first. */
  messages(channel: string): readonly FakeMessage[];
  /** What only this person sees, in all channels, oldest first. */
  whispers(user: string): readonly FakeMessage[];
  /** Someone deletes a message. */
  remove(channel: string, ts: string): void;
  /** Someone writes in a channel; an app can say anything with its message, also what ours says. */
  say(channel: string, text: string, user?: string, metadata?: unknown): void;
  /** Every message of the bot's that there ever was, whoever sees it, in the order in which they came. */
  record(): readonly Recorded[];
  /** What notified people so far: mentions and broadcasts in messages for everyone. */
  pings(): readonly string[];
  /** The next call of `method` ("chat.postMessage", "response_url", …), or the next post or edit, goes wrong. */
  breakNext(fault: Fault, method?: string): void;
  /** What goes wrong by chance, while it does. */
  readonly faults: RandomFaults<Where>;
  /** From now on every Web API call is answered with this error; undefined ends it. */
  refuseAll(error: string | undefined): void;
  /** From now on the bot has these scopes only, and is told so with every answer. */
  grant(scopes: readonly string[]): void;
  /** From now on lists of messages do not show these names of the bot's: bot_id, user, app_id. */
  leaveOut(...names: readonly string[]): void;
  /** The Web API calls so far, oldest first. */
  calls(method?: string): readonly Call[];
  /** Why messages were refused that are larger than Slack takes, or have another form, oldest first. */
  readonly misfits: readonly string[];
  /** Sends an event of the Events API, such as app_uninstalled. */
  event(event: Readonly<Record<string, unknown>> & { readonly type: string }): Promise<void>;
  readonly sockets: Pick<
    Sockets,
    'open' | 'greeted' | 'refresh' | 'drop' | 'deliver' | 'deliverAgain' | 'sendRaw'
  >;
  close(): Promise<void>;
}

export interface Interaction {
  readonly responseUrl: string;
  readonly ack: unknown;
}

const MISFITS: ReadonlySet<string> = new Set([
  ...['invalid_blocks', 'no_text', 'msg_too_long', 'msg_blocks_too_long', 'invalid_arguments'],
  'invalid_metadata_format',
]);

/** One that stood on the message before it was edited: somebody's window may still show it. */
const OLD_BUTTON = {
  type: 'button',
  text: { type: 'plain_text', text: 'Old' },
  action_id: 'button-0',
} as const;

export interface Call {
  readonly method: string;
  readonly args: Args;
}

export interface FakeSlackOptions {
  readonly team?: string;
  readonly now?: () => number;
}

export async function startSlackServer({
  team = 'T1',
  now = Date.now,
}: FakeSlackOptions = {}): Promise<FakeSlack> {
  const server = new SlackServer(team, now);
  server.addChannel({ id: 'C1' });
  await server.listen();
  return server;
}

class SlackServer implements FakeSlack {
  readonly bot = { userId: 'UBOT', botId: 'BBOT', appId: 'A1', name: 'receipts' };
  readonly team: string;
  readonly sockets: Sockets;
  readonly #identity: FakeIdentity;
  readonly #workspace: Workspace;
  readonly #responseUrls: ResponseUrls;
  readonly #uploads = new Uploads((id) => `http://${this.#host()}/upload/${id}`);
  readonly #faults = new Faults();
  readonly #calls: Call[] = [];
  readonly misfits: string[] = [];
  readonly #http = createServer((request, response) => {
    // A caller may end in the middle of its call.
    this.#serve(request, response).catch(() => response.destroy());
  });
  #refusal: string | undefined;
  #scopes: readonly string[] | undefined;

  constructor(team: string, now: () => number) {
    this.team = team;
    this.#workspace = new Workspace(now);
    this.#identity = {
      team,
      botToken: 'xoxb-fake-bot',
      appToken: 'xapp-fake-app',
      bot: this.bot,
      leftOut: new Set(),
    };
    this.sockets = new Sockets(this.#http);
    this.#responseUrls = new ResponseUrls(this.#workspace, now);
  }

  async listen(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#http.listen(0, '127.0.0.1', resolve);
    await promise;
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.sockets.close();
    this.#http.close(() => resolve());
    this.#http.closeAllConnections();
    await promise;
  }

  get settings() {
    const { botToken, appToken } = this.#identity;
    return { apiUrl: `http://${this.#host()}/api/`, botToken, appToken };
  }

  addChannel(channel: Pick<FakeChannel, 'id'> & Partial<FakeChannel>): void {
    this.#workspace.addChannel(channel);
  }

  addUser(user: Pick<FakeUser, 'id'> & Partial<FakeUser>): void {
    this.#workspace.addUser(user);
  }

  async moveChannel(from: string, to: string): Promise<void> {
    this.#workspace.moveChannel(from, to);
    await this.event({ type: 'channel_id_changed', old_channel_id: from, new_channel_id: to });
  }

  answered(): Promise<void> {
    return this.#responseUrls.allAnswered();
  }

  messages(channel: string): readonly FakeMessage[] {
    return this.#workspace.messages(channel);
  }

  whispers(user: string): readonly FakeMessage[] {
    return this.#workspace.whispers(user);
  }

  remove(channel: string, ts: string): void {
    if (this.#workspace.find(channel, ts)) this.#workspace.remove(ts);
  }

  say(channel: string, text: string, user = 'U9', metadata?: unknown): void {
    this.#workspace.post(channel, { text, blocks: [], by: user, metadata });
  }

  record(): readonly Recorded[] {
    return this.#workspace.record();
  }

  get faults(): RandomFaults<Where> {
    return this.#faults.byChance;
  }

  pings(): readonly string[] {
    return this.#workspace.pings;
  }

  breakNext(fault: Fault, method?: string): void {
    this.#faults.plan(fault, method);
  }

  refuseAll(error: string | undefined): void {
    this.#refusal = error;
  }

  grant(scopes: readonly string[]): void {
    this.#scopes = scopes;
  }

  leaveOut(...names: readonly string[]): void {
    for (const name of names) this.#identity.leftOut.add(name);
  }

  calls(method?: string): readonly Call[] {
    return this.#calls.filter((call) => method === undefined || call.method === method);
  }

  async event(event: Readonly<Record<string, unknown>> & { readonly type: string }): Promise<void> {
    const envelope = { type: 'event_callback', team_id: this.team, event, event_id: 'Ev1' };
    await this.sockets.deliver('events_api', envelope);
  }

  async command(call: CommandCall): Promise<Interaction> {
    const { channel, user, team = this.team } = call;
    this.#meet(user);
    const responseUrl = this.#url(this.#responseUrls.issue(channel, user));
    const name = this.#workspace.channels.get(channel)?.group ? 'mpdm-ada--ben--cleo-1' : undefined;
    const ack = await this.sockets.deliver(
      'slash_commands',
      commandPayload(call, { team, responseUrl }, name),
    );
    return { responseUrl, ack };
  }

  async press({
    channel,
    ts,
    user,
    team = this.team,
    forgedValue,
    ...wanted
  }: PressCall): Promise<Interaction> {
    this.#meet(user);
    const message = this.#workspace.find(channel, ts);
    if (!message || (message.onlyFor ?? user) !== user)
      throw new Error(`${user} sees no message ${ts} in ${channel}`);
    const isOld = forgedValue !== undefined && Object.keys(wanted).length === 0;
    const found = isOld ? OLD_BUTTON : this.#workspace.button(message, wanted);
    const button = forgedValue === undefined ? found : { ...found, value: forgedValue };
    const responseUrl = this.#url(this.#responseUrls.issue(channel, user, message));
    const payload = pressPayload({ message, user, button }, { team, responseUrl });
    return { responseUrl, ack: await this.sockets.deliver('interactive', payload) };
  }

  #meet(user: string): void {
    if (!this.#workspace.users.has(user)) this.#workspace.addUser({ id: user });
  }

  #host(): string {
    const { port } = this.#http.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  #url(id: string): string {
    return `http://${this.#host()}/actions/${id}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const [, area, name = ''] = (request.url ?? '').split('/');
    if (area === 'actions') return this.#answerInteraction(name, body, response);
    if (area === 'upload')
      return act(response, this.#faults.take('upload'), () => ({
        status: this.#uploads.take(name, body) ? 200 : 400,
        body: { ok: true },
      }));
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const args = Object.fromEntries(new URLSearchParams(body));
    this.#calls.push({ method: name, args });
    const scopes = token === this.#identity.appToken ? ['connections:write'] : this.#scopes;
    if (scopes) response.setHeader('x-oauth-scopes', scopes.join(','));
    const answer = () => (this.#refusal === undefined ? this.#call(name, args, token) : fail(this.#refusal));
    act(response, this.#faults.take(name), () => ({ status: 200, body: answer() }));
  }

  #call(method: string, args: Args, token: string): Answer {
    const socketUrl = `ws://${this.#host()}/link`;
    const answer = callMethod(
      {
        ...{ workspace: this.#workspace, uploads: this.#uploads, identity: this.#identity },
        ...{ socketUrl, scopes: this.#scopes },
      },
      { method, args, token },
    );
    this.#note(method, answer);
    return answer;
  }

  #note(where: string, { error }: Readonly<Record<string, unknown>>): void {
    if (typeof error === 'string' && MISFITS.has(error)) this.misfits.push(`${where}: ${error}`);
  }

  #answerInteraction(id: string, body: string, response: ServerResponse): void {
    act(response, this.#faults.take('response_url'), () => {
      const answer = this.#responseUrls.use(id, JSON.parse(body));
      this.#note('response_url', answer.body);
      return answer;
    });
    this.#responseUrls.tried(id);
  }
}
