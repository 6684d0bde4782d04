/**
 * What people write in a pack's topic files. All of it is text as YAML's failsafe schema reads it, so that `No`, `1871`
 * and `2018-05` stay what was typed.
 */
import { z } from 'zod';
import { Id, Prose } from '../../core/dataset/fields.ts';
import { Claim, QUESTION_KINDS, Question } from '../../core/dataset/schema.ts';

/** One or several: `receipt: leave#4` and `receipt: [leave#4, rota#2]` say what they seem to. */
export const someOf = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)]);

const Level = z.enum(['1', '2', '3']).transform(Number);

export const Flag = z.enum(['true', 'false'], 'true or false').transform((text) => text === 'true');

/**
 * `leave#4` is paragraph 4 of the article `leave`; in place of the number may stand the words with which the place
 * begins, `leave#"Whoever starts"`.
 */
const Spot = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*#(?:[1-9]\d*|"[^"]+"|“[^”]+”)$/,
    'an article and a paragraph, such as leave#4, or the first words of the place: leave#"Whoever starts"',
  );

/** `leave#4`, or `leave#4: [Ada Marsh]` where the article has it from somebody: whom, origin first. */
const WrittenReceipt = z.union([Spot, z.record(Spot, someOf(Prose.max(120)))]);

export const DATED = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:\/(\d{4}(?:-\d{2}(?:-\d{2})?)?))?(\?)?$/;

const NO_DATE = 'is not a date like 2018, 2018-05 or 2018-05-30, or a span like 2018-05/2018-07';

/** `2018`, `2018-05`, `2018-05-30`; `2018/2020` for a span; with “?” where we infer it; else words: `weeks after the storm`. */
export const When = z.union([
  Prose.max(120).refine((text) => DATED.test(text) || !/^[\d\s./–-]+\??$/.test(text), NO_DATE),
  z.strictObject({
    on: z.string().regex(DATED, NO_DATE),
    text: Prose.max(120).describe('shown as it stands'),
  }),
]);

const Accepted = z
  .record(z.string(), Prose.max(240))
  .describe('rules of the lint that are right not to like this, each with the reason why it stays')
  .optional();

const Draft = Flag.optional().describe('true: a proposal; never told, never asked');

export const WrittenFact = z.strictObject({
  fact: Prose.max(400).describe('one checkable statement in your own words'),
  receipt: someOf(WrittenReceipt).optional().describe('what proves it: article#paragraph'),
  id: Id.optional(),
  about: someOf(Prose.max(110))
    .optional()
    .describe('whom and what it is about besides those it names, or in which role: a name, or “Name (role)”'),
  when: When.optional().describe(
    '2018, 2018-05, 2018-05-30, 2018/2020 for a span; “2018-05?” where we infer it; or words',
  ),
  status: Claim.shape.status.optional(),
  'as-of': z.string().optional().describe('date for which it holds'),
  overtaken: Claim.shape.overtaken,
  'denied-by': someOf(Id).optional().describe('facts that deny this one'),
  events: someOf(Id).optional(),
  refuted: z.array(z.strictObject({ text: Prose.max(200), because: Prose.max(240) })).optional(),
  importance: Level.optional().describe('3: central to the story, 2: the default, 1: a detail'),
  reserved: Claim.shape.reserved,
  draft: Draft,
  accept: Accepted,
});

const WrittenOption = z.union([
  Prose.max(75),
  z.strictObject({ text: Prose.max(75), because: Prose.max(240).optional(), facts: someOf(Id).optional() }),
]);

export const WrittenQuestion = z.strictObject({
  question: Question.shape.prompt,
  right: Prose.max(75),
  wrong: z.array(WrittenOption).min(1).max(3).optional(),
  payoff: Question.shape.payoff.optional().describe('left out: the fact itself'),
  also: someOf(Id)
    .optional()
    .describe('other facts that its texts tell, besides the one that it stands under'),
  facts: someOf(Id).optional().describe('what it rests on, where it does not stand under its fact'),
  id: Id.optional(),
  kind: z.enum(QUESTION_KINDS).optional(),
  fit: Question.shape.fit.optional(),
  difficulty: Level.optional(),
  formerly: someOf(Id).optional(),
  draft: Draft,
  accept: Accepted,
});

export type WrittenFact = z.input<typeof WrittenFact>;
export type WrittenQuestion = z.input<typeof WrittenQuestion>;

/** An entry of a topic file. */
export type WrittenEntry = WrittenFact | WrittenQuestion;
