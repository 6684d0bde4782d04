/** The processes of a run with their lines: whatever went down is started again after a while. */
import type { Random } from '../../src/core/ports/random.ts';
import { type BotProcess, createProcess } from './processes.ts';
import type { Death } from './proxy.ts';
import { type Lines, openLines, type World } from './world.ts';

export interface Member {
  readonly process: BotProcess;
  readonly lines: Lines;
}

export interface Crew {
  readonly members: readonly Member[];
  /** Starts those that have been down for long enough. */
  look(): void;
  kill(member: Member): void;
  /** The member's next post is its last; where it posts nothing, it lives. */
  doom(member: Member, death: Death | undefined): void;
  kills(): number;
  /** When the last call to a platform began or ended, in real milliseconds. */
  lastCall(): number;
  busy(): boolean;
  close(): Promise<void>;
}

export interface CrewOptions {
  readonly world: World;
  readonly random: Random;
  readonly seed: number;
  readonly processes: number;
  readonly speed: number;
  readonly fault: string | undefined;
}

/** After so long, in virtual milliseconds, the bot gives up waiting for an answer. */
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 1_200;

export async function openCrew(options: CrewOptions): Promise<Crew> {
  const { random, processes } = options;
  let kills = 0;
  let lastCall = performance.now();
  const pauses = new Map<BotProcess, number>();
  const strike = (process: BotProcess) => {
    if (process.kill()) kills += 1;
  };
  const onCall = () => {
    lastCall = performance.now();
  };
  const members = await Promise.all(
    Array.from({ length: processes }, (_, slot) => openMember(options, slot, strike, onCall)),
  );
  const doom = ({ lines }: Member, death: Death | undefined) => {
    lines.discord.doom(death);
    lines.slack.doom(death);
  };
  return {
    members,
    look: () => {
      for (const { process } of members) {
        if (process.state() !== 'down') continue;
        const at = pauses.get(process) ?? performance.now() + random.next() * LONGEST_PAUSE_MS;
        pauses.set(process, at);
        if (performance.now() < at) continue;
        pauses.delete(process);
        process.start();
      }
    },
    kill: ({ process }) => strike(process),
    doom,
    kills: () => kills,
    lastCall: () => lastCall,
    busy: () => members.some(({ lines }) => lines.discord.busy() + lines.slack.busy() > 0),
    close: async () => {
      for (const { process } of members) process.kill();
      await Promise.all(members.flatMap(({ lines }) => [lines.discord.close(), lines.slack.close()]));
    },
  };
}

async function openMember(
  { world, seed, speed, fault }: CrewOptions,
  slot: number,
  strike: (process: BotProcess) => void,
  onCall: () => void,
): Promise<Member> {
  let lines: Lines | undefined;
  const environment = () => (lines ? world.environment(lines) : {});
  const process = createProcess({ slot, seed, timeFile: world.time.file, fault, environment });
  const kill = () => {
    lines?.discord.doom(undefined);
    lines?.slack.doom(undefined);
    strike(process);
  };
  lines = await openLines(world, { kill, patienceMs: PATIENCE_MS / speed, onCall });
  process.start();
  return { process, lines };
}
