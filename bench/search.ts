/** Finding a fact and proposing names, on the shipped dataset and on a synthetic pack of 10,000 claims. */
import type { Library } from '../src/core/dataset/library.ts';
import { createFactSearch, type FactSearch } from '../src/core/facts/search.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { shippedLibrary } from './dataset.ts';
import { queriesOf, type Slip, type Typo } from './queries.ts';
import { figure, type Row, told } from './report.ts';
import { syntheticLibrary } from './synthetic.ts';
import { timeEachNow, timesOf } from './timing.ts';

/** As `/fact` proposes them. */
const PROPOSED = 25;

/** How many names it offers where it finds nothing. */
const OFFERED = 5;

/**
 * p50 targets in µs: three times SQLite's full-text search (for slips its trigrams, which are what it has for
 * them) at 60 and at 10,000 claims; for names as they are typed 100, and never more than 5,000.
 */
const TARGETS = {
  shipped: { words: 48, slips: 150, proposals: 100, slowest: 5_000 },
  large: { words: 210, slips: 3_600, proposals: 100, slowest: 5_000 },
};

/** Of what is typed with one letter replaced, so much must lead to what was meant. */
const HITS = 0.95;

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
  const ask = queriesOf(library, search.subjects('', Number.POSITIVE_INFINITY), next);
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
  const hits = (what: string, share: number): Row => ({
    what: `${label}: ${what}`,
    measured: `${Math.round(share * 100)} %`,
    against: `≥ ${HITS * 100} %`,
    within: share >= HITS,
  });
  const slips = ask.slips();
  return [
    built,
    row('`find`, a name', find(ask.names()), target.words),
    row('`find`, two words of a claim', find(ask.pairs()), target.words),
    row('`find`, a name with one letter wrong', find(slips.map(({ typed }) => typed)), target.slips),
    hits('names with one letter wrong, found or offered', shareOf(slips, leadsTo(search))),
    hits('words of a text with one letter wrong, found', shareOf(ask.typos(), finds(library, search))),
    row('`find`, nonsense', find(ask.nonsense()), target.slips),
    row('autocomplete, 1 letter', propose(1), target.proposals, target.slowest),
    row('autocomplete, 3 letters', propose(3), target.proposals, target.slowest),
    row('autocomplete, 6 letters', propose(6), target.proposals, target.slowest),
  ];
}

const shareOf = <Item>(items: readonly Item[], isHit: (item: Item) => boolean): number =>
  items.filter(isHit).length / items.length;

/** A fact about the subject is among the ten best, or its name is offered, as `/fact` does where it finds none. */
const leadsTo =
  (search: FactSearch) =>
  ({ typed, subject }: Slip): boolean => {
    const found = search.find(typed).slice(0, 10);
    return found.length > 0
      ? found.some((claim) => subject.claims.includes(claim))
      : search.near(typed, OFFERED).includes(subject);
  };

/** The word stands in one of the ten best: in the claim or in the names that are searched with it. */
const finds =
  (library: Library, search: FactSearch) =>
  ({ typed, meant }: Typo): boolean =>
    search
      .find(typed)
      .slice(0, 10)
      .some(({ text, entities, events, topic }) => {
        const named = [
          ...entities.map(({ entity }) => library.entities.get(entity)),
          ...events.map((event) => library.events.get(event)),
          library.topics.get(topic),
        ].flatMap((one) => (one ? [one.name, ...one.aliases] : []));
        return [text, ...named].join(' ').toLowerCase().includes(meant);
      });
