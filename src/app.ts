/** Builds the bot from its parts. Only this file and the programs in `src/cli/` see them all. */
import { commands } from '../commands/registry.ts';
import type { Introduce } from './adapters/web/document.ts';
import { createWebPlatform } from './adapters/web/platform.ts';
import type { Config } from './config.ts';
import { createConnections } from './connections.ts';
import { createClockCheck } from './core/daily/clock-check.ts';
import { takeUpRestored } from './core/daily/restored.ts';
import { noteVanished } from './core/daily/vanished.ts';
import type { Library } from './core/dataset/library.ts';
import { scopeKeptIds } from './core/dataset/scope-kept-ids.ts';
import { type PlatformId, platformId } from './core/ids.ts';
import { asOfNow } from './core/knowledge.ts';
import type { Clock } from './core/ports/clock.ts';
import type { LogFields, Logger } from './core/ports/logger.ts';
import type { Platform } from './core/ports/platform.ts';
import type { Queue } from './core/ports/queue.ts';
import type { Random } from './core/ports/random.ts';
import type { Store } from './core/ports/store.ts';
import { createEdits } from './core/quiz/edits.ts';
import { createBot } from './core/requests/bot.ts';
import type { CommandServices } from './core/requests/command.ts';
import { createLimits } from './core/requests/limits.ts';
import { createRetention } from './core/retention.ts';
import type { Services } from './core/services.ts';
import { type Allowed, allowedHere, everythingIn } from './core/settings/allowed.ts';
import { labelOf } from './core/settings/pack-named.ts';
import { createSpeaker } from './core/speaker.ts';
import { runJob, tick } from './core/work.ts';
import { examine, sparingly } from './doctor/examine.ts';
import { faces } from './faces.ts';
import { createHealth } from './health.ts';
import { type HttpServer, startHttp } from './http.ts';
import { countingLogger } from './metrics/from-log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { openingOf } from './opening.ts';
import { openPacks, type Packs, type PacksParts } from './packs/packs.ts';
import { patient } from './packs/patient.ts';
import { createInProcessQueue } from './queue/in-process.ts';
import { RELEASE } from './release.ts';
import { createRoster, type OnLost, type Roster } from './roster.ts';
import { describeStore, isPostgres, openBotStore } from './store/open.ts';
import { tellRewriting } from './store/tell-rewriting.ts';

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** A platform is lost until an operator changes a setting: its token was taken back, say. */
  readonly onLost: OnLost;
  /** What was due could not be done, because the database was away, say: a tick should come before its minute. */
  readonly onTrouble: () => void;
  readonly readPacks: PacksParts['read'];
  /** The database is a backup that was put back: what was posted since is looked for first. */
  readonly restored?: boolean;
  /** Tells the operator in plain words what they should know, beside the log. */
  readonly say: (text: string) => void;
}

export interface App {
  readonly services: CommandServices;
  readonly address: string;
  /** In plain words: where the page is, who may reach it, and with which secret. Not for the log. */
  readonly greeting: string;
  /** For the log, once it has been said. */
  readonly started: LogFields;
  readonly packs: Packs;
  readonly platforms: readonly Platform[];
  /** Does what is due; called once a minute. */
  tick(): Promise<void>;
  /** Ends what is in flight, then disconnects. */
  stop(): Promise<void>;
}

/** All that the bot is made of, before it speaks to anyone. */
export interface Assembled extends Pick<App, 'services' | 'platforms'> {
  start(): Promise<App>;
}

/** Rejects where it cannot run at all, with a message that names what to change. */
export const startApp = async (parts: AppParts): Promise<App> => (await assembleApp(parts)).start();

