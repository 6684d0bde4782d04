/** Whoever reaches the port, or whose page a visitor has open. */
import { listen } from '../../adapters/web/listener.ts';
import { ask, leaveAt, type Raw } from '../../adapters/web/raw.ts';
import { inTime } from '../shots.ts';
import { endProgram, startBot, withFolder } from '../target.ts';
import { type Finding, outcomeOf, times, together } from './scene.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const press = (at: number): Raw => ({
  ...{ method: 'POST', headers: JSON_TYPE },
  body: JSON.stringify({ player: 'ada', message: `reply-${at}`, token: 'r1["x"]' }),
});
const SECRET = 'three signs more than nine';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const NAMES = [
  'evil.example',
  'rebind.example:80',
  '169.254.169.254',
  '10.0.0.1',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '[::2]',
  'LOCALHOST@evil',
  '0x7f.1.example',
];
const PATHS = [
  '/',
  '/api/events?player=ada',
  '/api/suggest?text=/',
  '/metrics',
  '/readyz?full',
  '/nothing',
  '/door',
];
const ORIGINS: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost.evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

/** 0 where the answer has no end, as that of a stream which should not have been served. */
const statusOf = (address: string, raw: Raw): Promise<number> =>
  inTime(ask(address, raw), 'an end', 30_000).then(
    ({ status }) => status,
    () => 0,
  );

/** Within the three seconds that Discord and Slack wait, whatever else the port has to do. */
const isAlive = async (address: string): Promise<boolean> => {
  for (const _ of times(4, String)) {
    const answer = await inTime(ask(`${address}/healthz`), 'healthz').catch(() => undefined);
    if (answer?.status === 200) return true;
  }
  return false;
};

