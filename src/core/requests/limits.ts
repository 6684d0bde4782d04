/**
 * How much one person, one place and one workspace may ask, so that nobody keeps the others waiting. Nobody who plays
 * meets a limit: a class of thirty that answers at once, somebody who asks for twenty facts in a minute. Each process counts
 * for itself.
 */
import { type Card, say } from '../cards/card.ts';
import type { Place, Player } from '../ids.ts';
import type { Clock } from '../ports/clock.ts';
import { createMeter, type Meter, type Rate } from '../rate.ts';

/**
 * `answered`: a press that answers a question, or asks for the next one. `shown`: by a button, to everyone. `looked`: at all
 * that is stored about them, which of somebody who plays every day is thousands of rows.
 */
export type Doing = 'asked' | 'answered' | 'proposed' | 'shown' | 'looked';

type Of = 'person' | 'place' | 'workspace';

type Each<Thing> = Readonly<Record<Doing, readonly (readonly [Of, Thing])[]>>;

/** Narrowest first. What one person may do is a part of what their place may, and that of what their workspace may. */
const RATES: Each<Rate> = {
  asked: [
    ['person', { atOnce: 40, thenEveryMs: 2_000 }],
    ['place', { atOnce: 400, thenEveryMs: 25 }],
    ['workspace', { atOnce: 1_500, thenEveryMs: 10 }],
  ],
  answered: [
    ['person', { atOnce: 60, thenEveryMs: 500 }],
    ['place', { atOnce: 600, thenEveryMs: 15 }],
    ['workspace', { atOnce: 1_500, thenEveryMs: 8 }],
  ],
  proposed: [
    ['person', { atOnce: 60, thenEveryMs: 200 }],
    ['place', { atOnce: 300, thenEveryMs: 25 }],
    ['workspace', { atOnce: 600, thenEveryMs: 12 }],
  ],
  shown: [['person', { atOnce: 5, thenEveryMs: 12_000 }]],
  looked: [['person', { atOnce: 6, thenEveryMs: 10_000 }]],
};

/** How often one person is told of a limit: whoever goes on regardless has read it. */
const TOLD: Rate = { atOnce: 5, thenEveryMs: 5_000 };

export interface Who {
  readonly place: Place;
  /** Left out where nobody knows. */
  readonly player?: Player | undefined;
}

/** More than a limit allows: nothing of it is done. */
export interface Limited {
  /** For this person alone: what was too much, and when it works again. */
  readonly limited: Card;
  /** Whose limit it is. */
  readonly of: Of;
  /** They were told just now, and more than once, so that it need not be said where a platform can stay silent. */
  readonly isKnown: boolean;
}

export interface Limits {
  /** Counts it where it is within all limits; else says what to tell. What is refused counts for nothing. */
  take(doing: Doing, who: Who): Limited | undefined;
}

export function createLimits(clock: Pick<Clock, 'now'>): Limits {
  const metersFor = (doing: Doing) =>
    RATES[doing].map(([of, rate]) => [of, createMeter(clock, rate)] as const);
  const meters: Each<Meter> = {
    asked: metersFor('asked'),
    answered: metersFor('answered'),
    proposed: metersFor('proposed'),
    shown: metersFor('shown'),
    looked: metersFor('looked'),
  };
  const told = createMeter(clock, TOLD);
  return {
    take: (doing, who) => {
      const counted = meters[doing].flatMap(([of, meter]) => {
        const key = keyOf(of, who);
        return key === undefined ? [] : [{ of, meter, key }];
      });
      const met = counted.find(({ meter, key }) => meter.waitMs(key) > 0);
      if (!met) {
        for (const { meter, key } of counted) meter.count(key);
        return undefined;
      }
      const reader = `${doing} ${keyOf('person', who) ?? keyOf('place', who)}`;
      const isKnown = told.waitMs(reader) > 0;
      if (!isKnown) told.count(reader);
      return { limited: say('problem', wordsFor(doing, met.of)), of: met.of, isKnown };
    },
  };
}

/** All waits are of a few seconds, by the rates. */
function wordsFor(doing: Doing, of: Of): string {
  if (doing === 'answered')
    return of === 'person'
      ? 'You press faster than I can count, so this press did nothing. Press again in a few seconds.'
      : 'So many are pressing at once that this press did nothing. Press again in a few seconds.';
  const who = { person: 'You ask', place: 'All of you here ask', workspace: 'People in all channels ask' }[
    of
  ];
  return `${who} faster than I can answer, so nothing was done. Try again in a few seconds.`;
}

/** A person is the same wherever they write. */
function keyOf(of: Of, { player, place: { platform, workspace, channel } }: Who): string | undefined {
  if (of === 'person') return player && JSON.stringify([player.platform, player.user]);
  return JSON.stringify(of === 'place' ? [platform, workspace, channel] : [platform, workspace]);
}
