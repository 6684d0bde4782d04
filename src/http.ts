/** One port for the page and for those who watch over the process. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Report } from './health.ts';
import type { PacksReport } from './packs/packs.ts';

export interface HttpServer {
  /** "http://127.0.0.1:3000" */
  readonly address: string;
  close(): Promise<void>;
}

/** `/healthz`: the process lives, and which packs it knows. `/readyz`: 200 while everything works, 503 otherwise. */
export async function startHttp(options: {
  readonly host: string;
  readonly port: number;
  readonly page: Hono;
  readonly report: () => Promise<Report>;
  readonly packs: () => PacksReport;
}): Promise<HttpServer> {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok', ...options.packs() }));
  app.get('/readyz', async (context) => {
    const report = await options.report();
    return context.json(report, report.status === 'ready' ? 200 : 503);
  });
  app.route('/', options.page);
  const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }) as Server;
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(whyNot(cause, options.port), { cause });
  }
  return { address: addressOf(server, options.host), close: () => close(server) };
}

const whyNot = (cause: unknown, port: number): string =>
  cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    ? `port ${port} is taken: set PORT to another, or to 0 for any free one`
    : `the page cannot be served at this HOST and PORT (${String(cause)})`;

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
