/** What the page asks of the desk, over HTTP: JSON in, JSON out, and a stream that tells of changes. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { getOnly, sameSiteOnly } from '../../pages/guard.ts';
import type { Hosts } from '../../pages/hosts.ts';
import { addArticle } from './articles.ts';
import type { Desk } from './desk.ts';
import type { Showing } from './previews/show.ts';
import { proposalsForArticle, proposalsForFact } from './proposals.ts';
import { Refused } from './refused.ts';
import { weekOf } from './week.ts';
import { type DeskEvent, PreviewRequest, UndoRequest, WriteRequest } from './wire.ts';
import { ArticleRequest } from './wire-articles.ts';
import { ListedPreviewRequest } from './wire-listed.ts';

export interface RouteDeps {
  readonly desk: Desk;
  readonly showing: Showing;
  readonly hosts: Hosts;
  /** Names the page’s own code. */
  build(): Promise<string>;
  /** Told of what broke on our side. */
  failed(path: string, error: unknown): void;
}

const MOST_BYTES = 1_000_000;
const MOST_OF_A_FILE = 12_000_000;

const MISFIT = 'The request is not what this page sends. Reload the page and try again.';
const TOO_MUCH = 'That is too much at once: a file may have eight megabytes, an entry far less.';

export function deskRoutes(deps: RouteDeps): Hono {
  const { desk } = deps;
  const api = new Hono();
  api.use('/api/*', sameSiteOnly(deps.hosts));
  const limited = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (context) => context.json({ error: TOO_MUCH }, 413) });
  api.use('/api/article', limited(MOST_OF_A_FILE));
  api.use('/api/preview', limited(MOST_BYTES));
  api.use('/api/write', limited(MOST_BYTES));
  api.use('/api/undo', limited(MOST_BYTES));
  api.get('/api/state', async (context) => {
    await desk.refresh();
    return context.json(await desk.state());
  });
  api.use('/api/events', getOnly);
  api.get('/api/events', (context) => streamChanges(context, deps));
  api.post('/api/preview', async (context) =>
    context.json(desk.preview(await read(context, z.union([PreviewRequest, ListedPreviewRequest])))),
  );
  api.post('/api/write', async (context) =>
    context.json(await desk.write(await read(context, WriteRequest))),
  );
  api.post('/api/undo', async (context) =>
    context.json(await desk.undo((await read(context, UndoRequest)).undo)),
  );
  api.post('/api/article', async (context) =>
    context.json(await addArticle(desk, await read(context, ArticleRequest))),
  );
  api.get('/api/proposals', (context) => {
    const { article, fact } = context.req.query();
    if (article !== undefined) return context.json(proposalsForArticle(desk.now(), article));
    if (fact !== undefined) return context.json(proposalsForFact(desk.now(), fact));
    throw new Refused(400, { error: MISFIT });
  });
  api.get('/api/week', async (context) => context.json(weekOf(desk.now(), deps.showing)));
  api.all('/api/*', (context) => context.json({ error: MISFIT }, 404));
  api.onError((error, context) => {
    if (error instanceof Refused) return context.json(error.refusal, error.status);
    deps.failed(context.req.path, error);
    // Sentences of the format’s own: a file in a form that cannot be changed.
    const words = error.message.includes('nothing was') ? error.message : undefined;
    return context.json(
      { error: words ?? `That did not work, and it is our fault: ${error.message}` },
      words ? 422 : 500,
    );
  });
  return api;
}

/** JSON only: the content type keeps a form on another site from ever sending one. */
async function read<Body>(context: Context, schema: z.ZodType<Body>): Promise<Body> {
  const isJson = /^application\/json\b/.test(context.req.header('content-type') ?? '');
  const body = isJson ? schema.safeParse(await context.req.json().catch(() => undefined)) : undefined;
  if (body?.success) return body.data;
  throw new Refused(400, { error: MISFIT });
}

/** Below the half minute after which connections that say nothing are taken for dead. */
const HEARTBEAT_MS = 15_000;

function streamChanges(context: Context, { desk, build }: RouteDeps): Response {
  return streamSSE(context, async (stream) => {
    const ended = Promise.withResolvers<void>();
    stream.onAbort(ended.resolve);
    const write = (event: DeskEvent) => void stream.writeSSE({ data: JSON.stringify(event), retry: 1000 });
    const page = await build();
    // What changed until now is in the revision that goes out first.
    write({ type: 'hello', build: page, revision: desk.revision() });
    const stop = desk.onChange((revision) => write({ type: 'changed', revision }));
    const beat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
    await ended.promise;
    clearInterval(beat);
    stop();
  });
}
