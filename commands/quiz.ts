import { type Card, say, withNote } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { askable } from '../src/core/facts/subjects.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import { startPrivate } from '../src/core/quiz/private.ts';
import { obstacleToTopic, questionsAbout } from '../src/core/quiz/select.ts';
import { startQuiz } from '../src/core/quiz/start-quiz.ts';
import { toAsker } from '../src/core/request.ts';

const DEFAULT_SECONDS = 45;

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
        private: { kind: 'flag', description: 'Play alone: only you see it, and it does not score' },
      },
      run: async ({ origin, args, services }) => {
        const topic = args.topic ?? '';
        const obstacle = await obstacleToTopic(services, origin, topic);
        if (obstacle) return toAsker(obstacle);
        const fitting = questionsAbout(services, topic).length;
        const wanted = args.questions ?? 1;
        const total = Math.min(wanted, fitting);
        const order = {
          topic,
          total,
          secondsPerRound: args.seconds ?? DEFAULT_SECONDS,
          isPrivate: args.private,
        };
        if (args.private) {
          const card = await startPrivate(services, origin, order);
          return toAsker(args.seconds === undefined ? card : withNote(card, NO_TIME));
        }
        const instead = await startQuiz(services, origin, order);
        return toAsker(instead ?? posted(topic, total, wanted));
      },
    }),
  },
};

const NO_TIME = 'Alone you have as long as you like: seconds has no effect here.';

const posted = (topic: string, total: number, wanted: number): Card =>
  say(
    'neutral',
    total < wanted ? `${onlyThese(topic, total)} ` : '',
    total === 1
      ? 'Posted. You can press “Reveal now” at any time.'
      : 'Posted. You can reveal each answer early, or stop the quiz.',
  );

function onlyThese(topic: string, total: number): string {
  if (topic === '') return total === 1 ? 'There is only 1 question.' : `There are only ${total} questions.`;
  return `Only ${total} ${total === 1 ? 'question fits' : 'questions fit'} this topic.`;
}
