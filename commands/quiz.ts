import { type Card, plainCard, say, withNote } from '../src/core/cards/card.ts';
import { isNear } from '../src/core/facts/slips.ts';
import type { Subject } from '../src/core/facts/subjects.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import type { Level } from '../src/core/ports/store.ts';
import { startPrivate } from '../src/core/quiz/private.ts';
import type { QuizOrder } from '../src/core/quiz/quiz.ts';
import { obstacleTo, questionsAbout, questionsOfLevel, roomFor } from '../src/core/quiz/select.ts';
import { startQuiz } from '../src/core/quiz/start-quiz.ts';
import { type Command, defineAction } from '../src/core/requests/command.ts';
import { toAsker, toAskerUnlessDone } from '../src/core/requests/request.ts';
import { type Token, typeToken } from '../src/core/requests/token.ts';
import { quote, spanAtEnd } from '../src/core/requests/typed-words.ts';
import type { Services } from '../src/core/services.ts';
import { type Allowed, askableHere, titlesOf } from '../src/core/settings/allowed.ts';
import { keysOf } from '../src/core/settings/pack-named.ts';
import { packOption } from '../src/core/settings/pack-option.ts';
import { type Wanted, wantedHere } from '../src/core/settings/wanted.ts';

const DEFAULT_SECONDS = 45;

const LEVELS = ['mixed', 'easy', 'hard'] as const;

export const quiz: Command = {
  name: 'quiz',
  description: 'Ask the channel a question, or several; everyone has one private answer',
  managersOnly: false,
  button: 'A question',
  examples: (subject) => [
    { args: { questions: 5, level: 'easy' } },
    { args: { ...(subject !== '' && { topic: subject }), questions: 3 } },
  ],
  actions: {
    sole: defineAction({
      audience: 'asker',
      options: {
        topic: {
          kind: 'text',
          description: 'A person, place, event, theme or year; anything if left out',
          maxLength: 100,
          suggest: (typed, services, request) => proposeSubjects(services, request, typed, askableHere),
        },
        questions: {
          kind: 'integer',
          description: 'How many questions, 1 to 10',
          wanted: 'A quiz has 1 to 10 questions.',
          min: 1,
          max: 10,
        },
        seconds: {
          kind: 'integer',
          description: 'How long each stays open, 15 to 300; 45 if left out',
          wanted: 'Choose 15 to 300 seconds.',
          min: 15,
          max: 300,
          unit: 'seconds',
        },
        level: {
          kind: 'pick',
          description: 'mixed (easy ones first), easy or hard; mixed if left out',
          values: LEVELS,
        },
        private: { kind: 'flag', description: 'Play alone: only you see it, and it does not score' },
        pack: packOption,
      },
      run: async ({ origin, args, services }) => {
        const typed = nameOf(services, args.topic ?? '');
        const wanted = await wantedHere(
          services,
          origin,
          { about: typed, pack: args.pack },
          {
            fits: (about, allowed) => questionsAbout(services, about, allowed).length > 0,
            retry: (pack) => orderToken({ ...args, pack }),
          },
        );
        if ('problem' in wanted) return toAsker(wanted.problem);
        const { about: topic, pack } = wanted;
        const slip = slipIn(services, args, wanted.allowed);
        if (slip) return toAsker(slip);
        const retry = ({ name, id }: Subject) =>
          orderToken({ ...args, pack, topic: name }) ?? orderToken({ ...args, pack, topic: id });
        const obstacle = await obstacleTo(services, origin, { topic, pack }, { typed, retry });
        if (obstacle) return toAsker(obstacle);
        const level = args.level === 'mixed' ? undefined : args.level;
        const { place } = origin;
        const fitting = await questionsOfLevel(services, { place, topic, pack, level });
        if (level && fitting.length === 0) return toAsker(noneOf(services, level, wanted));
        const most = args.questions ?? 1;
        const total = await roomFor(services, origin, fitting, most);
        const order = {
          ...{ topic, pack, level, total },
          secondsPerRound: args.seconds ?? DEFAULT_SECONDS,
          isPrivate: args.private,
        };
        if (args.private) {
          const card = await startPrivate(services, origin, order);
          return toAsker(args.seconds === undefined ? card : withNote(card, NO_TIME));
        }
        const instead = await startQuiz(services, origin, order);
        return toAskerUnlessDone(instead ?? (total < most ? onlyThese(services, wanted, order) : undefined));
      },
    }),
  },
};

