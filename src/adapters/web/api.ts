/** The page's requests: a command, a press, proposals while typing, and the stream of what happens. */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { LONGEST_LINE } from '../../core/requests/bounds.ts';
import type { Command } from '../../core/requests/command.ts';
import { TOKEN_LIMIT } from '../../core/requests/token.ts';
import { getOnly, sameSiteOnly } from '../../pages/guard.ts';
import type { Hosts } from '../../pages/hosts.ts';
import { type EventDeps, type ServedContext, streamEvents } from './events.ts';
import { readLine } from './inbound.ts';
import type { Person } from './people.ts';
import { type Actors, type Admission, BUSY, type Reception } from './reception.ts';
import { suggestFor } from './suggest.ts';

export interface ApiDeps extends EventDeps {
  readonly hosts: Hosts;
  readonly people: readonly Person[];
  readonly reception: Reception;
  readonly commands: readonly Command[];
}

const LONGEST_BODY = 4096;

const Id = z.string().min(1).max(100);
/** `watcher` looks at the page while it acts as `player`, as with the moderator's buttons. */
const ActorFields = { player: Id, watcher: Id.optional() };
const CommandBody = z.strictObject({ ...ActorFields, text: z.string().max(LONGEST_LINE) });
const PressBody = z.strictObject({ ...ActorFields, message: Id, token: z.string().min(1).max(TOKEN_LIMIT) });

const MISFIT = 'The request is not what this page sends. Reload the page and try again.';
const STRANGER = 'Nobody here has that name. Choose who you are first.';

export function apiRoutes(deps: ApiDeps): Hono<{ Bindings: HttpBindings }> {
  const api = new Hono<{ Bindings: HttpBindings }>();
  api.use('/api/*', sameSiteOnly(deps.hosts));
  api.use(
    '/api/*',
    bodyLimit({ maxSize: LONGEST_BODY, onError: (context) => context.json({ error: MISFIT }, 413) }),
  );
  api.post('/api/command', (context) => takeCommand(context, deps));
  api.post('/api/press', (context) => takePress(context, deps));
  api.get('/api/suggest', suggester(deps));
  api.use('/api/events', getOnly);
  api.get('/api/events', (context) => openStream(context, deps));
  api.all('/api/*', (context) => context.json({ error: MISFIT }, 404));
  api.onError((error, context) => {
    deps.logger.error('web-request-failed', { path: context.req.path, error });
    return context.json({ error: 'Something broke on our side. Please try again.' }, 500);
  });
  return api;
}

async function takeCommand(context: Context, { people, commands, reception }: ApiDeps): Promise<Response> {
  const body = await read(context, CommandBody);
  if (!body) return context.json({ error: MISFIT }, 400);
  const actors = actorsOf(people, body);
  if (!actors) return context.json({ error: STRANGER }, 404);
  const line = readLine(commands, body.text);
  if (line.status === 'unknown') return context.json({ error: line.words }, 422);
  return answer(context, reception.command(actors, line.typed, body.text.trim()));
}

async function takePress(context: Context, { people, reception }: ApiDeps): Promise<Response> {
  const body = await read(context, PressBody);
  if (!body) return context.json({ error: MISFIT }, 400);
  const actors = actorsOf(people, body);
  if (!actors) return context.json({ error: STRANGER }, 404);
  return answer(context, await reception.press(actors, body.message, body.token));
}

/** More at once than this are a flood, not people who type. */
const MOST_SUGGESTING = 20;

function suggester({ reception, commands }: ApiDeps): (context: Context) => Promise<Response> {
  let inFlight = 0;
  return async (context) => {
    const text = context.req.query('text') ?? '';
    const bot = reception.bot();
    if (!bot || text.length > LONGEST_LINE) return context.json([]);
    if (inFlight >= MOST_SUGGESTING) return context.json({ error: BUSY.words }, 429);
    inFlight += 1;
    try {
      return context.json(await suggestFor(bot, commands, text));
    } finally {
      inFlight -= 1;
    }
  };
}

function openStream(context: ServedContext, deps: ApiDeps): Response {
  const person = personNamed(deps.people, context.req.query('player'));
  if (!person) return context.json({ error: STRANGER }, 404);
  if (deps.audience.isFull()) return context.json({ error: 'Too many people are watching right now.' }, 503);
  return streamEvents(context, deps, person);
}

const personNamed = (people: readonly Person[], id: string | undefined): Person | undefined =>
  people.find((person) => person.id === id);

function actorsOf(
  people: readonly Person[],
  { player, watcher = player }: { readonly player: string; readonly watcher?: string | undefined },
): Actors | undefined {
  const [person, seenBy] = [personNamed(people, player), personNamed(people, watcher)];
  return person && seenBy && { person, watcher: seenBy };
}

/** JSON only: the content type keeps a form on another site from ever sending one. */
async function read<Body>(context: Context, schema: z.ZodType<Body>): Promise<Body | undefined> {
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) return undefined;
  const body = schema.safeParse(await context.req.json().catch(() => undefined));
  return body.success ? body.data : undefined;
}

const STATUS = { closed: 503, busy: 429, gone: 409 } as const;

const answer = (context: Context, admission: Admission) =>
  admission.status === 'accepted'
    ? context.json({ acknowledged: admission.acknowledged }, 202)
    : context.json({ error: admission.words }, STATUS[admission.why]);
