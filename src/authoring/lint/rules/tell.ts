import type { Question } from '../../../core/dataset/schema.ts';
import { fold } from '../../../core/facts/fold.ts';
import { optionsOf, type ProperNouns, properNounsOf } from '../question-words.ts';
import { finding, type Rule } from '../rule.ts';
import { TELLS, type Tell } from '../tells.ts';

/** Below this a rate says nothing: of five questions two too many may be chance, and one question changes it by 20 %. */
const LEAST_QUESTIONS = 20;

const TOLERANCE = 1.25;

/** So many records are named: enough for an hour's editing. */
const NAMED = 10;

export const tell = {
  id: 'tell',
  severity: 'warning',
  says: 'A right option that stands out more often than chance would have it is guessed without knowing.',
  check(pack) {
    if (pack.questions.length < LEAST_QUESTIONS) return [];
    const { pairs, others } = splitOff(pack.questions);
    const names = properNounsOf(pack);
    return [...TELLS.flatMap((one) => checkTell(one, others, names)), ...pairs.flatMap(leaning)].map(
      (expected) => finding(pack.info, 'questions', expected),
    );
  },
} satisfies Rule;

interface Rate {
  readonly hits: readonly Question[];
  /** How many of the questions in which one option stands out it would be by chance. */
  readonly chance: number;
}

/** In how many questions the right option is the one that stands out. */
export function rateOf(one: Tell, questions: readonly Question[], names: ProperNouns): Rate {
  const found = questions.flatMap((question) => {
    const out = one.find(question, names);
    return out ? [{ question, ...out }] : [];
  });
  return {
    hits: found
      .filter(({ option }) => option === 0)
      .toSorted((a, b) => b.by - a.by)
      .map(({ question }) => question),
    chance: found.reduce((sum, { question }) => sum + 1 / (question.wrong.length + 1), 0),
  };
}

/** A count is whole: rounding up leaves one question where chance gives a part of one. */
const mostOf = (chance: number): number => Math.ceil(TOLERANCE * chance);

function checkTell(one: Tell, questions: readonly Question[], names: ProperNouns): readonly string[] {
  const { hits, chance } = rateOf(one, questions, names);
  const most = mostOf(chance);
  if (hits.length <= most) return [];
  const which = hits.slice(0, NAMED).map(({ id }) => id);
  return [
    `the right option to be ${one.is} in at most ${most} questions (chance gives ${chance.toFixed(1)}), but it is in ${hits.length}: change ${hits.length - most} of them (${one.mend}), such as ${which.join(', ')}`,
  ];
}

/**
 * True and False, or Yes and No: the same two words in question after question cannot tell by their length, and are
 * held against something else: that neither is mostly right.
 */
function splitOff(questions: readonly Question[]): {
  readonly pairs: readonly (readonly Question[])[];
  readonly others: readonly Question[];
} {
  const groups = [
    ...Map.groupBy(questions, (question) => optionsOf(question).map(fold).toSorted().join('\n')),
  ];
  const pairs = groups.filter(([, group]) => group.length > 1 && group[0]?.wrong.length === 1);
  const fixed = new Set(pairs.flatMap(([, group]) => group));
  return { pairs: pairs.map(([, group]) => group), others: questions.filter((one) => !fixed.has(one)) };
}

function leaning(group: readonly Question[]): readonly string[] {
  const most = mostOf(group.length / 2);
  return [...Map.groupBy(group, ({ right }) => fold(right.text)).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length <= most || group.length < LEAST_QUESTIONS) return [];
    const which = same.slice(0, NAMED).map(({ id }) => id);
    return [
      `“${first.right.text}” to be right in at most ${most} of the ${group.length} questions that offer the same two options, but it is in ${same.length}: turn ${same.length - most} of them round, such as ${which.join(', ')}`,
    ];
  });
}
