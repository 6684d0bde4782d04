/**
 * Mistakes that someone might make in the bot, planted in its processes so that the harness can show that it sees
 * them. Each spoils one verb of the store or of the platforms; nothing in `src/` knows of them.
 */
import type { Assembled } from '../../src/app.ts';
import type { Platform } from '../../src/core/ports/platform.ts';
import type { Random } from '../../src/core/ports/random.ts';
import type { Store } from '../../src/core/ports/store.ts';

interface Parts {
  readonly store: Store;
  readonly random: Random;
}

interface Fault {
  readonly what: string;
  readonly store?: (parts: Parts) => Partial<Store>;
  readonly platform?: (platform: Platform, parts: Parts) => Partial<Platform>;
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'claim-after-post': {
    what: 'a date counts as taken only once its question is posted',
    store: claimAfterPost,
  },
  'no-nonce': {
    what: 'where no history can be read, each try of a post has a key of its own',
    platform: ({ post }, { random }) => ({
      post: (place, card, key, under) => post(place, card, `${key}-${random.id()}`, under),
      find: async () => ({ status: 'impossible' }),
    }),
  },
  'no-reconcile': {
    what: 'nobody looks whether a post of unknown outcome stands there: it is taken for absent',
    platform: () => ({ find: async () => ({ status: 'absent' }) }),
  },
  'no-recovery': {
    what: 'deliveries that a dead process left behind are not taken over',
    store: () => ({ dueDeliveries: async () => [] }),
  },
  'maybe-is-no': {
    what: 'a post that was not confirmed is taken for not sent',
    platform: ({ post }) => ({
      post: async (...given) => {
        const outcome = await post(...given);
        return outcome.status === 'failed' ? { ...outcome, sent: 'no' } : outcome;
      },
    }),
  },
  'reveal-once': {
    what: 'a reveal that the platform did not take is not tried again',
    platform: ({ edit }) => ({
      edit: async (...given) => {
        const outcome = await edit(...given);
        return outcome.status === 'failed' ? { status: 'edited' } : outcome;
      },
    }),
  },
  'late-answers': {
    what: 'an answer after the close is acknowledged as locked in',
    store: ({ store: { recordAnswer } }) => ({
      recordAnswer: async (answer) => {
        const outcome = await recordAnswer(answer);
        return outcome.status === 'closed' ? { status: 'locked', answers: 1 } : outcome;
      },
    }),
  },
};

/** The parts are the very objects that the running bot uses, so what is assigned here is used from now on. */
export function plant(name: string | undefined, { services, platforms }: Assembled, random: Random): void {
  if (name === undefined) return;
  const fault = FAULTS[name];
  if (!fault) throw new Error(`no fault is called ${name}; there are: ${Object.keys(FAULTS).join(', ')}`);
  const parts = { store: { ...services.store }, random };
  Object.assign(services.store, fault.store?.(parts));
  for (const platform of platforms) Object.assign(platform, fault.platform?.({ ...platform }, parts));
}

/** Until it is posted, the row counts as failed, so that anyone takes it over, and the daily stays due. */
function claimAfterPost({ store }: Parts): Partial<Store> {
  const posting = new Set<string>();
  const moves = new Map<string, { readonly from: number; readonly to: number }>();
  return {
    claimDelivery: async (delivery) => {
      const id = await store.claimDelivery(delivery);
      if (id === undefined) return undefined;
      await store.settleDelivery(id, { state: 'failed', reason: '', at: delivery.claimedAt });
      posting.add(id);
      return id;
    },
    findDelivery: async (id) => {
      const found = await store.findDelivery(id);
      return found && posting.has(id) ? { ...found, state: 'claimed', unsureSince: undefined } : found;
    },
    noteAttempt: async (id, held, attempt) => posting.has(id) || store.noteAttempt(id, held, attempt),
    moveNextRun: async (daily, from, to) => moves.set(daily, { from, to }).size > 0,
    settleDelivery: async (id, change) => {
      posting.delete(id);
      await store.settleDelivery(id, change);
      const daily = (await store.findDelivery(id))?.daily ?? '';
      const move = moves.get(daily);
      if (move) await store.moveNextRun(daily, move.from, move.to);
    },
  };
}
