/** What befalls the processes, the lines and the database while there is work, drawn from the seed. */
import type { Random } from '../../src/core/ports/random.ts';
import type { Crew, Member } from './crew.ts';
import { pick } from './places.ts';
import type { Death } from './proxy.ts';
import type { World } from './world.ts';

export interface Mishaps {
  /** Whatever is due by now; called often. */
  look(): void;
  /** So many kills are to happen in so many real milliseconds from now on. */
  plan(kills: number, withinMs: number): void;
  /** Kills that were planned and have not happened. */
  owed(): number;
  /** While nothing is under way: whether everyone falls asleep now, or one, or nobody. Until `wake`. */
  sleep(): 'all' | 'one' | 'nobody';
  wake(): void;
  /** Everyone is awake again, and all clocks are right. */
  end(): Promise<void>;
  readonly counts: ReadonlyMap<string, number>;
}

export interface Stage {
  readonly world: World;
  readonly crew: Crew;
  readonly random: Random;
}

const DEATHS: readonly (Death | 'anywhere')[] = [
  'anywhere',
  'anywhere',
  'unsent',
  'stored',
  'stored',
  'afterwards',
];
/** One that was to die in its next post, and posts nothing for so long, dies anyway. */
const WAIT_FOR_POST_MS = 700;

/** How often a second each happens. */
const RATES: Readonly<Record<string, number>> = {
  'line cut': 0.1,
  'gateway dropped': 0.05,
  'socket dropped': 0.05,
  'short sleep': 0.15,
  'long sleep': 0.05,
  'clock step': 0.05,
  'database restart': 0.04,
  'database cut': 0.08,
  'database silent': 0.015,
};

export function createMishaps(stage: Stage): Mishaps {
  const { crew, random } = stage;
  const counts = new Map<string, number>();
  const under = new Map<Promise<void>, string>();
  let interval = 1_000;
  let goal = crew.kills();
  let nextKill = 0;
  let doomed: { readonly member: Member; readonly until: number; readonly after: number } | undefined;
  let last = performance.now();
  let asleep: readonly Member[] = [];
  const killSomebody = (now: number) => {
    if (doomed && crew.kills() === doomed.after && now > doomed.until) crew.kill(doomed.member);
    if (doomed && crew.kills() > doomed.after) doomed = undefined;
    const alive = crew.members.filter(
      ({ process }) => process.state() === 'up' || process.state() === 'starting',
    );
    if (doomed || now < nextKill || crew.kills() >= goal || alive.length === 0) return;
    const member = pick(alive, random);
    const death = pick(DEATHS, random);
    nextKill = now + interval * (0.5 + random.next());
    count(counts, `kill ${death}`);
    if (death === 'anywhere') return crew.kill(member);
    crew.doom(member, death);
    doomed = { member, until: now + WAIT_FOR_POST_MS, after: crew.kills() };
  };
  return {
    counts,
    look: () => {
      const now = performance.now();
      killSomebody(now);
      for (const [name, rate] of Object.entries(RATES)) {
        if (random.next() > (rate * (now - last)) / 1_000) continue;
        // A server that is being restarted cannot be restarted.
        if (name === 'database restart' && [...under.values()].includes(name)) continue;
        const happening = happen(name, stage);
        if (!happening) continue;
        count(counts, name);
        const run: Promise<void> = happening.finally(() => under.delete(run));
        under.set(run, name);
      }
      last = now;
    },
    plan: (kills, withinMs) => {
      goal += kills;
      interval = withinMs / Math.max(1, goal - crew.kills());
    },
    owed: () => goal - crew.kills(),
    sleep: () => {
      const dice = random.next();
      const who = dice < 0.2 ? crew.members : dice < 0.5 ? [pick(crew.members, random)] : [];
      asleep = who.filter(({ process }) => process.freeze());
      const how = asleep.length === 0 ? 'nobody' : asleep.length === crew.members.length ? 'all' : 'one';
      if (how !== 'nobody') count(counts, `hours of sleep for ${how}`);
      return how;
    },
    wake: () => {
      for (const { process } of asleep) process.thaw();
      asleep = [];
    },
    end: async () => {
      if (doomed) crew.doom(doomed.member, undefined);
      doomed = undefined;
      await Promise.all(under.keys());
    },
  };
}

const count = (counts: Map<string, number>, name: string) =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** After so long the bot hangs up by itself (`src/postgres/connections.ts`); no hours may pass before. */
const SILENT_MS = 16_000;

/** Undefined where it cannot happen now. */
function happen(name: string, { world, crew, random }: Stage): Promise<void> | undefined {
  const { process, lines } = pick(crew.members, random);
  switch (name) {
    case 'line cut':
      lines.discord.cut();
      lines.slack.cut();
      return Promise.resolve();
    case 'gateway dropped':
      world.discord.dropConnections(4_000);
      return Promise.resolve();
    case 'socket dropped':
      world.slack.sockets.drop();
      return Promise.resolve();
    case 'short sleep':
    case 'long sleep':
      if (!process.freeze()) return undefined;
      return pause((name === 'short sleep' ? 200 : 2_500) * (0.5 + random.next())).then(process.thaw);
    case 'clock step':
      return stepClocks({ world, crew, random }, process.slot);
    case 'database restart':
      return world.database?.restart(200 + random.next() * 1_000);
    case 'database silent':
      world.database?.silence();
      return world.database && pause(SILENT_MS);
    default:
      return world.database?.cutConnections();
  }
}

/** Of several machines one is off by little, as they are told the time; all of them may be, by more. */
const ALL_OFF_MS = 4 * 60_000;
const ONE_OFF_MS = 30_000;

async function stepClocks({ world, crew, random }: Stage, slot: number): Promise<void> {
  const all = crew.members.length === 1 || random.next() < 0.3;
  const slots = all ? crew.members.map(({ process }) => process.slot) : [slot];
  const ms = (random.next() * 2 - 1) * (all ? ALL_OFF_MS : ONE_OFF_MS);
  for (const one of slots) world.time.skew(one, ms);
  await pause(3_000);
  for (const one of slots) world.time.skew(one, 0);
}
