/** The desk as a page on this machine. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from '../../core/ports/logger.ts';
import { createAssets } from '../../pages/assets.ts';
import { assetRoutes, documentRoutes } from '../../pages/document.ts';
import { kept, pageHeaders, servedHere } from '../../pages/guard.ts';
import { createHosts } from '../../pages/hosts.ts';
import { createDesk, type Desk } from './desk.ts';
import { keyed, keyOf } from './gate.ts';
import type { Showing } from './previews/show.ts';
import { deskRoutes } from './routes.ts';
import { watchFolder } from './watching.ts';

export interface DeskServer {
  /** With the key: `http://127.0.0.1:4747/?key=…` */
  readonly address: string;
  readonly desk: Desk;
  close(): Promise<void>;
}

export interface DeskServerOptions {
  readonly folder: string;
  /** Undefined: the usual one, or any where that is taken. */
  readonly port?: number | undefined;
  readonly showing: Showing;
  /** What broke on our side, in a sentence, for the terminal. */
  tell(words: string): void;
}

const HOST = '127.0.0.1';

const USUAL_PORT = 4747;

/** Throws an `Error` with what to do where the port is taken, or the folder is no pack. */
export async function startDesk({ folder, port, showing, tell }: DeskServerOptions): Promise<DeskServer> {
  const logger = loggerFor(tell);
  const desk = await createDesk({ folder, ...showing });
  const key = await keyOf(folder);
  const assets = createAssets(new URL('client/', import.meta.url), logger);
  const app = new Hono();
  const hosts = createHosts({ host: HOST });
  app.use('*', pageHeaders(hosts), kept, servedHere(hosts), keyed(key));
  app.route('/', assetRoutes(assets));
  app.route(
    '/',
    deskRoutes({
      ...{ desk, showing, hosts },
      build: () => assets.build().catch(() => ''),
      failed: (path, error) => tell(`${path} failed: ${wordsOf(error)}`),
    }),
  );
  app.route(
    '/',
    documentRoutes({
      ...{ assets, logger },
      begin: () => ({
        title: `${desk.now().book.info.value.title} – the desk`,
        description: 'Facts and questions, written from articles.',
        noScript: 'The desk is drawn by JavaScript and does nothing without it.',
        data: {
          people: JSON.stringify(showing.people.map(({ player, name }) => ({ id: player.user, name }))),
        },
      }),
    }),
  );
  const server = await listen(app, port);
  const address = server.address();
  const stop = watchFolder(folder, () => {
    desk.refresh().catch((error: unknown) => tell(`the folder cannot be read just now: ${wordsOf(error)}`));
  });
  return {
    address: `http://${HOST}:${typeof address === 'object' && address ? address.port : 0}/?key=${key}`,
    desk,
    close() {
      stop();
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Of the page’s bundle only what is wrong is worth a line. */
function loggerFor(tell: DeskServerOptions['tell']): Logger {
  const line: Logger['warn'] = (event, detail) => tell(`${event}: ${JSON.stringify(detail)}`);
  return { debug: () => undefined, info: () => undefined, warn: line, error: line };
}

async function listen(app: Hono, port: number | undefined): Promise<Server> {
  for (const one of port === undefined ? [USUAL_PORT, 0] : [port]) {
    const server = serve({ fetch: app.fetch, hostname: HOST, port: one }) as Server;
    try {
      await once(server, 'listening');
      return server;
    } catch (cause) {
      const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      if (!isTaken) throw new Error(`the page cannot be served on port ${one} (${String(cause)})`, { cause });
    }
  }
  throw new Error(`port ${port} is taken: give --port another number, or leave it out`);
}
