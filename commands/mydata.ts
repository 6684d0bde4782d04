import { type Card, plainCard, say } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { streakOf } from '../src/core/daily/streak.ts';
import { type Origin, toAsker } from '../src/core/request.ts';
import type { Services } from '../src/core/services.ts';

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
  const zone = (await store.findDaily(place))?.zone ?? 'UTC';
  const streak = streakOf(await store.dailyDates(place, player), clock.now(), zone);
  const right = answers.filter((answer) => answer.right).length;
  return plainCard(
    'neutral',
    { type: 'heading', text: 'What is stored about you' },
    {
      type: 'text',
      text: [
        `Your user id with ${answers.length} ${answers.length === 1 ? 'answer' : 'answers'} in this workspace, ${right} of them right.`,
        `\nYour streak of daily questions in this channel: ${streak} ${streak === 1 ? 'day' : 'days'}.`,
      ],
    },
    {
      type: 'note',
      text: [
        'Whether an answer was right counts here once its question is revealed. No name and no message text is kept. Delete it all with /mydata delete.',
      ],
    },
  );
}

async function erase({ store }: Services, { player }: Origin, confirmed: boolean): Promise<Card> {
  if (!confirmed) {
    const count = (await store.exportPlayer(player)).length;
    return say(
      'neutral',
      `This would delete your ${count} answers here, with their points and streaks, for good. If you are sure, use /mydata delete with confirm.`,
    );
  }
  const deleted = await store.deletePlayer(player);
  return say(
    'neutral',
    `Deleted: ${deleted} ${deleted === 1 ? 'answer' : 'answers'}. Nothing about you is stored here any more.`,
  );
}
