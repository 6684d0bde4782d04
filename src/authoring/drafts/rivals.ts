/** Which other claims could make a wrong option right. */
import type { Claim } from '../../core/dataset/schema.ts';
import { fold, stem, wordsOf } from '../../core/facts/fold.ts';
import { isStopWord } from '../../core/facts/stop-words.ts';
import type { Draft, Story } from './draft.ts';

/** The claims that speak of the same event, or stand beside this one in a disagreement; the claim itself left out. */
export function rivalsOf(story: Story, claim: Claim): readonly Claim[] {
  const beside = new Set(
    story.disagreementsOf(claim.id).flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
  );
  return story.pack.claims.filter(
    ({ id, events }) =>
      id !== claim.id && (beside.has(id) || events.some((event) => claim.events.includes(event))),
  );
}

/** What a statement says, whoever it is about: its words of weight, without the names of the pack. */
export function contentOf(story: Story, text: string): ReadonlySet<string> {
  const { names, contents } = wordsKnown(story);
  const known = contents.get(text);
  if (known) return known;
  const words = wordsOf(text).filter((word) => !isStopWord(word));
  const content = new Set(words.map(stem).filter((word) => !names.has(word)));
  contents.set(text, content);
  return content;
}

interface WordsKnown {
  readonly names: ReadonlySet<string>;
  readonly contents: Map<string, ReadonlySet<string>>;
}

/** Each text is held against all others: read once a story, it costs a tenth. */
const WORDS = new WeakMap<Story, WordsKnown>();

function wordsKnown(story: Story): WordsKnown {
  const known = WORDS.get(story);
  if (known) return known;
  const labels = [
    ...story.pack.articles.map(({ publisher }) => publisher),
    ...story.pack.entities.filter(({ kind }) => kind === 'person').map(({ name }) => name),
  ];
  const words = { names: new Set(labels.flatMap((label) => wordsOf(label)).map(stem)), contents: new Map() };
  WORDS.set(story, words);
  return words;
}

/** How many of the words of weight that the first has the second has too, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size === 0 ? 1 : shared / one.size;
}

/** Among questions with one answer about one event (or one topic, without events), the most important only. */
export function oneEach(story: Story, questions: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const question of questions.toSorted((a, b) => a.difficulty - b.difficulty))
    if (!kept.some((other) => isSameAgain(story, other, question))) kept.push(question);
  return kept;
}

function isSameAgain(story: Story, one: Draft, other: Draft): boolean {
  if (fold(one.right.text) !== fold(other.right.text)) return false;
  const [first, second] = [one, other].map(({ topic, right }) => {
    const events = right.claims.flatMap((id) => story.claims.get(id)?.events ?? []);
    return events.length > 0 ? events : [topic];
  });
  return first?.some((about) => second?.includes(about)) ?? false;
}
