/** What the page asks of the server. Every failure becomes a sentence for the person. */
import type { Proposal } from '../wire.ts';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly words: string };

const UNSENT = 'That was not sent. Try again when the page is connected.';

/** `watcher` is who looks at the page, and learns what another player was told. */
export const sendCommand = (player: string, text: string, watcher: string): Promise<Outcome> =>
  post('api/command', { player, text, watcher });

export const sendPress = (
  player: string,
  message: string,
  token: string,
  watcher: string,
): Promise<Outcome> => post('api/press', { player, message, token, watcher });

async function post(path: string, body: Readonly<Record<string, string>>): Promise<Outcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? { ok: true } : { ok: false, words: await wordsOf(response) };
  } catch {
    return { ok: false, words: UNSENT };
  }
}

async function wordsOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const known =
    typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
  return known ? String(body.error) : `The bot did not take that (${response.status}).`;
}

/** Whether the page asks for its secret again: another one since, say. */
export async function isShutOut(): Promise<boolean> {
  const response = await fetch('api/suggest').catch(() => undefined);
  return response?.status === 401;
}

/** Proposals are a help: where they cannot be had, there are none. */
export async function fetchProposals(text: string, signal: AbortSignal): Promise<readonly Proposal[]> {
  try {
    const response = await fetch(`api/suggest?${new URLSearchParams({ text })}`, { signal });
    return response.ok ? ((await response.json()) as readonly Proposal[]) : [];
  } catch {
    return [];
  }
}
