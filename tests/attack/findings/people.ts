/** What is kept of people, and what may not reach others. */

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { createLogger } from '../../../src/log.ts';
import { secretsOfAddress } from '../../../src/secrets.ts';
import { commandPayload } from '../../fakes/slack/payloads.ts';
import { inTime } from '../shots.ts';
import { eventually, type Finding, outcomeOf, patiently, query, type Scene, settled } from './scene.ts';

const ERIN = '31337000000000077';

/** In the database and whatever lies beside it. */
function copiesOf(text: string, { target: { database } }: Scene): number {
  const folder = dirname(database);
  return readdirSync(folder).reduce(
    (sum, name) => sum + readFileSync(join(folder, name), 'latin1').split(text).length - 1,
    0,
  );
}

const PASSWORDS = [
  'plain-but-long',
  'p"ss\\word',
  "it's'quoted",
  'with space+plus',
  '%41%zz',
  'ünïcödé',
  '$(id)`id`',
  'tab\tbetween',
];

export const people: readonly Finding[] = [
  {
    name: 'M3',
    what: 'a deleted person whose id still stands in a file, or in the log',
    try: async (scene) => {
      const { target, place, stranger } = scene;
      const { discord, program } = target;
      const where = place();
      const act = async (name: string, subcommand?: string, options = {}) => {
        const call = { ...where, user: ERIN, name, options };
        await patiently(discord, (to) =>
          to.command(subcommand === undefined ? call : { ...call, subcommand }),
        );
        await settled(discord);
      };
      await patiently(discord, (to) =>
        to.command({ ...where, user: stranger(), name: 'quiz', options: { seconds: 300 } }),
      );
      const message = await eventually(
        () => discord.messages(where.channel).find(({ buttons }) => buttons.length > 2),
        'a question',
      );
      await patiently(discord, (to) =>
        to.press({ ...where, user: ERIN, message, button: message.buttons[0]?.token ?? '' }),
      );
      await act('quiz', undefined, { private: true });
      await act('mydata', 'hide');
      const before = copiesOf(ERIN, scene);
      await act('mydata', 'delete', { confirm: true });
      const after = copiesOf(ERIN, scene);
      return outcomeOf([
        [`it stood ${before} times`, before > 0],
        [`it stands ${after} times after the deletion`, after === 0],
        ['it stands in the log', !program.written().includes(ERIN)],
      ]);
    },
  },
  {
    name: 'M5',
    what: 'somebody of another workspace, or who left, who counts as an admin',
    try: async ({ target: { slack, database } }) => {
      const admin = { admin: true, owner: true };
      const strangers = {
        USTRANGER: { ...admin, stranger: true },
        ULEFT: { ...admin, deleted: true },
        UELSEWHERE: { ...admin, team: 'T9' },
        UPLAIN: {},
      };
      const order = async (id: string, channel: string) => {
        slack.addChannel({ id: channel });
        await slack.command({ channel, user: id, command: '/daily', text: 'set 09:00' });
        await slack.answered();
        return query(database, `select 1 from dailies where channel = '${channel}'`).length > 0;
      };
      const cases = [];
      for (const [id, flags] of Object.entries(strangers)) {
        slack.addUser({ id, ...flags });
        cases.push([`${id} set a daily`, !(await order(id, `C${id}`))] as const);
      }
      slack.addUser({ id: 'UREAL', ...admin });
      cases.push(['an admin could not', await order('UREAL', 'CREAL')] as const);
      return outcomeOf(cases);
    },
  },
  {
    name: 'L8',
    what: 'a password, a token or a person in the log',
    try: async ({ target: { discord, slack, program } }) => {
      const { botToken, appToken } = slack.settings;
      const written = program.written();
      const passwords = PASSWORDS.map((password) => {
        const lines: string[] = [];
        const url = `postgres://receipts:${encodeURIComponent(password)}@db.example/x`;
        const log = createLogger(
          'info',
          secretsOfAddress(url),
          {},
          { write: (text) => void lines.push(text) },
        );
        log.error('start-failed', { error: new Error(`no: ${password} at ${url}`), nested: [{ password }] });
        const line = lines.join('');
        return [
          `${password}: ${line}`,
          line !== '' && !line.includes(password) && !line.includes(JSON.stringify(password).slice(1, -1)),
        ] as const;
      });
      return outcomeOf([
        ...passwords,
        ...[discord.token, botToken, appToken].map((token) => [token, !written.includes(token)] as const),
        ['a person of Slack', !/"U[A-Z\d]{4,}"/.test(written)],
      ]);
    },
  },
  {
    name: 'L9',
    what: 'an answer that is sent to an address which is not of the platform',
    try: async ({ target: { slack } }) => {
      const hits: string[] = [];
      const canary = createServer((request, response) => {
        hits.push(String(request.url));
        response.end();
      });
      await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
      const address = canary.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const urls = [
        ...[`http://localhost:${port}/a`, `http://127.0.0.1.nip.example:${port}/b`, `http://127.1:${port}/c`],
        ...[
          `http://user@localhost:${port}/d`,
          'file:///etc/passwd',
          'data:text/plain,x',
          `http://[::1]:${port}/e`,
        ],
      ];
      for (const url of urls) {
        const call = { channel: 'C1', user: 'UEVIL', command: '/help' };
        const payload = commandPayload(call, { team: 'T1', responseUrl: url });
        await inTime(slack.sockets.deliver('slash_commands', payload), url, 30_000);
      }
      await slack.command({ channel: 'C1', user: 'UADA', command: '/help' });
      await slack.answered();
      await new Promise((done) => canary.close(done));
      // 127.1 is this machine’s own name, as the server’s is: a port says nothing of whose it is.
      const bad = hits.filter((url) => url !== '/c');
      return { tries: urls.length, bad };
    },
  },
];
