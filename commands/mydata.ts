import { type Card, plainCard, say } from '../src/core/cards/card.ts';
import { zoneOf } from '../src/core/daily/place-zone.ts';
import { describeStreak, streakOf } from '../src/core/daily/streak.ts';
import { localDateOf } from '../src/core/daily/zone.ts';
import type { Account } from '../src/core/ids.ts';
import { accountOf } from '../src/core/people/account.ts';
import { privacyCard } from '../src/core/people/privacy-card.ts';
import { filesFor, isNothing } from '../src/core/people/stored.ts';
import { amountOf, inPlaces, removalOf } from '../src/core/people/words.ts';
import type { Scope } from '../src/core/ports/store.ts';
import { secretsAround } from '../src/core/quiz/secrets/secrets.ts';
import { standingWords } from '../src/core/quiz/standings.ts';
import { type Command, defineSubcommand } from '../src/core/requests/command.ts';
import { type Answer, type Origin, toAsker } from '../src/core/requests/request.ts';
import type { Services } from '../src/core/services.ts';

export const mydata: Command = {
  name: 'mydata',
  description: 'What is stored about you: see it, hide from boards, or delete it',
  managersOnly: false,
  examples: () => [
    { subcommand: 'show', args: {} },
    { subcommand: 'delete', args: { confirm: true } },
  ],
  actions: {
    subcommands: {
      show: defineSubcommand({
        description: 'All that is stored about you, as files for you alone',
        audience: 'asker',
        options: {},
        run: ({ origin, services }) => show(services, origin),
      }),
      hide: defineSubcommand({
        description: 'Keep your name out of boards and reveals; your points go on counting',
        audience: 'asker',
        options: {},
        run: async ({ origin, services }) => toAsker(await hide(services, origin)),
      }),
      unhide: defineSubcommand({
        description: 'Be named on boards and reveals again',
        audience: 'asker',
        options: {},
        run: async ({ origin, services }) => toAsker(await unhide(services, origin)),
      }),
      delete: defineSubcommand({
        description: 'Delete your answers, with your points and streaks',
        audience: 'asker',
        options: { confirm: { kind: 'flag', description: 'Yes, delete them; this cannot be undone' } },
        run: async ({ origin, args, services }) => toAsker(await erase(services, origin, args.confirm)),
      }),
      privacy: defineSubcommand({
        description: 'What is kept, why, for how long, and who sees it',
        audience: 'asker',
        options: {},
        run: async ({ services }) => toAsker(privacyCard(services.privacy)),
      }),
    },
  },
};

const NOTHING = 'Nothing is stored about you.';

const accountIn = ({ speaker }: Services, { player }: Origin): Account =>
  accountOf(player, speaker.capabilities(player.platform).accounts);

async function show(services: Services, origin: Origin): Promise<Answer> {
  const { store, clock, library, limits } = services;
  const tooMuch = limits.take('looked', origin);
  if (tooMuch) return toAsker(tooMuch.limited);
  const account = accountIn(services, origin);
  const record = await store.exportAccount(account);
  if (isNothing(record)) return toAsker(say('neutral', NOTHING));
  const { player, place } = origin;
  const secrets = await secretsAround(services, { place, player });
  const open = new Set((await store.openQuestions(place, player)).map(({ questionId }) => questionId));
  const isOpen = (id: string): boolean => {
    const question = library.question(id);
    return open.has(id) || (question !== undefined && secrets.withheldUntil(question) !== undefined);
  };
  const zone = await zoneOf({ store }, place);
  const streak = streakOf(await store.dailyDates(place, player), clock.now(), zone);
  const date = localDateOf(clock.now(), zone);
  const pointsIn = async (scope: Scope) =>
    standingWords((await store.leaderboard({ scope, period: 'all', date }, player, 0)).viewer);
  const amount = amountOf(record);
  const files = filesFor({ account, record, at: clock.now(), isOpen });
  return toAsker(
    plainCard(
      'neutral',
      { type: 'heading', text: 'What is stored about you' },
      {
        type: 'text',
        text: [
          `Your user id${amount && `, with ${amount}`}${inPlaces(record)}. It is all in two files: one to read, and one (JSON) for a program.`,
          `\nYour points: ${await pointsIn({ place })} in this channel; ${await pointsIn({ workspaceOf: place })} in all channels.`,
          streak.days === 0
            ? ''
            : `\nYour streak of daily questions in this channel: ${describeStreak(streak)}.`,
        ],
      },
      ...(record.hiddenSince === undefined
        ? []
        : [
            {
              type: 'text',
              text: [
                'You are hidden: boards and reveals do not name you. ',
                { code: '/mydata unhide' },
                ' ends that.',
              ],
            } as const,
          ]),
      {
        type: 'note',
        text: [
          'No name is kept, and no other text of yours. To delete it all, use ',
          { code: '/mydata delete' },
          '; what is kept, and why: ',
          { code: '/mydata privacy' },
        ],
      },
    ),
    files,
  );
}

async function erase(services: Services, origin: Origin, confirmed: boolean): Promise<Card> {
  const { store, limits } = services;
  const tooMuch = limits.take('looked', origin);
  if (tooMuch) return tooMuch.limited;
  const account = accountIn(services, origin);
  const record = await store.exportAccount(account);
  if (isNothing(record)) return say('neutral', NOTHING);
  const wish = record.hiddenSince === undefined ? [] : [' You are hidden now; that is forgotten too.'];
  const { would, did } = removalOf(record, 'your');
  if (!confirmed)
    return say(
      'neutral',
      would ? `For good, this would ${would}${inPlaces(record)}.` : 'This would forget that you are hidden.',
      ...(would ? wish : []),
      ' If you are sure, use ',
      { code: '/mydata delete confirm' },
      '.',
    );
  await store.deletePlayer(account);
  return plainCard(
    'neutral',
    {
      type: 'text',
      text: [`Done${did && `: ${did}${inPlaces(record)}`}. Nothing that names you is kept any more.`],
    },
    {
      type: 'note',
      text: [
        'Quizzes you started and dailies you set stay with their topic. You cannot answer an open question a second time: a mark without your id sees to that until its answer is shown. Messages that were posted stay where they are.',
        ...(record.hiddenSince === undefined
          ? []
          : [' You are no longer hidden: if you play again, use ', { code: '/mydata hide' }, ' again.']),
      ],
    },
  );
}

async function hide(services: Services, origin: Origin): Promise<Card> {
  const { store, clock } = services;
  const isNew = await store.hide(accountIn(services, origin), clock.now());
  return plainCard(
    'neutral',
    {
      type: 'text',
      text: [
        isNew ? 'You are hidden.' : 'You are hidden already.',
        ' From here on leaderboards, standings, reveals and streaks do not name you to others. Your points go on counting: ',
        { code: '/leaderboard me' },
        ' tells you, and nobody else, where you stand.',
      ],
    },
    {
      type: 'note',
      text: [
        'Boards rank the others as if you did not play. What you ask for in public still shows that you asked, and messages that were posted before stay as they are. ',
        { code: '/mydata unhide' },
        ' ends it.',
      ],
    },
  );
}

async function unhide(services: Services, origin: Origin): Promise<Card> {
  const isDone = await services.store.unhide(accountIn(services, origin));
  return isDone
    ? say('neutral', 'You are no longer hidden: boards and reveals name you again, with all your points.')
    : say('neutral', 'You are not hidden.');
}
