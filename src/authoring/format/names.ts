/** The names of a pack: what `names.yaml` lists, what facts name besides, and which of them a text mentions. */
import type { z } from 'zod';
import type { Claim, Entity } from '../../core/dataset/schema.ts';
import { slugOf } from './slug.ts';
import { NAME_LISTS, type WrittenName, type WrittenNames } from './written-pack.ts';
import type { Path } from './yaml-file.ts';

export type NamedEntity = Pick<Entity, 'id' | 'kind' | 'name' | 'aliases' | 'minor' | 'invented'>;

/** Entities in the order of the file, each with where it stands there. */
export function entitiesOf(written: WrittenNames): readonly { entity: NamedEntity; path: Path }[] {
  return Object.entries(NAME_LISTS).flatMap(([list, kind]) =>
    (written[list as keyof typeof NAME_LISTS] ?? []).flatMap((item, at) =>
      (typeof item === 'string' ? [[item, {}] as const] : Object.entries(item)).map(([name, more]) => {
        const given: z.output<typeof WrittenName> = Array.isArray(more) ? { aliases: more } : more;
        const { id = slugOf(name), aliases = [], minor = false, invented = false } = given;
        return { entity: { id, kind, name, aliases, minor, invented }, path: [list, at] };
      }),
    ),
  );
}

export const ROLES = [
  'actor',
  'subject',
  'recipient',
  'speaker',
  'source',
  'venue',
  'work',
  'mentioned',
] as const satisfies readonly Claim['entities'][number]['role'][];

type Role = (typeof ROLES)[number];

/** Says of somebody whom a text names in passing that the fact is not about them. */
const NOT = 'not';

export interface Mention {
  /** An id or a name. */
  readonly of: string;
  /** Undefined where none is written. */
  readonly role: Role | typeof NOT | undefined;
}

/** "Orla Quessant (speaker)", "Varn Light (not)"; brackets of another kind belong to the name. */
export const mentionsIn = (about: readonly string[]): readonly Mention[] =>
  about.map((written) => {
    const [, of = written, word] = /^(.*?) \(([a-z]+)\)$/.exec(written) ?? [];
    const role = ([...ROLES, NOT] as const).find((one) => one === word);
    return role === undefined ? { of: written, role } : { of, role };
  });

/**
 * Everybody who is listed, then everybody else whom the text names: where nobody is said to be its subject, the first
 * without a role is; the others are mentioned.
 */
export function rolesOf(
  listed: readonly { readonly entity: string; readonly role: Mention['role'] }[],
  named: readonly string[],
): readonly { readonly entity: string; readonly role: Role }[] {
  const unlisted = named.filter((id) => !listed.some(({ entity }) => entity === id));
  let hasSubject = listed.some(({ role }) => role === 'subject');
  return [...listed, ...unlisted.map((entity) => ({ entity, role: undefined }))].flatMap(
    ({ entity, role }) => {
      if (role === NOT) return [];
      if (role !== undefined) return [{ entity, role }];
      const given = hasSubject ? 'mentioned' : 'subject';
      hasSubject = true;
      return [{ entity, role: given }];
    },
  );
}

/**
 * Which entities a text names, in the order of the text, by name or by an alias that is a name too. `publishers` are
 * named for what they printed, which the receipt tells.
 */
export function createNamer(
  entities: readonly NamedEntity[],
  publishers: readonly string[],
): (text: string) => readonly string[] {
  const ids = new Map<string, Set<string>>();
  const about = entities.filter(({ name }) => !publishers.includes(name));
  for (const { id, name, aliases } of about)
    for (const one of [name, ...aliases.filter((alias) => /^\p{Lu}/u.test(alias))])
      ids.set(one, (ids.get(one) ?? new Set()).add(id));
  const byFirstWord = new Map<string, { readonly name: string; readonly id: string }[]>();
  for (const [name, owners] of ids) {
    const [id = '', ...others] = owners;
    const first = /[\p{L}\p{N}]+/u.exec(name)?.[0];
    if (others.length > 0 || first === undefined) continue;
    const named = byFirstWord.get(first) ?? [];
    named.push({ name, id });
    byFirstWord.set(first, named);
  }
  for (const named of byFirstWord.values()) named.sort((a, b) => b.name.length - a.name.length);
  const words = wordsBeginning(new Set([...byFirstWord.keys()].map((word) => String([...word][0]))));
  return (text) => {
    const found = new Set<string>();
    let from = 0;
    for (const { 0: word, index } of text.matchAll(words)) {
      if (index < from) continue;
      const named = byFirstWord.get(word)?.find(({ name }) => standsAt(text, index, name, word));
      if (!named) continue;
      found.add(named.id);
      from = index + named.name.length;
    }
    return [...found];
  };
}

/** Words that begin with none of these letters begin no name, and need not be looked up. */
const wordsBeginning = (letters: ReadonlySet<string>): RegExp =>
  letters.size === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\p{N}])[${[...letters].join('')}][\\p{L}\\p{N}]*`, 'gu');

/** A name may begin with a sign: "@IvankaTrump" has its first word after it. */
function standsAt(text: string, index: number, name: string, word: string): boolean {
  const start = index - name.indexOf(word);
  return text.startsWith(name, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + name.length));
}
