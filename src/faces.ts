/** The renderers that the page puts on show, each drawing what its platform would be sent. */
import { renderCard as renderForDiscord } from './adapters/discord/render.ts';
import { withNames } from './adapters/slack/names.ts';
import { renderCard as renderForSlack } from './adapters/slack/render.ts';
import { PEOPLE } from './adapters/web/people.ts';
import type { Face } from './adapters/web/show.ts';
import { playerOf } from './core/ids.ts';
import { withAsked } from './core/requests/asked-line.ts';

/** Slack shows no name for a mention that must not notify, so its adapter writes names in; here they are invented. */
const names = new Map(PEOPLE.map(({ id, name }) => [playerOf('web', 'page', id).user, name]));

/** Those people, for who has them answer. */
export const invented = PEOPLE.map(({ id, name }) => ({ player: playerOf('web', 'page', id), name }));

export const faces: readonly Face[] = [
  { name: 'discord', label: 'Discord', render: renderForDiscord },
  {
    name: 'slack',
    label: 'Slack',
    render: (card, asked) => renderForSlack(withNames(asked ? withAsked(card, asked) : card, names)),
  },
];
