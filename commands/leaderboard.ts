import { type Card, type PlainBlock, plainCard, say } from '../src/core/cards/card.ts';
import { zoneOf } from '../src/core/daily/place-zone.ts';
import { localDateOf } from '../src/core/daily/zone.ts';
import type { Pack } from '../src/core/dataset/pack.ts';
import type { Board } from '../src/core/ports/store.ts';
import { nextStart, PERIODS, type Period } from '../src/core/quiz/period.ts';
import { boardBlock, standingWords } from '../src/core/quiz/standings.ts';
import { type Command, defineAction } from '../src/core/requests/command.ts';
import { type Origin, toAsker, toEveryone } from '../src/core/requests/request.ts';
import { typeToken } from '../src/core/requests/token.ts';
import { quote } from '../src/core/requests/typed-words.ts';
import type { Services } from '../src/core/services.ts';
import { namesOf, whichPack } from '../src/core/settings/no-pack.ts';
import { keysOf, labelOf, packsMeant } from '../src/core/settings/pack-named.ts';
import { packOption } from '../src/core/settings/pack-option.ts';

const MOST_SHOWN = 10;

export const leaderboard: Command = {
  name: 'leaderboard',
  description: 'Who knew most: today, this week, this month or of all time',
  managersOnly: false,
  button: 'Leaderboard',
  examples: () => [{ args: { period: 'today', scope: 'everywhere' } }, { args: { me: true } }],
  actions: {
    sole: defineAction({
      audience: 'everyone',
      wanted: 'Try today, week, month or all; add everywhere for all channels.',
      options: {
        period: {
          kind: 'pick',
          description: 'today, week, month or all; this week if left out',
          values: PERIODS,
        },
        scope: {
          kind: 'pick',
          description: 'This channel, or everywhere for all channels; this channel if left out',
          values: ['channel', 'everywhere'],
          phrases: { 'all channels': 'everywhere' },
        },
        me: {
          kind: 'flag',
          aliases: ['my', 'mine', 'your'],
          description: 'Your own points and ranks, seen by you alone',
        },
        pack: { ...packOption, description: 'What was known of one pack, by its name; of all if left out' },
      },
      run: async ({ origin, args, services }) => {
        const pack = packOf(services, args);
        if (pack && 'problem' in pack) return toAsker(pack.problem);
        const here = await look(services, origin, { everywhere: args.scope === 'everywhere', pack });
        return args.me ? toAsker(await ownCard(here)) : toEveryone(await boardCard(here, args.period));
      },
    }),
  },
};

interface Words {
  readonly period: Period;
  readonly scope: 'channel' | 'everywhere';
  readonly me: boolean;
  readonly pack: string | undefined;
}

/** Also one that is off in the channel by now: its points stand. */
function packOf(services: Services, words: Words): Pack | { readonly problem: Card } | undefined {
  if (words.pack === undefined) return undefined;
  const { packs } = services.library;
  const [pack, ...others] = packsMeant(packs, words.pack);
  if (!pack) return { problem: noSuchPack(words.pack, packs) };
  if (others.length === 0) return pack;
  const retry = (id: string) =>
    keysOf(id)
      .map((key) => typeToken('leaderboard', lineOf({ ...words, pack: key })))
      .find((token) => token !== undefined);
  return { problem: whichPack(services, [pack, ...others], retry) };
}

const noSuchPack = (typed: string, packs: readonly Pack[]): Card =>
  say('problem', `There is no pack called “${quote(typed)}”. There is: ${namesOf(packs, packs)}.`);

/** As it is typed. */
const lineOf = ({ period, scope, me, pack }: Words): string =>
  [
    ...(me ? ['me'] : [period]),
    ...(scope === 'everywhere' ? ['everywhere'] : []),
    ...(pack === undefined ? [] : [`pack: ${pack}`]),
  ].join(' ');

const WORDS: Readonly<Record<Period, string>> = {
  today: 'Today',
  week: 'This week',
  month: 'This month',
  all: 'All time',
};

const NONE: Readonly<Record<Period, string>> = {
  today: 'No points yet today.',
  week: 'No points yet this week.',
  month: 'No points yet this month.',
  all: 'No points yet.',
};

/** Where someone looks from, and how the boards of that are read. */
interface Look {
  readonly everywhere: boolean;
  /** What the pack is called, if it is the board of one. */
  readonly pack: string | undefined;
  /** As a calendar in the place shows it. */
  readonly date: string;
  read(period: Period): Promise<Board>;
}

async function look(
  { store, clock, library }: Services,
  origin: Origin,
  { everywhere, pack }: { readonly everywhere: boolean; readonly pack: Pack | undefined },
): Promise<Look> {
  const { place, player } = origin;
  const zone = await zoneOf({ store }, place);
  const date = localDateOf(clock.now(), zone);
  const scope = everywhere ? { workspaceOf: place } : { place };
  return {
    ...{ everywhere, date },
    pack: pack && labelOf(pack, library.packs),
    read: (period) => store.leaderboard({ scope, period, date, pack: pack?.info.id }, player, MOST_SHOWN),
  };
}

const where = ({ everywhere }: Look): string => (everywhere ? 'all channels' : 'this channel');

const titleOf = ({ pack }: Look, words: string): string =>
  [words, ...(pack === undefined ? [] : [pack])].join(' · ');

async function boardCard(here: Look, period: Period): Promise<Card> {
  const board = await here.read(period);
  return plainCard(
    'neutral',
    { type: 'heading', text: `${titleOf(here, 'Leaderboard')} · ${WORDS[period]}, ${where(here)}` },
    boardBlock(board, { none: NONE[period], viewer: board.viewer }),
    ...(board.top.length === 0 ? await elsewhere(here, period, board) : []),
    { type: 'note', text: [[nextStart(period, here.date), RULE].filter(Boolean).join(' ')] },
  );
}

const RULE =
  'One point for each right answer, none for speed, counted when the question closes; equal points share a rank.';

/** What to look at where a board is empty. */
async function elsewhere(
  here: Look,
  period: Period,
  { withoutPoint }: Board,
): Promise<readonly PlainBlock[]> {
  for (const wider of WIDER.slice(WIDER.indexOf(period) + 1))
    if ((await here.read(wider)).top.length > 0)
      return [
        {
          type: 'text',
          text: [
            `${WORDS[wider]} has some: `,
            {
              code: `/leaderboard ${lineOf({
                ...{ period: wider, me: false, pack: here.pack },
                scope: here.everywhere ? 'everywhere' : 'channel',
              })}`,
            },
          ],
        },
      ];
  return withoutPoint > 0 ? [] : [{ type: 'text', text: ['Start with /quiz.'] }];
}

const WIDER = ['today', 'week', 'month', 'all'] as const;

async function ownCard(here: Look): Promise<Card> {
  const lines = await Promise.all(
    WIDER.map(async (period) => [WORDS[period], (await here.read(period)).viewer] as const),
  );
  return plainCard(
    'neutral',
    { type: 'heading', text: `${titleOf(here, 'Your points')} · ${where(here)}` },
    { type: 'text', text: [lines.map(([words, own]) => `${words}: ${standingWords(own)}`).join('\n')] },
    { type: 'note', text: [RULE] },
  );
}
