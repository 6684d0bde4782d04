/**
 * Every edit of a round's message. A platform allows few a minute, so that results come first and at once, and
 * "3 answers locked in" takes what they leave: once for all answers until then, further apart the more rounds are
 * open. A late count must never overwrite a result.
 */
import type { Card } from '../cards/card.ts';
import type { MessageRef, Place } from '../ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { EditOutcome } from '../ports/platform.ts';
import type { Speaker } from '../speaker.ts';
import { type Budget, createBudget } from './edit-budget.ts';

export interface Edits {
  /** At once, whatever the budget says; it counts against it all the same. */
  now(message: MessageRef, card: Card): Promise<EditOutcome>;
  /** A result of this round will be due by then, and is kept room for. */
  expect(round: Expected): void;
  /** The number has changed; `show` will run as soon as there is room, once for all changes until then. */
  soon(round: Expected, show: () => Promise<void>): void;
  /** Calls off what has not begun and waits for what has; after it, no count of the round is under way. */
  settle(round: string): Promise<void>;
  /** Shows at once what waits, and waits for what runs: nothing is left undone at a stop. */
  drain(): Promise<void>;
}

export interface Expected {
  readonly id: string;
  readonly place: Place;
  readonly closesAt: number;
}

interface Waiting {
  readonly place: Place;
  readonly cancel: () => void;
  readonly run: () => void;
}

/** What comes within this is shown by one edit. */
const GATHER_MS = 2_000;

/** A daily question's result is due too late to be kept room for. */
const SOON_MS = 10 * 60_000;

export interface EditsParts {
  readonly clock: Clock;
  readonly speaker: Pick<Speaker, 'edit' | 'capabilities'>;
  readonly logger: Logger;
}

export function createEdits({ clock, speaker, logger }: EditsParts): Edits {
  const budgets = new Map<string, Budget>();
  const waiting = new Map<string, Waiting>();
  const running = new Map<string, Promise<void>>();

  const budgetOf = (place: Place): Budget => {
    const { edits } = speaker.capabilities(place.platform);
    const { platform, workspace, channel } = place;
    const key = JSON.stringify([platform, workspace, ...(edits.per === 'channel' ? [channel] : [])]);
    const known = budgets.get(key);
    if (known) return known;
    // Places are many, and few of them play at a time.
    for (const [other, budget] of budgets) if (budget.isIdle(clock.now())) budgets.delete(other);
    const budget = createBudget(edits.perMinute);
    budgets.set(key, budget);
    return budget;
  };

  const begin = (round: string, show: () => Promise<void>) => {
    waiting.delete(round);
    const run = (running.get(round) ?? Promise.resolve()).then(show).finally(() => {
      if (running.get(round) === run) running.delete(round);
    });
    running.set(round, run);
  };

  const wait = (round: Expected, show: () => Promise<void>, at: number) => {
    const run = () => begin(round.id, show);
    const look = () => {
      const now = clock.now();
      const next = budgetOf(round.place).takeCount(now);
      if (next <= now) return run();
      logger.debug('count-put-off', { platform: round.place.platform });
      wait(round, show, next);
    };
    waiting.set(round.id, { place: round.place, cancel: clock.after(at - clock.now(), look), run });
  };

  const expect = ({ id, place, closesAt }: Expected) => {
    if (closesAt - clock.now() <= SOON_MS) budgetOf(place).expect(id, closesAt);
  };

  return {
    async now(message, card) {
      const budget = budgetOf(message.place);
      budget.spend(clock.now());
      const outcome = await speaker.edit(message, card);
      if (outcome.status === 'failed') budget.slowDown(clock.now(), outcome.retryAfterMs);
      return outcome;
    },
    expect,
    soon(round, show) {
      expect(round);
      if (!waiting.has(round.id)) wait(round, show, clock.now() + GATHER_MS);
    },
    async settle(round) {
      const dropped = waiting.get(round);
      dropped?.cancel();
      waiting.delete(round);
      if (dropped) logger.debug('count-dropped', { platform: dropped.place.platform });
      await running.get(round);
    },
    async drain() {
      for (const { cancel, run } of waiting.values()) {
        cancel();
        run();
      }
      await Promise.all(running.values());
    },
  };
}
