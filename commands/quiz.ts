import { type Card, say, withNote } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { askable } from '../src/core/facts/subjects.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import { startPrivate } from '../src/core/quiz/private.ts';
import type { QuizOrder } from '../src/core/quiz/quiz.ts';
import { obstacleToTopic, questionsFor } from '../src/core/quiz/select.ts';
import { startQuiz } from '../src/core/quiz/start-quiz.ts';
import { quote } from '../src/core/read-args.ts';
import { toAsker, toAskerUnlessDone } from '../src/core/request.ts';
import type { Level } from '../src/core/store.ts';

const DEFAULT_SECONDS = 45;

const LEVELS = ['mixed', 'easy', 'hard'] as const;

export const quiz: Command = {
  name: 'quiz',
  description: 'Ask the channel a question, or several; everyone has one private answer',
  managersOnly: false,
  actions: {
    sole: defineAction({
      description: 'Ask the channel a question, or several',
      audience: 'asker',
      options: {
        topic: {
          kind: 'text',
          description: 'A person, place, event, theme or year; anything if left out',
          maxLength: 100,
          suggest: (typed, services, request) =>
            proposeSubjects(services, request, typed, askable(services.library)),
        },
        questions: { kind: 'integer', description: 'How many questions, 1 to 10', min: 1, max: 10 },
        seconds: {
          kind: 'integer',
          description: 'How long each stays open, 15 to 300; 45 if left out',
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
      },
      run: async ({ origin, args, services }) => {
        const topic = args.topic ?? '';
        const obstacle = await obstacleToTopic(services, origin, topic);
        if (obstacle) return toAsker(obstacle);
        const level = args.level === 'mixed' ? undefined : args.level;
        const fitting = questionsFor(services, { topic, level }).length;
        if (level && fitting === 0) return toAsker(noneOf(level, topic));
        const wanted = args.questions ?? 1;
        const total = Math.min(wanted, fitting);
        const order = {
          topic,
          level,
          total,
          secondsPerRound: args.seconds ?? DEFAULT_SECONDS,
          isPrivate: args.private,
        };
        if (args.private) {
          const card = await startPrivate(services, origin, order);
          return toAsker(args.seconds === undefined ? card : withNote(card, NO_TIME));
        }
        const instead = await startQuiz(services, origin, order);
        return toAskerUnlessDone(instead ?? fewer(order, wanted));
      },
    }),
  },
};

const NO_TIME = 'Alone you have as long as you like: seconds has no effect here.';

const fewer = ({ topic, level, total }: QuizOrder, wanted: number): Card | undefined =>
  total < wanted ? say('neutral', onlyThese(topic, total, level)) : undefined;

function onlyThese(topic: string, total: number, level: Level | undefined): string {
  const questions = `${total} ${level ? `${level} ` : ''}${total === 1 ? 'question' : 'questions'}`;
  if (topic === '') return total === 1 ? `There is only ${questions}.` : `There are only ${questions}.`;
  return `Only ${questions} ${total === 1 ? 'fits' : 'fit'} this topic.`;
}

const noneOf = (level: Level, topic: string): Card =>
  say(
    'problem',
    `There is no ${level} question${topic === '' ? '' : ` about “${quote(topic)}”`}.`,
    ` Leave “${level}” out for the others.`,
  );
