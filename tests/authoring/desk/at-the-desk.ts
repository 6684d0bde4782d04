/** An author at the desk: a folder of their own, the real server, and what its page would ask of it. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type DeskServer, startDesk } from '../../../src/authoring/desk/server.ts';
import type { EntryState, QuestionState, Ref, Refusal, State } from '../../../src/authoring/desk/wire.ts';
import { faces, invented } from '../../../src/faces.ts';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

export const CLUB: Readonly<Record<string, string>> = {
  'pack.yaml': `# our pack
format: 1
title: The rowing club # for now
`,
  'articles.yaml': `# what we have
log:
  title: Log of a boat
  publisher: The rowing club
  ours: true
post:
  title: A boat comes in
  publisher: Gull Post
  published: 2020-02-03
  left-out:
    1: { title: The headline. } # nothing in it
`,
  'articles/log.md': `# Log of a boat

The boat has room for nine people and a dog.

In 1931 Nora Finch rowed the postman across.

On the day of the regatta the club bakes forty pies.

Nobody rows in fog.
`,
  'articles/post.txt': `Everybody came to look.

The boat was painted green by Ada Stone in 2020.
`,
  'names.yaml': 'people: [Nora Finch, Ada Stone]\n',
  'topics/boats.yaml': `# mine
topic: Boats
entries:
  # how many fit
  - fact: The boat has room for nine people. # and a dog
    receipt: log#1

  - question: How many people fit into the boat?
    right: 9
    wrong: [4, 6, 12] # six was the old one
    payoff: The dog comes on top.

  # to be read
  - fact: 'Nora Finch rowed the postman across in 1931.'
    receipt: log#2
    draft: true # until read
`,
};

export function deskForEachTest(files: Readonly<Record<string, string>> = CLUB) {
  let folder = '';
  let server: DeskServer | undefined;
  let cookie = '';
  const base = () => (server?.address ?? '').replace(/\?.*/, '');

  async function puts(name: string, text: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }

  async function start(): Promise<void> {
    server = await startDesk({
      ...{ folder, port: 0 },
      showing: { faces, people: invented, now: () => Date.UTC(2026, 10, 23, 8) },
      tell() {},
    });
    const { headers } = await fetch(server.address, { redirect: 'manual' });
    cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'receipts-desk-')), 'club');
    for (const [name, text] of Object.entries(files)) await puts(name, text);
    await start();
  });
  afterEach(async () => {
    await server?.close();
    await rm(dirname(folder), { recursive: true });
  });

  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${base()}${path}`, { ...init, headers: { cookie, ...init.headers } });

  async function get<Body>(path: string): Promise<Answer<Body>> {
    const response = await send(path);
    return { status: response.status, body: (await response.json()) as Body };
  }

  async function post<Body = Refusal>(path: string, body: unknown): Promise<Answer<Body>> {
    const response = await send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  const state = async (): Promise<State> => (await get<State>('api/state')).body;

  /** Once the rules were run over what stands there now. */
  async function checked(): Promise<State> {
    for (;;) {
      const now = await state();
      if (!now.isChecking) return now;
    }
  }

  async function entry(words: string): Promise<EntryState | QuestionState> {
    const { facts, questions } = await state();
    const found = [...facts, ...questions].find(({ fields }) =>
      String(fields.fact ?? fields.question).includes(words),
    );
    if (!found) throw new Error(`no entry says “${words}”`);
    return found;
  }

  return {
    ...{ get, post, send, state, checked, entry, puts, start },
    folder: () => folder,
    address: () => server?.address ?? '',
    base,
    reads: (name: string) => readFile(join(folder, name), 'utf8'),
    takesAway: (name: string) => rm(join(folder, name)),
    copies: (from: string) => cp(from, folder, { recursive: true }),
    stop: async () => server?.close(),
    ref: async (words: string): Promise<Ref> => {
      const { kind, id, hash } = await entry(words);
      return { kind, id, hash };
    },
  };
}
