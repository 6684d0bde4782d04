/** The Platform specification, run against the real Bolt and an in-process Slack. */
import { placeOf } from '../../../src/core/ids.ts';
import { type PlatformHarness, platformContract } from '../../contracts/platform.ts';
import type { FakeMessage } from '../../fakes/slack/workspace.ts';
import { setUp } from './slack-bench.ts';

async function setup(): Promise<PlatformHarness> {
  const { slack, platform, close } = await setUp();
  slack.addChannel({ id: 'CNOTIN', member: false });
  const asJson = (messages: readonly FakeMessage[]) => messages.map((message) => JSON.stringify(message));
  return {
    platform,
    place: placeOf('slack', slack.team, 'C1'),
    forbidden: placeOf('slack', slack.team, 'CNOTIN'),
    gone: placeOf('slack', slack.team, 'CGONE'),
    messages: ({ channel }) => asJson(slack.messages(channel)),
    whispers: (user) => asJson(slack.whispers(user)),
    command: async ({ place, user, command, words }) => {
      await slack.command({ channel: place.channel, user, command, text: words });
    },
    press: async ({ message, user, token }) => {
      await slack.press({ channel: message.place.channel, ts: message.id, user, value: token });
    },
    answered: () => slack.answered(),
    remove: ({ place, id }) => slack.remove(place.channel, id),
    breakNext: (how) =>
      slack.breakNext(how === 'server-error' ? { kind: how } : { kind: how, retryAfter: 7 }),
    close,
  };
}

platformContract('Slack', setup);
