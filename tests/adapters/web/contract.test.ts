import { CHANNEL } from '../../../src/adapters/web/people.ts';
import type { ShownMessage } from '../../../src/adapters/web/wire.ts';
import { placeOf, playerOf } from '../../../src/core/ids.ts';
import type { Command } from '../../../src/core/requests/command.ts';
import { type PlatformHarness, platformContract } from '../../contracts/platform.ts';
import { type Listener, listen } from './listener.ts';
import { scriptedCommands } from './scripted-commands.ts';
import { memoryTranscript, servePage } from './serve.ts';

const people = [
  { id: 'U1', name: 'One', moderator: true },
  { id: 'U2', name: 'Two', moderator: false },
];

const commands: readonly Command[] = scriptedCommands;

async function setup(): Promise<PlatformHarness> {
  const transcript = memoryTranscript();
  const served = await servePage({ transcript, people, commands });
  const listeners = new Map<string, Listener>();
  for (const { id } of people) listeners.set(id, await listen(served.address, id));
  const seen = (user: string): readonly ShownMessage[] => listeners.get(user)?.messages ?? [];
  const json = (messages: readonly ShownMessage[]) => messages.map((message) => JSON.stringify(message));
  let accepted = 0;

  const send = async (path: string, body: object) => {
    const response = await fetch(`${served.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    accepted += 1;
  };
  let posted = 0;
  const answers = () => new Set([...seen('U1'), ...seen('U2')].map(({ id }) => id)).size - posted;

  return {
    platform: {
      ...served.platform,
      post: async (...args) => {
        const outcome = await served.platform.post(...args);
        if (outcome.status === 'posted') posted += 1;
        return outcome;
      },
    },
    place: CHANNEL,
    forbidden: placeOf('web', 'page', 'forbidden'),
    gone: placeOf('web', 'page', 'no-such-channel'),
    person: playerOf('web', 'page', 'U2'),
    unreachable: playerOf('web', 'page', 'nobody'),
    now: Date.now,
    answersTo: () =>
      transcript.entries
        .map(({ card }) => card)
        .filter((card) => card.includes('In answer to the message of')),
    told: async (user) => {
      await listeners.get(user)?.until(({ messages }) => messages.some(({ onlyYou }) => onlyYou));
      return json(seen(user).filter(({ onlyYou }) => onlyYou));
    },
    hideRecord: () => undefined,
    // What stands in the place is what the transcript holds; the streams are looked at for whispers.
    messages: () => transcript.entries.map(({ card }) => card),
    whispers: (user) => json(seen(user).filter(({ onlyYou }) => onlyYou)),
    command: ({ user, command, words }) =>
      send('/api/command', { player: user, text: `/${command} ${words}` }),
    press: ({ message, user, token }) => send('/api/press', { player: user, message: message.id, token }),
    answered: async () => {
      const complete = () => answers() >= accepted;
      await Promise.race([...listeners.values()].map((listener) => listener.until(complete)));
    },
    remove: ({ id }) => {
      transcript.entries = transcript.entries.filter(({ message }) => message.id !== id);
    },
    breakNext: (_, call) => {
      if (call === 'find') transcript.breakNextLook = true;
      else transcript.breakNext = true;
    },
    close: async () => {
      for (const listener of listeners.values()) listener.close();
      await served.close();
    },
  };
}

platformContract('the page', setup, {
  forbidden: 'the page has one channel, and nobody can take the bot’s rights away there',
  lost: 'the page posts in the same program that reads whether it did',
  hidden: 'the page’s bot keeps the record of the channel itself',
});
