/** What the page's bot says unasked, beyond what every platform does. */
import { expect, it, onTestFinished } from 'vitest';
import { CHANNEL } from '../../../src/adapters/web/people.ts';
import { say } from '../../../src/core/cards/card.ts';
import { playerOf } from '../../../src/core/ids.ts';
import { listen } from './listener.ts';
import { memoryTranscript, servePage } from './serve.ts';

const card = say('neutral', 'The answer is up');

it('says at the end of an answer which message it answers', async () => {
  const transcript = memoryTranscript();
  const served = await servePage({ transcript });
  onTestFinished(() => served.close());
  const outcome = await served.platform.post(CHANNEL, say('neutral', 'Which one?'), 'question');
  if (outcome.status !== 'posted') throw new Error('not posted');
  await served.platform.post(CHANNEL, card, 'reply', outcome.message);
  const at = transcript.entries[0]?.at;
  expect(JSON.parse(transcript.entries[1]?.card ?? '').blocks.at(-1)).toEqual({
    type: 'note',
    text: ['In answer to the message of ', { time: at, as: 'date-time' }],
  });
});

it('tells one person the same thing once, and nobody else', async () => {
  const served = await servePage({ transcript: memoryTranscript() });
  onTestFinished(() => served.close());
  const tell = (user: string, key: string) => served.platform.tell(playerOf('web', 'page', user), card, key);
  const first = await tell('ada', 'notice');
  expect(await tell('ada', 'notice')).toEqual(first);
  await tell('bo', 'another');
  const ada = await listen(served.address, 'ada');
  onTestFinished(() => ada.close());
  expect(ada.messages.map(({ text, onlyYou }) => [text, onlyYou])).toEqual([['The answer is up', true]]);
});
