/** The addresses to which an interaction is answered: five times, within thirty minutes. */
import { sight } from '../record.ts';
import { checkMessage } from './check-message.ts';
import type { FakeMessage, Workspace } from './workspace.ts';

interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly original?: FakeMessage;
  readonly until: number;
  readonly answered: Promise<void>;
  readonly answer: () => void;
  used: number;
  /** What everyone saw when it was issued. */
  readonly sight: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

export class ResponseUrls {
  readonly #urls = new Map<string, ResponseUrl>();
  readonly #unanswered = new Set<ResponseUrl>();
  readonly #workspace: Workspace;
  readonly #now: () => number;

  constructor(workspace: Workspace, now: () => number) {
    this.#workspace = workspace;
    this.#now = now;
    workspace.watch(() => {
      for (const url of this.#unanswered) if (url.sight !== this.#sightOf(url)) url.answer();
    });
  }

  #sightOf({ channel, original }: Pick<ResponseUrl, 'channel' | 'original'>): string {
    return sight(this.#workspace.record(), channel, original?.ts);
  }

  issue(channel: string, user: string, original?: FakeMessage): string {
    const id = `R${this.#urls.size + 1}`;
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    const until = this.#now() + LIFE_MS;
    const pressed = { channel, ...(original ? { original } : {}) };
    const answer = () => {
      this.#unanswered.delete(url);
      resolve();
    };
    const url: ResponseUrl = {
      ...{ ...pressed, user, until, answered, answer },
      used: 0,
      sight: this.#sightOf(pressed),
    };
    this.#unanswered.add(url);
    this.#urls.set(id, url);
    return id;
  }

  async allAnswered(): Promise<void> {
    await Promise.all([...this.#urls.values()].map(({ answered }) => answered));
  }

  /** A try counts as an answer, even one that goes wrong: nothing more will come. */
  tried(id: string): void {
    this.#urls.get(id)?.answer();
  }

  use(id: string, body: Readonly<Record<string, unknown>>): HttpAnswer {
    const url = this.#urls.get(id);
    if (!url || this.#now() > url.until) return refuse(404, 'expired_url');
    if (url.used >= MOST_USES) return refuse(404, 'used_url');
    url.used += 1;
    if (body.delete_original === true) return this.#removeOriginal(url);
    const checked = checkMessage(body.text, body.blocks, 40_000);
    if (!checked.ok) return refuse(400, checked.error);
    if (body.replace_original === true) return this.#replaceOriginal(url, checked);
    const onlyFor = body.response_type === 'in_channel' ? undefined : url.user;
    this.#workspace.post(url.channel, { text: checked.text, blocks: checked.blocks }, onlyFor);
    return { status: 200, body: { ok: true } };
  }

  #replaceOriginal(
    { original, channel }: ResponseUrl,
    body: { text: string; blocks: FakeMessage['blocks'] },
  ): HttpAnswer {
    const standing = original && this.#workspace.find(channel, original.ts);
    if (!standing) return refuse(404, 'message_not_found');
    this.#workspace.edit(standing, body);
    return { status: 200, body: { ok: true } };
  }

  #removeOriginal({ original }: ResponseUrl): HttpAnswer {
    const removed = original !== undefined && this.#workspace.remove(original.ts);
    return removed ? { status: 200, body: { ok: true } } : refuse(404, 'message_not_found');
  }
}

const refuse = (status: number, error: string): HttpAnswer => ({ status, body: { ok: false, error } });
