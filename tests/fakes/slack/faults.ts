/** What may go wrong on the way to Slack, one request at a time. */
export type Fault =
  /** HTTP 500; nothing was done. */
  | { readonly kind: 'server-error' }
  /** HTTP 500, although it was done. */
  | { readonly kind: 'lost-answer' }
  /** HTTP 429; without `retryAfter` (seconds) the header is missing. */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number }
  /** No answer until the server is closed. */
  | { readonly kind: 'hang' }
  /** Slack's own words: `{ ok: false, error }`. */
  | { readonly kind: 'error'; readonly error: string };

interface Planned {
  readonly fault: Fault;
  readonly method: string | undefined;
}

export class Faults {
  #planned: Planned[] = [];

  /** Without a method: the next post or edit, whichever comes first. */
  plan(fault: Fault, method?: string): void {
    this.#planned.push({ fault, method });
  }

  take(method: string): Fault | undefined {
    const applies = (planned: Planned) =>
      planned.method === method || (!planned.method && method.startsWith('chat.'));
    const at = this.#planned.findIndex(applies);
    return at < 0 ? undefined : this.#planned.splice(at, 1)[0]?.fault;
  }
}