export const port: readonly Finding[] = [
  {
    name: 'H2',
    what: 'a listener that stays after a HEAD, or after a stream that was left',
    try: async ({ target: { address }, many }) => {
      const stream = `${address}/api/events?player=bo`;
      const count = many(1_000, 250);
      const heads = await Promise.all(times(count, () => ask(stream, { method: 'HEAD' })));
      for (const round of times(count / 50, Number))
        await Promise.all(
          times(50, (at) =>
            leaveAt(stream, (['sent', 'answered', 'told'] as const)[(at + round) % 3] ?? 'sent'),
          ),
        );
      const ada = await listen(address, 'ada');
      const alone = ada.until(({ players }) => players.join() === 'ada').then(() => true);
      const isAlone = await inTime(alone, 'others stayed', 60_000).catch(() => false);
      ada.close();
      return together(outcomeOf(heads.map(({ status }) => [`HEAD: ${status}`, status === 405])), {
        tries: count,
        bad: isAlone ? [] : ['somebody stayed'],
      });
    },
  },
  {
    name: 'M2',
    what: 'a request that keeps the others waiting, or a press of nothing that is not refused',
    try: async ({ target: { address }, many }) => {
      const count = many(300, 100);
      const presses = times(count, (at) => ask(`${address}/api/press`, press(at)));
      const streams = times(many(199, 60), () => leaveAt(`${address}/api/events?player=ada`, 'told'));
      const alive = await isAlive(address);
      const statuses = (await Promise.all(presses)).map(({ status }) => status);
      await Promise.all(streams);
      return together(
        outcomeOf(statuses.map((status) => [`a press: ${status}`, status === 409 || status === 429])),
        { tries: streams.length, bad: alive ? [] : ['/healthz did not answer'] },
      );
    },
  },
  {
    name: 'L5',
    what: 'a request under another name, or of another site, that is served',
    try: async ({ target: { address } }) => {
      const named = NAMES.flatMap((host) => PATHS.map((path) => ({ path, headers: { host } })));
      const foreign = ORIGINS.flatMap((headers) =>
        ['/api/command', '/api/press', '/api/events?player=ada', '/api/suggest?text=/'].map((path) => ({
          ...{ path, method: path.includes('?') ? 'GET' : 'POST', body: path.includes('?') ? '' : '{}' },
          headers: { ...headers, ...JSON_TYPE },
        })),
      );
      const cases = [];
      for (const raw of [...named, ...foreign]) {
        const status = await statusOf(address, raw);
        cases.push([`${JSON.stringify(raw)}: ${status}`, status === 403 || status === 400] as const);
      }
      return outcomeOf(cases);
    },
  },
  {
    name: 'L10',
    what: 'an answer without its headers, or with one that does not belong',
    try: async ({ target: { address } }) => {
      const cases = [];
      for (const path of [
        '/',
        '/healthz',
        '/readyz',
        '/metrics',
        '/nothing',
        '/api/suggest?text=/',
        '/api/nothing',
        '/assets/x',
      ])
        for (const method of ['GET', 'HEAD', 'POST']) {
          const { headers } = await ask(address, { path, method });
          const isGood =
            headers['x-frame-options'] === 'DENY' &&
            headers['x-content-type-options'] === 'nosniff' &&
            (headers['content-security-policy'] ?? '').includes("frame-ancestors 'none'") &&
            headers['cache-control'] !== undefined &&
            headers['strict-transport-security'] === undefined;
          cases.push([`${method} ${path}`, isGood] as const);
        }
      return outcomeOf(cases);
    },
  },
  {
    name: 'door',
    what: 'a way past the secret, a guess too many, or the secret in the log',
    try: ({ many }) =>
      withFolder(async (folder) => {
        const bot = startBot({
          ...{ PUBLIC_URL: 'http://trivia.example', PAGE_SECRET: SECRET },
          DATABASE_PATH: `${folder}/door/bot.sqlite`,
        });
        const address = await bot.printed(/"address":"(http:[^"]+)"/);
        const began = performance.now();
        const cases: (readonly [string, boolean])[] = [];
        const cookies = [
          '',
          'receipts-door-80=true',
          `receipts-door-80=${SECRET}`,
          'receipts-door-80=99999999999999.x',
        ];
        for (const cookie of cookies)
          for (const path of [
            ...PATHS,
            '/api/command',
            '/%61pi/events?player=ada',
            '//api/events?player=ada',
            '/assets/../',
          ])
            for (const method of ['GET', 'POST', 'HEAD']) {
              const headers = { host: 'trivia.example', cookie, ...(method === 'POST' ? JSON_TYPE : {}) };
              const status = await statusOf(address, {
                path,
                method,
                headers,
                body: method === 'POST' ? '{}' : '',
              });
              cases.push([`${method} ${path} with “${cookie}”: ${status}`, status >= 400 || status === 303]);
            }
        const knock = (secret: string, from: string) =>
          ask(`${address}/door`, {
            ...{ method: 'POST', body: new URLSearchParams({ secret }).toString() },
            headers: { ...FORM, host: 'trivia.example', 'x-forwarded-for': from },
          });
        const guesses = many(1_000, 150);
        const knocks = await Promise.all(
          times(guesses, (at) => knock(`guess-${at}-${SECRET}`, `203.0.113.${at % 250}`)),
        );
        const looked = knocks.filter(({ status }) => status === 401).length;
        const allowed = 50 + Math.ceil((performance.now() - began) / 5_000) + 1;
        const wrongly = knocks.filter(({ status }) => status !== 401 && status !== 429);
        const faults = await endProgram(bot);
        const log = bot.written();
        return together(
          outcomeOf(cases),
          { tries: guesses, bad: looked > allowed ? [`${looked} guesses were looked at`] : [] },
          outcomeOf(wrongly.map(({ status }) => [`a guess: ${status}`, false])),
          outcomeOf([
            ['the secret in the log', !log.includes(SECRET)],
            ['a guess in the log', !log.includes('guess-')],
          ]),
          { tries: 1, bad: faults },
        );
      }),
  },
];
