import { dailyNow, endDaily, pauseDaily, resumeDaily } from '../src/core/daily/control.ts';
import { dailyStatus, setDaily } from '../src/core/daily/orders.ts';
import { looksLikeTime, parseWeekdays } from '../src/core/daily/parse-order.ts';
import { MOST_DAYS, previewDaily } from '../src/core/daily/preview.ts';
import { skipDates, unskipDates } from '../src/core/daily/skip.ts';
import { findZone, suggestZones } from '../src/core/daily/zone-names.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import { type Command, defineSubcommand } from '../src/core/requests/command.ts';
import { toAsker, toAskerUnlessDone } from '../src/core/requests/request.ts';
import { askableHere } from '../src/core/settings/allowed.ts';
import { packOption } from '../src/core/settings/pack-option.ts';

const plain = { audience: 'asker', options: {} } as const;

export const daily: Command = {
  name: 'daily',
  description: 'The daily question of this channel: when it comes, and how it is set',
  managersOnly: true,
  examples: () => [
    { subcommand: 'set', args: { time: '09:00', zone: 'Europe/Berlin', weekdays: 'mon-fri' } },
    { subcommand: 'skip', args: { dates: '24 Dec' } },
  ],
  actions: {
    subcommands: {
      status: defineSubcommand({
        ...plain,
        forEveryone: true,
        description: 'Next and last run, and what went wrong if anything did',
        run: async ({ origin, services }) => toAsker(await dailyStatus(services, origin)),
      }),
      set: defineSubcommand({
        description: 'Post one question a day here, at this local time',
        audience: 'asker',
        options: {
          time: {
            kind: 'text',
            fits: looksLikeTime,
            description: 'Local time, such as 09:00 or 5:30pm',
            wanted: 'At what time? For example /daily set 09:00',
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
            suggest: (typed, services, request) => proposeSubjects(services, request, typed, askableHere),
          },
          pack: packOption,
          reveal: {
            kind: 'integer',
            description: 'Hours until the answer is revealed, 1 to 72; 24 if left out',
            wanted: 'Reveal after 1 to 72 hours.',
            min: 1,
            max: 72,
            unit: 'hours',
          },
          'catch-up': {
            kind: 'integer',
            aliases: ['catchup'],
            description: 'Hours a missed question may still come late, 1 to 24; 6 if left out',
            wanted: 'A missed question may come 1 to 24 hours late.',
            min: 1,
            max: 24,
            unit: 'hours',
          },
        },
        run: async ({ origin, args, services }) => toAsker(await setDaily(services, origin, args)),
      }),
      next: defineSubcommand({
        description: 'The questions that come, without their answers; leave one out, or ask it first',
        audience: 'asker',
        options: {
          days: {
            kind: 'integer',
            description: 'How many, 1 to 7; 3 if left out',
            wanted: 'Look 1 to 7 questions ahead.',
            min: 1,
            max: MOST_DAYS,
          },
        },
        run: async ({ origin, args, services }) =>
          toAsker(await previewDaily(services, origin, args.days ?? 3)),
      }),
      now: defineSubcommand({
        ...plain,
        description: 'Post today’s question at once',
        run: async ({ origin, services }) => toAskerUnlessDone(await dailyNow(services, origin)),
      }),
      pause: defineSubcommand({
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
      resume: defineSubcommand({
        ...plain,
        description: 'Continue after a pause',
        run: async ({ origin, services }) => toAsker(await resumeDaily(services, origin)),
      }),
      skip: defineSubcommand({
        description: 'Post nothing on these dates',
        audience: 'asker',
        options: {
          dates: {
            kind: 'text',
            description: 'Such as 2026-12-25, or “24 Dec, 31 Dec”, or 2026-12-24..2026-12-26',
            wanted: 'On which dates? For example /daily skip 24 Dec, or /daily skip 24 Dec to 26 Dec',
            maxLength: 500,
            required: true,
          },
        },
        run: async ({ origin, args, services }) =>
          toAsker(await skipDates(services, origin.place, args.dates)),
      }),
      unskip: defineSubcommand({
        description: 'Post on skipped dates after all',
        audience: 'asker',
        options: {
          dates: {
            kind: 'text',
            description: 'Such as 2026-12-25, or “all”',
            wanted: 'Which dates? For example /daily unskip 24 Dec, or /daily unskip all',
            maxLength: 500,
            required: true,
          },
        },
        run: async ({ origin, args, services }) =>
          toAsker(await unskipDates(services, origin.place, args.dates)),
      }),
      off: defineSubcommand({
        ...plain,
        description: 'End the daily question here',
        run: async ({ origin, services }) => toAsker(await endDaily(services, origin.place)),
      }),
    },
  },
};
