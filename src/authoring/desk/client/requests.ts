/** What the page asks of the desk's server, and how it hears that something could not be done. */
import type {
  Preview,
  PreviewRequest,
  Proposals,
  Refusal,
  State,
  Week,
  WriteRequest,
  Written,
} from '../wire.ts';
import type { ArticleAnswer, ArticleRequest } from '../wire-articles.ts';
import type { ListedPreviewRequest } from '../wire-listed.ts';
import { during } from './busy.ts';
import type { Refused } from './desk-state.ts';

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `isLost`: nobody answered, so that nobody knows what became of it. */
  | { readonly ok: false; readonly refusal: Refused; readonly isLost: boolean };

const LOST: Refused = {
  isLost: true,
  error: 'The program behind this page does not answer. Your text is kept here; try again when it is back.',
};

export const fetchState = (): Promise<Answer<State>> => request('api/state');

export const fetchWeek = (): Promise<Answer<Week>> => during('Looking ahead …', request('api/week'));

export const fetchProposals = (of: { readonly article: string } | { readonly fact: string }) =>
  during('Looking for proposals …', request<Proposals>(`api/proposals?${new URLSearchParams(of)}`));

export const fetchPreview = (
  body: PreviewRequest | ListedPreviewRequest,
  signal: AbortSignal,
): Promise<Answer<Preview>> => request('api/preview', posted(body, signal));

export const write = (body: WriteRequest): Promise<Answer<Written>> => request('api/write', posted(body));

export const undo = (token: string): Promise<Answer<Written>> => request('api/undo', posted({ undo: token }));

export const sendArticle = (body: ArticleRequest): Promise<Answer<ArticleAnswer>> =>
  during('Reading the article …', request('api/article', posted(body)));

const posted = (body: unknown, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...(signal && { signal }),
});

async function request<Value>(path: string, init?: RequestInit): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, init);
    if (response.ok) return { ok: true, value: (await response.json()) as Value };
    return { ok: false, refusal: await refusalIn(response), isLost: false };
  } catch {
    return { ok: false, refusal: LOST, isLost: true };
  }
}

async function refusalIn(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'error' in body
    ? (body as Refusal)
    : { error: `That could not be done (${response.status}).` };
}
