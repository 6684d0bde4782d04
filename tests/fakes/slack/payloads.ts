/** What Slack sends when someone types a command or presses a button, in the shape of its documentation. */
import { escapeText } from '../../../src/adapters/slack/text.ts';
import type { FakeButton } from './check-message.ts';
import type { FakeMessage } from './workspace.ts';

export interface CommandCall {
  readonly channel: string;
  readonly user: string;
  /** With or without the slash. */
  readonly command: string;
  readonly text?: string;
  readonly team?: string;
}

/** The button is found by any of its label, value and action id; without them, a forged value is an old button's. */
export interface PressCall {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly label?: string;
  readonly value?: string;
  readonly actionId?: string;
  /** Sent in place of the button's own value, as an old or forged button would. */
  readonly forgedValue?: string;
  readonly team?: string;
}

interface Common {
  readonly team: string;
  readonly responseUrl: string;
}

export const commandPayload = (
  { channel, user, command, text = '' }: CommandCall,
  { team, responseUrl }: Common,
  channelName = channel.toLowerCase(),
) => ({
  token: 'verification',
  team_id: team,
  team_domain: 'fake',
  channel_id: channel,
  channel_name: channelName,
  user_id: user,
  user_name: user.toLowerCase(),
  command: command.startsWith('/') ? command : `/${command}`,
  text: escapeText(text),
  api_app_id: 'A1',
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: `trigger of ${responseUrl}`,
});

export function pressPayload(
  { message, user, button }: { message: FakeMessage; user: string; button: FakeButton },
  { team, responseUrl }: Common,
) {
  const { channel, ts, onlyFor } = message;
  return {
    type: 'block_actions',
    team: { id: team, domain: 'fake' },
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
    api_app_id: 'A1',
    token: 'verification',
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: onlyFor !== undefined },
    trigger_id: `trigger of ${responseUrl}`,
    channel: { id: channel, name: channel.toLowerCase() },
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ ...button, block_id: 'b', action_ts: ts }],
    ...(onlyFor === undefined
      ? { message: { type: 'message', ts, text: message.text, blocks: message.blocks } }
      : {}),
  };
}
