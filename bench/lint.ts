/**
 * What the lint takes over a pack of 3,000 claims and 1,500 questions with the texts of its articles, by rule: of the
 * processor, because waiting for a machine that others use says nothing of it.
 */
import { lint } from '../src/authoring/lint/lint.ts';
import { createSeededRandom } from '../tests/fakes/random.ts';
import { largePack } from './large-pack.ts';
import { atMost, figure, type Row, told } from './report.ts';

/** What somebody waits for who has written a pack for years. */
const MOST_SECONDS = 10;

/** So many rules are named by themselves, the slowest first. */
const NAMED = 8;

export async function measureLint(): Promise<readonly Row[]> {
  const { pack, texts } = largePack(3_000, 1_500, createSeededRandom(7).next);
  const began = spent();
  const starts: { readonly rule: string; readonly at: number }[] = [];
  const verdicts = lint(pack, {
    texts,
    progress: (rule) => starts.push({ rule, at: spent() }),
  });
  const ended = spent();
  const times = starts
    .map(({ rule, at }, index) => ({ rule, took: (starts[index + 1]?.at ?? ended) - at }))
    .toSorted((a, b) => b.took - a.took);
  const others = times.slice(NAMED).reduce((sum, { took }) => sum + took, 0);
  return [
    atMost('3,000 claims, 1,500 questions, 150 articles: all rules, CPU', {
      ...{ value: (ended - began) / 1000, most: MOST_SECONDS, unit: 's' },
      target: 'a pack of years is checked while one waits',
    }),
    ...times.slice(0, NAMED).map(({ rule, took }) => told(`\`${rule}\``, `${figure(took)} ms`)),
    told(`the other ${times.length - NAMED} rules together`, `${figure(others)} ms`),
    told('findings', figure(verdicts.length)),
  ];
}

/** In milliseconds, by all threads. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
