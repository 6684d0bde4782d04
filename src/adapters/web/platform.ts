/**
 * The page as a platform: the same port that Discord and Slack have, with a channel that anybody can enter.
 * It proves that the core is neutral, and lets people try everything without an account.
 */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Platform } from '../../core/ports/platform.ts';
import type { Random } from '../../core/ports/random.ts';
import type { Command } from '../../core/requests/command.ts';
import { type Assets, createAssets } from '../../pages/assets.ts';
import type { Hosts } from '../../pages/hosts.ts';
import { apiRoutes } from './api.ts';
import { createAudience } from './audience.ts';
import { createChannel, type Transcript } from './channel.ts';
import { type Introduce, pageRoutes } from './document.ts';
import { ACCOUNTS } from './limits.ts';
import { CHANNEL, PEOPLE, type Person } from './people.ts';
import { createPosting } from './posting.ts';
import { createReception } from './reception.ts';
import type { Face } from './show.ts';
import { createSnapshots } from './snapshots.ts';

export interface WebPlatformOptions {
  readonly faces: readonly Face[];
  readonly transcript: Transcript;
  readonly commands: readonly Command[];
  readonly introduce: Introduce;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly hosts: Hosts;
  /** Whom a visitor can be; the tests bring their own. */
  readonly people?: readonly Person[];
}

export interface WebPlatform {
  readonly platform: Platform;
  /** To be mounted at the root of a server; takes `/` and `/api/*`. The files that the page loads are `assets`. */
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  readonly assets: Assets;
}

export function createWebPlatform(options: WebPlatformOptions): WebPlatform {
  const { faces, commands, introduce, clock, logger, hosts, people = PEOPLE } = options;
  const channel = createChannel(options);
  const audience = createAudience();
  const showing = { faces, people, clock };
  const reception = createReception({ channel, audience, ...showing, logger });
  const assets = createAssets(new URL('client/', import.meta.url), logger);
  const snapshots = createSnapshots({ channel, assets, ...showing });

  const platform: Platform = {
    name: CHANNEL.platform,
    capabilities: {
      words: { name: 'the page', managers: 'the moderator' },
      // There is no form: people type words, and /help has to show them the options.
      namedOptions: false,
      repeatsSafely: true,
      // Everybody who looks is sent each, and nobody reads more than one a second.
      edits: { perMinute: 60, per: 'channel' },
      accounts: ACCOUNTS,
    },
    start: async (bot) => reception.open(bot),
    stop: async () => {
      await reception.close();
      audience.closeAll();
    },
    countsEverywhere: () => true,
    isIn: async () => true,
    identity: async () => CHANNEL.platform,
    connected: () => reception.bot() !== undefined,
    connection: () => (reception.bot() ? 'open' : 'closed'),
    ...createPosting({ channel, audience, ...showing, logger }),
  };
  const routes = new Hono<{ Bindings: HttpBindings }>()
    .route('/', pageRoutes({ assets, people, audience, introduce, logger }))
    .route('/', apiRoutes({ hosts, audience, snapshots, reception, commands, people, clock, logger }));
  return { platform, routes, assets };
}
