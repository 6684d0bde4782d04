/** What the socket brings that nothing of Slack's would send: the process lives on, and answers the next one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../../src/core/cards/card.ts';
import { toAsker } from '../../../src/core/requests/request.ts';
import { botSaying, setUp } from './slack-bench.ts';

let bench: Awaited<ReturnType<typeof setUp>>;
let moves: unknown[];
beforeEach(async () => {
  bench = await setUp();
  moves = [];
  const placeMoved = async (...move: unknown[]) => void moves.push(move);
  await bench.platform.start(botSaying(() => toAsker(say('neutral', 'Hello')), { placeMoved }));
});
afterEach(() => bench.close());

const envelope = (type: string, payload?: unknown) => JSON.stringify({ envelope_id: 'e', type, payload });

describe('a frame is dropped, with a line in the log,', () => {
  it.each([
    ['null', 'null'],
    ['a number', '0'],
    ['a text', '"hello"'],
    ['a list', '[]'],
    ['nothing that could be read', '{'],
    ['an event without one', envelope('events_api', {})],
    ['an event without a type', envelope('events_api', { event: {} })],
    ['one without a payload', envelope('slash_commands')],
    ['one without an envelope', '{"type":"interactive","payload":{"type":"block_actions"}}'],
    ['a command that is none', envelope('slash_commands', { command: { toString: 1 } })],
    ['one named like an event of the SDK', envelope('ws_message', {})],
    ['one that says the connection is lost', envelope('disconnected')],
    ['a payload that Bolt cannot read', envelope('interactive', { type: 'block_actions', actions: {} })],
  ])('that is %s', async (_, frame) => {
    bench.slack.sockets.sendRaw(frame);
    await bench.slack.command({ channel: 'C1', user: 'U1', command: '/fact' });
    await bench.slack.answered();
    expect(bench.slack.whispers('U1').map(({ text }) => text)).toEqual(['Hello']);
    expect(bench.log.entries.map(({ event }) => event)).toContain('slack-payload-unread');
    expect([bench.platform.connected(), bench.losses]).toEqual([true, []]);
  });
});

it('a channel that moves from or to nowhere moves nothing', async () => {
  await bench.slack.event({ type: 'channel_id_changed', old_channel_id: ['G1'], new_channel_id: 'C9' });
  await bench.slack.event({ type: 'channel_id_changed', old_channel_id: 'G1', new_channel_id: 'C9' });
  await expect.poll(() => moves).toHaveLength(1);
});
