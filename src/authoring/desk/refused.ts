import type { Refusal } from './wire.ts';

/** What the desk does not do, with what the author is told: a sentence that says what to do next. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: 400 | 404 | 409 | 422;
  readonly refusal: Refusal;

  constructor(status: Refused['status'], refusal: Refusal) {
    super(refusal.error);
    this.status = status;
    this.refusal = refusal;
  }
}
