/** Every entry of the pack's topics with its place and what it says, also where that cannot be read as an entry yet. */
import { createHash } from 'node:crypto';
import { oncePer } from '../../core/once-per.ts';
import type { BookTopic, Entry } from '../format/entry.ts';
import { isRecord } from '../format/layout.ts';
import { type Snapshot, within } from './snapshot.ts';
import type { Fields, Kind, Ref } from './wire.ts';

export interface Placed extends Ref {
  readonly topic: string;
  /** In the pack’s folder. */
  readonly file: string;
  /** In the list of its file. */
  readonly index: number;
  readonly fields: Fields;
  /** Undefined where it cannot be read. */
  readonly entry: Entry | undefined;
  /** Of a question: the fact above it, where it can be read. */
  readonly under: string | undefined;
}

export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

export const placedIn = oncePer((now: Snapshot): readonly Placed[] =>
  now.book.topics.flatMap((topic) => placedInTopic(now, topic)),
);

export function placedInTopic(now: Snapshot, topic: BookTopic): readonly Placed[] {
  const { content } = topic.file;
  const list = isRecord(content) && Array.isArray(content.entries) ? content.entries : [];
  const file = within(now, topic.file.path);
  const read = new Map(topic.entries.map((entry) => [entry.path.at(-1), entry]));
  return list.flatMap((fields: unknown, index): readonly Placed[] => {
    if (!isRecord(fields)) return [];
    const kind: Kind | undefined = 'question' in fields ? 'question' : 'fact' in fields ? 'fact' : undefined;
    if (kind === undefined) return [];
    const entry = read.get(index);
    return [
      {
        ...{ kind, topic: topic.id, file, index, entry },
        id: entry?.id ?? `${topic.id}#${index + 1}`,
        hash: hashOf(fields),
        fields: fields as Fields,
        under: entry?.kind === 'question' ? entry.under : undefined,
      },
    ];
  });
}

export const refOf = ({ kind, id, hash }: Ref): Ref => ({ kind, id, hash });

/** The questions that stand under a fact, in their order. */
export const questionsUnder = (all: readonly Placed[], fact: Placed): readonly Placed[] =>
  underEach(all).get(fact) ?? [];

const underEach = oncePer((all: readonly Placed[]): ReadonlyMap<Placed, readonly Placed[]> => {
  const under = new Map<Placed, Placed[]>();
  let above: Placed | undefined;
  for (const one of all) {
    if (one.topic !== above?.topic) above = undefined;
    if (one.kind === 'fact') {
      above = one;
      under.set(one, []);
    } else if (above) under.get(above)?.push(one);
  }
  return under;
});
