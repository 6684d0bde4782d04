/**
 * One page of what is right and wrong. Everything is only looked at, everything is asked once and at the same time, and
 * nobody is waited for longer than ten seconds.
 */
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { examineDiscord } from '../adapters/discord/examine.ts';
import { examineSlack } from '../adapters/slack/examine.ts';
import type { Config } from '../config.ts';
import { type Examined, type Finding, finding } from '../core/finding.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Command } from '../core/requests/command.ts';
import type { PacksReport } from '../packs/packs.ts';
import { addressAt, isOpenToOthers, isOverheard, OVERHEARD } from '../pages/hosts.ts';
import { RELEASE } from '../release.ts';
import { AGES, type Age } from '../store/age.ts';
import type { Looked } from '../store/look.ts';
import { HOW_TO_LET } from '../store/migrate.ts';

export interface ExamineParts {
  readonly config: Config;
  readonly commands: readonly Command[];
  /** Rejects where none can be read. */
  readonly packs: () => Promise<Pick<PacksReport, 'packs' | 'leftOut'>>;
  /** Whether the bot itself asks, so that it need not look for one that runs. */
  readonly isBot: boolean;
  /** Settings that are wrong, so that the rest of `config` does without them. */
  readonly unread?: readonly string[];
  /** How long a platform is waited for; tests do not wait as long. */
  readonly platformWithinMs?: number;
}

const PLATFORM_WITHIN_MS = 9_000;
const OURS_WITHIN_MS = 10_000;

/** In the order in which it is read. Never rejects. */
export async function examine(parts: ExamineParts): Promise<readonly Finding[]> {
  const { config, platformWithinMs = PLATFORM_WITHIN_MS } = parts;
  const signal = AbortSignal.timeout(platformWithinMs);
  const platforms = [
    unread(parts, 'Discord') ??
      (config.discord && examineDiscord({ ...config.discord, commands: parts.commands, signal })),
    unread(parts, 'Slack') ?? (config.slack && examineSlack({ ...config.slack, signal })),
  ].filter((one) => one !== undefined);
  const examined = await Promise.all([
    ...(platforms.length > 0 ? platforms : [NO_PLATFORM]),
    inTime('Packs', ofPacks(parts)),
    unread(parts, 'Database') ?? inTime('Database', ofDatabase(parts)),
  ]);
  return [
    ...ofVersions(),
    ...ofPage(config),
    ...examined.flatMap(({ findings }) => findings),
    ...ofClock(examined),
  ];
}

const NO_PLATFORM: Examined = {
  findings: [finding('note', 'Platforms', 'neither Discord nor Slack is set up: the page is all there is')],
};

/** What its settings do not lead to is no other one, a file instead of a server, say. */
function unread({ unread: names = [] }: ExamineParts, about: string): Examined | undefined {
  const wrong = names.filter((name) => name.startsWith(about.toUpperCase()));
  return wrong.length === 0
    ? undefined
    : { findings: [finding('note', about, `not looked at: see ${wrong.join(' and ')} above`)] };
}

