/** Who plays and wants to know the answer, or points that are not theirs. */
import { claimsOf, givenAwayBy } from '../../../src/core/quiz/giveaways.ts';
import { loadLibrary } from '../../../src/packs/read.ts';
import {
  eventually,
  type Finding,
  type OpenRound,
  openRounds,
  outcomeOf,
  patiently,
  type Scene,
  settled,
  times,
} from './scene.ts';

const library = await loadLibrary('data');

interface Standing extends OpenRound {
  readonly guild: string;
  readonly message: string;
  readonly tokens: readonly string[];
}

async function openQuestion({ target, place, stranger }: Scene): Promise<Standing> {
  const where = place();
  const { discord } = target;
  await patiently(discord, (to) =>
    to.command({ ...where, user: stranger(), name: 'quiz', options: { seconds: 300 } }),
  );
  await settled(discord);
  const [round] = await eventually(() => {
    const open = openRounds(target, where.channel);
    return open.length > 0 ? open : undefined;
  }, 'a question');
  const message = discord.messages(where.channel).find(({ buttons }) => buttons.length > 2);
  if (!round || !message) throw new Error('no question stands');
  return {
    ...round,
    guild: where.guild,
    message: message.id,
    tokens: message.buttons.map(({ token }) => token),
  };
}

interface Asking {
  readonly name: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly channel: string;
  readonly user?: string;
  readonly guild: string | null;
}

/** What somebody is shown who asks. */
async function reply({ target: { discord }, stranger }: Scene, asking: Asking): Promise<string> {
  const { user = stranger(), channel } = asking;
  const before = discord.messages(channel).length;
  await patiently(discord, (to) => to.command({ ...asking, user }));
  await settled(discord);
  const told = discord.messages(channel).slice(before).at(-1)?.text;
  return told ?? discord.whispers(user).at(-1)?.text ?? '';
}

/** While a question is open, all its options are answered alike. */
async function askAllOptions(scene: Scene, round: Standing, where: Omit<Asking, 'name' | 'options'>) {
  const fact: string[] = [];
  const quiz: string[] = [];
  for (const option of round.options.map((text) => text.slice(0, 100))) {
    fact.push(await reply(scene, { ...where, name: 'fact', options: { about: option } }));
    quiz.push(await reply(scene, { ...where, name: 'quiz', options: { topic: option, private: true } }));
  }
  return [fact, quiz].map((said) => [[round.prompt, ...said].join(' / '), new Set(said).size === 1] as const);
}

