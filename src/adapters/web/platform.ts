/**
 * The page as a platform: the same port that Discord and Slack have, with a channel that anybody can enter.
 * It proves that the core is neutral, and lets people try everything without an account.
 */
import { Hono } from 'hono';
import type { Card } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Command } from '../../core/command.ts';
import { type MessageRef, type Place, samePlace } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { EditOutcome, Platform, PostOutcome } from '../../core/platform.ts';
import type { Random } from '../../core/random.ts';
import { apiRoutes } from './api.ts';
import { createAssets } from './assets.ts';
import { createAudience } from './audience.ts';
import { createChannel, type Message, type Transcript } from './channel.ts';
import { pageRoutes } from './document.ts';
import { CHANNEL, PEOPLE, type Person } from './people.ts';
import { createReception } from './reception.ts';
import { type Face, showMessage } from './show.ts';

export interface WebPlatformOptions {
  readonly faces: readonly Face[];
  readonly transcript: Transcript;
  readonly commands: readonly Command[];
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Whom a visitor can be; the tests bring their own. */
  readonly people?: readonly Person[];
}

export interface WebPlatform {
  readonly platform: Platform;
  /** To be mounted at the root of a server; takes `/`, `/assets/*` and `/api/*`. */
  readonly routes: Hono;
}

const ELSEWHERE = { status: 'refused', why: 'gone', fix: 'The page has one channel only: general.' } as const;

export function createWebPlatform(options: WebPlatformOptions): WebPlatform {
  const { faces, commands, clock, logger, people = PEOPLE } = options;
  const channel = createChannel(options);
  const audience = createAudience();
  const reception = createReception({ channel, audience, faces, logger });
  const assets = createAssets(logger);

  const show = (message: Message) =>
    audience.tellEveryone({ type: 'message', message: showMessage(faces, message) });

  const post = async (place: Place, card: Card, key: string): Promise<PostOutcome> => {
    if (!samePlace(place, CHANNEL)) return ELSEWHERE;
    try {
      const message = await channel.post(card, key);
      show(message);
      return { status: 'posted', message: { place: CHANNEL, id: message.id } };
    } catch (error) {
      logger.warn('web.post.failed', { error });
      // The key makes the message's id, so that trying again cannot show it twice.
      return { status: 'failed', sent: 'no' };
    }
  };

  const edit = async (ref: MessageRef, card: Card): Promise<EditOutcome> => {
    if (!samePlace(ref.place, CHANNEL)) return { status: 'gone' };
    try {
      const message = await channel.edit(ref.id, card);
      if (message) show(message);
      return { status: message ? 'edited' : 'gone' };
    } catch (error) {
      logger.warn('web.edit.failed', { error });
      return { status: 'failed' };
    }
  };

  const platform: Platform = {
    name: CHANNEL.platform,
    capabilities: { namedOptions: true, repeatsSafely: true },
    start: async (bot) => reception.open(bot),
    stop: async () => {
      await reception.close();
      audience.closeAll();
    },
    connected: () => reception.bot() !== undefined,
    post,
    edit,
  };
  const routes = new Hono()
    .route('/', pageRoutes({ assets, people, logger }))
    .route('/', apiRoutes({ channel, audience, reception, assets, faces, commands, people, clock, logger }));
  return { platform, routes };
}
