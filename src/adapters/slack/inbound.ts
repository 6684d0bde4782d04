/** What Slack sends, parsed once into the core's requests. Pure; what it cannot read is undefined. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Place, type Player, placeOf, playerOf } from '../../core/ids.ts';
import type { CommandRequest, Origin, PressRequest } from '../../core/requests/request.ts';
import { unescapeText } from './text.ts';

export interface Inbound<Request> {
  readonly request: Request;
  /** Where the answer goes: five times, for half an hour, also in channels that the bot is not in. */
  readonly responseUrl: string;
}

/** Adds the questions that cost a call to Slack. `isGroup`: it comes from a group message, as far as Slack says. */
export type OriginOf = (place: Place, player: Player, requestId: string, isGroup: boolean) => Origin;

/** Slack calls a group message by its members: mpdm-ada--ben--cleo-1. */
const isGroup = (channelName: string | undefined): boolean => channelName?.startsWith('mpdm-') === true;

/** Letters and digits; nothing that would mean something in an address or a database. */
const Id = z.string().regex(/^\w{1,100}$/);

const SlashCommand = z.object({
  command: z.string().regex(/^\/\S+$/),
  text: z.string().default(''),
  team_id: Id,
  channel_id: Id,
  channel_name: z.string().optional(),
  user_id: Id,
  trigger_id: z.string().min(1).optional(),
  response_url: z.url(),
});

const BlockActions = z.object({
  type: z.literal('block_actions'),
  /** Null where a whole organisation installed the app; the person's own team is known then. */
  team: z.object({ id: Id }).nullish(),
  user: z.object({ id: Id, team_id: Id.optional() }),
  channel: z.object({ id: Id, name: z.string().optional() }).optional(),
  container: z.object({ channel_id: Id.optional() }).optional(),
  actions: z.tuple([z.object({ value: z.string().max(2_000) })]).rest(z.unknown()),
  trigger_id: z.string().min(1).optional(),
  response_url: z.url(),
});

export function readCommand(payload: unknown, originOf: OriginOf): Inbound<CommandRequest> | undefined {
  const parsed = SlashCommand.safeParse(payload);
  if (!parsed.success) return undefined;
  const {
    command,
    text,
    team_id: team,
    channel_id: channel,
    channel_name: channelName,
    user_id: user,
    trigger_id: triggerId,
    response_url: responseUrl,
  } = parsed.data;
  const place = placeOf(SLACK, team, channel);
  const player = playerOf(SLACK, team, user);
  const origin = originOf(place, player, requestIdOf(triggerId, responseUrl), isGroup(channelName));
  // Slack escapes & < > in what people type even where it leaves names and channels alone.
  const input = { words: unescapeText(text) };
  return {
    request: { kind: 'command', origin, command: command.slice(1).toLowerCase(), input },
    responseUrl,
  };
}

export function readPress(payload: unknown, originOf: OriginOf): Inbound<PressRequest> | undefined {
  const parsed = BlockActions.safeParse(payload);
  if (!parsed.success) return undefined;
  const { team, user, channel, container, actions, trigger_id, response_url: responseUrl } = parsed.data;
  const workspace = team?.id ?? user.team_id;
  const where = channel?.id ?? container?.channel_id;
  if (workspace === undefined || where === undefined) return undefined;
  const place = placeOf(SLACK, workspace, where);
  const player = playerOf(SLACK, workspace, user.id);
  const origin = originOf(place, player, requestIdOf(trigger_id, responseUrl), isGroup(channel?.name));
  return { request: { kind: 'press', origin, token: actions[0].value }, responseUrl };
}

const ChannelMoved = z.object({
  team_id: Id,
  event: z.object({ old_channel_id: Id, new_channel_id: Id }),
});

/** From where to where, when a channel gets another id. */
export function readMove(payload: unknown): readonly [Place, Place] | undefined {
  const { data } = ChannelMoved.safeParse(payload);
  if (!data) return undefined;
  const { team_id: team, event } = data;
  return [placeOf(SLACK, team, event.old_channel_id), placeOf(SLACK, team, event.new_channel_id)];
}

/** The same payload is the same request. The address is a secret of the person's, so it is not kept as it is. */
const requestIdOf = (triggerId: string | undefined, responseUrl: string): string =>
  createHash('sha256').update(`${triggerId}\n${responseUrl}`).digest('base64url');

export const SLACK = 'slack';
