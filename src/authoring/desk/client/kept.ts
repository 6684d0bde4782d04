/** Unsaved texts and proposals in the browser's own storage, so that neither a closed tab nor a stopped program loses one. */
import type { State } from '../wire.ts';
import type { Form, Proposed } from './forms.ts';

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

const proposalsName = ({ folder, pack }: State): string => `receipts-desk-proposals ${pack.id} ${folder}`;

/** Proposals are found with some waiting, and read one by one. */
export function keptProposals(state: State): readonly Proposed[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(proposalsName(state)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isProposed) : [];
  } catch {
    return [];
  }
}

export function keepProposals(state: State, proposals: readonly Proposed[]): void {
  try {
    if (proposals.length === 0) localStorage.removeItem(proposalsName(state));
    else localStorage.setItem(proposalsName(state), JSON.stringify(proposals));
  } catch {}
}

const isProposed = (one: unknown): one is Proposed =>
  isRecord(one) && ['key', 'kind', 'fields', 'article', 'paragraph'].every((name) => name in one);

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** This page wrote it, but perhaps an older version of it. */
function formIn(text: string | null): readonly Form[] {
  try {
    const form: unknown = JSON.parse(text ?? '');
    const isForm = isRecord(form) && 'key' in form && 'fields' in form && 'before' in form;
    return isForm ? [form as Form] : [];
  } catch {
    return [];
  }
}
