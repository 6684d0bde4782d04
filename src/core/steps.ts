/** Work that takes long, in steps, so that whoever runs it can let others have their turn in between. */
export type Steps<Result> = Generator<undefined, Result>;

/** So many things between two steps take a few milliseconds each time, or a few tens. */
export const isStep = (count: number): boolean => count % 250 === 249;

/** For whoever has nobody waiting. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
