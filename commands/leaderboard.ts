import { type Card, type PlainBlock, plainCard } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { zoneOf } from '../src/core/daily/place-zone.ts';
import { localDateOf } from '../src/core/daily/zone.ts';
import { lastDayOf, PERIODS, type Period } from '../src/core/quiz/period.ts';
import { boardBlock, standingWords } from '../src/core/quiz/standings.ts';
import { type Origin, toAsker, toEveryone } from '../src/core/request.ts';
import type { Services } from '../src/core/services.ts';
import type { Board } from '../src/core/store.ts';

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
        me: { kind: 'flag', description: 'Your own points and ranks, seen by you alone' },
      },
      run: async ({ origin, args, services }) => {
        const here = await look(services, origin, args.scope === 'everywhere');
        return args.me ? toAsker(await ownCard(here)) : toEveryone(await boardCard(here, args.period));
      },
    }),
  },
};

const WORDS: Readonly<Record<Period, string>> = {
  today: 'Today',
  week: 'This week',
  month: 'This month',
  all: 'All time',
};

/** Where someone looks from, and how the boards of that are read. */
interface Look {
  readonly everywhere: boolean;
  readonly zone: string;
  readonly date: string;
  read(period: Period): Promise<Board>;
}

async function look({ store, clock }: Services, origin: Origin, everywhere: boolean): Promise<Look> {
  const { place, player } = origin;
  const zone = await zoneOf({ store }, place);
  const date = localDateOf(clock.now(), zone);
  const scope = everywhere ? { workspaceOf: place } : { place };
  return {
    ...{ everywhere, zone, date },
    read: (period) => store.leaderboard({ scope, period, date }, player, MOST_SHOWN),
  };
}

const where = ({ everywhere }: Look): string => (everywhere ? 'everywhere here' : 'this channel');

async function boardCard(here: Look, period: Period): Promise<Card> {
  const board = await here.read(period);
  return plainCard(
    'neutral',
    { type: 'heading', text: `Leaderboard · ${WORDS[period]}, ${where(here)}` },
    boardBlock(board, board.viewer),
    ...(board.top.length === 0 ? [await elsewhere(here, period)] : []),
    { type: 'note', text: [`${RULE}${until(here, period)}`] },
  );
}

const RULE =
  'One point for each right answer, none for speed, counted when the question closes; equal points share a rank.';

/** As a date of the place, because an hour would be shown in the reader's zone. */
function until({ date, zone }: Look, period: Period): string {
  const lastDay = lastDayOf(period, date);
  return lastDay === undefined ? '' : ` This board counts until the end of ${lastDay} (${zone}).`;
}

/** What to look at where a board is empty. */
async function elsewhere(here: Look, period: Period): Promise<PlainBlock> {
  for (const wider of WIDER.slice(WIDER.indexOf(period) + 1))
    if ((await here.read(wider)).top.length > 0)
      return {
        type: 'text',
        text: [
          `${WORDS[wider]} has some: `,
          { code: `/leaderboard ${wider}${here.everywhere ? ' everywhere' : ''}` },
        ],
      };
  return { type: 'text', text: ['Start with /quiz.'] };
}

const WIDER = ['today', 'week', 'month', 'all'] as const;

async function ownCard(here: Look): Promise<Card> {
  const lines = await Promise.all(
    WIDER.map(async (period) => [WORDS[period], (await here.read(period)).viewer] as const),
  );
  return plainCard(
    'neutral',
    { type: 'heading', text: `Your points · ${where(here)}` },
    { type: 'text', text: [lines.map(([words, own]) => `${words}: ${standingWords(own)}`).join('\n')] },
    { type: 'note', text: [RULE] },
  );
}
