/** How the desk calls what a pack's files call otherwise: nobody who writes here has to know those names. */
import type { FindingState, LeftOutReason } from '../wire.ts';

type Choice<Value extends string = string> = readonly (readonly [value: Value, words: string])[];

export const REASONS: Choice<LeftOutReason> = [
  ['outside-the-story', 'Nothing worth telling, or about something else'],
  ['title', 'It is a title'],
  ['advert', 'It is an advertisement'],
  ['site-furniture', 'It belongs to the website: a menu, a sign-up, a credit'],
  ['boilerplate', 'It is standard text that stands under everything'],
  ['opinion', 'Nothing to check: it is an opinion'],
  ['satire', 'It is a joke or satire'],
  ['private-detail-of-a-child', 'It is a private detail about a child'],
];

export const reasonWords = (reason: LeftOutReason): string =>
  REASONS.find(([value]) => value === reason)?.[1] ?? reason;

export const IMPORTANCE: Choice = [
  ['3', 'Central to the story'],
  ['2', 'Part of it'],
  ['1', 'A detail'],
];

export const RESERVED: Choice = [
  ['', 'No, anybody may hear it'],
  ['child', 'Yes: it is about a child'],
  ['hardship', 'Yes: it is about somebody’s misfortune'],
  ['delicate', 'Yes: it is delicate'],
  ['about-the-article', 'Yes: it is about the article, not the story'],
];

export const KINDS: Choice = [
  ['', 'Pick the right answer'],
  ['true-false', 'True or false'],
  ['who-said', 'Whose words are these?'],
  ['first', 'What came first?'],
  ['made-up', 'Which of them is made up?'],
  ['reason', 'Why?'],
];

export const DIFFICULTY: Choice = [
  ['1', 'Easy: seven of ten know it'],
  ['2', 'Half of them know it'],
  ['3', 'Hard: three of ten know it'],
];

export const FIT: Choice = [
  ['daily', 'In the morning too: one of the best'],
  ['quiz', 'In a quiz, among others'],
  ['topic', 'Only for people who choose its topic'],
];

const FIELDS: Readonly<Record<string, string>> = {
  fact: 'The fact',
  text: 'The fact',
  receipt: 'The place in the article',
  receipts: 'The place in the article',
  about: 'Whom it is about',
  when: 'When it happened',
  'as-of': 'The day for which it holds',
  overtaken: 'What has changed since',
  'denied-by': 'Who denies it',
  importance: 'How much it matters',
  reserved: 'Told only when asked for',
  status: 'How sure it is',
  events: 'What it is part of',
  event: 'What happened',
  name: 'The name',
  list: 'What it is',
  aliases: 'What else it is called',
  minor: 'A child',
  invented: 'Made up',
  on: 'What they differ on',
  sides: 'The sides',
  topic: 'The topic',
  refuted: 'A false version of it',
  question: 'The question',
  prompt: 'The question',
  right: 'The right answer',
  wrong: 'The wrong answers',
  payoff: 'The pay-off',
  also: 'Other facts that it tells',
  facts: 'The facts it rests on',
  kind: 'The kind of question',
  fit: 'Where it may be asked',
  difficulty: 'How hard it is',
  draft: 'Draft',
  accept: 'What is kept on purpose',
  id: 'Its short name',
};

/** `wrong.2.because` → “Why wrong answer 2 is wrong” */
export function fieldWords(field: string): string {
  const [, number, part] = /^wrong\.(\d+)(?:\.(\w+))?/.exec(field) ?? [];
  if (number !== undefined)
    return part === 'because' ? `Why wrong answer ${number} is wrong` : `Wrong answer ${number}`;
  const [, side, said] = /^sides\.(\d+)(?:\.(\w+))?/.exec(field) ?? [];
  if (side !== undefined) return `Side ${side}${said === 'facts' ? ', its facts' : ''}`;
  return FIELDS[field] ?? FIELDS[field.split('.')[0] ?? ''] ?? '';
}

export const SEVERITY: Readonly<Record<FindingState['severity'], string>> = {
  error: 'Must be mended',
  warning: 'Worth a look',
  note: 'Good to know',
};

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

export const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…”"]$/.test(words) ? '' : '.'}`;

/** The lists of names, each with what one of them is. */
export const NAME_LISTS: Choice = [
  ['people', 'A person'],
  ['organisations', 'An organisation'],
  ['places', 'A place'],
  ['works', 'A work: a book, a film, a song'],
  ['programmes', 'A programme'],
  ['products', 'A product'],
  ['others', 'Something else'],
];