const NO_TIME = 'Alone you have as long as you like: seconds has no effect here.';

function onlyThese(services: Services, wanted: Wanted, { total, level }: QuizOrder): Card {
  const questions = `${total} ${level ? `${level} ` : ''}${total === 1 ? 'question' : 'questions'}`;
  const on = wanted.about === '' ? '' : ' on this topic';
  return say(
    'neutral',
    `Only ${questions}${on}${within(services, wanted)} ${total === 1 ? 'fits' : 'fit'} into one quiz.`,
  );
}

const noneOf = (services: Services, level: Level, wanted: Wanted): Card =>
  say(
    'problem',
    `There is no ${level} question${wanted.about === '' ? '' : ` about “${quote(wanted.about)}”`}${within(services, wanted)}.`,
    ` Leave “${level}” out for the others.`,
  );

const within = ({ library }: Services, { pack, allowed }: Wanted): string =>
  pack === undefined ? '' : ` in ${titlesOf(library, allowed)}`;

/** A long order’s button has no room for a long name, and carries the subject’s id. */
const nameOf = ({ search }: Services, topic: string): string =>
  search.subjects('', 1, ({ id }) => id === topic)[0]?.name ?? topic;

interface Words {
  readonly topic: string | undefined;
  readonly pack: string | undefined;
  readonly questions: number | undefined;
  readonly seconds: number | undefined;
  readonly level: (typeof LEVELS)[number];
  readonly private: boolean;
}

/** The same order about something else, as a button. */
function orderToken({
  topic,
  pack,
  questions,
  seconds,
  level,
  private: isPrivate,
}: Words): Token | undefined {
  const token = (named: string) =>
    typeToken(
      'quiz',
      [
        isPrivate ? 'private' : '',
        questions ?? '',
        seconds === undefined ? '' : `${seconds}s`,
        level === 'mixed' ? '' : level,
        named === '' ? '' : `pack: ${named}`,
        topic ? `topic: ${topic}` : '',
      ]
        .filter((word) => word !== '')
        .join(' '),
    );
  const [id, short] = pack === undefined ? [''] : keysOf(pack);
  return token(id) ?? (short === undefined ? undefined : token(short));
}

/**
 * Whoever writes “privat” would have a public quiz about it. A word at either end of the topic that is nearly one of
 * ours is asked about: “private” in any case, another where nothing fits the topic as it is typed.
 */
function slipIn(services: Services, args: Words, allowed: Allowed): Card | undefined {
  const topic = args.topic ?? '';
  const typed = topic.split(' ');
  const found = typed.flatMap((word, at) => {
    const meant = ['private', ...LEVELS].find((one) => isNear(word.toLowerCase(), one));
    const span = spanAtEnd(typed, at);
    // Exactly so it comes only from where the topic is named.
    const isTopic = typed.length > 1 && word.toLowerCase() === meant;
    return meant === undefined || !span || isTopic ? [] : [{ ...span, meant }];
  })[0];
  if (!found || (found.meant !== 'private' && questionsAbout(services, topic, allowed).length > 0))
    return undefined;
  const level = LEVELS.find((word) => word === found.meant) ?? args.level;
  const token = orderToken({
    ...args,
    topic: typed.toSpliced(found.from, found.size).join(' '),
    level,
    private: args.private || found.meant === 'private',
  });
  return plainCard(
    'problem',
    { type: 'text', text: ['Did you mean ', { code: found.meant }, '? Nothing was posted.'] },
    ...(token
      ? [{ type: 'choices', choices: [{ label: `Yes, ${found.meant}`, token, style: 'plain' }] } as const]
      : []),
  );
}
