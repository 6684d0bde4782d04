/** The Platform specification, run against the real Bolt and an in-process Slack. */
import { SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import { type PlatformHarness, platformContract } from '../../contracts/platform.ts';
import type { FakeMessage } from '../../fakes/slack/workspace.ts';
import { setUp } from './slack-bench.ts';

const FAULTS = {
  'server-error': { kind: 'server-error' },
  'rate-limit': { kind: 'rate-limit', retryAfter: 7 },
  lost: { kind: 'lost-answer' },
} as const;

async function setup(): Promise<PlatformHarness> {
  const { slack, platform, close } = await setUp();
  slack.addChannel({ id: 'CNOTIN', member: false });
  slack.addUser({ id: 'U2' });
  const asJson = (messages: readonly FakeMessage[]) => messages.map((message) => JSON.stringify(message));
  return {
    platform,
    place: placeOf('slack', slack.team, 'C1'),
    forbidden: placeOf('slack', slack.team, 'CNOTIN'),
    gone: placeOf('slack', slack.team, 'CGONE'),
    person: playerOf('slack', slack.team, 'U2'),
    unreachable: playerOf('slack', slack.team, 'UNOBODY'),
    now: Date.now,
    answersTo: ({ place: { channel }, id }) =>
      asJson(slack.messages(channel).filter(({ thread_ts: thread }) => thread === id)),
    told: async (user) => asJson(slack.messages(`D${user}`)),
    hideRecord: () => slack.grant(SCOPES),
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
    breakNext: (how, call = 'post') =>
      slack.breakNext(FAULTS[how], call === 'post' ? 'chat.postMessage' : 'conversations.history'),
    close,
  };
}

platformContract('Slack', setup);
