/** What no question may do, whoever wrote it: ask about children, hardship or what is delicate, or offer one answer twice. */
import { fold } from '../facts/fold.ts';
import { type Pack, type Problem, problemAt } from './pack.ts';
import type { Claim, Question } from './schema.ts';

export const checkQuestions = (pack: Pack): Problem[] => [...twiceOffered(pack), ...keptFromQuiz(pack)];

/** Questions with two options that read alike. */
export const twiceOffered = (pack: Pack): Problem[] => eachQuestion(pack, sameOptions);

/** Questions whose right option rests on a claim about a child, about hardship or about what is delicate. */
export function keptFromQuiz(pack: Pack): Problem[] {
  const claims = new Map(pack.claims.map((claim) => [claim.id, claim]));
  const minors = new Set(pack.entities.filter(({ minor }) => minor).map(({ id }) => id));
  return eachQuestion(pack, ({ right }) =>
    right.claims.flatMap((id) => claims.get(id) ?? []).flatMap((claim) => notToBeAsked(claim, minors)),
  );
}

const eachQuestion = (pack: Pack, find: (question: Question) => readonly Finding[]): Problem[] =>
  pack.questions.flatMap((question) =>
    find(question).map(({ field, expected }) => problemAt(pack, question, question.id, field, expected)),
  );

type Finding = Pick<Problem, 'field' | 'expected'>;

/** Folded, because players cannot tell “Café” from “cafe” apart as answers either. */
function sameOptions({ right, wrong }: Question): Finding[] {
  const seen = new Map([[fold(right.text), 'the right option']]);
  return wrong.flatMap(({ text }, at) => {
    const folded = fold(text);
    const other = seen.get(folded);
    if (other !== undefined)
      return [
        { field: `wrong.${at}.text`, expected: `an option of its own, but “${text}” is also ${other}` },
      ];
    seen.set(folded, `wrong option ${at + 1}`);
    return [];
  });
}

/** Told to whoever asks for it, but no matter for points. What is about an article may be asked, with care. */
export const isKeptBack = (reserved: Claim['reserved']): boolean =>
  reserved === 'child' || reserved === 'hardship' || reserved === 'delicate';

function notToBeAsked({ id, reserved, entities }: Claim, minors: ReadonlySet<string>): Finding[] {
  const field = 'right.claims';
  const child = entities.find(({ entity, role }) => role !== 'mentioned' && minors.has(entity));
  return [
    ...(isKeptBack(reserved)
      ? [{ field, expected: `facts that may be asked about, but “${id}” is reserved as ${reserved}` }]
      : []),
    ...(child
      ? [{ field, expected: `facts about grown-ups, but “${id}” is about “${child.entity}”, a child` }]
      : []),
  ];
}
