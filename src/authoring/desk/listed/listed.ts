/** The names, events, disagreements and topics of a pack as its files have them, also those that are no records yet. */
import { oncePer } from '../../../core/once-per.ts';
import { isRecord } from '../../format/layout.ts';
import { slugOf } from '../../format/slug.ts';
import { NAME_LISTS } from '../../format/written-pack.ts';
import type { Path } from '../../format/yaml-file.ts';
import { CALLED, type ListedKind } from '../listed-kinds.ts';
import { hashOf } from '../placed.ts';
import { type Snapshot, within } from '../snapshot.ts';
import type { Fields } from '../wire.ts';
import type { ListedRef } from '../wire-listed.ts';

export interface Listed extends ListedRef {
  /** In the pack’s folder. */
  readonly file: string;
  /** Where it stands in the file; of a name: the item of its list. */
  readonly path: Path;
  /** Among all of its file. */
  readonly index: number;
  readonly fields: Fields;
}

export const LISTS = Object.keys(NAME_LISTS) as readonly (keyof typeof NAME_LISTS)[];

export const FILES = {
  name: 'names.yaml',
  event: 'events.yaml',
  disagreement: 'disagreements.yaml',
} as const;

export const listedIn = oncePer((now: Snapshot): readonly Listed[] => [
  ...namesIn(now),
  ...recordsIn(now, 'event'),
  ...recordsIn(now, 'disagreement'),
  ...now.book.topics.map(({ id, file, value }) => {
    const { entries: _, ...written } = isRecord(file.content) ? file.content : {};
    const fields = { topic: value.topic, ...written } as Fields;
    return { ...listed('topic', id, fields), file: within(now, file.path), path: [], index: 0 };
  }),
]);

const listed = (kind: ListedKind, id: string, fields: Fields) => ({
  ...{ kind, id, fields },
  hash: hashOf(fields),
});

const listIn = (content: unknown): readonly unknown[] => (Array.isArray(content) ? content : []);

function namesIn(now: Snapshot): readonly Listed[] {
  const { content } = now.yaml(FILES.name);
  const lists = isRecord(content) ? content : {};
  const names = LISTS.flatMap((list) =>
    listIn(lists[list]).flatMap((item, at) =>
      (isRecord(item) ? Object.entries(item) : [[String(item), {}] as const]).map(([name, more]) => {
        const fields = { name, list, ...(isRecord(more) ? more : { aliases: more }) } as Fields;
        const id = typeof fields.id === 'string' ? fields.id : slugOf(name);
        return { ...listed('name', id, fields), file: FILES.name, path: [list, at] };
      }),
    ),
  );
  return names.map((one, index) => ({ ...one, index }));
}

function recordsIn(now: Snapshot, kind: 'event' | 'disagreement'): readonly Listed[] {
  const file = FILES[kind];
  return listIn(now.yaml(file).content).flatMap((record, index) => {
    if (!isRecord(record)) return [];
    const fields = record as Fields;
    const { id = slugOf(String(fields[CALLED[kind]])) } = fields;
    return [{ ...listed(kind, String(id), fields), file, path: [index], index }];
  });
}

/** What people know it by. */
export const calledOf = ({ kind, fields }: Pick<Listed, 'kind' | 'fields'>): string =>
  String(fields[CALLED[kind]] ?? '');

/** One or several. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '');
