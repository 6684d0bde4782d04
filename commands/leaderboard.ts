import { type Card, plainCard } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { PERIODS, type Period, spanOf } from '../src/core/quiz/period.ts';
import { standingsBlock } from '../src/core/quiz/standings.ts';
import { type Origin, toEveryone } from '../src/core/request.ts';
import type { Services } from '../src/core/services.ts';

const MOST_SHOWN = 10;

export const leaderboard: Command = {
  name: 'leaderboard',
  description: 'Who knew most: today, this week, this month or of all time',
  managersOnly: false,
  actions: {
    sole: defineAction({
      description: 'Who knew most',
      audience: 'everyone',
      options: {
        period: {
          kind: 'pick',
          description: 'today, week, month or all; this week if left out',
          values: PERIODS,
        },
        scope: {
          kind: 'pick',
          description: 'This channel or everywhere here; this channel if left out',
          values: ['channel', 'everywhere'],
        },
      },
      run: async ({ origin, args, services }) =>
        toEveryone(await showLeaderboard(services, origin, args.period, args.scope === 'channel')),
    }),
  },
};

const TITLES: Readonly<Record<Period, string>> = {
  today: 'Leaderboard: today',
  week: 'Leaderboard: this week',
  month: 'Leaderboard: this month',
  all: 'Leaderboard: all time',
};

async function showLeaderboard(
  { store, clock }: Services,
  { place }: Origin,
  period: Period,
  channelOnly: boolean,
): Promise<Card> {
  const zone = (await store.findDaily(place))?.zone ?? 'UTC';
  const { from, until } = spanOf(period, clock.now(), zone);
  const standings = await store.leaderboard(
    channelOnly ? { place } : { workspaceOf: place },
    from,
    until,
    MOST_SHOWN,
  );
  return plainCard(
    'neutral',
    { type: 'heading', text: TITLES[period] },
    standings.length === 0
      ? { type: 'text', text: ['Nobody has answered in this time. Start with /quiz.'] }
      : standingsBlock(standings),
    {
      type: 'note',
      text: [
        `${channelOnly ? 'This channel' : 'All channels here'}. One point for each right answer, none for speed; equal points share a rank.`,
        ...(period === 'all'
          ? []
          : [` Starts again (${zone}) `, { time: until, as: 'date-time' } as const, '.']),
      ],
    },
  );
}
