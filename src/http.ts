/** One port for the page and for those who watch over the process. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type HttpBindings, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { WebPlatform } from './adapters/web/platform.ts';
import type { Finding } from './core/finding.ts';
import type { Clock } from './core/ports/clock.ts';
import type { Logger } from './core/ports/logger.ts';
import type { Report } from './health.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { PacksReport } from './packs/packs.ts';
import { assetRoutes } from './pages/document.ts';
import { bearersOnly } from './pages/door/bearer.ts';
import { createDoor } from './pages/door/door.ts';
import { createKeeper } from './pages/door/keeper.ts';
import { visitorOf } from './pages/door/visitor.ts';
import { kept, pageHeaders, refuse, servedHere } from './pages/guard.ts';
import { addressAt, type Hosts } from './pages/hosts.ts';

export interface HttpServer {
  /** "http://127.0.0.1:3000" */
  readonly address: string;
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly hosts: Hosts;
  /** Undefined: there is none. */
  readonly page: Pick<WebPlatform, 'routes' | 'assets'> | undefined;
  /** What operators alone are told, where others can reach it: to who gives the secret. */
  readonly operators: {
    /** The door of the page asks for it as well. */
    readonly secret: string | undefined;
    readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
    /** All that the bot can find out about itself. */
    readonly examine: () => Promise<readonly Finding[]>;
  };
  readonly report: () => Promise<Report>;
  readonly packs: () => PacksReport;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * `/healthz`: the process lives, and which packs it knows. `/readyz`: 200 while everything works, 503 otherwise. They answer
 * under any name and without the secret. `/metrics` and `/readyz?full` are for operators; everything else is the page’s.
 */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const server = serve({
    fetch: appOf(options).fetch,
    hostname: options.host,
    port: options.port,
  }) as Server;
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(whyNot(cause, options), { cause });
  }
  return { address: addressOf(server, options.host), close: () => close(server) };
}

const OFF = 'This bot has no page: it is turned off (PAGE=off).';
const NOTHING = 'There is nothing at this address.';
const BROKEN = 'Something broke on our side. Please try again.';

function appOf(options: HttpOptions): Hono<{ Bindings: HttpBindings }> {
  const { hosts, page, operators, report, packs, clock, logger } = options;
  const { secret } = operators;
  const keeper = secret === undefined ? undefined : createKeeper({ secret, clock, logger });
  const visitor = (context: Context) =>
    visitorOf({
      peer: getConnInfo(context).remote.address ?? '',
      forwardedFor: context.req.header('x-forwarded-for'),
      isProxied: hosts.isNamed,
    });
  const bearer = { keeper, hosts, visitorOf: visitor };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use('*', pageHeaders(hosts), kept);
  app.onError((error, context) => {
    logger.error('web-request-failed', { path: context.req.path, error });
    return context.text(BROKEN, 500);
  });
  app.get('/healthz', (context) => context.json({ status: 'ok', ...packs() }));
  const fullOnly = bearersOnly(bearer, 'refused');
  app.get(
    '/readyz',
    (context, next) => (isFull(context) ? fullOnly(context, next) : next()),
    async (context) => {
      const [now, findings] = await Promise.all([
        report(),
        isFull(context) ? operators.examine() : undefined,
      ]);
      return context.json({ ...now, ...(findings && { findings }) }, now.status === 'ready' ? 200 : 503);
    },
  );
  app.get('/metrics', bearersOnly(bearer, 'served'), async (context) =>
    context.body(await operators.metrics.text(), 200, { 'Content-Type': operators.metrics.contentType }),
  );
  app.notFound((context) => refuse(context, page ? NOTHING : OFF, 404));
  if (!page) return app;
  app.use('*', servedHere(hosts));
  app.route('/', assetRoutes(page.assets));
  if (secret !== undefined && keeper) {
    const door = createDoor({
      ...{ secret, keeper, hosts, clock, logger },
      assets: page.assets,
      visitorOf: visitor,
    });
    app.route('/', door.routes);
    app.use('*', door.passOnly);
  }
  app.route('/', page.routes);
  return app;
}

const isFull = ({ req }: Context): boolean => req.query('full') !== undefined;

function whyNot(cause: unknown, { host, port }: Pick<HttpOptions, 'host' | 'port'>): string {
  switch (cause instanceof Error && 'code' in cause && cause.code) {
    case 'EADDRINUSE':
      return `port ${port} is taken: set PORT to another, or to 0 for any free one`;
    case 'EACCES':
      return `this user may not listen on port ${port}: set PORT to one above 1023`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
      return `${host} is no address of this machine: set HOST to one that it has, or to 0.0.0.0 for all`;
    default:
      return `the page cannot be served at this HOST and PORT (${String(cause)})`;
  }
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return addressAt(host, port);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
