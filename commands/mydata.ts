import { type Card, plainCard, say } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { zoneOf } from '../src/core/daily/place-zone.ts';
import { describeStreak, streakOf } from '../src/core/daily/streak.ts';
import { localDateOf } from '../src/core/daily/zone.ts';
import { standingWords } from '../src/core/quiz/standings.ts';
import { type Origin, toAsker } from '../src/core/request.ts';
import type { Services } from '../src/core/services.ts';
import type { Scope } from '../src/core/store.ts';

export const mydata: Command = {
  name: 'mydata',
  description: 'What is stored about you, and how to delete it',
  managersOnly: false,
  actions: {
    subcommands: {
      show: defineAction({
        description: 'What is stored about you here',
        audience: 'asker',
        options: {},
        run: async ({ origin, services }) => toAsker(await show(services, origin)),
      }),
      delete: defineAction({
        description: 'Delete your answers, with your points and streaks',
        audience: 'asker',
        options: { confirm: { kind: 'flag', description: 'Yes, delete them; this cannot be undone' } },
        run: async ({ origin, args, services }) => toAsker(await erase(services, origin, args.confirm)),
      }),
    },
  },
};

async function show({ store, clock }: Services, { player, place }: Origin): Promise<Card> {
  const answers = await store.exportPlayer(player);
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
        `\nYour points: ${await points({ place })} in this channel; ${await points({ workspaceOf: place })} everywhere here.`,
        `\nYour streak of daily questions in this channel: ${describeStreak(streak)}.`,
        '\nYour user id also stands with quizzes you started and dailies you set, and with it the topic words you gave them; /mydata delete takes it off them.',
      ],
    },
    {
      type: 'note',
      text: [
        'Whether an answer was right counts here once its question is closed. What you play alone gives no points. No name is kept, and no message text other than those topic words. Delete it all with /mydata delete.',
      ],
    },
  );
}

async function erase({ store }: Services, { player }: Origin, confirmed: boolean): Promise<Card> {
  if (!confirmed) {
    const { length } = await store.exportPlayer(player);
    return say(
      'neutral',
      `This would delete your ${counted(length, 'answer')} here, with points and streaks, for good, and take your user id off the quizzes you started and the dailies you set. If you are sure, use /mydata delete with confirm.`,
    );
  }
  const deleted = await store.deletePlayer(player);
  return say(
    'neutral',
    `Deleted: ${counted(deleted, 'answer')}. Quizzes you started and dailies you set stay with their topic, but no longer name you. A question that is still open takes no second answer; the mark that sees to it names nobody and goes with the reveal. Nothing else about you is stored here any more.`,
  );
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
