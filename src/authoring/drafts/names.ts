/** Names of entities in texts, and which of them would be mistaken for each other. */
import type { Entity } from '../../core/dataset/schema.ts';
import { nameWords } from '../../core/facts/fold.ts';

const EDGE = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the name stands in the text as it is written, whole words only. */
export function placesOf(name: string, text: string): readonly number[] {
  // A form is costly to build, and most names are in few texts.
  if (!text.includes(name)) return [];
  const form = new RegExp(`${EDGE.before}${escaped(name)}${EDGE.after}`, 'gu');
  return [...text.matchAll(form)].map(({ index }) => index);
}

/** By name or alias, whatever its case. */
export function isNamedIn({ name, aliases }: Entity, text: string): boolean {
  const words = readName(text);
  return [name, ...aliases].some((label) => holds(words, readName(label)));
}

const READ = new Map<string, readonly string[]>();

/** Every name is held against every text: read once each, a pack's questions cost a third. */
function readName(text: string): readonly string[] {
  const words = READ.get(text) ?? nameWords(text);
  READ.set(text, words);
  return words;
}

function holds(words: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && words.some((_, at) => part.every((word, offset) => words[at + offset] === word));
}

/** Whether one is named by what the other is called: "Kushner" stands for both brothers. */
export const areConfusable = (one: Entity, other: Entity): boolean =>
  isNamedIn(one, other.name) ||
  isNamedIn(other, one.name) ||
  nameWords(one.name).some((word) => word.length > 2 && nameWords(other.name).includes(word));
