/** Calls that go wrong because a test says so, or by chance. */
import { createMishaps, type Drawn, type RandomFaults } from '../mishaps.ts';
import type { Answer } from './interactions.ts';
import type { Call } from './routes.ts';

/**
 * posts: new messages in channels; edits: theirs; lists: what stands in a channel, and the channel itself; talks:
 * opening one with a person; callbacks: acknowledgements; answers: what follows them; gateway: where it is.
 */
export type Where = 'posts' | 'edits' | 'lists' | 'talks' | 'callbacks' | 'answers' | 'commands' | 'gateway';

/**
 * broken: not done, 500. lost: done, but the caller is told 500. silent: done, but nothing is ever answered.
 * ignored: not done, and nothing is ever answered. cut: done, but the connection ends. dropped: not done, and the
 * connection ends. busy: not done, 429. late: done, answered after a while. unauthorized: not done, 401, as after
 * the token was reset.
 */
export type Fault =
  | { readonly how: 'broken' | 'lost' | 'silent' | 'ignored' | 'cut' | 'dropped' | 'unauthorized' }
  | { readonly how: 'busy'; readonly retryAfterSeconds: number }
  | { readonly how: 'late'; readonly lateMs: number };

/** `retryAfterSeconds`: the header that says when to come again. */
export type FaultyAnswer =
  | (Answer & { readonly retryAfterSeconds?: number; readonly lateMs?: number })
  | 'nothing'
  | 'hang-up';

export interface Faults extends RandomFaults<Where> {
  next(where: Where, fault: Fault): void;
  /** The call's answer as `proper` makes it, or as the fault that waits for it or happens to strike. */
  answer(call: Call, proper: () => Answer): FaultyAnswer;
}

export function createFaults(): Faults {
  const waiting: { where: Where; fault: Fault }[] = [];
  const { faults, draw } = createMishaps<Where>();
  return {
    ...faults,
    next: (where, fault) => void waiting.push({ where, fault }),
    answer: (call, proper) => {
      const kind = kindOf(call);
      const at = waiting.findIndex(({ where }) => where === kind);
      const [planned] = at === -1 ? [] : waiting.splice(at, 1);
      const fault = planned?.fault ?? byChance(draw(kind));
      return fault ? fail(fault, proper) : proper();
    },
  };
}

const BY_METHOD: Readonly<Record<string, Where>> = { POST: 'posts', PATCH: 'edits', GET: 'lists' };

function kindOf({ method, path }: Call): Where | undefined {
  if (path.startsWith('/channels/')) return BY_METHOD[method];
  if (path === '/users/@me/channels') return 'talks';
  if (path.endsWith('/callback')) return 'callbacks';
  if (path.startsWith('/webhooks/')) return 'answers';
  if (path === '/gateway/bot') return 'gateway';
  return path.endsWith('/commands') ? 'commands' : undefined;
}

const HOW = {
  'done-500': 'lost',
  'done-silent': 'silent',
  'done-cut': 'cut',
  'undone-500': 'broken',
  'undone-silent': 'ignored',
  'undone-cut': 'dropped',
} as const;

function byChance(drawn: Drawn | undefined): Fault | undefined {
  if (!drawn) return undefined;
  const { mishap, retryAfterSeconds, lateMs } = drawn;
  if (mishap === 'busy') return { how: mishap, retryAfterSeconds };
  return mishap === 'late' ? { how: mishap, lateMs } : { how: HOW[mishap] };
}

const BROKEN = { status: 500, body: { message: '500: Internal Server Error', code: 0 } };

function fail(fault: Fault, proper: () => Answer): FaultyAnswer {
  switch (fault.how) {
    case 'silent':
      proper();
      return 'nothing';
    case 'ignored':
      return 'nothing';
    case 'cut':
      proper();
      return 'hang-up';
    case 'dropped':
      return 'hang-up';
    case 'lost':
      proper();
      return BROKEN;
    case 'broken':
      return BROKEN;
    case 'late':
      return { ...proper(), lateMs: fault.lateMs };
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
