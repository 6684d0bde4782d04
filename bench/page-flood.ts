/** What many at once cost the page, with a full channel: for how long its main thread is held, and whom that keeps waiting. */
import { type RequestOptions, request } from 'node:http';
import { join } from 'node:path';
import { cardToJson } from '../src/adapters/web/card-json.ts';
import { CHANNEL } from '../src/adapters/web/people.ts';
import { factCard } from '../src/core/facts/fact-card.ts';
import { openStore } from '../src/store/open.ts';
import { PROGRAM, startChild } from './child.ts';
import { shippedLibrary } from './dataset.ts';
import { atMost, figure, type Row, told } from './report.ts';
import { withScratch } from './scratch.ts';

const MESSAGES = 200;

/** So much of one thread nobody notices who waits for an answer. */
const HOLD_MS = 50;

interface Flood {
  readonly what: string;
  readonly count: number;
  ask(address: string): Promise<number>;
}

const PRESS = JSON.stringify({ player: 'ada', message: 'reply-of-nobody', token: 'r1["x"]' });

const stream = (address: string) => firstPiece(`${address}/api/events?player=ada`);
const propose = (address: string) =>
  whole(`${address}/api/suggest?${new URLSearchParams({ text: '/fact about: kim' })}`);

/** The first one is the floor: what so many requests cost that ask for next to nothing. */
const FLOODS: readonly Flood[] = [
  { what: '300 of /healthz at once', count: 300, ask: (address) => whole(`${address}/healthz`) },
  { what: 'one stream, the first since the start', count: 1, ask: stream },
  { what: 'one stream', count: 1, ask: stream },
  { what: '198 streams at once', count: 198, ask: stream },
  { what: 'one press of a message that is not there', count: 1, ask: press },
  { what: '300 of them at once', count: 300, ask: press },
  { what: 'proposals for one typed line', count: 1, ask: propose },
  { what: '300 of them at once', count: 300, ask: propose },
];

export const measurePageFlood = (): Promise<readonly Row[]> =>
  withScratch(async (folder) => {
    const path = join(folder, 'bot.sqlite');
    await fillChannel(path);
    const child = await startChild({
      args: ['--import', './bench/programs/holds.mjs', ...PROGRAM],
      env: { PORT: '0', DATABASE_PATH: path },
    });
    const address = await child.printed(/open (http:\S+) in a browser/);
    // The page is bundled when it is first asked for, by another program.
    await whole(`${address}/`);
    const rows: Row[] = [];
    for (const { what, count, ask } of FLOODS) {
      await child.held();
      const began = performance.now();
      const all = Promise.all(Array.from({ length: count }, () => ask(address)));
      await whole(`${address}/healthz`);
      const healthMs = performance.now() - began;
      const statuses = await all;
      const heldMs = await child.held();
      const waited = `/healthz after ${figure(healthMs)} ms; ${countsOf(statuses)}`;
      rows.push(
        count === 1
          ? atMost(`${what}: held`, { value: heldMs, most: HOLD_MS, unit: 'ms', target: 'one request' })
          : told(`${what}: held at most, ${waited}`, `${figure(heldMs)} ms`),
      );
    }
    await child.stop();
    return rows;
  });

/** With facts as they are told, each with its receipt. */
async function fillChannel(path: string): Promise<void> {
  const [library, store] = await Promise.all([shippedLibrary(), openStore(path)]);
  const claims = [...library.claims.values()];
  for (let at = 0; at < MESSAGES; at += 1) {
    const claim = claims[at % claims.length];
    if (!claim) throw new Error('there are no claims');
    const card = cardToJson(factCard(library, claim, ''));
    await store.saveTranscript({ message: { place: CHANNEL, id: `m${at}` }, card, at: at + 1 });
  }
  await store.close();
}

const countsOf = (statuses: readonly number[]): string =>
  [...Map.groupBy(statuses, (status) => status)]
    .map(([status, all]) => `${all.length} × ${status}`)
    .join(', ');

/** Stays connected until the program ends; resolves with its first piece. */
const firstPiece = (address: string): Promise<number> => send(address, { method: 'GET' }, 'data');

const whole = (address: string): Promise<number> => send(address, { method: 'GET' }, 'end');

function press(address: string): Promise<number> {
  return send(
    `${address}/api/press`,
    { method: 'POST', headers: { 'content-type': 'application/json' } },
    'end',
    PRESS,
  );
}

/** Each by a connection of its own. Resolves with the status, or 0 where the connection broke. */
const send = (address: string, options: RequestOptions, until: 'data' | 'end', body?: string) =>
  new Promise<number>((resolve) => {
    const broken = () => resolve(0);
    const sent = request(address, { ...options, agent: false }, (response) => {
      response.once(until, () => resolve(response.statusCode ?? 0)).on('error', broken);
      response.resume();
    });
    sent.on('error', broken).end(body);
  });
