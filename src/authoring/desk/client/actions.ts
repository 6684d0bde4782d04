/** What a person can do at the desk: each asks the server, tells the page what came of it, and says it in a sentence. */
import type { EntryState, Fields, QuestionState, Ref, Refusal, WriteRequest, Written } from '../wire.ts';
import { answered } from './connection.ts';
import { beginningOf, type Focus, LOOSE, type Notice } from './desk-state.ts';
import { isSame, spotFor, without, written } from './fields.ts';
import { changeOf, entryOf, type Form, isUnsaved, type Key, keyOf, likelyTopic, newKey } from './forms.ts';
import { createProposalActions } from './proposal-actions.ts';
import { undo, write } from './requests.ts';
import type { Store } from './store.ts';

interface SendOptions {
  readonly over?: Ref | undefined;
  readonly then?: (written: Ref | undefined) => void;
}

export type Actions = ReturnType<typeof createActions>;

export function createActions({ dispatch, now }: Pick<Store, 'dispatch' | 'now'>) {
  const saving = new Set<Key>();
  const say = (notice: Notice) => dispatch({ type: 'notice', notice });

  /** Undefined where it was done. */
  async function perform(
    request: WriteRequest,
    done: (written: Written) => void = () => {},
  ): Promise<Refusal | undefined> {
    // Also after a refusal the pack is read again: what it is about may have changed.
    const [answer, takeState] = await answered(dispatch, write(request));
    takeState();
    if (!answer.ok) return answer.refusal;
    const { said, undo: token } = answer.value;
    say({ words: said, ...(token !== undefined && { undo: { token } }) });
    done(answer.value);
    return undefined;
  }

  const orSay = (refusal: Refusal | undefined) => {
    if (refusal) say({ words: refusal.error, isProblem: true });
    return refusal;
  };

  const openForm = (form: Form) => dispatch({ type: 'form', form, focus: `${form.key} first` });

  /** Where an entry is shown after it was written. */
  function show(ref: Ref | undefined, form?: Form): void {
    const { server, chosen } = now();
    if (!ref || !server) return;
    const fact = ref.kind === 'fact' ? ref.id : server.questions.find(({ id }) => id === ref.id)?.facts[0];
    const places = server.facts
      .find(({ id }) => id === fact)
      ?.receipts.flatMap(({ article, paragraph }) =>
        paragraph === undefined ? [] : [{ article, paragraph }],
      );
    const here = form ?? chosen;
    const place = places?.find((one) => one.article === here.article && one.paragraph === here.paragraph) ??
      places?.[0] ?? { article: LOOSE, paragraph: 1 };
    dispatch({ type: 'choose', chosen: { ...place, key: keyOf(ref) }, focus: keyOf(ref) });
  }

  /** One goes on typing where one is, unless somebody else’s version has to be seen first. */
  function bringToSight(key: Key, { conflict }: Refusal): void {
    const form = now().forms.find((one) => one.key === key);
    const frame = document.querySelector(`[data-form="${CSS.escape(key)}"]`);
    if (form && conflict) dispatch({ type: 'form', form, focus: `${key} conflict` });
    else if (form && !frame?.contains(document.activeElement)) openForm(form);
  }

  /**
   * Whoever saves has read it: what is complete is told and asked from then on. What still lacks something becomes a
   * draft, since half a question would keep the whole pack from being played.
   */
  async function save(form: Form, how: 'as it is' | 'draft', over?: Ref): Promise<void> {
    if (saving.has(form.key)) return;
    saving.add(form.key);
    dispatch({ type: 'refused', key: form.key, refusal: undefined });
    const first = await send(form, how, { over });
    const refusal = first?.fields && how === 'as it is' ? await send(form, 'draft', { over }) : first;
    dispatch({ type: 'refused', key: form.key, refusal });
    saving.delete(form.key);
    if (refusal) bringToSight(form.key, refusal);
  }

  /** `over`: the version of somebody else that gives way to it. `then`: where one goes on. */
  async function send(
    form: Form,
    how: 'as it is' | 'draft',
    { over, then = (ref) => show(ref, form) }: SendOptions,
  ): Promise<Refusal | undefined> {
    const fields = without(form.fields, 'draft');
    const sent = written(how === 'draft' ? { ...fields, draft: 'true' } : fields);
    const state = now().server;
    const isGone = state !== undefined && changeOf(form, state).what === 'gone';
    const entry = isGone ? undefined : (over ?? form.entry);
    const topic =
      form.kind === 'fact' && state ? (form.topic ?? likelyTopic(state, form.article)) : undefined;
    const denies = form.denies && { denies: [...form.denies] };
    const request: WriteRequest = entry
      ? { do: 'change', entry, fields: sent, ...denies }
      : {
          do: 'create',
          kind: form.kind,
          fields: sent,
          ...denies,
          ...(form.under !== undefined && { under: form.under }),
          ...(topic && { topic }),
        };
    return perform(request, ({ entry: ref, undo: token }) => {
      const words = how === 'draft' ? 'Saved as a draft.' : 'Saved.';
      say({ words, ...(token !== undefined && { undo: { token } }) });
      if (ref && goesOn(form, ref)) return;
      dispatch({ type: 'form-gone', key: form.key });
      then(ref);
    });
  }

  /** Whoever types on before the answer is there loses no key: the form stays, and changes what was just written. */
  function goesOn(sent: Form, { kind, id, hash }: Ref): boolean {
    const { server, forms } = now();
    const form = forms.find(({ key }) => key === sent.key);
    const there = server && entryOf(server, { kind, id });
    if (!form || !there || (isSame(form.fields, sent.fields) && form.denies === sent.denies)) return false;
    const { draft = '' } = there.fields;
    dispatch({
      type: 'form-goes-on',
      key: sent.key,
      form: {
        ...form,
        ...{ key: keyOf({ kind, id }), entry: { kind, id, hash }, before: there.fields },
        denies: form.denies === sent.denies ? undefined : form.denies,
        fields: { ...form.fields, draft },
      },
      focus: focusedIn(sent.key, keyOf({ kind, id })),
    });
    return true;
  }

  const proposals = createProposalActions(
    { dispatch, now },
    { say, openForm, show, send: (form, how, then) => send(form, how, { then }) },
  );

  return {
    ...proposals,
    say,
    save,
    show,
    perform: async (request: WriteRequest) => orSay(await perform(request)),

    /** Unless the author was quicker than the answer, and is writing on it already. */
    showArticle(id: string): void {
      if (now().chosen.article === id && document.activeElement !== document.body) return;
      const article = now().server?.articles.find((one) => one.id === id);
      const paragraph = article ? beginningOf(article) : 1;
      dispatch({ type: 'choose', chosen: { article: id, paragraph }, focus: `paragraph ${paragraph}` });
    },

    writeFact(article: string, paragraph: number, marked: string): void {
      const before = { receipt: spotFor(article, paragraph, marked) };
      openForm({ key: newKey(), kind: 'fact', before, article, paragraph, fields: before });
    },

    writeQuestion(under: string): void {
      const { article = LOOSE, paragraph } = now().chosen;
      openForm({ key: newKey(), kind: 'question', before: {}, article, paragraph, under, fields: {} });
    },

    change({ kind, id, hash, fields }: EntryState | QuestionState): void {
      const { article = LOOSE, paragraph } = now().chosen;
      const key = keyOf({ kind, id });
      const open = now().forms.find((form) => form.key === key);
      const entry = { kind, id, hash };
      openForm(open ?? { key, kind, entry, before: fields, article, paragraph, fields });
    },

    type: (key: Key, fields: Fields) => dispatch({ type: 'fields', key, fields }),

    /** What was typed comes back with “Undo”. */
    close(form: Form): void {
      dispatch({ type: 'form-gone', key: form.key });
      dispatch({ type: 'refused', key: form.key, refusal: undefined });
      if (isUnsaved(form)) say({ words: 'What you typed is thrown away.', undo: { form } });
      const { proposal } = form;
      if (proposal && !isUnsaved(form)) proposals.bringBack(proposal);
      else
        dispatch({
          type: 'focus',
          on: form.entry ? form.key : form.under ? `fact:${form.under}` : `paragraph ${form.paragraph}`,
        });
    },

    async undo({ undo: how }: Notice): Promise<void> {
      if (how === undefined) return;
      dispatch({ type: 'notice', notice: undefined });
      if ('form' in how) return openForm(how.form);
      if ('proposal' in how) return proposals.bringBack(how.proposal);
      const [answer, takeState] = await answered(dispatch, undo(how.token));
      takeState();
      if (!answer.ok) return say({ words: answer.refusal.error, isProblem: true });
      say({ words: answer.value.said });
      show(answer.value.entry);
    },

    async accept({ kind, id, hash }: Ref): Promise<void> {
      orSay(await perform({ do: 'accept', entry: { kind, id, hash } }, (done) => show(done.entry)));
    },

    never: async ({ kind, id, hash }: Ref) =>
      orSay(
        await perform({ do: 'never', entry: { kind, id, hash } }, ({ undo: token }) => {
          const isListed = now().server?.withdrawn.some((one) => one.id === id);
          const words = isListed
            ? 'This question is never asked again. It stands under “Never asked”, where you can change your mind.'
            : 'This question is taken out: nobody has been asked it yet.';
          say({ words, ...(token !== undefined && { undo: { token } }) });
        }),
      ),

    /** A fact with questions under it is refused first, and says which would go with it. */
    throwAway: ({ kind, id, hash }: Ref, withQuestions: boolean) =>
      perform({ do: 'delete', entry: { kind, id, hash }, ...(withQuestions && { withQuestions }) }, () =>
        dispatch({ type: 'focus', on: `paragraph ${now().chosen.paragraph}` }),
      ),

    waive: async ({ kind, id, hash }: Ref, rule: string, reason: string) =>
      orSay(await perform({ do: 'waive', entry: { kind, id, hash }, rule, reason })),
  };
}

/** The field of a form that one types in, as it is called once the form has another key. */
function focusedIn(key: Key, next: Key): Focus | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return undefined;
  const { focus = '' } = element.dataset;
  const caret = element.selectionStart ?? undefined;
  return focus.startsWith(`${key} `) ? { on: next + focus.slice(key.length), caret } : undefined;
}
