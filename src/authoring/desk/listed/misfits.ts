/** What a form of something listed still lacks, or has wrong, by the names of its fields. */
import { z } from 'zod';
import { Prose } from '../../../core/dataset/fields.ts';
import type { Problem } from '../../../core/dataset/pack.ts';
import { WrittenDisagreement, WrittenEvent, WrittenName, WrittenTopic } from '../../format/written-pack.ts';
import { parseAt, readYaml } from '../../format/yaml-file.ts';
import { CALLED, type ListedKind } from '../listed-kinds.ts';
import { plainly } from '../plain-words.ts';
import type { EntryProblem, Fields } from '../wire.ts';
import { LISTS } from './listed.ts';

const SCHEMAS = {
  name: WrittenName.extend({ name: Prose.max(90), list: z.enum(LISTS) }),
  event: WrittenEvent,
  disagreement: WrittenDisagreement,
  topic: WrittenTopic.omit({ entries: true }),
} as const satisfies Readonly<Record<ListedKind, z.ZodType>>;

/** As the format says it, too. */
export const LACKING = 'this is missing';

const NOWHERE = readYaml('', '');

/** `fields` are tidied. */
export function misfitsIn(kind: ListedKind, fields: Fields): readonly EntryProblem[] {
  const problems: Problem[] = [];
  parseAt(SCHEMAS[kind], fields, { file: NOWHERE, base: [] }, problems);
  const name = CALLED[kind];
  const isNamed = typeof fields[name] === 'string';
  return [
    ...(isNamed ? [] : [{ field: name, expected: LACKING }]),
    ...problems
      .filter(({ field }) => isNamed || field !== name)
      .map(({ field, expected }) => ({ field, expected: plainly(expected) })),
  ];
}
