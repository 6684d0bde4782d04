/** Who is named in a text. Asked of every entity one by one, a large pack takes minutes. */
import type { Entity } from '../../core/dataset/schema.ts';
import { nameWords } from '../../core/facts/fold.ts';
import { oncePer } from '../../core/once-per.ts';

/** A name or an alias, in the words by which it is found. */
interface Label {
  readonly words: readonly string[];
  readonly entity: Entity;
}

/** The labels that begin at a word of a text, the longest first. */
export type Labels = (words: readonly string[], at: number) => readonly Label[];

/** `read`: the form in which names are compared. */
export function labelsOf(
  entities: readonly Entity[],
  read: (label: string) => readonly string[] = nameWords,
): Labels {
  const labels = entities
    .flatMap((entity) =>
      [entity.name, ...entity.aliases].map((label): Label => ({ words: read(label), entity })),
    )
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length);
  const byFirst = Map.groupBy(labels, (label) => label.words[0]);
  return (words, at) =>
    (byFirst.get(words[at]) ?? []).filter((label) =>
      label.words.every((word, offset) => words[at + offset] === word),
    );
}

const labelsIn = oncePer((entities: readonly Entity[]) => labelsOf(entities));

/** Those of the entities that the text names, by name or alias, whatever their case. */
export function namedIn(entities: readonly Entity[], text: string): ReadonlySet<Entity> {
  const words = nameWords(text);
  return new Set(words.flatMap((_, at) => labelsIn(entities)(words, at).map(({ entity }) => entity)));
}

/** The one whose name or alias the text is, and nothing else. */
export function namedBy(entities: readonly Entity[], text: string): Entity | undefined {
  const words = nameWords(text);
  return labelsIn(entities)(words, 0).find((label) => label.words.length === words.length)?.entity;
}
