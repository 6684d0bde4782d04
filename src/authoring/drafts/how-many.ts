/** Questions on the one number that a claim gives. */
import type { Claim, Question } from '../../core/dataset/schema.ts';
import { isImplied, likeNumbers, type NumberWords, numbersIn } from '../../core/facts/number-words.ts';
import { chooseWrong } from './choose-wrong.ts';
import { datesIn } from './date-words.ts';
import { isDelicate } from './delicate.ts';
import type { Draft, Maker, Story } from './draft.ts';
import { ordered } from './draw.ts';
import { askGap, listOf, publishersOf } from './gap.ts';
import { oneEach, rivalsOf } from './rivals.ts';

/** The nearest rivals of a number; further off they would be seen through. */
const NEAR = 5;

interface Counted {
  readonly claim: Claim;
  readonly number: NumberWords;
}

/** How many, in a claim that counts one thing. */
export const howMany: Maker = (story) =>
  oneEach(
    story,
    story.askable
      .filter(({ text, overtaken }) => overtaken === undefined && !isDelicate(text))
      .flatMap((claim) => counted(story, claim) ?? [])
      .flatMap((one) => question(story, one) ?? []),
  );

/** Below two the grammar would tell; "the two women" says which, not how many. */
function counted(story: Story, claim: Claim): Counted | undefined {
  const [number, ...more] = plainNumbers(story, claim.text);
  const before = claim.text.slice(0, number?.at);
  return number &&
    more.length === 0 &&
    number.value >= 2 &&
    !/\b(?:the|these|those|page|chapter) $/i.test(before)
    ? { claim, number }
    : undefined;
}

/** The numbers of a text that count something: not those of dates, of names and of "no one". */
function plainNumbers(story: Story, text: string): readonly NumberWords[] {
  const names = story.pack.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
  const hidden = [...datesIn(text).map((date) => date.text), ...names.filter((name) => /\d|\s/.test(name))];
  return numbersIn(
    [...hidden, 'no one', 'one another', 'one day']
      .toSorted((a, b) => b.length - a.length)
      .reduce((left, part) => left.replaceAll(part, '_'.repeat(part.length)), text),
  );
}

function question(story: Story, { claim, number }: Counted): Draft | undefined {
  const seed = `how-many ${claim.id}`;
  const taken = rivalsOf(story, claim).flatMap(({ text }) => numbersIn(text).map(({ value }) => value));
  const before = claim.text.slice(0, number.at);
  const near = likeNumbers(number)
    .filter((other) => numbersIn(other).every(({ value }) => !taken.includes(value)))
    .filter((other) => numbersIn(other).every(({ value }) => !isImplied(value, number.value, before)))
    .slice(0, NEAR);
  const wrong = chooseWrong(ordered(near, seed, String), {
    right: number.text,
    seed,
    textOf: (other) => other,
  });
  const { text } = claim;
  const shown = `${before}[how many?]${text.slice(number.at + number.text.length)}`;
  return askGap(
    story,
    'how-many',
    { claim, answer: number.text, shown, ask: 'Which number belongs in the gap?' },
    wrong.map((other) => refuted(story, claim, number.text, other)),
  );
}

const refuted = (story: Story, claim: Claim, right: string, text: string): Question['wrong'][number] => ({
  text,
  because: `Here the number in ${listOf(publishersOf(story, claim))} is ${right}, not ${text}.`,
  claims: [claim.id],
});
