/**
 * One page of what is right and wrong. Everything is only looked at, everything is asked once and at the same time, and
 * nobody is waited for longer than ten seconds.
 */
import { resolve } from 'node:path';
import { examineDiscord } from '../adapters/discord/examine.ts';
import { examineSlack } from '../adapters/slack/examine.ts';
import type { Config } from '../config.ts';
import { type Examined, type Finding, finding } from '../core/finding.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Command } from '../core/requests/command.ts';
import type { PacksReport } from '../packs/packs.ts';
import { addressAt, isOpenToOthers, isOverheard, OVERHEARD } from '../pages/hosts.ts';
import { RELEASE } from '../release.ts';
import { ofClock } from './clock.ts';
import { ofDatabase } from './database.ts';

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
