/** Interactions that the fake has sent, and how they are acknowledged and answered. */
import { sight } from '../record.ts';
import { type FakeMessage, isEphemeral, type MessageStore } from './messages.ts';
import { checkCallback, checkMessage, type Refusal, type SentCallback } from './validate.ts';

/** What a person saw happen at once. */
export interface Acknowledged {
  readonly id: string;
  /** thinking: "Receipts is thinking…", for all or, where private, for one; quiet: nothing; suggested: a list. */
  readonly how: 'answered' | 'thinking' | 'quiet' | 'suggested' | 'nothing';
  readonly isPrivate: boolean;
  readonly suggestions: readonly string[];
}

interface SentInteraction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  /** The message that held the pressed button. */
  readonly source: string | undefined;
  /** The three seconds are over before the answer arrives. */
  readonly expired: boolean;
}

export interface Interactions {
  /** Remembers an interaction; the promise resolves once it is acknowledged. */
  open(interaction: SentInteraction): Promise<Acknowledged>;
  callback(id: string, token: string, body: unknown): Answer;
  editOriginal(token: string, body: unknown): Answer;
  showOriginal(token: string): Answer;
  deleteOriginal(token: string): Answer;
  followUp(token: string, body: unknown): Answer;
  /** Resolves when nobody waits any more; rejects, naming those who do, after five seconds. */
  answered(): Promise<void>;
}

export type Answer = Refusal | { readonly status: number; readonly body?: object };

interface State extends SentInteraction {
  readonly acknowledged: PromiseWithResolvers<Acknowledged>;
  callback?: SentCallback;
  /** The message that answers a "thinking": not there yet, its id, or withdrawn. */
  original: 'thinking' | 'withdrawn' | { readonly id: string };
  answers: number;
  /** What everyone saw when it was sent. */
  readonly sight: string;
}

const ANSWER_WITHIN_MS = 5_000;
const ACKNOWLEDGE_WITHIN_MS = 3_000;

const unknownInteraction: Refusal = { status: 404, body: { code: 10062, message: 'Unknown interaction' } };
const unknownWebhook: Refusal = { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };
const unknownMessage: Refusal = { status: 404, body: { code: 10008, message: 'Unknown Message' } };
const alreadyAcknowledged: Refusal = {
  status: 400,
  body: { code: 40060, message: 'Interaction has already been acknowledged.' },
};

export function createInteractions(store: MessageStore): Interactions {
  const sent: State[] = [];
  const waiting = new Set<() => void>();
  const settle = <Given>(answer: Given): Given => {
    for (const check of [...waiting]) check();
    return answer;
  };
  store.watch(() => settle(undefined));
  const sightOf = ({ channel, source }: SentInteraction) => sight(store.record(), channel, source);
  const isWaiting = (state: State): boolean => isUnanswered(state) && state.sight === sightOf(state);
  const byToken = (token: string): State | undefined =>
    sent.find((state) => state.token === token && state.callback);
  const withBot = (token: string, run: (state: State) => Answer): Answer => {
    const state = byToken(token);
    return state ? settle(run(state)) : unknownWebhook;
  };
  return {
    open: (interaction) => {
      const state: State = {
        ...interaction,
        acknowledged: Promise.withResolvers(),
        original: 'thinking',
        answers: 0,
        sight: sightOf(interaction),
      };
      sent.push(state);
      return within(
        ACKNOWLEDGE_WITHIN_MS,
        state.acknowledged.promise,
        () => `not acknowledged: ${interaction.id}`,
      );
    },
    callback: (id, token, body) => {
      const state = sent.find((candidate) => candidate.id === id && candidate.token === token);
      return settle(state ? takeCallback(store, state, body) : unknownInteraction);
    },
    editOriginal: (token, body) => withBot(token, (state) => fill(store, state, body)),
    showOriginal: (token) =>
      withBot(token, (state) => ({ status: 200, body: { id: originalOf(state) ?? '0' } })),
    deleteOriginal: (token) => withBot(token, (state) => withdraw(store, state)),
    followUp: (token, body) => withBot(token, (state) => follow(store, state, body)),
    answered: () => {
      const done = Promise.withResolvers<void>();
      const check = () => {
        if (sent.some(isWaiting)) return;
        waiting.delete(check);
        done.resolve();
      };
      waiting.add(check);
      check();
      const names = () => sent.filter(isWaiting).map(({ id }) => id);
      return within(ANSWER_WITHIN_MS, done.promise, () => `unanswered interactions: ${names().join(', ')}`);
    },
  };
}

