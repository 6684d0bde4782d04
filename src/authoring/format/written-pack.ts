/** What people write in the files of a pack beside its topics. Text throughout, as in `written.ts`. */
import { z } from 'zod';
import { Id, Prose } from '../../core/dataset/fields.ts';
import { Article, Disagreement, type Entity, LeftOut, PackInfo, Topic } from '../../core/dataset/schema.ts';
import { Flag, someOf, When, WrittenFact, WrittenQuestion } from './written.ts';

/** Of the format that this release reads; a pack of another one is told so in a sentence. */
export const FORMAT = '1';

export const WrittenInfo = z.strictObject({
  format: z.literal(FORMAT),
  title: PackInfo.shape.title.describe('what it is about, in a few words'),
  id: Id.optional().describe('left out: the name of its folder'),
  about: PackInfo.shape.about.optional(),
  language: PackInfo.shape.language.optional(),
  contested: z
    .array(z.strictObject({ source: Prose.max(120), 'denied-by': Id }))
    .optional()
    .describe('sources that someone denies as a whole, as receipts name them, with the fact that denies'),
  rules: z
    .record(z.string(), z.enum(['error', 'warning', 'note', 'off']))
    .optional()
    .describe('how severe a rule of the lint is here'),
  withdrawn: z
    .record(z.string(), Prose.max(240))
    .optional()
    .describe('questions that are asked no more: id and reason'),
});

const Reason = LeftOut.shape.reason;

export const WrittenArticle = z.strictObject({
  title: Article.shape.title,
  publisher: Article.shape.publisher,
  author: z.string().min(1).max(80).optional(),
  published: z
    .string()
    .optional()
    .describe('2018, 2018-05 or 2018-05-30; “2018-05?” where we infer it; left out where nobody knows'),
  language: Article.shape.language.optional(),
  url: z
    .url({ protocol: /^https$/, error: 'is not an address that begins with https://' })
    .max(500)
    .optional(),
  known: Prose.max(400).optional().describe('how title, date, author and address are known'),
  ours: Flag.optional().describe('true: our own text; receipts may show its paragraphs'),
  'left-out': z
    .record(
      z.string().regex(/^[1-9]\d*$/, 'the number of a paragraph'),
      z.partialRecord(Reason, Prose.max(200)),
    )
    .optional()
    .describe('paragraphs, or parts of them, that no fact rests on: number, reason, what it is'),
});

/** By their id. */
export const WrittenArticles = z.record(Id, WrittenArticle);

export const WrittenName = z.strictObject({
  id: Id.optional(),
  aliases: someOf(Prose.max(90)).optional().describe('other names that people type'),
  minor: Flag.optional().describe('true: a child, never the subject of a random fact or a question'),
  invented: Flag.optional().describe('true: in no article; only for wrong options'),
});

/** `Ada Marsh`, or `Ada Marsh: [Ada, the keeper]`, or `Ada Marsh: { minor: true }`. */
const Named = z.union([
  Prose.max(90),
  z.record(Prose.max(90), z.union([someOf(Prose.max(90)), WrittenName])),
]);

/** Which list holds which kind of entity. */
export const NAME_LISTS = {
  people: 'person',
  places: 'place',
  organisations: 'organisation',
  works: 'work',
  programmes: 'programme',
  products: 'product',
  others: 'other',
} as const satisfies Readonly<Record<string, Entity['kind']>>;

const list = z.array(Named).optional();

export const WrittenNames = z.strictObject({
  people: list,
  places: list,
  organisations: list,
  works: list,
  programmes: list,
  products: list,
  others: list,
});

export const WrittenEvent = z.strictObject({
  event: Prose.max(100),
  id: Id.optional(),
  when: When,
  about: someOf(Prose.max(110))
    .optional()
    .describe('who and what took part besides those it names: a name, or “Name (role)”'),
  aliases: someOf(Prose.max(60)).optional().describe('other words people would search for it by'),
});

export const WrittenDisagreement = z.strictObject({
  on: Disagreement.shape.title,
  id: Id.optional(),
  kind: Disagreement.shape.kind.optional(),
  sides: z
    .array(z.strictObject({ says: Prose.max(200), facts: someOf(Id) }))
    .min(2)
    .max(5),
});

export const WrittenTopic = z.strictObject({
  topic: Topic.shape.name,
  aliases: someOf(Prose.max(60)).optional().describe('other words people would ask for it by'),
  entries: z.array(z.union([WrittenFact, WrittenQuestion])).optional(),
});

export type WrittenInfo = z.output<typeof WrittenInfo>;
export type WrittenArticle = z.output<typeof WrittenArticle>;
export type WrittenNames = z.output<typeof WrittenNames>;
