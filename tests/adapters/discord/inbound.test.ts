import { describe, expect, it } from 'vitest';
import { readInteraction } from '../../../src/adapters/discord/inbound.ts';
import type { Request } from '../../../src/core/requests/request.ts';
import { commandData, type Doer, surroundings } from '../../fakes/discord/payloads.ts';

const frame = { id: '1', token: 't', applicationId: '7', guild: '8', channel: '9' };
const ADMINISTRATOR = 1n << 3n;
const MANAGE_MESSAGES = 1n << 13n;
const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const EMBED = 1n << 14n;

const payload = (rest: object, doer: Partial<Doer> = {}, guild: string | null = '8') => ({
  ...surroundings({ user: '42', ...doer }, { ...frame, guild }),
  ...rest,
});
const press = { type: 3, data: { component_type: 2, custom_id: 'r1["reveal","x"]' } };
const typed = (name: string) => ({ type: 2, data: commandData({ name }) });

function read(given: object): Request {
  const inbound = readInteraction(given);
  if (inbound.kind !== 'request') throw new Error(`read as ${inbound.kind}`);
  return inbound.request;
}

describe('what Discord sends', () => {
  it('is read as a command with the values of its options', () => {
    const data = commandData({ name: 'quiz', options: { questions: 3, private: true, level: 'easy' } });
    expect(read(payload({ type: 2, data }))).toMatchObject({
      kind: 'command',
      command: 'quiz',
      input: { named: { questions: 3, private: true, level: 'easy' } },
      origin: {
        place: { platform: 'discord', workspace: '8', channel: '9' },
        player: { platform: 'discord', workspace: '8', user: '42' },
      },
    });
  });

  it('is read as a subcommand with the values of its options', () => {
    const data = commandData({ name: 'daily', subcommand: 'set', options: { time: '09:00' } });
    const request = read(payload({ type: 2, data }));
    expect(request).toMatchObject({
      command: 'daily',
      subcommand: 'set',
      input: { named: { time: '09:00' } },
    });
    expect(read(payload({ type: 2, data: commandData({ name: 'fact' }) }))).not.toHaveProperty('subcommand');
  });

  it('is read as the token of a button, which nobody trusts yet', () => {
    expect(read(payload({ type: 3, data: { component_type: 2, custom_id: 'forged' } }))).toMatchObject({
      kind: 'press',
      token: 'forged',
    });
  });

  it('is read as a wish for proposals, naming the option that is being typed, who types and where', () => {
    const data = commandData(
      { name: 'daily', subcommand: 'set', options: { time: '09:00', topic: 'spa' } },
      'topic',
    );
    const { place, player } = read(payload(press)).origin;
    expect(readInteraction(payload({ type: 4, data }))).toEqual({
      kind: 'suggest',
      ticket: { id: '1', token: 't', applicationId: '7' },
      request: { place, player, command: 'daily', subcommand: 'set', option: 'topic', typed: 'spa' },
    });
  });

  it('gives each private talk a workspace of its own', () => {
    expect(read(payload(press, {}, null)).origin.place).toMatchObject({ workspace: 'dm-9', channel: '9' });
  });

  it.each([
    ['a menu on a message', { type: 2, data: { type: 3, name: 'fact', target_id: '1' } }, ['data.type']],
    [
      'a select menu',
      { type: 3, data: { component_type: 3, custom_id: 'x', values: [] } },
      ['data.component_type'],
    ],
    ['a form', { type: 5, data: { custom_id: 'x', components: [] } }, ['type']],
    [
      'a wish for proposals that names no option',
      { type: 4, data: { type: 1, name: 'fact' } },
      ['data.options.focused'],
    ],
  ])('can be answered, and names what could not be read, where it is %s', (_, rest, fields) => {
    expect(readInteraction(payload(rest))).toEqual({
      kind: 'unread',
      ticket: { id: '1', token: 't' },
      type: rest.type,
      fields,
    });
  });

  it.each([null, undefined, 'text', 7, [], { type: 2 }])(
    'is left alone where it is no interaction: %j',
    (given) => {
      expect(readInteraction(given)).toMatchObject({ kind: 'unread', ticket: undefined });
    },
  );

  const spoilt = Object.keys(payload(press)).filter(
    (field) => !['id', 'token', 'application_id', 'type', 'data'].includes(field),
  );

  it.each(spoilt.flatMap((field) => [null, 7, 'x', [], {}].map((value) => [field, value] as const)))(
    'is read although its field %s is %j, as long as it says who and where',
    (field, value) => {
      const given = payload({ ...press, user: { id: '42' }, [field]: value });
      const wanted = field === 'guild_id' && value !== 'x' ? 'dm-9' : field === 'guild_id' ? 'x' : '8';
      const channel = field === 'channel_id' && value === 'x' ? 'x' : '9';
      expect(read(given).origin).toMatchObject({
        place: { workspace: wanted, channel },
        player: { user: '42' },
      });
    },
  );

  it('is read with as many options as can be, whatever stands among them', () => {
    const options = [
      null,
      { name: 'level', type: 3, value: null },
      7,
      { name: 'questions', type: 4, value: 3 },
    ];
    const given = payload({ type: 2, data: { type: null, name: 'quiz', options } });
    expect(read(given)).toMatchObject({ command: 'quiz', input: { named: { questions: 3 } } });
    expect(read(payload({ type: 2, data: { name: 'quiz', options: null } }))).toMatchObject({
      command: 'quiz',
    });
  });

  it('gives nobody more rights where it does not say in which server it happened', async () => {
    const given = payload({ ...press, guild_id: null }, { permissions: SEND });
    expect(await read(given).origin.manages()).toMatchObject({ ok: false });
  });
});