export const game: readonly Finding[] = [
  {
    name: 'H1',
    what: 'an option that is answered otherwise than the others of its open question',
    try: async (scene) => {
      const cases = [];
      for (const _ of times(scene.many(25, 2), String)) {
        const round = await openQuestion(scene);
        cases.push(...(await askAllOptions(scene, round, { guild: round.guild, channel: round.channel })));
      }
      return outcomeOf(cases);
    },
  },
  {
    name: 'H1b',
    what: 'a fact that shows what proves an open question',
    try: async (scene) => {
      const cases: (readonly [string, boolean])[] = [];
      for (const _ of times(scene.many(25, 2), String)) {
        const round = await openQuestion(scene);
        const question = library.question(round.question);
        const proofs = question ? claimsOf(question).flatMap((id) => library.claims.get(id)?.text ?? []) : [];
        const words = round.prompt.match(/\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/gu) ?? [];
        for (const about of words.slice(0, 6)) {
          const told = await reply(scene, {
            ...{ guild: round.guild, channel: round.channel },
            ...{ name: 'fact', options: { about } },
          });
          cases.push([`${round.prompt} ${about}: ${told}`, !proofs.some((proof) => told.includes(proof))]);
        }
      }
      return outcomeOf(cases);
    },
  },
  {
    name: 'L1',
    what: 'a second answer after the first was deleted',
    try: async (scene) => {
      const { target, stranger, many } = scene;
      const { discord } = target;
      const round = await openQuestion(scene);
      const cases = [];
      for (const user of times(many(20, 2), stranger)) {
        const answer = async (option: number) => {
          const button = round.tokens[option] ?? '';
          await patiently(discord, (to) =>
            to.press({ guild: round.guild, user, message: round.message, button }),
          );
          await settled(discord);
          return discord.whispers(user).at(-1)?.text ?? '';
        };
        const first = await answer(0);
        await patiently(discord, (to) =>
          to.command({ user, name: 'mydata', subcommand: 'delete', options: { confirm: true } }),
        );
        await settled(discord);
        const second = await answer(1);
        cases.push([
          `${first} / ${second}`,
          first.includes('Locked in') && !second.includes('Locked in'),
        ] as const);
      }
      return outcomeOf(cases);
    },
  },
  {
    name: 'L2',
    what: 'a private question that gives an open one away',
    try: async (scene) => {
      const round = await openQuestion(scene);
      const question = library.question(round.question);
      const near = question ? [...givenAwayBy(library, question)] : [];
      const prompts = [round.prompt, ...near.flatMap((id) => library.question(id)?.prompt ?? [])];
      const cases = [];
      for (const _ of times(scene.many(50, 5), String)) {
        const asked = await reply(scene, { ...round, name: 'quiz', options: { private: true } });
        cases.push([asked, !prompts.some((prompt) => asked.includes(prompt))] as const);
      }
      return outcomeOf(cases);
    },
  },
  {
    name: 'L3',
    what: 'a private talk that tells more to somebody who has answered',
    try: async (scene) => {
      const { target, stranger } = scene;
      const round = await openQuestion(scene);
      const user = stranger();
      const { guild, message, tokens } = round;
      await patiently(target.discord, (to) => to.press({ guild, user, message, button: tokens[0] ?? '' }));
      await settled(target.discord);
      const told = target.discord.whispers(user).at(-1)?.text ?? '';
      const talk = { user, guild: null, channel: target.discord.talkWith(user) };
      return outcomeOf([[told, told.includes('Locked in')], ...(await askAllOptions(scene, round, talk))]);
    },
  },
  {
    name: 'L4',
    what: 'points from a talk with the bot alone on the board of all channels',
    try: async ({ target: { slack } }) => {
      slack.addChannel({ id: 'D77', direct: true, creator: 'UFARM' });
      await slack.command({ channel: 'D77', user: 'UFARM', command: '/quiz' });
      const { ts } = await eventually(
        () => slack.messages('D77').find(({ blocks }) => blocks.some(({ type }) => type === 'actions')),
        'a question',
      );
      await slack.press({ channel: 'D77', ts, user: 'UFARM', actionId: 'button-0' }).catch(() => undefined);
      await slack.press({ channel: 'D77', ts, user: 'UFARM', label: 'Reveal now' });
      await slack.answered();
      const boardIn = async (channel: string, user: string) => {
        await slack.command({ channel, user, command: '/leaderboard', text: 'all everywhere' });
        await slack.answered();
        return JSON.stringify([...slack.messages(channel), ...slack.whispers(user)]);
      };
      return outcomeOf([
        ['nobody has points in the talk', (await boardIn('D77', 'UFARM')).includes('FARM')],
        ['they are on the board', !(await boardIn('C1', 'UADA')).includes('FARM')],
      ]);
    },
  },
  {
    name: 'M6',
    what: 'more than one public question of one person in a channel',
    try: async ({ target, place, stranger, many }) => {
      const [user, where] = [stranger(), place()];
      const options = { questions: 10, seconds: 300 };
      const tries = many(400, 60);
      await Promise.all(
        times(tries, () =>
          // Beyond their limit nobody answers them in the end.
          target.discord.command({ ...where, user, name: 'quiz', options }).catch(() => undefined),
        ),
      );
      const open = await eventually(() => {
        const rounds = openRounds(target, where.channel);
        return rounds.length > 0 ? rounds : undefined;
      }, 'a question');
      return { tries, bad: open.slice(1).map(({ prompt }) => prompt) };
    },
  },
];
