/** The page's document, with what its script has to know before it hears of the server. */
import type { Hono } from 'hono';
import type { Place } from '../../core/ids.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Assets } from '../../pages/assets.ts';
import { documentRoutes } from '../../pages/document.ts';
import type { Audience } from './audience.ts';
import { CHANNEL, freePerson, type Person } from './people.ts';

/** What the page says before anybody has typed; as it is when the page is opened. */
export interface Introduction {
  /** What this bot knows, in a short sentence of plain text under the page's lead; empty for none. */
  readonly about: string;
  /** Somebody or something that facts can be asked about there, for the examples; empty for none. */
  readonly example: string;
  /** The name of one of several packs that are on there, for the examples; empty where there is nothing to choose from. */
  readonly pack: string;
}

/** For the page’s channel. */
export type Introduce = (place: Place) => Promise<Introduction>;

export const pageRoutes = ({
  assets,
  people,
  audience,
  introduce,
  logger,
}: {
  assets: Assets;
  people: readonly Person[];
  audience: Pick<Audience, 'players'>;
  introduce: Introduce;
  logger: Logger;
}): Hono =>
  documentRoutes({
    assets,
    logger,
    begin: async () => {
      const played = audience.players();
      return {
        title: 'Receipts',
        description: 'A trivia and fact bot for Discord and Slack in which every fact shows its receipt.',
        noScript: 'This page draws live messages and needs JavaScript to do so.',
        data: {
          ...(await introduce(CHANNEL)),
          people: people.map(({ id }) => id).join(' '),
          free: freePerson(people, (id) => played.includes(id)),
        },
      };
    },
  });
