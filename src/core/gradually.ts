/** For what takes so long to find that somebody who waits for an answer should come in between. */
import { atOnce, type Steps } from './steps.ts';

export interface Gradually<Thing, Found> {
  /** Finds what is left to find at once. */
  (thing: Thing): Found;
  /** The same in steps, which may be left at any time: what was found until then is kept. */
  steps(thing: Thing): Steps<Found>;
}

/** As `oncePer`, for what is found in steps. */
export function graduallyPer<Thing extends object, Found>(
  find: (thing: Thing) => Steps<Found>,
): Gradually<Thing, Found> {
  const known = new WeakMap<Thing, Search<Found>>();
  const searchFor = (thing: Thing) => {
    const search = known.get(thing) ?? { left: find(thing), anew: () => find(thing) };
    known.set(thing, search);
    return search;
  };
  return Object.assign((thing: Thing) => atOnce(stepsOf(searchFor(thing))), {
    steps: (thing: Thing) => stepsOf(searchFor(thing)),
  });
}

interface Search<Found> {
  left: Steps<Found>;
  /** What threw once has ended, and found nothing. */
  anew(): Steps<Found>;
  found?: { readonly value: Found };
}

function* stepsOf<Found>(search: Search<Found>): Steps<Found> {
  for (;;) {
    if (search.found) return search.found.value;
    try {
      const step = search.left.next();
      if (step.done) search.found = { value: step.value };
      else yield;
    } catch (error) {
      search.left = search.anew();
      throw error;
    }
  }
}

/** As `groupBy`, in steps, one for each item. */
export function* groupedBy<Item>(
  items: Iterable<Item>,
  keysOf: (item: Item) => Iterable<string>,
): Steps<ReadonlyMap<string, readonly Item[]>> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) note(groups, key, item);
    yield;
  }
  return groups;
}

/** Puts the item under the key, behind those that are there. */
export function note<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
