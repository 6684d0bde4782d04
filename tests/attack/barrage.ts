/** Payloads by the thousand, in rounds: each meets a program that was just started on what the rounds before it have left. */
import { createDice } from './dice.ts';
import { shotsOnDiscord, unansweredOnDiscord } from './on-discord.ts';
import { shotsOnPage } from './on-page.ts';
import { prepareSlack, shotsOnSlack, unansweredOnSlack } from './on-slack.ts';
import type { AttackOptions, Face } from './options.ts';
import { add, drawn, fireAll, type Tally } from './shots.ts';
import { openTarget } from './target.ts';

export interface FaceTally extends Tally {
  /** Refused by the platform, because it takes nothing so large or of that form. */
  readonly overLimits: readonly string[];
}

export interface Barrage {
  readonly faces: Readonly<Partial<Record<Face, FaceTally>>>;
  /** What the programs did wrong: see `endProgram`. */
  readonly faults: readonly string[];
}

/** The fakes keep everything that was ever sent, and look through it. */
const A_ROUND = 1_000;

const NONE: FaceTally = { sent: 0, sound: 0, told: 0, broken: 0, late: 0, unanswered: [], overLimits: [] };

export async function bombard(folder: string, options: AttackOptions): Promise<Barrage> {
  const faces: Partial<Record<Face, FaceTally>> = {};
  const faults: string[] = [];
  for (let sent = 0, round = 0; sent < options.payloads; sent += A_ROUND, round += 1) {
    const count = Math.min(A_ROUND, options.payloads - sent);
    const found = await playRound(folder, { ...options, seed: options.seed + 1_000 * round }, count);
    for (const [face, tally] of found.tallies) {
      const { overLimits } = faces[face] ?? NONE;
      faces[face] = { ...add(faces[face] ?? NONE, tally), overLimits: [...overLimits, ...tally.overLimits] };
    }
    faults.push(...found.faults);
    options.log(`${sent + count} payloads for each of ${options.faces.join(', ')}`);
  }
  return { faces, faults };
}

async function playRound(folder: string, { faces, seed }: AttackOptions, count: number) {
  const target = await openTarget(folder);
  const { discord, slack, address } = target;
  prepareSlack(slack);
  const play: Readonly<Record<Face, () => Promise<FaceTally>>> = {
    discord: async () => {
      const tally = await fireAll(drawn(shotsOnDiscord(discord, createDice(seed)), count));
      const left = await unansweredOnDiscord(discord, tally);
      const overLimits = discord.misfits.map((misfit) => JSON.stringify(misfit));
      return { ...tally, unanswered: [...tally.unanswered, ...left], overLimits };
    },
    slack: async () => {
      const tally = await fireAll(drawn(shotsOnSlack(slack, createDice(seed + 1)), count));
      const left = await unansweredOnSlack(slack);
      return { ...tally, unanswered: [...tally.unanswered, ...left], overLimits: slack.misfits };
    },
    page: async () => ({
      ...(await fireAll(drawn(shotsOnPage(address, createDice(seed + 2)), count))),
      overLimits: [],
    }),
  };
  const tallies: (readonly [Face, FaceTally])[] = [];
  let faults: readonly string[] = [];
  try {
    for (const face of faces) tallies.push([face, await play[face]()]);
  } finally {
    faults = await target.end();
    if (tallies.length < faces.length) for (const fault of faults) process.stderr.write(`${fault}\n`);
  }
  return { tallies, faults };
}