export async function assembleApp(given: AppParts): Promise<Assembled> {
  const { config, clock, random } = given;
  const location = config.databaseUrl ?? config.databasePath;
  const metrics = createMetrics({
    release: RELEASE,
    store: isPostgres(location) ? 'postgres' : 'sqlite',
    platforms: ['web', ...(config.discord ? ['discord'] : []), ...(config.slack ? ['slack'] : [])],
    commands: commands.map(({ name }) => name),
  });
  const logger = countingLogger(given.logger, metrics);
  const parts = { ...given, logger };
  // Before the database: what cannot start must not have brought it to a newer release.
  const packs = await openPacks({ read: parts.readPacks, logger, say: parts.say });
  const { knowledge } = packs;
  const store = await openBotStore(location, {
    onWait: () => logger.info('another-process-migrates'),
    waiting: {
      clock,
      onAway: (problem) => {
        logger.warn('database-awaited', { error: problem });
        parts.say(
          `${problem.message}\nIt is tried again for a minute; until then nothing else is started.\n`,
        );
      },
    },
    rewriting: tellRewriting(parts),
    onCall: metrics.stored,
  });
  const tools = { clock, random, logger, commands };
  const introduce: Introduce = async (place) => {
    const { library, search } = asOfNow(knowledge);
    // The page opens without the database, too.
    const here = await allowedHere({ store, library }, place).catch(() => everythingIn(library));
    const [most] = search.subjects('', 1, (subject) => subject.kind === 'entity' && here.subject(subject));
    return { about: aboutPacks(library, here), example: most?.name ?? '', pack: oneOfSeveral(library, here) };
  };
  const opening = openingOf(config);
  const { hosts } = opening;
  const web = createWebPlatform({ ...tools, faces, introduce, hosts, transcript: store });
  const lose: Roster['lose'] = (name, error) => roster.lose(name, error);
  const platforms = [web.platform, ...(await connectedPlatforms(parts, lose))];
  const names = platforms.map(({ name }) => name);
  const queue = await openQueue(parts, names);
  const roster = createRoster({ ...parts, platforms, page: web.platform, store, queue });
  const health = createHealth({ platforms, roster, store, queue, clock, logger });
  const speaker = createSpeaker(platforms, roster.isUsable);
  const services: CommandServices = {
    ...tools,
    get library() {
      return knowledge.library;
    },
    get search() {
      return knowledge.search;
    },
    ...{ store, queue },
    privacy: config.privacy,
    edits: createEdits({ clock, speaker, logger }),
    limits: createLimits(clock),
    speaker,
  };
  const failed = (error: unknown) => {
    parts.onTrouble();
    throw error;
  };
  let looking = Promise.resolve();
  const stopped = new AbortController();
  const look = () => {
    // As it is now: with the next packs it may no longer be known whose a bare id is.
    const known = asOfNow(services);
    looking = looking
      .then(() => noteVanished(asOfNow(services)))
      .then(() => scopeKeptIds(known, stopped.signal));
    return looking;
  };
  const where = await describeStore(location);
  const connections = createConnections({
    ...{ roster, clock, store: where, stopped: stopped.signal, say: parts.say },
    release: RELEASE,
    platforms: platforms.filter((platform) => platform !== web.platform),
  });
  metrics.watch({
    connected: () => Object.fromEntries(platforms.map(({ name, connected }) => [name, connected()])),
    lost: () => [...roster.lost().keys()],
    lastTick: health.lastTick,
    jobs: () => queue.depth(),
  });
  const examineAll = () => examine({ config, commands, packs: async () => packs.report(), isBot: true });
  const takeUp = async () => {
    parts.say('The database is a backup that was put back: what was posted since is looked for first.\n');
    logger.info('restored', { ...(await takeUpRestored(asOfNow(services))) });
    await store.noteTakenUp();
  };
  const start = async (): Promise<App> => {
    const { host, port } = config;
    const http = await startHttp({
      ...{ host, port, hosts, clock, logger },
      page: opening.hasPage ? web : undefined,
      operators: { secret: opening.secret, metrics, examine: sparingly(clock, examineAll) },
      report: health.report,
      packs: packs.report,
    });
    const checkClock = createClockCheck(services);
    const retention = createRetention(services, stopped.signal);
    let retiring = Promise.resolve();
    const handOut = async () => {
      await roster.prove();
      await tick(services);
      await health.ticked();
      // Nobody waits for it.
      retiring = retention.look();
    };
    // What comes on time does not wait for what a wrong clock put off; only a start looks at that first.
    const runTick = async () => void (await Promise.all([checkClock(), handOut()]));
    const prepared = Promise.withResolvers<void>();
    await roster.start(patient(createBot(services), prepared.promise));
    if (parts.restored || (await store.isRestored())) await takeUp();
    queue.start((job) => prepared.promise.then(() => runJob(services, job)).catch(failed));
    await checkClock();
    await runTick();
    void look();
    void packs.prepare(stopped.signal).then(prepared.resolve);
    connections.watch();
    return {
      ...{ services, platforms, address: http.address, tick: runTick },
      greeting: connections.words() + opening.words(http.address),
      started: { address: http.address, platforms: names, store: where },
      packs: { ...packs, reload: () => packs.reload().then(look) },
      stop: async () => {
        stopped.abort();
        await Promise.all([looking, retiring]);
        await stop(services, platforms, http, store);
      },
    };
  };
  return { services, platforms, start };
}

/** By what is short enough for an example; empty where there is nothing to choose from. */
function oneOfSeveral(library: Library, { packs: [first, second] }: Allowed): string {
  if (!first || !second) return '';
  const label = labelOf(first, library.packs);
  return label.length <= 30 ? label : first.info.id;
}

const MOST_ABOUT = 3;

/** What the packs are about, in their own words; of many, some by name. */
function aboutPacks(library: Library, { packs }: Allowed): string {
  if (packs.length <= MOST_ABOUT) return packs.map(({ info }) => info.about).join(' ');
  const some = packs.slice(0, MOST_ABOUT).map((pack) => `“${labelOf(pack, library.packs)}”`);
  return `It knows ${packs.length} packs: ${some.join(', ')} and more.`;
}

/** An SDK is imported only where its tokens are set: each costs hundreds of milliseconds and tens of megabytes. */
async function connectedPlatforms(
  { config, clock, logger }: AppParts,
  lose: Roster['lose'],
): Promise<readonly Platform[]> {
  const parts = (name: string) => ({
    ...{ commands, clock, logger },
    onLost: (error: Error) => lose(platformId(name), error),
  });
  const platforms: Platform[] = [];
  if (config.discord) {
    const { createDiscordPlatform } = await import('./adapters/discord/adapter.ts');
    platforms.push(createDiscordPlatform({ ...config.discord, ...parts('discord') }));
  }
  if (config.slack) {
    const { createSlackPlatform } = await import('./adapters/slack/adapter.ts');
    platforms.push(createSlackPlatform({ ...config.slack, ...parts('slack') }));
  }
  return platforms;
}

/** Several processes share one PostgreSQL and the work in it; on a file there is one process. */
async function openQueue(
  { config: { databaseUrl: url }, clock, logger, onTrouble }: AppParts,
  platforms: readonly PlatformId[],
): Promise<Queue> {
  if (url === undefined) return createInProcessQueue({ clock, logger });
  return (await import('./queue/shared.ts')).openSharedQueue({ url, platforms, clock, logger, onTrouble });
}

async function stop(
  { queue, edits }: Services,
  platforms: readonly Platform[],
  http: HttpServer,
  store: Store,
): Promise<void> {
  await queue.stop();
  await edits.drain();
  await Promise.all(platforms.map((platform) => platform.stop()));
  await edits.drain();
  await http.close();
  await store.close();
}
