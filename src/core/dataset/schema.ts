/** The records of a pack, as the bot reads them; how people write them is not known here. */
import { z } from 'zod';
import { CalendarDate, DateSpec, Id, Language, Prose, precisionProblem } from './fields.ts';

/** A text that is cited. Fields say what is known and no more: of what is not, nothing is shown. */
export const Article = z
  .strictObject({
    id: Id,
    title: z.string().min(1).max(200),
    publisher: z.string().min(1).max(80),
    author: z.string().max(80).nullable().default(null),
    published: CalendarDate.optional(),
    precision: z.enum(['year', 'month', 'day']).optional().describe('how finely `published` is known'),
    basis: z
      .enum(['stated', 'inferred'])
      .default('stated')
      .describe('whether its text or its page prints the date, or we infer it: shown as “around May 2018”'),
    language: Language,
    url: z
      .url({ protocol: /^https$/ })
      .max(500)
      .optional(),
    known: z
      .union([Prose.max(400), z.literal('')])
      .default('')
      .describe('how title, date, author and address are known, and what was inferred'),
    paragraphs: z.int().min(1).describe('how many non-blank lines its text has; each must be accounted for'),
    ours: z
      .boolean()
      .default(false)
      .describe('whether whoever runs the bot may show the text: it is their own'),
    text: z
      .array(z.string().min(1))
      .readonly()
      .optional()
      .describe('its paragraphs; only of a text that is ours'),
  })
  .superRefine(({ published, precision, paragraphs, ours, text }, issue) => {
    const problem = precision && precisionProblem('published', published, precision);
    if (problem) issue.addIssue({ code: 'custom', path: ['published'], message: problem });
    if (text && !ours)
      issue.addIssue({ code: 'custom', path: ['text'], message: 'the text of an article that is ours' });
    if (text && text.length !== paragraphs)
      issue.addIssue({
        code: 'custom',
        path: ['text'],
        message: `as many paragraphs as \`paragraphs\` says, ${paragraphs}, but it has ${text.length}`,
      });
  });

/** A person, place, organisation, work, programme, product or anything else that claims speak of. */
export const Entity = z.strictObject({
  id: Id,
  kind: z
    .enum(['person', 'place', 'organisation', 'work', 'programme', 'product', 'other'])
    .describe('other: nobody has said which; nothing follows from it'),
  name: Prose.max(90),
  aliases: z.array(Prose.max(90)).default([]),
  minor: z.boolean().default(false).describe('a child: never the subject of a random fact or of a question'),
  invented: z.boolean().default(false).describe('does not exist; used only as a wrong option'),
});

const Role = z.strictObject({
  entity: Id,
  role: z
    .enum(['actor', 'subject', 'recipient', 'speaker', 'source', 'venue', 'work', 'mentioned'])
    .describe('what the entity is to the statement'),
});

/** Something that happened: who, when, where. */
export const Event = z.strictObject({
  id: Id,
  name: Prose.max(100),
  date: DateSpec,
  entities: z.array(Role).default([]),
  aliases: z.array(Prose.max(60)).default([]).describe('other words people would search for it by'),
});

/** Words of the article as it prints them; no more of it is stored. */
export const Words = z
  .string()
  .max(80)
  .regex(/^\S+(?: \S+){0,3}$/, 'has one to four words, with single spaces between them');

/**
 * What proves a claim: one place in one paragraph of one article.
 * `paragraph` is the 1-based number of the non-blank line in the article's text; `sha256` the hash of that
 * line, trimmed. `attribution` names whom the article got it from, origin first, the article itself left out;
 * empty means that the article says it in its own voice.
 */
