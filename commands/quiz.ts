import { say } from '../src/core/card.ts';
import { type Command, defineAction } from '../src/core/command.ts';
import { askable } from '../src/core/facts/subjects.ts';
import { proposeSubjects } from '../src/core/facts/tell.ts';
import { startPrivate } from '../src/core/quiz/private.ts';
import { askFirst, createQuiz } from '../src/core/quiz/quiz.ts';
import { obstacleToTopic, questionsAbout } from '../src/core/quiz/select.ts';
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
        if (args.private) return toAsker(await startPrivate(services, origin, order));
        const posting = await origin.mayPost();
        if (!posting.ok)
          return toAsker(
            say(
              'problem',
              'I cannot post here yet. ',
              posting.fix,
              ' Until then you can play alone with /quiz private.',
            ),
          );
        const problem = await askFirst(services, await createQuiz(services, origin, order));
        return toAsker(problem ?? say('neutral', ...posted(total, wanted)));
      },
    }),
  },
};

const posted = (total: number, wanted: number): readonly string[] => [
  total < wanted ? `Only ${total} ${total === 1 ? 'question fits' : 'questions fit'} this topic. ` : '',
  total === 1
    ? 'Posted. You can press “Reveal now” at any time.'
    : 'Posted. You can reveal each answer early, or stop the quiz.',
];
