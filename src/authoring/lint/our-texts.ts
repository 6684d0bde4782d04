/** The texts of a pack that strangers get to read, each with the record it stands in. */
import type { Pack } from '../../core/dataset/pack.ts';
import type { Claim, Disagreement, Question } from '../../core/dataset/schema.ts';
import { oncePer } from '../../core/once-per.ts';
import { type Finding, finding } from './rule.ts';

export interface OurText {
  readonly record: object & { readonly id: string };
  /** As a finding names it: `wrong.1.because`. */
  readonly field: string;
  readonly text: string;
  /** What is shown together with it and may attribute it: the prompt above an option. */
  readonly beside: string;
}

/** Every text that is shown, in the order of the pack. */
export const ourTexts = oncePer((pack: Pack): readonly OurText[] => [
  ...textsOf(pack.info, [
    ['title', pack.info.title],
    ['about', pack.info.about],
  ]),
  ...pack.topics.flatMap((topic) => textsOf(topic, [['name', topic.name]])),
  ...pack.events.flatMap((event) => textsOf(event, [['name', event.name]])),
  ...pack.claims.flatMap(textsOfClaim),
  ...pack.disagreements.flatMap(textsOfDisagreement),
  ...pack.questions.flatMap(textsOfQuestion),
]);

/** A finding in each text for which `look` says what to do, and over which words. */
export const findInTexts = (
  pack: Pack,
  look: (text: OurText) => { readonly expected: string; readonly words: string } | undefined,
): readonly Finding[] =>
  ourTexts(pack).flatMap((text) => {
    const found = look(text);
    return found === undefined ? [] : [finding(text.record, text.field, found.expected, found.words)];
  });
const textsOf = (
  record: OurText['record'],
  fields: readonly (readonly [string, string])[],
  beside = '',
): readonly OurText[] => fields.map(([field, text]) => ({ record, field, text, beside }));

const textsOfClaim = (claim: Claim): readonly OurText[] => [
  ...textsOf(claim, [['text', claim.text]]),
  ...(claim.overtaken === undefined ? [] : textsOf(claim, [['overtaken', claim.overtaken]])),
  ...claim.refuted.flatMap(({ text, because }, at) => [
    ...textsOf(claim, [[`refuted.${at}.text`, text]]),
    ...textsOf(claim, [[`refuted.${at}.because`, because]], claim.text),
  ]),
];

const textsOfDisagreement = (disagreement: Disagreement): readonly OurText[] => [
  ...textsOf(disagreement, [['title', disagreement.title]]),
  ...textsOf(
    disagreement,
    disagreement.sides.map(({ says }, at) => [`sides.${at}.says`, says] as const),
    disagreement.title,
  ),
];

const textsOfQuestion = (question: Question): readonly OurText[] => [
  ...textsOf(question, [['prompt', question.prompt]]),
  ...textsOf(
    question,
    [
      ['right.text', question.right.text],
      ...question.wrong.flatMap(
        ({ text, because }, at) =>
          [
            [`wrong.${at}.text`, text],
            [`wrong.${at}.because`, because],
          ] as const,
      ),
      ['payoff', question.payoff],
    ],
    question.prompt,
  ),
];
