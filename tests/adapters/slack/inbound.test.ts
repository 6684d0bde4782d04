import { describe, expect, it } from 'vitest';
import { type OriginOf, readCommand, readPress } from '../../../src/adapters/slack/inbound.ts';
import { mayAnswerTo } from '../../../src/adapters/slack/respond.ts';

const originOf: OriginOf = (place, player, requestId) => ({
  place,
  player,
  requestId,
  manages: async () => ({ ok: true }),
  mayPost: async () => ({ ok: true }),
  zone: async () => undefined,
});

const command = {
  command: '/Fact',
  text: 'black holes',
  team_id: 'T1',
  channel_id: 'C1',
  user_id: 'U1',
  response_url: 'https://hooks.slack.com/commands/1',
  is_enterprise_install: 'false',
  anything: { new: ['that', 'Slack', 'adds'] },
};

const press = {
  type: 'block_actions',
  team: { id: 'T1', domain: 'fake' },
  user: { id: 'U1', team_id: 'T1' },
  container: { type: 'message', channel_id: 'C1', message_ts: '1.2', is_ephemeral: false },
  channel: { id: 'C1', name: 'general' },
  response_url: 'https://hooks.slack.com/actions/1',
  actions: [
    { type: 'button', action_id: 'choice:0:1', value: 'r1["reveal","x"]', block_id: 'b', action_ts: '1.3' },
  ],
};

const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const player = { platform: 'slack', workspace: 'T1', user: 'U1' };

describe('a typed command', () => {
  it('becomes a request with its words, for the place and the person', () => {
    expect(readCommand(command, originOf)).toMatchObject({
      request: {
        kind: 'command',
        command: 'fact',
        input: { words: 'black holes' },
        origin: { place, player },
      },
      responseUrl: 'https://hooks.slack.com/commands/1',
    });
  });

  it('keeps the subcommand among the words, where the core looks for it', () => {
    const inbound = readCommand({ ...command, command: '/daily', text: 'set 9:00 Europe/Berlin' }, originOf);
    expect(inbound?.request.input).toEqual({ words: 'set 9:00 Europe/Berlin' });
    expect(inbound?.request.subcommand).toBeUndefined();
  });

  it('loses the escapes that Slack put in, once', () => {
    const inbound = readCommand({ ...command, text: 'R&amp;B &lt;3 &amp;lt;' }, originOf);
    expect(inbound?.request.input).toEqual({ words: 'R&B <3 &lt;' });
  });

  it('may come without words', () => {
    const { text: _, ...bare } = command;
    expect(readCommand(bare, originOf)?.request.input).toEqual({ words: '' });
  });

  it('has one id however often Slack delivers it', () => {
    const idOf = (payload: object) => readCommand(payload, originOf)?.request.origin.requestId;
    const other = { response_url: 'https://hooks.slack.com/commands/2' };
    const payloads = [command, { ...command, trigger_id: '1.2.x' }, { ...command, ...other }];
    for (const payload of payloads) expect(idOf({ ...payload })).toBe(idOf(payload));
    expect(new Set(payloads.map(idOf)).size).toBe(3);
    expect(payloads.map(idOf).join()).not.toContain('hooks.slack.com');
  });

  it.each([
    ['no command', { ...command, command: undefined }],
    ['no slash', { ...command, command: 'fact' }],
    ['no channel', { ...command, channel_id: '' }],
    ['a response address that is none', { ...command, response_url: 'nowhere' }],
    ['nothing at all', undefined],
  ])('with %s is not read', (_, payload) => {
    expect(readCommand(payload, originOf)).toBeUndefined();
  });
});

describe('a pressed button', () => {
  it('becomes a request with the text that the button carries', () => {
    expect(readPress(press, originOf)).toMatchObject({
      request: { kind: 'press', token: 'r1["reveal","x"]', origin: { place, player } },
      responseUrl: 'https://hooks.slack.com/actions/1',
    });
  });

  it('is placed by the message where Slack names no channel', () => {
    expect(readPress({ ...press, channel: undefined }, originOf)?.request.origin.place).toEqual(place);
  });

  it('is placed in the team of the person where a whole organisation installed the app', () => {
    expect(readPress({ ...press, team: null }, originOf)?.request.origin.place).toEqual(place);
  });

  it.each([
    ['no value, such as a link', { ...press, actions: [{ type: 'button', url: 'https://example.org' }] }],
    ['no action', { ...press, actions: [] }],
    ['no channel', { ...press, channel: undefined, container: { type: 'view' } }],
    ['another kind of interaction', { ...press, type: 'view_submission' }],
  ])('with %s is not read', (_, payload) => {
    expect(readPress(payload, originOf)).toBeUndefined();
  });
});

describe('the address that an answer goes to', () => {
  it.each([
    ['Slack’s own', 'https://hooks.slack.com/actions/1', undefined, true],
    ['Slack’s own, through a proxy', 'https://hooks.slack.com/actions/1', 'http://127.0.0.1:80/api', true],
    ['of Slack for governments', 'https://hooks.slack-gov.com/1', 'https://slack-gov.com/api', true],
    ['somebody else’s', 'https://evil.example/actions/1', undefined, false],
    ['that only ends as Slack’s', 'https://hooks-slack.com/actions/1', undefined, false],
    ['that begins as Slack’s', 'https://hooks.slack.com.evil.example/actions/1', undefined, false],
    ['with a name before it', 'https://hooks.slack.com@evil.example/actions/1', undefined, false],
    ['on a compatible server, encrypted', 'https://127.0.0.1:99/1', 'http://127.0.0.1:80/api', true],
    ['without encryption', 'http://hooks.slack.com/actions/1', undefined, false],
    ['without encryption, at Slack', 'http://hooks.slack.com/actions/1', 'https://slack.com/api', false],
    ['on a compatible server without encryption', 'http://127.0.0.1:99/1', 'http://127.0.0.1:80/api', true],
    ['beside a compatible server', 'http://other.example/1', 'http://127.0.0.1:80/api', false],
    ['of another kind', 'ftp://127.0.0.1/1', 'http://127.0.0.1/api', false],
  ])('%s', (_, address, apiUrl, expected) => {
    expect(mayAnswerTo(address, apiUrl)).toBe(expected);
  });
});