/** Of what leaves no message to its person, `sight` tells whether it has been done. */
function isUnanswered({ callback, original, answers, expired }: State): boolean {
  if (expired || callback?.type === 8) return false;
  return callback?.type === 5
    ? original === 'thinking' || (original === 'withdrawn' && answers === 0)
    : answers === 0;
}

function takeCallback(store: MessageStore, state: State, body: unknown): Answer {
  const checked = checkCallback(body);
  if (!checked.ok) return checked.refusal;
  if (state.expired) {
    state.acknowledged.resolve({ id: state.id, how: 'nothing', isPrivate: false, suggestions: [] });
    return unknownInteraction;
  }
  if (state.callback) return alreadyAcknowledged;
  state.callback = checked.value;
  if (checked.value.type === 4) {
    const { data } = checked.value;
    const { id } = store.create(state.channel, data, isEphemeral(data.flags) ? state.user : undefined);
    Object.assign(state, { original: { id }, answers: 1 });
  }
  state.acknowledged.resolve(acknowledgedBy(state.id, checked.value));
  return { status: 204 };
}

function acknowledgedBy(id: string, callback: SentCallback): Acknowledged {
  const how = { 4: 'answered', 5: 'thinking', 6: 'quiet', 8: 'suggested' } as const;
  return {
    id,
    how: how[callback.type],
    isPrivate: (callback.type === 4 || callback.type === 5) && isEphemeral(callback.data?.flags),
    suggestions: callback.type === 8 ? callback.data.choices.map(({ name }) => name) : [],
  };
}

/** "@original" is what answers a "thinking"; after a quiet acknowledgement it is the message with the button. */
function fill(store: MessageStore, state: State, body: unknown): Answer {
  const checked = checkMessage(body);
  if (!checked.ok) return checked.refusal;
  const standing = originalOf(state);
  if (standing !== undefined) {
    const edited = store.edit(standing, checked.value);
    if (edited) state.answers += 1;
    return edited ? shown(edited) : unknownMessage;
  }
  if (state.original === 'withdrawn') return unknownMessage;
  const isPrivate = state.callback?.type === 5 && isEphemeral(state.callback.data?.flags);
  const message = store.create(state.channel, checked.value, isPrivate ? state.user : undefined);
  state.original = { id: message.id };
  state.answers += 1;
  return shown(message);
}

const originalOf = (state: State): string | undefined =>
  state.callback?.type === 6
    ? state.source
    : typeof state.original === 'object'
      ? state.original.id
      : undefined;

function withdraw(store: MessageStore, state: State): Answer {
  const standing = originalOf(state);
  if (standing !== undefined) return store.remove(standing) ? { status: 204 } : unknownMessage;
  if (state.original === 'withdrawn') return unknownMessage;
  state.original = 'withdrawn';
  return { status: 204 };
}

/** As long as "thinking" stands, a follow-up fills it instead, and its own flags are ignored. */
function follow(store: MessageStore, state: State, body: unknown): Answer {
  if (state.callback?.type === 5 && state.original === 'thinking') return fill(store, state, body);
  const checked = checkMessage(body);
  if (!checked.ok) return checked.refusal;
  state.answers += 1;
  return shown(
    store.create(state.channel, checked.value, isEphemeral(checked.value.flags) ? state.user : undefined),
  );
}

const shown = ({ id, channel, sent }: FakeMessage): Answer => ({
  status: 200,
  body: { id, channel_id: channel, ...sent },
});

/** A limit, not a pause: it passes only where the bot is broken. */
async function within<Value>(ms: number, promise: Promise<Value>, why: () => string): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(why())), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