describe('who manages a channel', () => {
  it.each([
    ['an administrator', ADMINISTRATOR, true],
    ['someone who manages the server', 1n << 5n, true],
    ['someone who manages messages', MANAGE_MESSAGES, true],
    ['someone who may write', SEND, false],
  ])('%s', async (_, permissions, expected) => {
    expect(await read(payload(press, { permissions })).origin.manages()).toMatchObject({ ok: expected });
  });

  it('for a command takes Manage Server: to clear away messages is no right to set the bot up', async () => {
    const byCommand = (permissions: bigint) =>
      read(payload(typed('daily'), { permissions })).origin.manages();
    expect(await byCommand(1n << 5n)).toEqual({ ok: true });
    expect(await byCommand(ADMINISTRATOR)).toEqual({ ok: true });
    expect(await byCommand(MANAGE_MESSAGES)).toMatchObject({
      ok: false,
      fix: expect.stringContaining('Manage Server'),
    });
  });

  it('everyone in their own talk with the bot, where commands for managers do not belong', async () => {
    expect(await read(payload(press, {}, null)).origin.manages()).toEqual({ ok: true });
    expect(await read(payload(typed('daily'), {}, null)).origin.manages()).toMatchObject({
      ok: false,
      fix: expect.stringContaining('server'),
    });
  });
});

describe('whether the bot may post', () => {
  const mayPost = (doer: Partial<Doer>, guild: string | null = '8', more: object = {}) =>
    read(payload({ ...press, ...more }, doer, guild)).origin.mayPost();

  it('is so where it sees the channel, may write and may embed', async () => {
    expect(await mayPost({ appPermissions: VIEW | SEND | EMBED })).toEqual({ ok: true });
    expect(await mayPost({ appPermissions: ADMINISTRATOR })).toEqual({ ok: true });
  });

  it('is not so where a right is missing, which is named as Discord names it', async () => {
    expect(await mayPost({ appPermissions: VIEW })).toEqual({
      ok: false,
      fix: 'Receipts may not post in this channel. Open Edit Channel → Permissions, add Receipts, and allow: Send Messages, Embed Links.',
    });
  });

  it('takes another right in a thread', async () => {
    const check = await mayPost({ appPermissions: VIEW | SEND | EMBED, channelType: 11 });
    expect(check).toMatchObject({
      ok: false,
      fix: expect.stringMatching(/the channel that the thread is in.*allow: Send Messages in Threads\.$/),
    });
    expect(await mayPost({ appPermissions: VIEW | SEND | EMBED, channelType: 12 })).toMatchObject({
      fix: expect.stringMatching(/mention @Receipts/),
    });
    expect(await mayPost({ appPermissions: VIEW | EMBED | (1n << 38n), channelType: 11 })).toEqual({
      ok: true,
    });
  });

  it('is not so in a server that has not added it, and the answer says how to', async () => {
    const check = await mayPost({ addedBy: 'person' });
    expect(check).toMatchObject({
      ok: false,
      fix: expect.stringContaining('https://discord.com/oauth2/authorize?client_id=7'),
    });
  });

  it('is so in a talk with it, and not in one between people', async () => {
    expect(await mayPost({ appPermissions: 0n }, null)).toEqual({ ok: true });
    expect(await mayPost({}, null, { context: 2 })).toMatchObject({
      ok: false,
      fix: expect.stringContaining('server'),
    });
  });
});
