/** People who start quizzes where daily questions are due, and now and then reveal an answer early or stop. */
import { setTimeout } from 'node:timers/promises';
import type { Random } from '../../src/core/ports/random.ts';
import { pick, type Standing } from './places.ts';
import { type Actor, press, typeQuiz, within } from './press.ts';
import { hostTokensOf, readQuizQuestions } from './questions.ts';
import type { Scene } from './scenes.ts';
import type { World } from './world.ts';

export interface Quizzers {
  /** So many quizzes are begun in this scene. */
  plan(count: number, scene: Scene): void;
  /** Does whatever is due by now; called often. */
  look(): void;
  busy(): boolean;
  rest(): Promise<void>;
}

interface Plan {
  readonly at: number;
  readonly run: () => Promise<unknown>;
}

const SECONDS = [15, 20, 30, 60] as const;
const HURRY_MS = 12_000;
/** In real milliseconds. Who sees that the bot is away types it again. */
const PATIENCE_MS = 4_000;
const AGAIN_MS = 500;
const MOST_TRIES = 100;

export function createQuizzers(world: World, places: readonly Standing[], random: Random): Quizzers {
  const starters: Actor[] = [];
  const known = new Set<string>();
  const running = new Set<Promise<unknown>>();
  let plans: Plan[] = [];
  const begin = async () => {
    const { place } = pick(places, random).daily;
    const number = starters.length + 1;
    const starter = { place, user: place.platform === 'discord' ? `7${number}` : `UQUIZ${number}` };
    starters.push(starter);
    const size = { questions: 1 + Math.floor(random.next() * 3), seconds: pick(SECONDS, random) };
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (await within(typeQuiz(world, starter, size), PATIENCE_MS)) return;
      await setTimeout(AGAIN_MS);
    }
  };
  /** Some cannot wait for the answer, some have to go. */
  const meet = () => {
    for (const { id, channel } of readQuizQuestions(world)) {
      if (known.has(id)) continue;
      known.add(id);
      const starter = starters.findLast(({ place }) => place.channel === channel);
      const { reveal, stop } = hostTokensOf(world, id);
      const dice = random.next();
      const token = dice < 0.25 ? reveal : dice < 0.32 ? stop : undefined;
      const at = world.time.now() + random.next() * HURRY_MS;
      if (starter && token) plans.push({ at, run: () => within(press(world, starter, id, token)) });
    }
  };
  return {
    plan: (count, { from, until }) => {
      for (let quiz = 0; quiz < count; quiz += 1)
        plans.push({ at: from + random.next() * (until - from), run: begin });
    },
    look: () => {
      meet();
      const now = world.time.now();
      const due = plans.filter(({ at }) => at <= now);
      plans = plans.filter((plan) => !due.includes(plan));
      for (const { run } of due) {
        const doing: Promise<unknown> = run().finally(() => running.delete(doing));
        running.add(doing);
      }
    },
    busy: () => running.size > 0 || plans.length > 0,
    rest: async () => {
      plans = [];
      await Promise.all(running);
    },
  };
}
