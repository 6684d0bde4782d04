/** Questions as Moodle's GIFT, which other learning platforms read too, and our own import. */
import type { Library } from '../../core/dataset/library.ts';
import type { Question } from '../../core/dataset/schema.ts';
import { bareId } from '../../core/dataset/scope.ts';

/**
 * Every question under its topic, with its id, the reasons and the pay-off. What GIFT has no place for stays behind:
 * receipts, attribution lines, kinds other than true or false, how hard and how fit a question is.
 */
export function giftOf({ questions, topics }: Library): string {
  const blocks: string[] = [];
  for (const [topic, group] of Map.groupBy(questions.values(), (question) => question.topic)) {
    blocks.push(`$CATEGORY: ${categoryOf(topics.get(topic)?.name ?? bareId(topic))}`);
    blocks.push(...group.map(questionToGift));
  }
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** A slash would begin a category below. */
const categoryOf = (topic: string): string => topic.replaceAll('/', '//');

function questionToGift({ id, kind, prompt, right, wrong, payoff }: Question): string {
  const beginning = `::${bareId(id)}::[plain]${escaped(prompt)} {`;
  if (kind === 'true-false') {
    const because = wrong[0]?.because ? `#${richText(wrong[0].because)}` : '';
    return `${beginning}${right.text.toUpperCase()}${because}####${richText(payoff)}}`;
  }
  // An arrow after the first = would make it a matching question.
  const options = [
    ...wrong.map(({ text, because }) => `~${richText(text)}${because === '' ? '' : `#${richText(because)}`}`),
    `=${richText(right.text)}`,
    `####${richText(payoff)}`,
  ];
  return `${beginning}\n${options.map((line) => `\t${line}\n`).join('')}}`;
}

/** What begins with a form or with a weight would be read as one; a form before it makes it words. */
const richText = (text: string): string => (/^[[%]/.test(text) ? `[plain]${escaped(text)}` : escaped(text));

const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&');
