/** A pack that passes every rule, to be broken in one place. */
import type { ArticleText } from '../../../src/authoring/format/reading.ts';
import type { Finding } from '../../../src/authoring/lint/rule.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import { parsedPack, placeIn } from '../../fakes/parsed-pack.ts';
import { claims } from './harbour-claims.ts';
import { questions, released } from './harbour-questions.ts';
import { articles, disagreements, entities, events, info, leftOut, texts } from './harbour-story.ts';

/** The invented story “Harbour”, fresh at each call; read by the very parser that reads the shipped packs. */
export function goodPack(): Pack {
  const { topics, ...own } = info;
  return parsedPack(own, {
    topics,
    articles,
    entities,
    events,
    claims,
    disagreements,
    questions,
    leftOut,
    released,
  });
}

export const goodTexts = (): readonly ArticleText[] => structuredClone(texts());

type Lists = Pick<Pack, 'articles' | 'entities' | 'events' | 'claims' | 'disagreements' | 'questions'>;
type RecordOf<Kind extends keyof Lists> = Lists[Kind][number];

/**
 * The pack with one record changed: `changed('claims', 'boat-came-in', { text: '…' })`. Not parsed again, so that
 * it can be broken in ways the schema allows or not. Chain by giving the pack.
 */
export function changed<Kind extends keyof Lists>(
  kind: Kind,
  id: string,
  changes: Partial<RecordOf<Kind>>,
  pack: Pack = goodPack(),
): Pack {
  const list: readonly RecordOf<Kind>[] = pack[kind];
  const before = list.find((record) => record.id === id);
  if (before === undefined) throw new Error(`the story has no ${id} among its ${kind}`);
  const after = { ...before, ...changes };
  const origin = new Map(pack.origin).set(after, pack.origin.get(before) ?? placeIn('harbour', kind));
  return { ...pack, [kind]: list.map((record) => (record === before ? after : record)), origin };
}

/** The pack with one more record. */
export function added<Kind extends keyof Lists>(
  kind: Kind,
  record: RecordOf<Kind>,
  pack: Pack = goodPack(),
): Pack {
  const list: readonly RecordOf<Kind>[] = pack[kind];
  const origin = new Map(pack.origin).set(record, placeIn('harbour', kind));
  return { ...pack, [kind]: [...list, record], origin };
}

/** One record of the story, to build a changed one from. */
export function recordOf<Kind extends keyof Lists>(kind: Kind, id: string): RecordOf<Kind> {
  const list: readonly RecordOf<Kind>[] = goodPack()[kind];
  const record = list.find((one) => one.id === id);
  if (record === undefined) throw new Error(`the story has no ${id} among its ${kind}`);
  return record;
}

/** What a rule names, as "record: field". */
export const named = (problems: readonly Finding[]): readonly string[] =>
  problems.map(({ record, field }) => `${record}: ${field}`);
