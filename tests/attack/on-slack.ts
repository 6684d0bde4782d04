/** Envelopes as Slack's socket brings them, in order and broken. */
import { commands } from '../../commands/registry.ts';
import { commandPayload } from '../fakes/slack/payloads.ts';
import type { FakeSlack } from '../fakes/slack-server.ts';
import { damage } from './damage.ts';
import type { Dice } from './dice.ts';
import { inTime, orNotAnswered, type Shot } from './shots.ts';

const CHANNELS = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'G1', 'D1'];
const TEAMS = ['T1', 'T1', 'T1', 'T2', 'T3', 'E4'];
const LOOK_EVERY = 50;
const MOST_TEXT = 12_000;

interface Button {
  readonly channel: string;
  readonly ts: string;
  readonly value: string;
  readonly actionId: string;
}

export function prepareSlack(slack: FakeSlack): void {
  for (const id of CHANNELS) slack.addChannel({ id, private: id === 'G1', direct: id === 'D1' });
}

export function shotsOnSlack(slack: FakeSlack, dice: Dice): () => Shot {
  let buttons: readonly Button[] = [];
  let shots = 0;
  return () => {
    if (shots % LOOK_EVERY === 0) buttons = CHANNELS.flatMap((channel) => buttonsIn(slack, channel));
    shots += 1;
    if (dice.chance(0.25) && buttons.length > 0) return press(slack, dice.pick(buttons), dice);
    return dice.chance(0.6) ? command(slack, dice) : broken(slack, dice);
  };
}

const buttonsIn = (slack: FakeSlack, channel: string): readonly Button[] =>
  slack
    .messages(channel)
    .flatMap(({ ts, blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'actions'
          ? block.elements.flatMap(({ value, action_id: actionId }) =>
              value === undefined ? [] : [{ channel, ts, value, actionId }],
            )
          : [],
      ),
    );

const personOf = (dice: Dice) => ({
  channel: dice.pick(CHANNELS),
  user: `U${100_000 + dice.whole(900_000)}`,
  team: dice.pick(TEAMS),
});

function press(slack: FakeSlack, { channel, ts, value, actionId }: Button, dice: Dice): Shot {
  const at = dice.whole(value.length);
  const forged = dice.pick([
    value,
    value,
    value.slice(0, at),
    `${value.slice(0, at)}~${value.slice(at)}`,
    dice.text(2_000),
  ]);
  const call = { ...personOf(dice), channel, ts, actionId, forgedValue: forged };
  const fire = () => inTime(slack.press(call), `press ${forged.slice(0, 200)}`);
  return { kind: 'sound', fire: () => fire().catch(unlessGone).catch(orNotAnswered('press')) };
}

/** Its message was edited meanwhile, and nobody could press it any more. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && /sees no message|has no button|no button/.test(error.message))) throw error;
}

function command(slack: FakeSlack, dice: Dice): Shot {
  const name = dice.chance(0.95) ? dice.pick(commands).name : dice.text(20).replaceAll(/\s/g, '');
  const call = { ...personOf(dice), command: `/${name || 'x'}`, text: lineFor(name, dice) };
  const fire = () => inTime(slack.command(call), JSON.stringify(call).slice(0, 300));
  return { kind: 'sound', fire: () => fire().catch(orNotAnswered('command')) };
}

function lineFor(name: string, dice: Dice): string {
  const known = commands.find((one) => one.name === name);
  const parts = known && 'subcommands' in known.actions ? Object.keys(known.actions.subcommands) : [];
  const part = parts.length > 0 && dice.chance(0.8) ? dice.pick(parts) : '';
  return `${part} ${dice.text(dice.chance(0.05) ? MOST_TEXT : 150)}`.trim();
}

const FRAMES = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '0',
  '{}',
  '\0',
  '{"type":"hello"}',
  '{"envelope_id":"x"}',
] as const;

/** Slack's own socket alone could send these; whether they are acknowledged is the SDK's affair. */
function broken(slack: FakeSlack, dice: Dice): Shot {
  const { sockets } = slack;
  const call = { ...personOf(dice), command: `/${dice.pick(commands).name}`, text: dice.text(100) };
  const responseUrl = `${slack.settings.apiUrl.replace('/api/', '/actions/')}R1`;
  const payload = commandPayload(call, { team: call.team, responseUrl });
  const type = dice.pick(['slash_commands', 'interactive', 'events_api'] as const);
  const frame = { envelope_id: 'x', type, payload, accepts_response_payload: true };
  const send = () => {
    if (dice.chance(0.1)) sockets.sendRaw(dice.pick(FRAMES));
    else if (dice.chance(0.3)) sockets.sendRaw(JSON.stringify(damage(frame, dice)) ?? '');
    else if (type === 'slash_commands') void sockets.deliver(type, damage(payload, dice));
    else
      void sockets.deliver(type, damage(type === 'interactive' ? pressOf(payload) : eventOf(payload), dice));
  };
  return { kind: 'broken', fire: async () => sockets.open() > 0 && send() };
}

const pressOf = ({
  team_id: team,
  channel_id: channel,
  user_id: user,
  response_url,
}: ReturnType<typeof commandPayload>) => ({
  ...{
    type: 'block_actions',
    team: { id: team },
    user: { id: user },
    channel: { id: channel },
    response_url,
  },
  ...{
    trigger_id: 'x',
    container: { channel_id: channel },
    actions: [{ type: 'button', value: 'r1["help"]', action_id: 'b' }],
  },
});

const eventOf = ({ team_id: team }: ReturnType<typeof commandPayload>) => ({
  ...{ type: 'event_callback', team_id: team, event_id: 'Ev2' },
  event: { type: 'channel_id_changed', old_channel_id: 'C404', new_channel_id: 'C405' },
});

export async function unansweredOnSlack(slack: FakeSlack): Promise<readonly string[]> {
  return inTime(slack.answered(), 'some answers never came', 60_000).then(
    () => [],
    (error: Error) => [error.message],
  );
}
