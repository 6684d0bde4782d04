/** The page's document, with what its script has to know before it hears of the server. */
import type { Hono } from 'hono';
import type { Logger } from '../../core/ports/logger.ts';
import type { Assets } from '../../pages/assets.ts';
import { documentRoutes } from '../../pages/document.ts';
import type { Audience } from './audience.ts';
import { freePerson, type Person } from './people.ts';

export const pageRoutes = ({
  assets,
  people,
  audience,
  about,
  example,
  logger,
}: {
  assets: Assets;
  people: readonly Person[];
  audience: Pick<Audience, 'players'>;
  about: string;
  example: string;
  logger: Logger;
}): Hono =>
  documentRoutes({
    assets,
    logger,
    begin: () => {
      const played = audience.players();
      return {
        title: 'Receipts',
        description: 'A trivia and fact bot for Discord and Slack in which every fact shows its receipt.',
        noScript: 'This page draws live messages and needs JavaScript to do so.',
        data: {
          about,
          example,
          people: people.map(({ id }) => id).join(' '),
          free: freePerson(people, (id) => played.includes(id)),
        },
      };
    },
  });
