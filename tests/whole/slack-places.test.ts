/** The whole bot at Slack, where channels are shared, get other ids, and the app is taken out of the workspace. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { placeOf } from '../../src/core/ids.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { type FakeSlack, startSlackServer } from '../fakes/slack-server.ts';
import { startBot } from './start-bot.ts';

const MINUTE = 60_000;
const eventually = (read: () => unknown) => expect.poll(read, { interval: 20 });

let slack: FakeSlack;
let clock: FakeClock;
let app: App;
let losses: string[];

beforeEach(async () => {
  slack = await startSlackServer();
  slack.addUser({ id: 'UMOD', admin: true });
  clock = createFakeClock('2026-11-23T08:00:00Z');
  losses = [];
  const onLost = (error: Error) => void losses.push(error.message);
  app = await startBot({}, { platforms: { slack: slack.settings }, clock, onLost });
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

async function type(command: string, text: string, { user = 'UMOD', channel = 'C1' } = {}) {
  await slack.command({ channel, user, command, text });
  await slack.answered();
}
/** By its label, or an option by its number. */
async function press(button: string | number, user: string, { team = 'T1', channel = 'C1' } = {}) {
  const ts = slack.messages(channel).at(-1)?.ts ?? '';
  const label = typeof button === 'number' ? (optionsOn(channel)[button] ?? '') : button;
  await slack.press({ channel, ts, user, team, label });
  await slack.answered();
}
const optionsOn = (channel: string): readonly string[] => {
  const ts = slack.messages(channel).at(-1)?.ts;
  return slack.record().find(({ id }) => id === ts)?.versions[0]?.labels ?? [];
};
const told = (user: string) => slack.whispers(user).at(-1)?.text ?? '';
async function minutes(count: number) {
  for (let minute = 0; minute < count; minute += 1) {
    await clock.advance(MINUTE - (clock.now() % MINUTE));
    await app.tick();
    await clock.advance(0);
  }
}

it('people of another workspace play in a shared channel, and manage nothing there, admins or not', async () => {
  slack.addUser({ id: 'UGUEST', admin: true, team: 'T2' });
  await type('/quiz', '');
  await press(0, 'UGUEST', { team: 'T2' });
  expect(told('UGUEST')).toContain(`Locked in: ${optionsOn('C1')[0]}`);
  await press('Reveal now', 'UGUEST', { team: 'T2' });
  expect(told('UGUEST')).toContain('Only admins and owners of this workspace');
  await type('/daily', 'set 09:00', { user: 'UGUEST' });
  expect(told('UGUEST')).toContain('Only admins and owners of this workspace');
  await press('Reveal now', 'UMOD');
  expect(slack.messages('C1').at(-1)?.text).toContain('1 answer, 100%');
});

it('a channel that gets another id keeps its daily question, and the one that is open is revealed there', async () => {
  await type('/daily', 'set 08:02 UTC reveal: 1');
  await minutes(3);
  await eventually(() => slack.messages('C1')).toHaveLength(1);
  await press(0, 'UADA');
  await slack.moveChannel('C1', 'C9');
  await eventually(() => app.services.store.findDaily(placeOf('slack', 'T1', 'C9'))).toMatchObject({
    state: 'on',
  });
  await press(1, 'UBEA', { channel: 'C9' });
  expect(told('UBEA')).toContain(`Locked in: ${optionsOn('C9')[1]}`);
  await minutes(62);
  await eventually(() => slack.messages('C9').map(({ text }) => text)).toEqual([
    expect.stringContaining('https://'),
    expect.stringContaining('of 2 knew it'),
  ]);
});

it('a removed app ends what went on there, is told once, and is asked nothing more', async () => {
  await type('/daily', 'set 12:00 UTC');
  await type('/quiz', 'questions: 3');
  slack.refuseAll('account_inactive');
  await slack.event({ type: 'app_uninstalled' });
  await eventually(() => losses).toEqual([expect.stringContaining('was uninstalled from the workspace')]);
  const asked = slack.calls().length;
  await minutes(5 * 60);
  expect(slack.calls()).toHaveLength(asked);
  expect(losses).toHaveLength(1);
  expect(await app.services.store.unrevealedRounds()).toEqual([]);
  expect(await app.services.store.findDaily(placeOf('slack', 'T1', 'C1'))).toMatchObject({
    state: 'paused',
    reason: expect.stringContaining('The app was removed from this workspace'),
  });
});

it('a token that its operator revoked takes no order off anybody: with a new one the daily is still on', async () => {
  await type('/daily', 'set 12:00 UTC');
  slack.refuseAll('token_revoked');
  await slack.event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } });
  await eventually(() => losses).toEqual([expect.stringContaining('SLACK_BOT_TOKEN (token_revoked)')]);
  await minutes(5 * 60);
  expect(losses).toHaveLength(1);
  expect(await app.services.store.findDaily(placeOf('slack', 'T1', 'C1'))).toMatchObject({ state: 'on' });
});
