/** The cards and findings of what is shown at the side, made by the server as it is typed. */
import { useEffect, useState } from 'react';
import type { Fields, Preview, PreviewRequest, State } from '../wire.ts';
import type { ListedPreviewRequest } from '../wire-listed.ts';
import { type DeskState, isListed, shownKey } from './desk-state.ts';
import { written } from './fields.ts';
import { type Form, type FormKind, type Key, type Proposed, refOf, withKey } from './forms.ts';
import { fetchPreview } from './requests.ts';

/** What is shown at the side: a fact or a question, as it stands or as it is being written. */
export interface Shown {
  readonly key: Key;
  readonly kind: FormKind;
  readonly fields: Fields;
  /** Whether it is being written, so that its fields can be marked. */
  readonly form?: Form | undefined;
  readonly proposal?: Proposed | undefined;
}

export interface ShownPreview {
  readonly shown: Shown;
  /** Undefined until the first answer. */
  readonly preview: Preview | undefined;
  /** Why there is none. */
  readonly error: string | undefined;
  /** Whether an answer takes so long that one wonders. */
  readonly isLate: boolean;
}

export function shownIn(state: DeskState): Shown | undefined {
  const key = shownKey(state);
  if (key === undefined || !state.server) return undefined;
  const form = state.forms.find((one) => one.key === key);
  if (form) return { key, kind: form.kind, fields: form.fields, form };
  const proposal = state.proposals.find((one) => one.key === key);
  if (proposal) return { key, kind: proposal.kind, fields: proposal.fields, proposal };
  const entry = withKey(state.server, key);
  return entry && { key, kind: entry.kind, fields: entry.fields };
}

/** As long as a pause between two keys of somebody who types. */
const PAUSE_MS = 150;

const PATIENCE_MS = 400;

export function usePreview(state: DeskState): ShownPreview | undefined {
  const shown = shownIn(state);
  const request = shown && state.server && JSON.stringify(requestFor(shown, state.server));
  const revision = state.server?.revision;
  const key = shown?.key;
  const isTyped = shown?.form !== undefined;
  const [isLate, setLate] = useState(false);
  const [answer, setAnswer] = useState<{ key: Key; preview?: Preview; error?: string }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a reason to look again
  useEffect(() => {
    if (request === undefined || key === undefined) return undefined;
    const late = new AbortController();
    const ask = async () => {
      const got = await fetchPreview(JSON.parse(request) as ReturnType<typeof requestFor>, late.signal);
      if (late.signal.aborted) return;
      clearTimeout(patience);
      setLate(false);
      setAnswer((last) => {
        if (got.ok) return { key, preview: got.value };
        const preview = last?.key === key ? last.preview : undefined;
        return { key, error: got.refusal.error, ...(preview && { preview }) };
      });
    };
    const timer = setTimeout(ask, isTyped ? PAUSE_MS : 0);
    const patience = setTimeout(() => setLate(true), PAUSE_MS + PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      clearTimeout(patience);
      late.abort();
      setLate(false);
    };
  }, [request, key, isTyped, revision]);

  if (!shown) return undefined;
  const own = answer?.key === shown.key ? answer : undefined;
  return { shown, preview: own?.preview, error: own?.error, isLate };
}

function requestFor(
  { kind, fields, form, proposal, key }: Shown,
  server: State,
): PreviewRequest | ListedPreviewRequest {
  const entry = form ? form.entry : proposal ? undefined : withKey(server, key);
  const under = form?.under ?? proposal?.under;
  const topic = form?.topic && 'id' in form.topic ? form.topic.id : undefined;
  const ref = entry && { entry: refOf(entry) };
  if (isListed(kind)) return { kind, fields: written(fields), ...ref } as ListedPreviewRequest;
  return {
    kind,
    fields: written(fields),
    ...(ref as Pick<PreviewRequest, 'entry'>),
    ...(under !== undefined && { under }),
    ...(topic !== undefined && { topic }),
  };
}
