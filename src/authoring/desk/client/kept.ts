/** Unsaved texts in the browser's own storage, so that neither a closed tab nor a stopped program loses one. */
import type { State } from '../wire.ts';
import type { Form } from './forms.ts';

/** Packs do not see each other's. */
const prefixOf = ({ folder, pack }: State): string => `receipts-desk ${pack.id} ${folder} `;

/** A browser may forbid storage; then texts last as long as the page. */
export function keptForms(state: State): readonly Form[] {
  try {
    const prefix = prefixOf(state);
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .toSorted()
      .flatMap((name) => formIn(localStorage.getItem(name)));
  } catch {
    return [];
  }
}

export function keepForm(state: State, form: Form): void {
  try {
    localStorage.setItem(prefixOf(state) + form.key, JSON.stringify(form));
  } catch {}
}

export function dropForm(state: State, { key }: Form): void {
  try {
    localStorage.removeItem(prefixOf(state) + key);
  } catch {}
}

/** This page wrote it, but perhaps an older version of it. */
function formIn(text: string | null): readonly Form[] {
  try {
    const form: unknown = JSON.parse(text ?? '');
    const isForm =
      typeof form === 'object' && form !== null && 'key' in form && 'fields' in form && 'before' in form;
    return isForm ? [form as Form] : [];
  } catch {
    return [];
  }
}
