/** What a form asks the server to write. Pure. */
import type { State, WriteRequest } from '../wire.ts';
import type { ListedRef } from '../wire-listed.ts';
import { isListed } from './desk-state.ts';
import { without, written } from './fields.ts';
import { type AnyRef, changeOf, type Form, likelyTopic } from './forms.ts';

export type How = 'as it is' | 'draft';

/** `over`: what it is written over, where somebody else changed that meanwhile. What was taken out is written anew. */
export function requestOf(form: Form, how: How, state: State | undefined, over?: AnyRef): WriteRequest {
  const { kind, under } = form;
  const isGone = state !== undefined && changeOf(form, state).what === 'gone';
  const entry = isGone ? undefined : (over ?? form.entry);
  const left = without(form.fields, 'draft');
  const fields = written(how === 'draft' ? { ...left, draft: 'true' } : left);
  if (isListed(kind)) return { do: 'list', kind, fields, ...(isListedRef(entry) && { entry }) };
  const denies = form.denies && { denies: [...form.denies] };
  if (entry && !isListedRef(entry)) return { do: 'change', entry, fields, ...denies };
  const topic = kind === 'fact' && state ? (form.topic ?? likelyTopic(state, form.article)) : undefined;
  return {
    do: 'create',
    kind,
    fields,
    ...denies,
    ...(under !== undefined && { under }),
    ...(topic && { topic }),
  };
}

const isListedRef = (ref: AnyRef | undefined): ref is ListedRef => ref !== undefined && isListed(ref.kind);
