/** From Bolt's events to the bot: acknowledge, hand over, answer. */
import type { App, webApi } from '@slack/bolt';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { sayingWhoAsked } from '../../core/requests/asked-line.ts';
import { type Answer, type Bot, filesOf, type Request, toAsker } from '../../core/requests/request.ts';
import { faultOf } from './errors.ts';
import { withFiles } from './files.ts';
import { type Inbound, type OriginOf, readCommand, readMove, readPress, SLACK } from './inbound.ts';
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
  app.event('channel_id_changed', async ({ body }) => {
    const moved = readMove(body);
    if (moved) await bot.placeMoved(...moved);
    else logger.warn('slack-payload-unread');
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
  const { inFlight, logger, clock } = tools;
  const began = clock.now();
  const soFar = () => ({ platform: SLACK, tookMs: clock.now() - began });
  const acknowledged = ack().then(
    () => logger.debug('request-acknowledged', soFar()),
    (error: unknown) => logger.warn('slack-ack-failed', { code: faultOf(error).code }),
  );
  const work = acknowledged
    .then(() => answer(tools, read(), () => logger.debug('request-answered', soFar())))
    .finally(() => inFlight.delete(work));
  inFlight.add(work);
  return work;
}

/** `onAnswered`: not where it is for another process to answer, or nobody can. */
async function answer(
  tools: ListenerTools,
  inbound: Inbound<Request> | undefined,
  onAnswered: () => void,
): Promise<void> {
  if (inbound === undefined || !mayAnswerTo(inbound.responseUrl, tools.apiUrl))
    return tools.logger.warn('slack-payload-unread');
  const { request, responseUrl } = inbound;
  const how = tools.bot.acknowledgement(request);
  if (typeof how === 'object')
    return how.isKnown ? undefined : respond(tools, responseUrl, toAsker(how.limited));
  const reply = await tools.bot.handle(request);
  // Slack shows the channel what was typed only where that is acknowledged in public, before anybody knows who may see
  // the answer; and never who pressed a button.
  if (!reply) return;
  const shown = sayingWhoAsked(request, reply);
  if (shown.type !== 'done') await show(tools, request, responseUrl, shown);
  onAnswered();
}

async function show(
  tools: ListenerTools,
  { origin }: Request,
  responseUrl: string,
  shown: Answer,
): Promise<void> {
  const files = filesOf(shown);
  if (files.length === 0) return respond(tools, responseUrl, shown);
  for (const card of await withFiles(tools, origin.player, shown.card, files))
    await respond(tools, responseUrl, toAsker(card));
}
