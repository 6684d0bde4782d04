/** Which facts and events speak of what a pack lists: by its name, in their texts or under `about`, or by its id. */
import { oncePer } from '../../../core/once-per.ts';
import { createNamer, type Mention, mentionsIn, type NamedEntity } from '../../format/names.ts';
import { NAME_LISTS } from '../../format/written-pack.ts';
import type { Path } from '../../format/yaml-file.ts';
import { placedIn } from '../placed.ts';
import type { Snapshot } from '../snapshot.ts';
import { calledOf, LISTS, type Listed, listedIn, textsOf } from './listed.ts';

/** A fact or an event. */
export interface Telling {
  readonly kind: 'fact' | 'event';
  readonly id: string;
  readonly topic: string | undefined;
  readonly file: string;
  /** In its file. */
  readonly path: Path;
  readonly text: string;
  readonly about: readonly string[];
  /** Ids. */
  readonly events: readonly string[];
  /** Which of these are written as a list, be it of one. */
  readonly lists: readonly string[];
}

export interface Referring {
  /** They name it where a file has a place for that, and would lead nowhere, or elsewhere, without it. */
  readonly pointing: readonly Telling[];
  /** Their text says its name, or another one of its names. */
  readonly saying: readonly Telling[];
}

const tellingsIn = oncePer((now: Snapshot): readonly Telling[] => [
  ...placedIn(now)
    .filter(({ kind }) => kind === 'fact')
    .map(({ id, topic, file, index, fields }) => ({
      ...{ kind: 'fact' as const, id, topic, file, path: ['entries', index] },
      text: String(fields.fact),
      about: textsOf(fields.about),
      events: textsOf(fields.events),
      lists: listsIn(fields),
    })),
  ...listedIn(now)
    .filter(({ kind }) => kind === 'event')
    .map((event) => ({
      ...{ kind: 'event' as const, id: event.id, topic: undefined, file: event.file, path: event.path },
      ...{ text: calledOf(event), about: textsOf(event.fields.about), events: [] },
      lists: listsIn(event.fields),
    })),
]);

const listsIn = (fields: Listed['fields']): readonly string[] =>
  Object.keys(fields).filter((name) => Array.isArray(fields[name]));

export const referringTo = (now: Snapshot, one: Listed): Referring => {
  const empty = { pointing: [], saying: [] };
  switch (one.kind) {
    case 'name':
      return namesReferredTo(now).get(one.id) ?? empty;
    case 'event':
      return { ...empty, pointing: eventsReferredTo(now).get(one.id) ?? [] };
    default:
      return empty;
  }
};

/** How many facts refer to it. */
export function factsOn(now: Snapshot, one: Listed): number {
  if (one.kind === 'topic')
    return placedIn(now).filter(({ kind, topic }) => kind === 'fact' && topic === one.id).length;
  if (one.kind === 'disagreement') return new Set(sidesOf(one).flatMap(({ facts }) => facts)).size;
  const { pointing, saying } = referringTo(now, one);
  return new Set([...pointing, ...saying].filter(({ kind }) => kind === 'fact')).size;
}

export const sidesOf = ({
  fields,
}: Pick<Listed, 'fields'>): readonly { says: string; facts: readonly string[] }[] =>
  (Array.isArray(fields.sides) ? fields.sides : []).map(({ says = '', facts }) => ({
    says: String(says),
    facts: textsOf(facts),
  }));

const eventsReferredTo = oncePer(
  (now: Snapshot): ReadonlyMap<string, readonly Telling[]> =>
    grouped(tellingsIn(now).flatMap((telling) => telling.events.map((id) => [id, telling] as const))),
);

const namesReferredTo = oncePer((now: Snapshot): ReadonlyMap<string, Referring> => {
  const tellings = tellingsIn(now);
  const find = finderOf(now);
  const namedIn = createNamer(
    namesOf(now).map(entityOf),
    now.book.articles.map(({ value }) => value.publisher),
  );
  const pointing = grouped(
    tellings.flatMap((telling) =>
      mentionsIn(telling.about).flatMap(({ of }) => {
        const id = find(of)?.id;
        return id === undefined ? [] : [[id, telling] as const];
      }),
    ),
  );
  const saying = grouped(
    tellings.flatMap((telling) => namedIn(telling.text).map((id) => [id, telling] as const)),
  );
  return new Map(
    namesOf(now).map(({ id }) => [id, { pointing: pointing.get(id) ?? [], saying: saying.get(id) ?? [] }]),
  );
});

function grouped(pairs: readonly (readonly [string, Telling])[]): ReadonlyMap<string, readonly Telling[]> {
  const groups = Map.groupBy(pairs, ([id]) => id);
  return new Map([...groups].map(([id, of]) => [id, [...new Set(of.map(([, telling]) => telling))]]));
}

const namesOf = (now: Snapshot): readonly Listed[] => listedIn(now).filter(({ kind }) => kind === 'name');

/** As `about` finds a name: by itself, by its id, or by another name that no second one has. */
export const finderOf = oncePer((now: Snapshot): ((of: Mention['of']) => Listed | undefined) => {
  const names = namesOf(now);
  const byName = new Map(names.map((one) => [calledOf(one), one]));
  const byId = new Map(names.map((one) => [one.id, one]));
  const byAlias = Map.groupBy(
    names.flatMap((one) => textsOf(one.fields.aliases).map((alias) => ({ alias, one }))),
    ({ alias }) => alias,
  );
  return (of) => {
    const aliased = byAlias.get(of) ?? [];
    return byName.get(of) ?? byId.get(of) ?? (aliased.length === 1 ? aliased[0]?.one : undefined);
  };
});

export const entityOf = ({ id, fields }: Listed): NamedEntity => ({
  ...{ id, name: String(fields.name), aliases: [...textsOf(fields.aliases)] },
  kind: NAME_LISTS[LISTS.find((list) => list === fields.list) ?? 'others'],
  ...{ minor: fields.minor === 'true', invented: fields.invented === 'true' },
});

/** Whether a text says exactly this name, and not only another one of the same. */
export const says = (name: string, text: string): boolean =>
  createNamer([{ id: 'it', kind: 'other', name, aliases: [], minor: false, invented: false }], [])(text)
    .length > 0;
