/** Where the findings are tried again: one fresh bot, and whoever attacks it. */
import { DatabaseSync } from 'node:sqlite';
import type { FakeDiscord } from '../../fakes/discord-server.ts';
import { unansweredOnDiscord } from '../on-discord.ts';
import { fireAll, orNotAnswered, type Shot } from '../shots.ts';
import type { Target } from '../target.ts';

export interface Scene {
  readonly target: Target;
  /** How often something is done, in a whole attack and in a short one. */
  many(whole: number, short: number): number;
  /** Another one each time, so that nobody meets a limit that is not meant. */
  stranger(): string;
  /** A server of its own, in which no question is open: those that are keep others back in all of it. */
  place(): { readonly guild: string; readonly channel: string };
}

export interface Tried {
  readonly tries: number;
  /** What should not be, one line each. */
  readonly bad: readonly string[];
}

export interface Finding {
  /** As in the report of who attacked first; what was found by nobody has a word for a name. */
  readonly name: string;
  readonly what: string;
  try(scene: Scene): Promise<Tried>;
}

export const outcomeOf = (cases: readonly (readonly [string, boolean])[]): Tried => ({
  tries: cases.length,
  bad: cases.filter(([, isGood]) => !isGood).map(([what]) => what),
});

export const together = (...all: readonly Tried[]): Tried => ({
  tries: all.reduce((sum, { tries }) => sum + tries, 0),
  bad: all.flatMap(({ bad }) => bad),
});

export const times = <Value>(count: number, make: (at: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Asks until it is so; gives up where it is not for long enough that no machine is that busy. */
export async function eventually<Value>(read: () => Value | undefined, what: string): Promise<Value> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    const value = read();
    if (value !== undefined) return value;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`it never came: ${what}`);
}

/** How soon somebody is acknowledged is not what a finding is about, but where it says so: who is not asks again. */
export async function patiently(discord: FakeDiscord, ask: (discord: FakeDiscord) => Promise<unknown>) {
  const shot: Shot = { kind: 'sound', fire: () => ask(discord).catch(orNotAnswered('somebody')) };
  const { late, unanswered } = await fireAll([shot]);
  if (unanswered.length > 0) throw new Error('nobody is acknowledged');
  lateOn.set(discord, (lateOn.get(discord) ?? 0) + late);
}

const lateOn = new WeakMap<FakeDiscord, number>();

export async function settled(discord: FakeDiscord): Promise<void> {
  const [problem] = await unansweredOnDiscord(discord, { late: lateOn.get(discord) ?? 0, unanswered: [] });
  if (problem) throw new Error(problem);
}

export interface OpenRound {
  readonly id: string;
  readonly channel: string;
  readonly question: string;
  readonly prompt: string;
  readonly options: readonly string[];
}

/** As the file has them: what nobody who plays can see. */
export function openRounds({ database }: Target, channel?: string): readonly OpenRound[] {
  const rows = query(
    database,
    'select id, channel, question_id, shown from rounds where closed_at is null and is_private = 0 and message_id is not null',
  );
  return rows
    .map(({ id, channel: where, question_id: question, shown }) => {
      const { prompt, options } = JSON.parse(String(shown));
      return { id: String(id), channel: String(where), question: String(question), prompt, options };
    })
    .filter((round) => channel === undefined || round.channel === channel);
}

export function query(file: string, sql: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}
