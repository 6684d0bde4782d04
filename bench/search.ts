/** Finding a fact and proposing names, on the shipped dataset and on a synthetic pack of 10,000 claims. */
import type { Library } from '../src/core/dataset/library.ts';
import type { Claim } from '../src/core/dataset/schema.ts';
import { createFactSearch, type FactSearch } from '../src/core/facts/search.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { shippedLibrary } from './dataset.ts';
import { figure, type Row, told } from './report.ts';
import { syntheticLibrary } from './synthetic.ts';
import { timeEachNow, timesOf } from './timing.ts';

const QUERIES = 250;

/** As `/fact` proposes them. */
const PROPOSED = 25;

/**
 * p50 targets in µs: three times SQLite's full-text search (for slips its trigrams, which are what it has for
 * them) at 60 and at 10,000 claims; for names as they are typed 100, and never more than 5,000.
 */
const TARGETS = {
  shipped: { words: 48, slips: 150, proposals: 100, slowest: 5_000 },
  large: { words: 210, slips: 3_600, proposals: 100, slowest: 5_000 },
};

/** Of the words with one letter replaced, so many must find a claim that holds the word meant. */
const TYPO_HITS = 0.95;

export async function measureSearch(): Promise<readonly Row[]> {
  const { next } = createSeededRandom(7);
  const shipped = await shippedLibrary();
  const large = syntheticLibrary(10_000, next);
  return [
    ...measureOn(`${shipped.claims.size} claims`, shipped, TARGETS.shipped, next),
    ...measureOn('10,000 claims', large, TARGETS.large, next),
  ];
}

type Target = (typeof TARGETS)[keyof typeof TARGETS];

function measureOn(label: string, library: Library, target: Target, next: () => number): readonly Row[] {
  const rss = process.memoryUsage.rss();
  const began = performance.now();
  const search = createFactSearch(library);
  const built = told(
    `${label}: index built`,
    `${figure(performance.now() - began)} ms, ${figure((process.memoryUsage.rss() - rss) / 2 ** 20)} MiB`,
  );
  const ask = queriesOf(library, search, next);
  const find = (queries: readonly string[]) => timesOf(timeEachNow(queries, search.find));
  const propose = (length: number) =>
    timesOf(timeEachNow(ask.prefixes(length), (typed) => search.subjects(typed, PROPOSED)));
  const row = (
    what: string,
    { p50, p99 }: { p50: number; p99: number },
    most: number,
    slowest?: number,
  ): Row => ({
    what: `${label}: ${what}, p50 / p99`,
    measured: `${figure(p50)} / ${figure(p99)} µs`,
    against: `p50 ≤ ${figure(most)} µs${slowest === undefined ? '' : `, p99 ≤ ${figure(slowest)} µs`}`,
    within: p50 <= most && p99 <= (slowest ?? Number.POSITIVE_INFINITY),
  });
  const typos = ask.typos();
  const hits =
    typos.filter(({ typed, meant }) => holds(library, search.find(typed), meant)).length / typos.length;
  return [
    built,
    row('`find`, a name', find(ask.names()), target.words),
    row('`find`, two words of a claim', find(ask.pairs()), target.words),
    row('`find`, one letter wrong', find(typos.map(({ typed }) => typed)), target.slips),
    {
      what: `${label}: of the words with one letter wrong, found`,
      measured: `${Math.round(hits * 100)} %`,
      against: `≥ ${TYPO_HITS * 100} %`,
      within: hits >= TYPO_HITS,
    },
    row('`find`, nonsense', find(ask.nonsense()), target.slips),
    row('autocomplete, 1 letter', propose(1), target.proposals, target.slowest),
    row('autocomplete, 3 letters', propose(3), target.proposals, target.slowest),
    row('autocomplete, 6 letters', propose(6), target.proposals, target.slowest),
  ];
}

/** The word stands in one of the ten best: in the claim or in the names that are searched with it. */
const holds = (library: Library, found: readonly Claim[], meant: string): boolean =>
  found.slice(0, 10).some(({ text, entities, events, topic }) => {
    const named = [
      ...entities.map(({ entity }) => library.entities.get(entity)),
      ...events.map((event) => library.events.get(event)),
      library.topics.get(topic),
    ].flatMap((one) => (one ? [one.name, ...one.aliases] : []));
    return [text, ...named].join(' ').toLowerCase().includes(meant);
  });

/** What people type: drawn from the pack itself, so that there is something to find. */
function queriesOf(library: Library, search: FactSearch, next: () => number) {
  const pick = <Item>(items: readonly Item[], fallback: Item): Item =>
    items[Math.floor(next() * items.length)] ?? fallback;
  const many = <Item>(make: () => Item): readonly Item[] => Array.from({ length: QUERIES }, make);
  const claims = [...library.claims.values()];
  const names = search.subjects('', Number.POSITIVE_INFINITY).map(({ name }) => name);
  const words = claims.map(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const letter = () => pick([...'abcdefghijklmnopqrstuvwxyz'], 'a');
  return {
    names: () => many(() => pick(names, '')),
    pairs: () =>
      many(() => {
        const of = pick(words, []);
        return `${pick(of, '')} ${pick(of, '')}`;
      }),
    typos: () =>
      many(() => {
        const meant = pick(pick(words, []), 'word');
        const at = 1 + Math.floor(next() * (meant.length - 1));
        return { meant, typed: meant.slice(0, at) + letter() + meant.slice(at + 1) };
      }),
    nonsense: () => many(() => Array.from({ length: 9 }, letter).join('')),
    prefixes: (length: number) => many(() => pick(names, '').slice(0, length)),
  };
}
