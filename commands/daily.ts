import { type Command, defineAction } from '../src/core/command.ts';
import { dailyNow, endDaily, pauseDaily, resumeDaily } from '../src/core/daily/control.ts';
import { dailyStatus, setDaily } from '../src/core/daily/orders.ts';
import { looksLikeTime, parseWeekdays } from '../src/core/daily/parse-order.ts';
import { skipDates, unskipDates } from '../src/core/daily/skip.ts';
import { findZone, suggestZones } from '../src/core/daily/zone-names.ts';
import { askable } from '../src/core/facts/subjects.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import { toAsker, toAskerUnlessDone } from '../src/core/request.ts';

const plain = { audience: 'asker', options: {} } as const;

export const daily: Command = {
  name: 'daily',
  description: 'The daily question of this channel, for those who manage it',
  managersOnly: true,
  actions: {
    subcommands: {
      set: defineAction({
        description: 'Post one question a day here, at this local time',
        audience: 'asker',
        options: {
          time: {
            kind: 'text',
            fits: looksLikeTime,
            description: 'Local time, such as 09:00 or 5:30pm',
            maxLength: 20,
            required: true,
          },
          zone: {
            kind: 'text',
            fits: (words) => findZone(words) !== undefined,
            aliases: ['timezone', 'time-zone', 'tz'],
            description: 'Time zone, such as Europe/Berlin; as before, or yours or UTC, if left out',
            maxLength: 60,
            suggest: (typed) => suggestZones(typed, 25).map((name) => ({ name })),
          },
          weekdays: {
            kind: 'text',
            aliases: ['days', 'weekday'],
            fits: (words) => parseWeekdays(words) !== undefined,
            description: 'Such as mon-fri or “mon, wed, sat”; every day if left out',
            maxLength: 60,
          },
          topic: {
            kind: 'text',
            description: 'A person, place, event or theme; “all” for everything',
            maxLength: 100,
            suggest: (typed, services, request) =>
              proposeSubjects(services, request, typed, askable(services.library)),
          },
          reveal: {
            kind: 'integer',
            description: 'Hours until the answer is revealed, 1 to 72; 24 if left out',
            min: 1,
            max: 72,
            unit: 'hours',
          },
          'catch-up': {
            kind: 'integer',
            aliases: ['catchup'],
            description: 'Hours a missed question may still come late, 1 to 24; 6 if left out',
            min: 1,
            max: 24,
            unit: 'hours',
          },
        },
        run: async ({ origin, args, services }) => toAsker(await setDaily(services, origin, args)),
      }),
      status: defineAction({
        ...plain,
        forEveryone: true,
        description: 'Next and last run, and what went wrong if anything did',
        run: async ({ origin, services }) => toAsker(await dailyStatus(services, origin.place)),
      }),
      now: defineAction({
        ...plain,
        description: 'Post today’s question at once',
        run: async ({ origin, services }) => toAskerUnlessDone(await dailyNow(services, origin)),
      }),
      pause: defineAction({
        description: 'Post nothing until you resume it, or until a date',
        audience: 'asker',
        options: {
          until: {
            kind: 'text',
            description: 'The date on which it goes on by itself, such as 2026-12-01 or 1 Dec',
            maxLength: 60,
          },
        },
        run: async ({ origin, args, services }) =>
          toAsker(await pauseDaily(services, origin.place, args.until)),
      }),
      resume: defineAction({
        ...plain,
        description: 'Continue after a pause',
        run: async ({ origin, services }) => toAsker(await resumeDaily(services, origin)),
      }),
      skip: defineAction({
        description: 'Post nothing on these dates',
        audience: 'asker',
        options: {
          dates: {
            kind: 'text',
            description: 'Such as 2026-12-25, or “24 Dec, 31 Dec”, or 2026-12-24..2026-12-26',
            maxLength: 500,
            required: true,
          },
        },
        run: async ({ origin, args, services }) =>
          toAsker(await skipDates(services, origin.place, args.dates)),
      }),
      unskip: defineAction({
        description: 'Post on skipped dates after all',
        audience: 'asker',
        options: {
          dates: {
            kind: 'text',
            description: 'Such as 2026-12-25, or “all”',
            maxLength: 500,
            required: true,
          },
        },
        run: async ({ origin, args, services }) =>
          toAsker(await unskipDates(services, origin.place, args.dates)),
      }),
      off: defineAction({
        ...plain,
        description: 'End the daily question here',
        run: async ({ origin, services }) => toAsker(await endDaily(services, origin.place)),
      }),
    },
  },
};
