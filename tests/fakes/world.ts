/** The whole core with the real dataset and a real database in memory, on a clock that a test moves. */
import { commands } from '../../commands/registry.ts';
import { type Block, blocksOf, type Card, plainCard } from '../../src/core/cards/card.ts';
import { cardToText } from '../../src/core/cards/card-text.ts';
import { createClockCheck } from '../../src/core/daily/clock-check.ts';
import type { Library } from '../../src/core/dataset/library.ts';
import type { Question } from '../../src/core/dataset/schema.ts';
import { createFactSearch } from '../../src/core/facts/search.ts';
import { type Place, placeOf, playerOf } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { createEdits } from '../../src/core/quiz/edits.ts';
import { putQuestion } from '../../src/core/quiz/question.ts';
import { createBot } from '../../src/core/requests/bot.ts';
import type { CommandServices } from '../../src/core/requests/command.ts';
import { createLimits } from '../../src/core/requests/limits.ts';
import type { Bot, Origin, Permission, Reply } from '../../src/core/requests/request.ts';
import { encodeToken, type Token } from '../../src/core/requests/token.ts';
import { createSpeaker } from '../../src/core/speaker.ts';
import { runJob, tick } from '../../src/core/work.ts';
import { loadLibrary } from '../../src/packs/read.ts';
import { createInProcessQueue } from '../../src/queue/in-process.ts';
import { createFakeClock, type FakeClock, settled } from './clock.ts';
import { leap } from './leap.ts';
import { createRecordingLogger } from './logger.ts';
import { openMemoryStore } from './memory-store.ts';
import { createSeededRandom } from './random.ts';
import { createRecordingPlatform, type RecordingPlatform } from './recording-platform.ts';

export const HOUR = 3_600_000;

export interface Person {
  readonly user?: string;
  readonly place?: Place;
  readonly manages?: boolean;
  readonly mayPost?: Permission;
  /** The id that the platform gave the request; a new one each time if left out. */
  readonly requestId?: string;
  readonly zone?: string;
}

/** A reply that says nothing has an empty card. */
export type Replied = Reply & { readonly card: Card };

export interface World {
  readonly services: CommandServices;
  readonly library: Library;
  readonly store: Store;
  readonly bot: Bot;
  readonly clock: FakeClock;
  readonly platform: RecordingPlatform;
  readonly place: Place;
  readonly log: ReturnType<typeof createRecordingLogger>;
  type(line: string, who?: Person): Promise<Replied>;
  /** The same, where there may be no reply: for a request that was delivered before. */
  deliver(line: string, who?: Person): Promise<Reply | undefined>;
  press(token: Token | string, who?: Person): Promise<Replied>;
  /** Minutes pass, with the tick at each at which anything is due. */
  minutes(count: number): Promise<void>;
  /** Minutes pass, with the tick at each. */
  everyMinute(count: number): Promise<void>;
  /** The process ends and a new one starts on the same database and platform, with other packs where they changed. */
  restart(changes?: Pick<WorldOptions, 'library'>): Promise<World>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly start?: string;
  readonly seed?: number;
  readonly store?: Store;
  readonly clock?: FakeClock;
  readonly platform?: RecordingPlatform;
  /** Instead of the packs that are shipped. */
  readonly library?: Library;
  readonly privacy?: CommandServices['privacy'];
}

export const here = placeOf('test', 'W1', 'C1');

/** Read once a test file: it never changes. */
const shipped = loadLibrary('data');
const searchIn = shipped.then(createFactSearch);

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = options.clock ?? createFakeClock(options.start ?? '2026-11-23T08:00:00Z');
  const platform = options.platform ?? createRecordingPlatform();
  const store = options.store ?? (await openMemoryStore());
  const library = options.library ?? (await shipped);
  const search = options.library ? createFactSearch(options.library) : await searchIn;
  const log = createRecordingLogger();
  const seed = options.seed ?? 1;
  const speaker = createSpeaker([platform]);
  const services: CommandServices = {
    library,
    search,
    store,
    queue: createInProcessQueue({ clock, logger: log }),
    edits: createEdits({ clock, speaker, logger: log }),
    limits: createLimits(clock),
    clock,
    random: createSeededRandom(seed),
    logger: log,
    speaker,
    commands,
    privacy: options.privacy ?? { days: 400, url: undefined },
  };
  const bot = createBot(services);
  services.queue.start((job) => runJob(services, job));
  const checkClock = createClockCheck(services);
  const runTick = async () => void (await Promise.all([checkClock(), tick(services)]));
  if (options.store) {
    await checkClock();
    await runTick();
  }
  await settled();
  const minute = async () => {
    await clock.advance(60_000 - (clock.now() % 60_000));
    await runTick();
    await clock.advance(0);
  };
  return {
    services,
    library,
    store,
    bot,
    clock,
    platform,
    place: here,
    log,
    type: async (line, who) => demand(await bot.handle(commandFrom(line, who))),
    deliver: (line, who) => bot.handle(commandFrom(line, who)),
    press: async (token, who) =>
      demand(
        await bot.handle({
          kind: 'press',
          token: typeof token === 'string' ? token : encodeToken(token),
          origin: originOf(who),
        }),
      ),
    minutes: async (count) => {
      for (let left = count; left > 0; ) {
        if (left > 1) left -= await leap(services, clock, left);
        if (left > 0) await minute();
        left -= 1;
      }
    },
    everyMinute: async (count) => {
      for (let left = count; left > 0; left -= 1) await minute();
    },
    restart: async (changes = {}) => {
      // What hangs in the old process is left hanging: its timers are gone at once.
      void services.queue.stop();
      return createWorld({ ...options, ...changes, store, clock, platform, seed: seed + 1 });
    },
    close: async () => {
      await services.queue.stop();
      await store.close();
    },
  };
}

function demand(reply: Reply | undefined): Replied {
  if (!reply) throw new Error('a request that was taken before is not answered again');
  return { card: plainCard('neutral'), ...reply };
}

function commandFrom(line: string, who?: Person) {
  const [, command = '', words = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  return { kind: 'command', command, input: { words }, origin: originOf(who) } as const;
}

let requests = 0;

export function originOf(person: Person = {}): Origin {
  const { user = 'ada', place = here, manages = false, mayPost = { ok: true }, zone } = person;
  requests += 1;
  return {
    place,
    player: playerOf(place.platform, place.workspace, user),
    requestId: person.requestId ?? `request-${requests}`,
    manages: async () => (manages ? { ok: true } : { ok: false, fix: 'Only a moderator can do that.' }),
    mayPost: async () => mayPost,
    zone: async () => zone,
  };
}

/** A question as a round keeps it, with the right option first. */
export function asShown(question: Question | undefined) {
  if (!question) throw new Error('there is no such question');
  return { questionId: question.id, shown: putQuestion(question, { next: () => 0 }) };
}

export const textOf = (reply: Reply): string => ('card' in reply ? cardToText(reply.card) : '');

export const blockOf = <Type extends Block['type']>(
  card: Card,
  type: Type,
): Extract<Block, { type: Type }> | undefined =>
  blocksOf(card).find((block): block is Extract<Block, { type: Type }> => block.type === type);

/** All buttons of a card. */
export const tokensOf = (card: Card): readonly Token[] =>
  blocksOf(card).flatMap((block) =>
    block.type === 'choices' ? block.choices.map(({ token }) => token) : [],
  );
