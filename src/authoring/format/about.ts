/** Whom and what facts and events are about: names of `names.yaml`, and those that are listed nowhere else. */
import type { Problem } from '../../core/dataset/pack.ts';
import type { RawRecord } from '../../core/dataset/parse.ts';
import type { Book } from './book.ts';
import type { Written } from './entry.ts';
import { createNamer, mentionsIn, type NamedEntity, ROLES, rolesOf } from './names.ts';
import { record } from './raw-record.ts';
import { slugOf } from './slug.ts';
import { problemIn } from './yaml-file.ts';

/** Something written that is about somebody, with the id by which messages name it. */
type Named = Written<unknown> & { readonly id: string };

/** What cannot be told is a problem. The entities are complete once everything was asked. */
export function createAbout({ articles, entities, incomplete }: Book, problems: Problem[]) {
  const all: Written<NamedEntity>[] = [];
  const byId = new Map<string, NamedEntity>();
  for (const one of entities) add(one, (other) => twice(one.value, other));
  const calledSo = Map.groupBy(
    entities.flatMap(({ value }) => value.aliases.map((alias) => ({ alias, value }))),
    ({ alias }) => alias,
  );
  const named = new Map(entities.map(({ value }) => [value.name, value]));
  const namedIn = createNamer(
    entities.map(({ value }) => value),
    articles.map(({ value }) => value.publisher),
  );

  function add(
    one: Written<NamedEntity>,
    clash: (other: NamedEntity) => Pick<Problem, 'record' | 'field' | 'expected'>,
  ): void {
    const other = byId.get(one.value.id);
    if (other === undefined) {
      byId.set(one.value.id, one.value);
      all.push(one);
      return;
    }
    const { record: name, field, expected } = clash(other);
    problems.push(problemIn(one.file, one.path, name, field, expected));
  }

  /** Undefined where it cannot be told, which is then a problem. */
  function entityOf(of: string, { file, path, id }: Named): NamedEntity | undefined {
    const aliased = calledSo.get(of) ?? [];
    const entity = named.get(of) ?? byId.get(of) ?? aliased[0]?.value;
    const say = (expected: string) =>
      problems.push(problemIn(file, [...path, 'about'], id, 'about', expected));
    if (entity !== undefined && (named.has(of) || byId.has(of) || aliased.length === 1)) return entity;
    if (entity !== undefined) {
      say(`one of ${aliased.map(({ value }) => value.name).join(', ')}: each is also called “${of}”`);
      return undefined;
    }
    const [, before = '', role = ''] = /^(.*?) \(([a-z]+)\)$/.exec(of) ?? [];
    if (named.has(before) || byId.has(before) || calledSo.has(before)) {
      say(`one of the roles ${ROLES.join(', ')}, or (not), but “${role}” is none`);
      return undefined;
    }
    const made: NamedEntity = {
      ...{ id: slugOf(of), kind: 'other', name: of },
      ...{ aliases: [], minor: false, invented: false },
    };
    named.set(of, made);
    if (!incomplete.has('entities') || !byId.has(made.id))
      add({ value: made, file, path: [...path, 'about'] }, (other) => ({
        ...{ record: id, field: 'about' },
        expected: `a name as it is written elsewhere: is “${other.name}” meant?`,
      }));
    return made;
  }

  return {
    of: (written: Named, about: readonly string[], text: string) =>
      rolesOf(
        mentionsIn(about).flatMap(({ of, role }) => {
          const entity = entityOf(of, written);
          return entity ? [{ entity: entity.id, role }] : [];
        }),
        namedIn(text),
      ),
    entities: (): readonly RawRecord[] =>
      all.map((one) => record(one, one.value, { name: [], aliases: [], id: [] })),
  };
}

const twice = ({ id, name }: NamedEntity, other: NamedEntity) =>
  name === other.name
    ? { record: name, field: '', expected: 'this name once, but it stands there twice' }
    : { record: name, field: 'id', expected: `an \`id\` of its own: “${other.name}” has “${id}” too` };
