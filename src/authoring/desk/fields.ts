/** What a form holds, as it would have been typed into the file. */
import { WrittenFact, WrittenQuestion } from '../format/written.ts';
import { WrittenDisagreement, WrittenEvent, WrittenName, WrittenTopic } from '../format/written-pack.ts';
import type { ListedKind } from './listed-kinds.ts';
import type { Fields, Kind, Yaml } from './wire.ts';

const ORDER: Readonly<Record<Kind | ListedKind, readonly string[]>> = {
  fact: Object.keys(WrittenFact.shape),
  question: Object.keys(WrittenQuestion.shape),
  name: ['name', 'list', ...Object.keys(WrittenName.shape)],
  event: Object.keys(WrittenEvent.shape),
  disagreement: Object.keys(WrittenDisagreement.shape),
  topic: Object.keys(WrittenTopic.shape),
};

/** These stay lists, also of one. */
const LISTS = ['wrong', 'refuted', 'sides'];

/** Without what is empty, in the usual order; a list of one is that one, unless `before` has a list there. */
export function tidied(kind: Kind | ListedKind, fields: Fields, before: Fields = {}): Fields {
  const known = Object.entries(fields).flatMap(([key, value]) => {
    const tidy = tidyValue(value);
    if (tidy === undefined || (key === 'draft' && tidy !== 'true')) return [];
    const alone = Array.isArray(tidy) && tidy.length === 1 && !LISTS.includes(key) ? tidy[0] : undefined;
    return [[key, alone !== undefined && !Array.isArray(before[key]) ? alone : tidy] as const];
  });
  const place = (key: string) => {
    const at = ORDER[kind].indexOf(key);
    return at < 0 ? ORDER[kind].length : at;
  };
  return Object.fromEntries(known.toSorted(([a], [b]) => place(a) - place(b)));
}

/** Undefined where nothing is left. */
function tidyValue(value: Yaml): Yaml | undefined {
  if (typeof value === 'string') return value.replace(/\s*\n\s*/g, ' ').trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap((item: Yaml) => tidyValue(item) ?? []);
    return items.length > 0 ? items : undefined;
  }
  const pairs = Object.entries(value).flatMap(([key, inner]: [string, Yaml]) => {
    const tidy = tidyValue(inner);
    return tidy === undefined ? [] : [[key, tidy] as const];
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}
