/** JSON Schemas by which editors complete and check a pack’s files, with the pack’s own ids and names in them. */
import { z } from 'zod';
import type { Book } from './book.ts';
import { WrittenFact, WrittenQuestion } from './written.ts';
import {
  WrittenArticles,
  WrittenDisagreement,
  WrittenEvent,
  WrittenInfo,
  WrittenNames,
  WrittenTopic,
} from './written-pack.ts';

/** By their path in the pack’s folder. */
export function schemaFiles(book: Book): readonly (readonly [string, string])[] {
  const facts = book.topics.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'fact'));
  const enums: Enums = {
    facts: facts.map(({ id }) => id),
    also: facts.map(({ id }) => id),
    'denied-by': facts.map(({ id }) => id),
    events: book.events.map(({ id }) => id),
    about: book.entities.map(({ value }) => value.name),
  };
  const entry = z.union([WrittenFact, WrittenQuestion]);
  const schemas = {
    pack: WrittenInfo,
    articles: WrittenArticles,
    names: WrittenNames,
    events: z.array(WrittenEvent),
    disagreements: z.array(WrittenDisagreement),
    topic: WrittenTopic.extend({ entries: z.array(entry) }),
  };
  return Object.entries(schemas).map(([name, schema]) => [
    `.schema/${name}.json`,
    `${JSON.stringify(completed(typed(schema), enums), null, 1)}\n`,
  ]);
}

type Enums = Readonly<Record<string, readonly string[]>>;

/**
 * In the file `importance: 3` is a number to an editor, and `ours: true` a boolean, though we read text: a schema that
 * says "string" would mark them as wrong.
 */
const typed = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string') jsonSchema.type = ['string', 'number', 'boolean'] as never;
      if (jsonSchema.enum?.every((value) => /^(?:\d+|true|false)$/.test(String(value))))
        jsonSchema.enum = jsonSchema.enum.flatMap((value) => [value, JSON.parse(String(value))]);
      if (/^\d+$/.test(String(jsonSchema.const))) {
        jsonSchema.enum = [String(jsonSchema.const), Number(jsonSchema.const)];
        delete jsonSchema.const;
      }
    },
  });

/** Suggestions beside what may be typed anyway: a name that is not listed yet is no mistake. */
function completed(schema: unknown, enums: Enums): unknown {
  if (Array.isArray(schema)) return schema.map((one) => completed(one, enums));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      const ids = key in enums && typeof value === 'object' && value !== null ? enums[key] : undefined;
      return [
        key,
        ids && ids.length > 0 ? suggesting(completed(value, enums), ids) : completed(value, enums),
      ];
    }),
  );
}

const suggesting = (schema: unknown, ids: readonly string[]): unknown => {
  const one = { enum: ids };
  const { description } = schema as { readonly description?: string };
  return { description, anyOf: [one, { type: 'array', items: { anyOf: [one, {}] } }, schema] };
};
