/** Calls that go wrong because a test says so. */
import type { Answer } from './interactions.ts';
import type { Call } from './routes.ts';

/** posts: messages in channels and their edits; callbacks: acknowledgements; answers: what follows them; gateway: where it is. */
export type Where = 'posts' | 'callbacks' | 'answers' | 'commands' | 'gateway';

/**
 * broken: not done, 500. lost: done, but the caller is told 500. silent: done, but nothing is ever answered.
 * busy: not done, 429. unauthorized: not done, 401, as after the token was reset.
 */
export type Fault =
  | { readonly how: 'broken' | 'lost' | 'silent' | 'unauthorized' }
  | { readonly how: 'busy'; readonly retryAfterSeconds: number };

/** An answer with the header that says when to come again. */
export type FaultyAnswer = Answer & { readonly retryAfterSeconds?: number };

export interface Faults {
  next(where: Where, fault: Fault): void;
  /** The call's answer as `proper` makes it, or as the fault that waits for it; undefined for none ever. */
  answer(call: Call, proper: () => Answer): FaultyAnswer | undefined;
}

export function createFaults(): Faults {
  const waiting: { where: Where; fault: Fault }[] = [];
  return {
    next: (where, fault) => void waiting.push({ where, fault }),
    answer: (call, proper) => {
      const at = waiting.findIndex(({ where }) => where === kindOf(call));
      const [found] = at === -1 ? [] : waiting.splice(at, 1);
      return found ? fail(found.fault, proper) : proper();
    },
  };
}

function kindOf({ path }: Call): Where | undefined {
  if (path.startsWith('/channels/')) return 'posts';
  if (path.endsWith('/callback')) return 'callbacks';
  if (path.startsWith('/webhooks/')) return 'answers';
  if (path === '/gateway/bot') return 'gateway';
  return path.endsWith('/commands') ? 'commands' : undefined;
}

function fail(fault: Fault, proper: () => Answer): FaultyAnswer | undefined {
  switch (fault.how) {
    case 'silent':
      proper();
      return undefined;
    case 'lost':
      proper();
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
    case 'broken':
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
    case 'unauthorized':
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    case 'busy': {
      const { retryAfterSeconds } = fault;
      const body = { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: false };
      return { status: 429, body, retryAfterSeconds };
    }
    default:
      return fault satisfies never;
  }
}
