/** In which claims each word stands, and how much it says there. Claims go by their number, in order. */
export interface Postings {
  /** Claims in the order of their numbers; what is noted of one twice is added up. */
  note(word: string, claim: number, weight: number): void;
  of(word: string): Posting | undefined;
  words(): Iterable<string>;
}

/** Two lists side by side, which are smaller than a map and made faster. */
export interface Posting {
  readonly claims: readonly number[];
  readonly weights: readonly number[];
}

export function createPostings(): Postings {
  const all = new Map<string, { readonly claims: number[]; readonly weights: number[] }>();
  return {
    note: (word, claim, weight) => {
      const posting = all.get(word);
      if (!posting) {
        all.set(word, { claims: [claim], weights: [weight] });
        return;
      }
      const last = posting.claims.length - 1;
      if (posting.claims[last] === claim) posting.weights[last] = (posting.weights[last] ?? 0) + weight;
      else {
        posting.claims.push(claim);
        posting.weights.push(weight);
      }
    },
    of: (word) => all.get(word),
    words: () => all.keys(),
  };
}

/** 0 for a claim in which the word does not stand. */
export function weightIn({ claims, weights }: Posting, claim: number): number {
  const at = firstAt(claims.length, (place) => (claims[place] ?? 0) >= claim);
  return claims[at] === claim ? (weights[at] ?? 0) : 0;
}

/** In a list of so many, sorted so that what holds stands last: where that begins. */
export function firstAt(length: number, holds: (place: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
