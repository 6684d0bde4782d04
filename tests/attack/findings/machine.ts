/** The machine that it runs on: files, disk, a second bot, and what was installed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../../src/store/open.ts';
import { readLock } from '../../lock.ts';
import { startProgram } from '../../start-program.ts';
import { startBot, withFolder } from '../target.ts';
import { type Finding, outcomeOf, query } from './scene.ts';

const PAPERS = ['LICENSE', 'SECURITY.md', 'PRIVACY.md', 'CHANGELOG.md', 'CONTRIBUTING.md'];

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

export const machine: readonly Finding[] = [
  {
    name: 'M4',
    what: 'something that is run and that the lock file does not vouch for',
    try: async () => {
      const { packages } = readLock();
      const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
      return outcomeOf([
        ...Object.entries(packages)
          .filter(([path, entry]) => path !== '' && !entry.dev && existsSync(path))
          .map(([path, { integrity }]) => [path, integrity !== undefined] as const),
        ['a script before the installation', manifest.scripts.preinstall === undefined],
      ]);
    },
  },
  {
    name: 'L6',
    what: 'a file of the database that others on the machine can read',
    try: async ({ target: { database } }) =>
      outcomeOf([
        [`the folder: ${modeOf(dirname(database))}`, modeOf(dirname(database)) === '700'],
        ...['', '-wal', '-shm', '.lock', '.owner']
          .map((end) => database + end)
          .filter((path) => existsSync(path))
          .map((path) => [`${path}: ${modeOf(path)}`, modeOf(path) === '600'] as const),
      ]),
  },
  {
    name: 'L7',
    what: 'a full disk that is called something else',
    try: () =>
      withFolder(async (folder) => {
        const db = await openDatabase(`${folder}/full.sqlite`);
        await sql`pragma max_page_count = 1`.execute(db);
        const fill = () =>
          db.transaction().execute(async (open) => {
            for (let at = 0; at < 500; at += 1)
              await sql`insert into transcript values ('a', 'b', 'c', ${String(at)}, 0, ${'x'.repeat(4_000)}, 0)`.execute(
                open,
              );
          });
        const error = await fill().then(
          () => undefined,
          (failed: unknown) => failed,
        );
        await db.destroy();
        return outcomeOf([[String(error), /disk is full/.test(String(error))]]);
      }),
  },
  {
    name: 'L11',
    what: 'a paper that is missing',
    try: async () => {
      const { license } = JSON.parse(readFileSync('package.json', 'utf8'));
      return outcomeOf([
        ...PAPERS.map((path) => [path, existsSync(path)] as const),
        ['the licence', license === 'MIT'],
      ]);
    },
  },
  {
    name: 'second',
    what: 'a second bot on the same file that is let in, or is not told by whom it is kept out',
    try: async ({ target: { database, program, address }, many }) => {
      const cases = [];
      for (let at = 0; at < many(5, 1); at += 1) {
        const { code, output } = await startBot({ DATABASE_PATH: database }).exited;
        const names = output.includes(`process ${program.child.pid}`) && output.includes('DATABASE_URL');
        cases.push([output, code === 1 && names] as const);
      }
      const { status } = await fetch(`${address}/healthz`);
      const sound = query(database, 'pragma quick_check')[0]?.quick_check;
      return outcomeOf([...cases, [`the first: ${status}, ${sound}`, status === 200 && sound === 'ok']]);
    },
  },
  {
    name: 'line',
    what: 'a password that is taken on the command line, or said again',
    try: async () => {
      const args = [
        '--disable-warning=ExperimentalWarning',
        'src/cli/copy-database.ts',
        'x.sqlite',
        'postgres://u:hunter22hunter@h/d',
      ];
      const { code, output } = await startProgram({}, process.execPath, ...args).exited;
      return outcomeOf([[output, code !== 0 && !output.includes('hunter22')]]);
    },
  },
];
