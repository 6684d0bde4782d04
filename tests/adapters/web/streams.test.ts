/** The event stream in the hands of many: who leaves is gone, and who does not read is cut off. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { queryObjects } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { CHANNEL } from '../../../src/adapters/web/people.ts';
import { say } from '../../../src/core/cards/card.ts';
import { playerOf } from '../../../src/core/ids.ts';
import { houseForEachTest } from './house.ts';
import { listen } from './listener.ts';
import { ask, leaveAt } from './raw.ts';

const house = houseForEachTest();

const stream = () => `${house.served.address}/api/events?player=bo`;

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/** How many streams this process still holds, after a full garbage collection. */
const streams = (): number => queryObjects(ReadableStream, { format: 'count' });

describe('the event stream', () => {
  it('is for GET alone, and says so', async () => {
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, headers } = await ask(stream(), { method });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET']);
    }
  });

  it('after 1,000 HEADs and 1,000 GETs that were left has nobody left, and a visitor is served', async () => {
    const before = streams();
    const heads = await Promise.all(times(1000).map(() => ask(stream(), { method: 'HEAD' })));
    expect(heads.filter(({ status }) => status !== 405)).toEqual([]);
    for (const round of times(10))
      await Promise.all(
        times(100).map((at) =>
          leaveAt(stream(), (['sent', 'answered', 'told'] as const)[(at + round) % 3] ?? 'sent'),
        ),
      );
    const ada = await listen(house.served.address, 'ada');
    await ada.until(({ players }) => players.join() === 'ada');
    ada.close();
    // Of two thousand requests a few may still be about to be let go of.
    await expect.poll(streams).toBeLessThan(before + 20);
  });

  it('lets nobody stay who left while the snapshot was being read', async () => {
    const hold = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const { transcriptOf } = house.transcript;
    house.transcript.transcriptOf = async (...args) => {
      asked.resolve();
      await hold.promise;
      return transcriptOf(...args);
    };
    const left = leaveAt(`${house.served.address}/api/events?player=ada`, 'answered');
    await asked.promise;
    await left;
    await expect.poll(async () => (await fetch(house.served.address)).text()).toContain('data-free="ada"');
    hold.resolve();
  });

  it('cuts off who does not read what is written, also where it is few but large', async () => {
    const { port } = house.served;
    const socket = connect(port, '127.0.0.1');
    const gone = once(socket, 'close');
    socket.on('error', () => undefined);
    socket.write(`GET /api/events?player=bo HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    await once(socket, 'readable');
    const ada = await listen(house.served.address, 'ada');
    await ada.until(({ players }) => players.length === 2);
    const large = say('neutral', 'x'.repeat(40_000));
    const bo = playerOf(CHANNEL.platform, CHANNEL.workspace, 'bo');
    // The system takes some megabytes in before it says that nobody reads.
    for (const at of times(400)) await house.served.platform.tell(bo, large, `large-${at}`);
    await ada.until(({ players }) => players.join() === 'ada');
    socket.resume();
    await gone;
    ada.close();
  });
});

describe('where the channel is full', () => {
  it('all who come at once share one reading of it, and one who comes later reads what changed', async () => {
    let readings = 0;
    const { transcriptOf } = house.transcript;
    house.transcript.transcriptOf = (...args) => {
      readings += 1;
      return transcriptOf(...args);
    };
    const first = await house.post(say('neutral', 'the first'), 'first');
    for (const at of times(199)) await house.post(say('neutral', `message ${at}`), `key-${at}`);
    const all = await Promise.all(times(100).map(() => listen(house.served.address, 'bo')));
    for (const { messages } of all) expect(messages).toHaveLength(200);
    expect(readings).toBeLessThan(50);
    for (const one of all) one.close();
    await house.edit(first, say('neutral', 'the first, mended'));
    const later = await listen(house.served.address, 'bo');
    expect(later.messages[0]?.text).toBe('the first, mended');
    later.close();
  });

  it('a press reads its own message alone', async () => {
    house.transcript.transcriptOf = () => Promise.reject(new Error('everything was read'));
    const press = { player: 'ada', message: 'reply-none', token: 'r1["x"]' };
    expect(await house.send('/api/press', press)).toMatchObject({ status: 409 });
  });

  it('presses count from before their message is read: beyond fifty all are told to wait', async () => {
    const hold = Promise.withResolvers<undefined>();
    let looks = 0;
    house.transcript.findTranscript = () => {
      looks += 1;
      return hold.promise;
    };
    const press = { player: 'ada', message: 'reply-none', token: 'r1["x"]' };
    let busy = 0;
    const presses = times(80).map(async () => {
      const { status } = await house.send('/api/press', press);
      if (status === 429) busy += 1;
      if (busy === 30) hold.resolve(undefined);
      return status;
    });
    const statuses = await Promise.all(presses);
    expect(statuses.filter((status) => status === 409)).toHaveLength(50);
    expect(looks).toBe(50);
    expect(await house.send('/api/press', press)).toMatchObject({ status: 409 });
  });
});

it('proposals wait for nobody without end: beyond twenty at once there are none', async () => {
  const hold = Promise.withResolvers<void>();
  const { suggest } = house.bot;
  house.bot.suggest = async (request) => {
    await hold.promise;
    return suggest(request);
  };
  let refused = 0;
  const asked = times(30).map(async () => {
    const { status } = await fetch(`${house.served.address}/api/suggest?text=/fact%20iva`);
    if (status === 429) refused += 1;
    if (refused === 10) hold.resolve();
    return status;
  });
  expect((await Promise.all(asked)).filter((status) => status === 200)).toHaveLength(20);
});