export const Receipt = z.strictObject({
  article: Id,
  paragraph: z.int().min(1),
  from: Words.describe(
    'the words with which the place begins that proves the claim, as the article prints them',
  ),
  to: Words.optional().describe('the words with which it ends; left out where `from` is all of it'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'),
  attribution: z.array(Prose.max(120)).default([]),
});

/** One checkable statement in our own words, with what proves it. */
export const Claim = z.strictObject({
  id: Id,
  text: Prose.max(400),
  topic: Id,
  events: z.array(Id).default([]),
  entities: z.array(Role).default([]),
  date: DateSpec.optional().describe('when what it speaks of happened'),
  status: z
    .enum(['stated', 'reported', 'disputed'])
    .describe(
      'stated: the article says so in its own voice; reported: the article has it from someone else; disputed: someone denies it',
    ),
  receipts: z.tuple([Receipt], Receipt),
  asOf: CalendarDate.optional().describe(
    'date for which it holds, where it would go stale: ages, roles, "is serving"',
  ),
  overtaken: Prose.max(200)
    .optional()
    .describe('set where later events of the dataset overtook it: what changed, in our words'),
  denials: z.array(Id).default([]).describe('claims that deny this one; shown wherever it is shown'),
  refuted: z
    .array(z.strictObject({ text: Prose.max(200), because: Prose.max(240) }))
    .default([])
    .describe('the same statement with one detail changed, so that this claim refutes it; for true or false'),
  importance: z.int().min(1).max(3).describe('3: central to the story, 1: a detail'),
  reserved: z
    .enum(['child', 'hardship', 'delicate', 'about-the-article'])
    .optional()
    .describe('never a random fact or a question; found only when asked for'),
});

/** Claims that cannot both be taken as they stand, side by side; we never pick one. */
export const Disagreement = z.strictObject({
  id: Id,
  title: Prose.max(100).describe('what they differ on, neutrally; stands over the sides'),
  kind: z.enum(['between-articles', 'within-article']),
  sides: z
    .array(z.strictObject({ says: Prose.max(200), claims: z.array(Id).min(1) }))
    .min(2)
    .max(5),
});

const WrongOption = z.strictObject({
  text: Prose.max(75),
  because: z
    .union([Prose.max(240), z.literal('')])
    .default('')
    .describe('why it is wrong, in a sentence that can be shown; left out where the pay-off says it'),
  claims: z.array(Id).default([]).describe('claims that refute it; may be empty where it is invented'),
});

/** Forms of a question, so that a place gets a mix. */
export const QUESTION_KINDS = ['choice', 'true-false', 'who-said', 'first', 'made-up', 'reason'] as const;

export const TRUE_OR_FALSE = ['True', 'False'] as const;

/** A prompt with one right option and wrong ones, and what proves each. */
export const Question = z
  .strictObject({
    id: Id,
    formerly: z.array(Id).default([]).describe('ids that this question had in earlier releases'),
    kind: z
      .enum(QUESTION_KINDS)
      .describe(
        'choice: one of several; true-false: a statement; who-said: whose words; first: which came first; made-up: several happened, one is invented and harmless; reason: why',
      ),
    prompt: Prose.max(140).describe('asked aloud, in one breath; who says so stands on the card by itself'),
    topic: Id,
    fit: z
      .enum(['daily', 'quiz', 'topic'])
      .describe(
        'daily: also alone, on a Monday; quiz: fine in a row; topic: only for those who choose the topic',
      ),
    difficulty: z
      .int()
      .min(1)
      .max(3)
      .describe('a forecast: 1 where seven of ten strangers know it, 2 where half do, 3 where three do'),
    right: z.strictObject({ text: Prose.max(75), claims: z.array(Id).min(1) }),
    wrong: z.array(WrongOption).min(1, 'one to three wrong options').max(3, 'one to three wrong options'),
    payoff: Prose.max(160).describe('one sentence after the answer that makes it worth having answered'),
  })
  .superRefine(({ kind, right, wrong }, issue) => {
    const texts = [right.text, ...wrong.map(({ text }) => text)];
    const isStatement = texts.length === 2 && TRUE_OR_FALSE.every((word) => texts.includes(word));
    if ((kind === 'true-false') !== isStatement)
      issue.addIssue({
        code: 'custom',
        path: ['kind'],
        message: 'the options True and False where the kind is true-false, and only there',
      });
  });

/** A paragraph, or a part of one, that no claim rests on, and why. */
export const LeftOut = z.strictObject({
  article: Id,
  paragraph: z.int().min(1),
  what: Prose.max(200),
  reason: z.enum([
    'advert',
    'site-furniture',
    'satire',
    'opinion',
    'private-detail-of-a-child',
    'title',
    'boilerplate',
    'outside-the-story',
  ]),
});

/** An id that a release carried: rounds in the databases of strangers refer to it. */
const Released = z.strictObject({
  id: z.string().min(1),
  withdrawn: Prose.max(240)
    .optional()
    .describe('why the question is asked no more; absent while it is asked'),
});

export const Topic = z.strictObject({
  id: Id,
  name: Prose.max(60),
  aliases: z.array(Prose.max(60)).default([]),
});

export const PackInfo = z.strictObject({
  id: Id,
  title: Prose.max(100),
  about: Prose.max(120).describe('one sentence for strangers: “It knows five articles about …”'),
  language: Language.default('en').describe(
    'what it is written in; rules that know English only leave others alone',
  ),
  contested: z
    .array(
      z.strictObject({
        source: Prose.max(120).describe('as receipts name it under `attribution`'),
        denial: Id.describe('the claim that denies what it says'),
      }),
    )
    .default([])
    .describe(
      'sources that someone denies as a whole: what rests on them is disputed, and the denial goes along',
    ),
});

/** What a pack is made of, besides what it says of itself. */
export const packRecords = {
  topics: Topic,
  articles: Article,
  entities: Entity,
  events: Event,
  claims: Claim,
  disagreements: Disagreement,
  questions: Question,
  leftOut: LeftOut,
  released: Released,
};

export type Article = z.infer<typeof Article>;
export type Entity = z.infer<typeof Entity>;
export type Event = z.infer<typeof Event>;
export type Receipt = z.infer<typeof Receipt>;
export type Claim = z.infer<typeof Claim>;
export type Disagreement = z.infer<typeof Disagreement>;
export type Question = z.infer<typeof Question>;
export type LeftOut = z.infer<typeof LeftOut>;
export type Released = z.infer<typeof Released>;
export type Topic = z.infer<typeof Topic>;
export type PackInfo = z.infer<typeof PackInfo>;
