/** What a person can do at the desk: each asks the server, tells the page what came of it, and says it in a sentence. */
import type { ListedKind } from '../listed-kinds.ts';
import type { EntryState, Fields, QuestionState, Ref, Refusal, WriteRequest, Written } from '../wire.ts';
import type { ListedRef, ListedState } from '../wire-listed.ts';
import { answered } from './connection.ts';
import { beginningOf, type Focus, isListed, LOOSE, type Notice } from './desk-state.ts';
import { isSame, spotFor } from './fields.ts';
import { type AnyRef, type Form, isUnsaved, type Key, keyOf, newKey, refOf, withKey } from './forms.ts';
import { createProposalActions } from './proposal-actions.ts';
import { undo, write } from './requests.ts';
import type { Store } from './store.ts';
import { type How, requestOf } from './write-request.ts';

interface SendOptions {
  readonly over?: AnyRef | undefined;
  readonly then?: (written: AnyRef | undefined) => void;
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
  function show(ref: AnyRef | undefined, form?: Form): void {
    const { server, chosen } = now();
    if (!ref || !server) return;
    if (isListed(ref.kind)) {
      const key = keyOf(ref);
      dispatch({ type: 'list', list: { kind: ref.kind, key }, focus: key });
      return;
    }
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
  async function save(form: Form, how: How, over?: AnyRef): Promise<void> {
    if (saving.has(form.key)) return;
    saving.add(form.key);
    dispatch({ type: 'refused', key: form.key, refusal: undefined });
    const first = await send(form, how, { over });
    const mayBeDraft = how === 'as it is' && !isListed(form.kind);
    const refusal = first?.fields && mayBeDraft ? await send(form, 'draft', { over }) : first;
    dispatch({ type: 'refused', key: form.key, refusal });
    saving.delete(form.key);
    if (refusal) bringToSight(form.key, refusal);
  }

  /** `over`: the version of somebody else that gives way to it. `then`: where one goes on. */
  async function send(
    form: Form,
    how: How,
    { over, then = (ref) => show(ref, form) }: SendOptions,
  ): Promise<Refusal | undefined> {
    const request = requestOf(form, how, now().server, over);
    return perform(request, ({ entry, listed, undo: token }) => {
      const ref = entry ?? listed;
      const words = how === 'draft' ? 'Saved as a draft.' : 'Saved.';
      if (entry) say({ words, isSaved: true, ...(token !== undefined && { undo: { token } }) });
      if (ref && goesOn(form, ref)) return;
      dispatch({ type: 'form-gone', key: form.key });
      then(ref);
    });
  }

  /** Whoever types on before the answer is there loses no key: the form stays, and changes what was just written. */
  function goesOn(sent: Form, ref: AnyRef): boolean {
    const { server, forms } = now();
    const form = forms.find(({ key }) => key === sent.key);
    const there = server && withKey(server, keyOf(ref));
    if (!form || !there || (isSame(form.fields, sent.fields) && form.denies === sent.denies)) return false;
    const { draft = '' } = there.fields;
    dispatch({
      type: 'form-goes-on',
      key: sent.key,
      form: {
        ...form,
        ...{ key: keyOf(ref), entry: refOf(ref), before: there.fields },
        denies: form.denies === sent.denies ? undefined : form.denies,
        fields: { ...form.fields, draft },
      },
      focus: focusedIn(sent.key, keyOf(ref)),
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

    change({ fields, ...ref }: EntryState | QuestionState | ListedState): void {
      const { kind } = ref;
      const { article = LOOSE, paragraph } = isListed(kind) ? NOWHERE : now().chosen;
      const key = keyOf(ref);
      const open = now().forms.find((form) => form.key === key);
      openForm(open ?? { key, kind, entry: refOf(ref), before: fields, article, paragraph, fields });
    },

    writeListed(kind: ListedKind, before: Fields): void {
      openForm({ key: newKey(), kind, before, ...NOWHERE, fields: before });
    },

    /** From within another form, which stays where it is. */
    async list(kind: ListedKind, fields: Fields): Promise<ListedRef | Refusal> {
      let made: ListedRef | undefined;
      const refusal = await perform({ do: 'list', kind, fields }, ({ listed }) => {
        made = listed;
      });
      return refusal ?? made ?? { error: 'It is gone again.' };
    },

    /** What facts refer to is refused first, and says which. */
    unlist: (entry: ListedRef, fromAll: boolean) =>
      perform({ do: 'unlist', entry, ...(fromAll && { fromAll }) }, () =>
        dispatch({ type: 'focus', on: `add ${entry.kind}` }),
      ),

    type: (key: Key, fields: Fields) => dispatch({ type: 'fields', key, fields }),

    /** What was typed comes back with “Undo”. */
    close(form: Form): void {
      dispatch({ type: 'form-gone', key: form.key });
      dispatch({ type: 'refused', key: form.key, refusal: undefined });
      if (isUnsaved(form)) say({ words: 'What you typed is thrown away.', undo: { form } });
      const { proposal } = form;
      if (proposal && !isUnsaved(form)) proposals.bringBack(proposal);
      else dispatch({ type: 'focus', on: placeOf(form) });
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

/** What is listed stands at no paragraph. */
const NOWHERE = { article: '', paragraph: 0 } as const;

/** Where the focus goes from a form that is closed. */
function placeOf({ entry, kind, key, under, paragraph }: Form): string {
  if (entry) return key;
  if (isListed(kind)) return `add ${kind}`;
  return under ? `fact:${under}` : `paragraph ${paragraph}`;
}