/** Whatever goes wrong or takes too long is a finding. */
async function inTime(about: string, looking: Promise<Examined>): Promise<Examined> {
  const wrong = (what: string, next?: string): Examined => ({
    findings: [finding('wrong', about, what, next)],
  });
  const late = Promise.withResolvers<Examined>();
  const timer = setTimeout(
    () =>
      late.resolve(
        wrong(
          `nothing came back within ${OURS_WITHIN_MS / 1_000} s`,
          'See whether its disk or server hangs.',
        ),
      ),
    OURS_WITHIN_MS,
  );
  try {
    return await Promise.race([looking, late.promise]);
  } catch (error) {
    return wrong(wordsOf(error));
  } finally {
    clearTimeout(timer);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const NODE_NEEDED = 24;

function ofVersions(): readonly Finding[] {
  const major = Number.parseInt(process.versions.node, 10);
  const what = `Receipts ${RELEASE} on Node ${process.versions.node}`;
  return [
    major >= NODE_NEEDED
      ? finding('ok', 'Versions', what)
      : finding(
          'wrong',
          'Versions',
          what,
          `Receipts needs Node ${NODE_NEEDED} or newer: run npm ci, or install one.`,
        ),
  ];
}

function ofPage(config: Config): readonly Finding[] {
  const { page, publicUrl, host, port } = config;
  if (!page.isOn)
    return [
      finding('ok', 'Page', 'turned off (PAGE=off)'),
      ...(page.secret === undefined && isOpenToOthers(config)
        ? [finding('note', 'Page', '/metrics answers whoever reaches it; PAGE_SECRET would close it')]
        : []),
    ];
  const where = publicUrl ?? addressAt(host, port);
  if (!isOpenToOthers(config)) return [finding('ok', 'Page', `${where}, for this machine alone`)];
  const door =
    page.secret === undefined
      ? finding(
          'look',
          'Page',
          `${where}, behind a secret that is another one after each start`,
          'Set PAGE_SECRET: then people stay in, and Prometheus can ask for /metrics.',
        )
      : finding('ok', 'Page', `${where}, behind PAGE_SECRET`);
  return [door, ...(isOverheard(config) ? [finding('look', 'Page', OVERHEARD.what, OVERHEARD.next)] : [])];
}

async function ofPacks({ packs: read, config }: ExamineParts): Promise<Examined> {
  const { packs, leftOut } = await read();
  const findings = [
    ...packs.map(({ id, version, kept }) =>
      kept
        ? finding(
            'wrong',
            'Packs',
            `${id} goes on as it was read before`,
            `It is broken now: npm run pack -- check`,
          )
        : finding('ok', 'Packs', `${id}, version ${version}`),
    ),
    ...leftOut.map((name) =>
      finding(
        'wrong',
        'Packs',
        `${name} is broken and left out`,
        `To see why: npm run pack -- check --pack ${resolve(config.dataPath)}`,
      ),
    ),
  ];
  return { findings };
}

const MARK_OF_AGE: Readonly<Record<Age, Finding['mark']>> = {
  ...{ new: 'note', this: 'ok', older: 'note' },
  ...{ newer: 'wrong', foreign: 'wrong' },
};

async function ofDatabase(parts: ExamineParts): Promise<Examined> {
  const { databaseUrl, databasePath } = parts.config;
  const { look } = await import('../store/look.ts');
  const looked = await look(databaseUrl ?? databasePath);
  const folder = databaseUrl === undefined ? await ofFolder(databasePath) : [];
  if (!looked)
    return {
      findings: [
        finding('note', 'Database', `${databasePath} is not there yet: the first start makes it`),
        ...folder,
      ],
    };
  return {
    findings: [...ofLooked(parts, looked), ...ofRights(looked, databasePath), ...folder],
    aheadMs: looked.aheadMs,
  };
}

const ofRights = ({ isReadByOthers, lacks }: Looked, path: string): readonly Finding[] => [
  ...(isReadByOthers
    ? [finding('look', 'Database', 'others on this machine can read it', `chmod 600 ${path}`)]
    : []),
  ...(lacks === undefined
    ? []
    : [finding('wrong', 'Database', `its user may not make ${lacks}`, HOW_TO_LET)]),
];

function ofLooked({ isBot }: ExamineParts, { server, age, bytes, bot }: Looked): readonly Finding[] {
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

/** A platform tells whole seconds, and a little time passes on the way. */
const CLOCK_OFF_MS = 5_000;
const CLOCK_WRONG_MS = 30_000;

/** By the first that told its time: a platform, or the database. */
function ofClock(examined: readonly Examined[]): readonly Finding[] {
  const [found] = examined.filter(({ aheadMs }) => aheadMs !== undefined);
  return found?.aheadMs === undefined
    ? [finding('note', 'Clock', 'there was nobody to compare it with')]
    : [clockBy(found.aheadMs, found.findings[0]?.about === 'Database' ? 'the database’s' : 'the platform’s')];
}

function clockBy(aheadMs: number, whose: string): Finding {
  const off = Math.abs(aheadMs);
  const seconds = `${Math.round(off / 1_000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} ${whose}`;
  if (off < CLOCK_OFF_MS) return finding('ok', 'Clock', `right, by ${whose}`);
  return finding(
    off < CLOCK_WRONG_MS ? 'look' : 'wrong',
    'Clock',
    `this machine’s is ${seconds}`,
    'Have it set by NTP (timedatectl set-ntp true): daily questions come by it.',
  );
}

/** Findings cost the platforms calls: whoever asks again within this is told what was found. */
const GOOD_FOR_MS = 30_000;

export function sparingly(
  clock: Pick<Clock, 'now'>,
  look: () => Promise<readonly Finding[]>,
): () => Promise<readonly Finding[]> {
  let found: Promise<readonly Finding[]> | undefined;
  let at = 0;
  return () => {
    if (!found || Math.abs(clock.now() - at) > GOOD_FOR_MS) {
      at = clock.now();
      found = look();
    }
    return found;
  };
}
