/** From Bolt's events to the bot: acknowledge, hand over, answer. */
import type { App, webApi } from '@slack/bolt';
import { placeOf } from '../../core/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { sayingWhoAsked } from '../../core/requests/asked-line.ts';
import { type Bot, filesOf, type Request, toAsker } from '../../core/requests/request.ts';
import { faultOf } from './errors.ts';
import { withFiles } from './files.ts';
import { type Inbound, type OriginOf, readCommand, readPress, SLACK } from './inbound.ts';
import type { People } from './people.ts';
import { mayAnswerTo, respond } from './respond.ts';

export interface ListenerTools {
  readonly bot: Bot;
  readonly originOf: OriginOf;
  readonly people: People;
  /** For what a waiting person is sent. */
  readonly client: webApi.WebClient;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Where the Web API is; undefined for Slack's own. */
  readonly apiUrl: string | undefined;
  /** Slack says that the bot's token is no more. */
  readonly onTokenDoubt: () => void;
  /** Work that must end before the platform has stopped. */
  readonly inFlight: Set<Promise<void>>;
}

/** One listener for every command and one for every button, so that the unknown ones get the bot's answer too. */
export function listen(app: App, tools: ListenerTools): void {
  const { bot, originOf, logger, onTokenDoubt } = tools;
  app.command(/.*/, ({ ack, body }) => serve(tools, ack, () => readCommand(body, originOf)));
  app.action({ type: 'block_actions' }, ({ ack, body }) =>
    serve(tools, ack, () => readPress(body, originOf)),
  );
  app.event('app_uninstalled', async ({ body }) => {
    logger.warn('slack-uninstalled', { workspace: body.team_id });
    onTokenDoubt();
  });
  app.event('tokens_revoked', async ({ body }) => {
    logger.warn('slack-tokens-revoked', { workspace: body.team_id });
    onTokenDoubt();
  });
  app.event('channel_id_changed', async ({ event, body }) => {
    const place = (channel: string) => placeOf(SLACK, body.team_id, channel);
    await bot.placeMoved(place(event.old_channel_id), place(event.new_channel_id));
  });
  app.error(async (error) =>
    logger.error('slack-listener-failed', { code: error.code, error: error.original ?? error }),
  );
}

/** The acknowledgement goes out before the payload is even read: Slack waits three seconds, whatever happens. */
function serve(
  tools: ListenerTools,
  ack: () => Promise<void>,
  read: () => Inbound<Request> | undefined,
): Promise<void> {
  const { inFlight, logger } = tools;
  const acknowledged = ack().catch((error: unknown) =>
    logger.warn('slack-ack-failed', { code: faultOf(error).code }),
  );
  const work = acknowledged.then(() => answer(tools, read())).finally(() => inFlight.delete(work));
  inFlight.add(work);
  return work;
}

async function answer(tools: ListenerTools, inbound: Inbound<Request> | undefined): Promise<void> {
  if (inbound === undefined || !mayAnswerTo(inbound.responseUrl, tools.apiUrl))
    return tools.logger.warn('slack-payload-unread');
  const { request, responseUrl } = inbound;
  const how = tools.bot.acknowledgement(request);
  if (typeof how === 'object')
    return how.isKnown ? undefined : respond(tools, responseUrl, toAsker(how.limited));
  const reply = await tools.bot.handle(request);
  // Slack shows the channel what was typed only where that is acknowledged in public, before anybody knows who may see
  // the answer; and never who pressed a button.
  const shown = reply && sayingWhoAsked(request, reply);
  if (!shown || shown.type === 'done') return;
  const files = filesOf(shown);
  if (files.length === 0) return respond(tools, responseUrl, shown);
  for (const card of await withFiles(tools, request.origin.player, shown.card, files))
    await respond(tools, responseUrl, toAsker(card));
}
