import type { Question } from '../../../core/dataset/schema.ts';
import { containsWords, optionsOf, type ProperNouns, properNounsOf, shared } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';

export const answerInPrompt = {
  id: 'answer-in-prompt',
  severity: 'error',
  says: 'A prompt that names its answer asks nothing.',
  check(pack) {
    const names = properNounsOf(pack);
    return pack.questions.flatMap((question) => {
      const given = whole(question) ?? part(question, names);
      if (given === undefined) return [];
      const expected = `a question without “${given}”, which of its options only the right one has: reword the question, or put it into a wrong option or out of the right one`;
      return [finding(question, 'prompt', expected, given)];
    });
  },
} satisfies Rule;

/** Where the prompt names every option ("Which came first, A or B?"), naming the right one tells nothing. */
function whole(question: Question): string | undefined {
  const [right = '', ...wrong] = optionsOf(question);
  const isNamed = (text: string) => containsWords(question.prompt, text);
  return isNamed(right) && !wrong.every(isNamed) ? right : undefined;
}

/** A name in the right option and the prompt; fair where a wrong option takes up a name of the prompt as well. */
function part(question: Question, names: ProperNouns): string | undefined {
  const asked = names(question.prompt);
  const [right = [], ...wrong] = optionsOf(question).map((text) => shared(names(text), asked));
  if (wrong.some((words) => words.length > 0)) return undefined;
  return right[0];
}
