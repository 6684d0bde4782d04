import { type Card, plainCard, say } from '../src/core/cards/card.ts';
import { zoneOf } from '../src/core/daily/place-zone.ts';
import { describeStreak, streakOf } from '../src/core/daily/streak.ts';
import { localDateOf } from '../src/core/daily/zone.ts';
import type { Scope } from '../src/core/ports/store.ts';
import { standingWords } from '../src/core/quiz/standings.ts';
import { type Command, defineSubcommand } from '../src/core/requests/command.ts';
import { type Origin, toAsker } from '../src/core/requests/request.ts';
import type { Services } from '../src/core/services.ts';

export const mydata: Command = {
  name: 'mydata',
  description: 'What is stored about you, and how to delete it',
  managersOnly: false,
  examples: () => [
    { subcommand: 'show', args: {} },
    { subcommand: 'delete', args: { confirm: true } },
  ],
  actions: {
    subcommands: {
      show: defineSubcommand({
        description: 'What is stored about you here',
        audience: 'asker',
        options: {},
        run: async ({ origin, services }) => toAsker(await show(services, origin)),
      }),
      delete: defineSubcommand({
        description: 'Delete your answers, with your points and streaks',
        audience: 'asker',
        options: { confirm: { kind: 'flag', description: 'Yes, delete them; this cannot be undone' } },
        run: async ({ origin, args, services }) => toAsker(await erase(services, origin, args.confirm)),
      }),
    },
  },
};

/** What bears the person's id, without what follows from it: points and streaks. */
async function storedAbout({ store }: Services, { player }: Origin) {
  const answers = await store.exportPlayer(player);
  const { quizzes, dailies } = await store.ordersOf(player);
  return { answers, quizzes, dailies, isNothing: answers.length + quizzes + dailies === 0 };
}

const NOTHING = 'Nothing is stored about you here.';

async function show(services: Services, origin: Origin): Promise<Card> {
  const { store, clock } = services;
  const { player, place } = origin;
  const { answers, quizzes, dailies, isNothing } = await storedAbout(services, origin);
  if (isNothing) return say('neutral', NOTHING);
  const zone = await zoneOf({ store }, place);
  const streak = streakOf(await store.dailyDates(place, player), clock.now(), zone);
  const right = answers.filter((answer) => answer.right).length;
  const points = async (scope: Scope) => {
    const board = { scope, period: 'all', date: localDateOf(clock.now(), zone) } as const;
    return standingWords((await store.leaderboard(board, player, 0)).viewer);
  };
  return plainCard(
    'neutral',
    { type: 'heading', text: 'What is stored about you' },
    {
      type: 'text',
      text: [
        `Your user id with ${counted(answers.length, 'answer')} here, ${right} of them right.`,
        `\nYour points: ${await points({ place })} in this channel; ${await points({ workspaceOf: place })} in all channels.`,
        `\nYour streak of daily questions in this channel: ${describeStreak(streak)}.`,
        quizzes + dailies === 0
          ? ''
          : `\nYour user id and the topic you typed, with ${ordered(quizzes, dailies)}.`,
      ],
    },
    {
      type: 'note',
      text: [
        'An answer counts as right or wrong once its question is closed. What you play alone gives no points. No name is kept, and no other text of yours. To delete it all, use ',
        { code: '/mydata delete' },
        '.',
      ],
    },
  );
}

async function erase(services: Services, origin: Origin, confirmed: boolean): Promise<Card> {
  const { answers, quizzes, dailies, isNothing } = await storedAbout(services, origin);
  if (isNothing) return say('neutral', NOTHING);
  if (!confirmed)
    return say(
      'neutral',
      `This would, for good, ${wouldDo(answers.length, quizzes, dailies)}. If you are sure, use `,
      { code: '/mydata delete confirm' },
      '.',
    );
  const deleted = await services.store.deletePlayer(origin.player);
  return say(
    'neutral',
    `Deleted: ${counted(deleted, 'answer')}. Quizzes you started and dailies you set stay with their topic, but no longer name you. A question that is still open takes no second answer; the mark that sees to it names nobody and goes with the reveal. Nothing else about you is stored here any more.`,
  );
}

const wouldDo = (answers: number, quizzes: number, dailies: number): string =>
  [
    answers === 0 ? '' : `delete your ${counted(answers, 'answer')} here, with points and streaks`,
    quizzes + dailies === 0 ? '' : `take your user id off ${ordered(quizzes, dailies)}`,
  ]
    .filter(Boolean)
    .join(', and ');

const ordered = (quizzes: number, dailies: number): string =>
  [
    quizzes === 0 ? '' : `${counted(quizzes, 'quiz', 'quizzes')} that you started`,
    dailies === 0 ? '' : `${counted(dailies, 'daily question')} that you set`,
  ]
    .filter(Boolean)
    .join(' and ');

const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
