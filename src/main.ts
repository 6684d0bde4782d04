/** The program: reads the settings, starts the bot, and stops it when told to. */
import './compile-cache.mjs';
import { closeSync, existsSync, openSync } from 'node:fs';
import { hostname } from 'node:os';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import type { LoadedPack } from './packs/dataset.ts';
import type { MinuteTick } from './queue/minute-tick.ts';
import { RELEASE } from './release.ts';
import { striking } from './secrets.ts';

/** Until there are packs that can be read again, it is only noted that somebody wants that. */
let isHangUpNoted = false;
let onHangUp = () => {
  isHangUpNoted = true;
};
const startedAtTerminal = isatty(0);
process.on('SIGHUP', () => (isTerminalGone() ? endAsByDefault() : onHangUp()));

// Whatever the machine's zone: in one with summer time node-cron, told UTC or not, is silent in the hour that comes twice.
process.env.TZ = 'UTC';

if (existsSync('.env')) process.loadEnvFile('.env');

/** How long a stop may take before it is cut short. */
const STOP_WITHIN_MS = 9_000;

const USAGE = `npm start [-- OPTIONS]   starts the bot; its settings are in .env, explained in .env.example

  --pack FOLDER   plays this pack alone, whatever DATA_PATH says
  --check         tries whether the settings, the packs and the database are in order, and ends
  --restored      the database is a backup that was put back: looks in the channels before it posts what is due
  --help          says this, and ends

npm run doctor tells what is right and wrong: tokens, rights, database, clock, disk.
`;

const line = readLine();
const { DEFAULT_DATA_PATH, readPacksApart } = await import('./packs/apart.ts');

/** Begun before anything else, since it takes as long as all that is imported until the program is ready. */
const reading = {
  root: (line.pack ?? process.env.DATA_PATH) || DEFAULT_DATA_PATH,
  environment: process.env,
};
let firstRead: ReturnType<typeof readPacksApart> | undefined = readPacksApart(reading);
firstRead.catch(() => undefined);
const readPacks = (known: readonly LoadedPack[]) => {
  const read = firstRead ?? readPacksApart({ ...reading, known });
  firstRead = undefined;
  return read;
};

const [{ createLogger }, { parseConfig, secretsIn }] = await Promise.all([
  import('./log.ts'),
  import('./config.ts'),
]);
const base = { version: RELEASE, instance: `${hostname()}:${process.pid}` };
const parsed = parseConfig(line.pack === undefined ? process.env : { ...process.env, DATA_PATH: line.pack });
if (!parsed.ok) {
  createLogger('info', secretsIn(process.env), base).error('start-failed', { problems: parsed.problems });
  process.stderr.write(
    `These settings need a change (see .env.example):\n${parsed.problems.map((problem) => `  ${problem}\n`).join('')}`,
  );
  process.exit(1);
}

const { config } = parsed;

const [{ systemClock, systemRandom }, { startApp }, { startMinuteTick }, { DatasetError }] =
  await Promise.all([
    import('./system.ts'),
    import('./app.ts'),
    import('./queue/minute-tick.ts'),
    import('./packs/dataset.ts'),
  ]);
const logger = createLogger(config.logLevel, config.secrets, base);
const strike = striking(config.secrets);

process.on('unhandledRejection', (error) => {
  logger.error('unhandled-rejection', { error });
  process.exit(1);
});

const checkOnly = line.check;
const settings = checkOnly
  ? {
      ...config,
      ...{ port: 0, databaseUrl: undefined, databasePath: ':memory:' },
      ...{ discord: undefined, slack: undefined },
    }
  : config;

const NOT_WHOLE = 'The program would start without what is named above.\n';

const CHECKED = (database: string) => `The settings and the dataset are in order, and the program starts.
The database was only read: ${database}
Not tried: Discord, Slack and the port.
`;

const say = (text: string) => void process.stderr.write(text);

let isStopping = false;

/** Nothing works on that platform until an operator acts; with the last one the process ends, so that they are told. */
const onLost = (error: Error, goesOn: boolean) => {
  if (isStopping) return;
  const what = goesOn ? 'Receipts goes on without one platform' : 'Receipts has to stop';
  process.stderr.write(`${what}: ${error.message}\n`);
  if (!goesOn) process.exit(1);
};

/** What a stop has to end, once the program has started; before that there is nothing to lose. */
const toStop: (() => Promise<void>)[] = [];
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

try {
  let minutes: MinuteTick | undefined;
  const onTrouble = () => minutes?.soon();
  const ports = { clock: systemClock, random: systemRandom, logger };
  const { restored } = line;
  const app = await startApp({ config: settings, ...ports, onLost, onTrouble, say, readPacks, restored });
  toStop.push(app.stop);
  if (checkOnly) {
    await app.stop();
    const { checkStore } = await import('./store/check.ts');
    const database = await checkStore(config.databaseUrl ?? config.databasePath);
    const isWhole = app.packs.broken().length === 0;
    process.stdout.write(isWhole ? CHECKED(database) : NOT_WHOLE);
    process.exit(isWhole ? 0 : 1);
  }
  minutes = startMinuteTick(() => app.tick(), app.services.logger);
  toStop.unshift(minutes.stop);
  process.stdout.write(app.greeting);
  logger.info('started', app.started);
  onHangUp = () => void app.packs.reload();
  if (isHangUpNoted) onHangUp();
} catch (error) {
  // What is wrong with a pack is its author’s, and no path through our code helps them.
  logger.error(
    'start-failed',
    error instanceof DatasetError ? { problems: error.problems.length } : { error },
  );
  process.stderr.write(
    strike(`Receipts could not start: ${error instanceof Error ? error.message : String(error)}\n`),
  );
  process.exit(1);
}

/** The same signal comes to whatever runs in a terminal whose window is closed. */
function isTerminalGone(): boolean {
  if (!startedAtTerminal) return false;
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return false;
  } catch {
    return true;
  }
}

function endAsByDefault(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

async function stop(signal: string): Promise<void> {
  isStopping = true;
  logger.info('stopping', { signal });
  setTimeout(() => {
    logger.error('stop-cut-short', { afterMs: STOP_WITHIN_MS });
    process.exit(1);
  }, STOP_WITHIN_MS).unref();
  for (const end of toStop) await end();
  logger.info('stopped');
  process.exit(0);
}

/**
 * `--pack FOLDER` plays one pack, whatever `.env` says; `--check` only tries whether everything is in order; `--restored`
 * looks in the channels before it posts what is due, because the database is a backup that was put back.
 */
function readLine(): { readonly pack?: string; readonly check: boolean; readonly restored: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        pack: { type: 'string' },
        check: { type: 'boolean' },
        restored: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (!values.help) return { check: false, restored: false, ...values };
    process.stdout.write(USAGE);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${misuse(error)}\n`);
    process.exit(1);
  }
}

/** What Node says of it goes on about how to write names that begin with a dash. */
function misuse(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return `${said.replace(/\. (?:To specify|This command).*$/s, '')}. npm start takes --pack FOLDER, --check, --restored and --help.`;
}
