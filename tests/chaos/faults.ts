/**
 * Mistakes that someone might make in the bot, planted in its processes so that the harness can show that it sees
 * them. Each spoils one verb of the store or of the platforms; nothing in `src/` knows of them.
 */
import type { App } from '../../src/app.ts';
import type { Platform } from '../../src/core/platform.ts';
import type { Random } from '../../src/core/random.ts';
import type { Delivery, Store } from '../../src/core/store.ts';

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
    what: 'a delivery is written into the store only once it is posted',
    store: claimAfterPost,
  },
  'no-nonce': {
    what: 'each try of a post has a key of its own',
    platform: ({ post }, { random }) => ({
      post: (place, card, key, under) => post(place, card, `${key}-${random.id()}`, under),
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
  'attempt-for-all': {
    what: 'several processes may try the same delivery at once',
    store: () => ({ takeAttempt: async () => true }),
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
export function plant(name: string | undefined, { services, platforms }: App, random: Random): void {
  if (name === undefined) return;
  const fault = FAULTS[name];
  if (!fault) throw new Error(`no fault is called ${name}; there are: ${Object.keys(FAULTS).join(', ')}`);
  const parts = { store: { ...services.store }, random };
  Object.assign(services.store, fault.store?.(parts));
  for (const platform of platforms) Object.assign(platform, fault.platform?.({ ...platform }, parts));
}

function claimAfterPost({ store }: Parts): Partial<Store> {
  const held = new Map<string, Delivery>();
  return {
    claimDelivery: async (delivery) => {
      held.set(delivery.id, {
        ...delivery,
        state: 'claimed',
        reason: '',
        settledAt: undefined,
        unsureSince: undefined,
      });
      return delivery.id;
    },
    findDelivery: async (id) => held.get(id) ?? store.findDelivery(id),
    noteAttempt: async (id, until, attempt) => {
      const known = held.get(id);
      if (!known) return store.noteAttempt(id, until, attempt);
      held.set(id, { ...known, unsureSince: attempt.unsureSince });
      return true;
    },
    takeAttempt: async (id, now, until) => held.has(id) || store.takeAttempt(id, now, until),
    settleDelivery: async (id, change) => {
      const known = held.get(id);
      if (known) await store.claimDelivery(known);
      held.delete(id);
      await store.settleDelivery(id, change);
    },
  };
}
