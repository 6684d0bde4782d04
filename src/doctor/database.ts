/** The database, the rights to it, and the disk that it lies on. */
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { type Examined, type Finding, finding } from '../core/finding.ts';
import { AGES, type Age } from '../store/age.ts';
import type { Looked } from '../store/look.ts';
import { HOW_TO_LET } from '../store/migrate.ts';

const MARK_OF_AGE: Readonly<Record<Age, Finding['mark']>> = {
  ...{ new: 'note', this: 'ok', older: 'note' },
  ...{ newer: 'wrong', foreign: 'wrong' },
};

interface Parts {
  readonly config: Pick<Config, 'databaseUrl' | 'databasePath'>;
  readonly isBot: boolean;
}

export async function ofDatabase(parts: Parts): Promise<Examined> {
  const { databaseUrl, databasePath } = parts.config;
  const { look } = await import('../store/look.ts');
  const looked = await look(databaseUrl ?? databasePath);
  const folder = databaseUrl === undefined ? await ofFolder(databasePath) : [];
  const found = looked
    ? [...ofLooked(parts, looked), ...ofRights(looked, databasePath)]
    : [finding('note', 'Database', `${databasePath} is not there yet: the first start makes it`)];
  return { findings: [...found, ...folder], aheadMs: looked?.aheadMs };
}

const ofRights = ({ isReadByOthers, lacks }: Looked, path: string): readonly Finding[] => [
  ...(isReadByOthers
    ? [finding('look', 'Database', 'others on this machine can read it', `chmod 600 ${path}`)]
    : []),
  ...(lacks === undefined
    ? []
    : [finding('wrong', 'Database', `its user may not make ${lacks}`, HOW_TO_LET)]),
];

function ofLooked({ isBot }: Parts, { server, age, bytes, bot }: Looked): readonly Finding[] {
  const { what, next } = AGES[age];
  return [
    finding(MARK_OF_AGE[age], 'Database', `${server}, ${what}, ${megabytes(bytes)}`, next),
    ...(isBot
      ? []
      : [finding('note', 'Bot', bot === undefined ? 'none runs on this database now' : `${bot} runs on it`)]),
  ];
}

const megabytes = (bytes: number): string =>
  bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;

const FULL = 10_000_000;
const NEARLY_FULL = 200_000_000;

async function ofFolder(path: string): Promise<readonly Finding[]> {
  const folder = await nearest(dirname(resolve(path)));
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const what = `${megabytes(free)} are free where the database lies`;
  const room = 'Make room: when the disk is full, nobody is answered.';
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return [
    free < FULL
      ? finding('wrong', 'Disk', what, room)
      : free < NEARLY_FULL
        ? finding('look', 'Disk', what, room)
        : finding('ok', 'Disk', what),
    ...(writable
      ? []
      : [
          finding(
            'wrong',
            'Disk',
            `this user may not write into ${folder}`,
            'Give it the right, or run this as the bot’s user.',
          ),
        ]),
  ];
}

/** The folder itself may be made by the first start. */
async function nearest(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearest(dirname(folder));
}
