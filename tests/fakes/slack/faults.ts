/** What may go wrong on the way to Slack: because a test says so, one request at a time, or by chance. */
import { createMishaps, type Drawn, type RandomFaults } from '../mishaps.ts';

export type Fault =
  /** HTTP 500; nothing was done. */
  | { readonly kind: 'server-error' }
  /** HTTP 500, although it was done. */
  | { readonly kind: 'lost-answer' }
  /** HTTP 429; without `retryAfter` (seconds) the header is missing. */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number }
  /** Nothing was done, and no answer until the server is closed. */
  | { readonly kind: 'hang' }
  /** No answer until the server is closed, although it was done. */
  | { readonly kind: 'silence' }
  /** The connection ends; nothing was done. */
  | { readonly kind: 'drop' }
  /** The connection ends, although it was done. */
  | { readonly kind: 'cut' }
  /** Done, and answered after a while. */
  | { readonly kind: 'late'; readonly ms: number }
  /** Slack's own words: `{ ok: false, error }`. */
  | { readonly kind: 'error'; readonly error: string };

/** posts: chat.postMessage; edits: chat.update; lists: what stands in a channel; answers: response addresses. */
export type Where = 'posts' | 'edits' | 'lists' | 'answers' | 'lookups';

interface Planned {
  readonly fault: Fault;
  readonly method: string | undefined;
}

export class Faults {
  readonly #mishaps = createMishaps<Where>();
  #planned: Planned[] = [];

  /** Without a method: the next post or edit, whichever comes first. */
  plan(fault: Fault, method?: string): void {
    this.#planned.push({ fault, method });
  }

  get byChance(): RandomFaults<Where> {
    return this.#mishaps.faults;
  }

  take(method: string): Fault | undefined {
    const applies = (planned: Planned) =>
      planned.method === method || (!planned.method && method.startsWith('chat.'));
    const at = this.#planned.findIndex(applies);
    return at < 0 ? toFault(this.#mishaps.draw(KIND[method])) : this.#planned.splice(at, 1)[0]?.fault;
  }
}

const KIND: Readonly<Record<string, Where>> = {
  'chat.postMessage': 'posts',
  'chat.update': 'edits',
  'conversations.history': 'lists',
  'users.info': 'lookups',
  'conversations.info': 'lookups',
  response_url: 'answers',
};

const HOW = {
  'done-500': 'lost-answer',
  'done-silent': 'silence',
  'done-cut': 'cut',
  'undone-500': 'server-error',
  'undone-silent': 'hang',
  'undone-cut': 'drop',
} as const;

function toFault(drawn: Drawn | undefined): Fault | undefined {
  if (!drawn) return undefined;
  const { mishap, retryAfterSeconds, lateMs } = drawn;
  if (mishap === 'busy') return { kind: 'rate-limit', retryAfter: retryAfterSeconds };
  return mishap === 'late' ? { kind: 'late', ms: lateMs } : { kind: HOW[mishap] };
}
