/** What facts and events say of a name or an event, where that is called otherwise or goes. */
import { withValue } from '../../format/edit-value.ts';
import { mentionsIn } from '../../format/names.ts';
import { tidied } from '../fields.ts';
import type { Listed } from '../listed/listed.ts';
import { finderOf, referringTo } from '../listed/referring.ts';
import { placedIn } from '../placed.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Change, existing } from './change.ts';

/** Under `about`, what is neither among its `names` from now on nor its id becomes its name, the first of these. */
export function referringAnew(now: Snapshot, found: Listed, names: readonly string[]): Change['files'] {
  if (found.kind !== 'name') return new Map();
  const [name = ''] = names;
  return rewritten(now, found, 'about', (written, of) =>
    names.includes(of) || of === found.id ? written : `${name}${written.slice(of.length)}`,
  );
}

export const withoutReferences = (now: Snapshot, found: Listed): Change['files'] =>
  rewritten(now, found, found.kind === 'event' ? 'events' : 'about', () => undefined);

/** What another entry names needs a name that stands in its file: such facts get the id that the program made for them. */
export function namedIn(now: Snapshot, ids: readonly string[]): Change['files'] {
  const files = new Map<string, string>();
  for (const { kind, id, file, index, fields } of placedIn(now)) {
    if (kind !== 'fact' || !ids.includes(id) || fields.id !== undefined) continue;
    const text = files.get(file) ?? existing(now, file);
    files.set(file, withValue(file, text, ['entries', index], tidied('fact', { ...fields, id }, fields)));
  }
  return files;
}

/** `change` gets what stands there and whom it names; undefined takes it out. */
function rewritten(
  now: Snapshot,
  found: Listed,
  field: 'about' | 'events',
  change: (written: string, of: string) => string | undefined,
): Change['files'] {
  const files = new Map<string, string>();
  const find = finderOf(now);
  for (const telling of referringTo(now, found).pointing) {
    const before = telling[field];
    const after = before.flatMap((written) => {
      const of = field === 'events' ? written : (mentionsIn([written])[0]?.of ?? written);
      const isMeant = field === 'events' ? of === found.id : find(of)?.id === found.id;
      return isMeant ? (change(written, of) ?? []) : [written];
    });
    if (after.join('\n') === before.join('\n')) continue;
    const text = files.get(telling.file) ?? existing(now, telling.file);
    const at = [...telling.path, field];
    // One that stood alone still does.
    const value = after.length === 1 && !telling.lists.includes(field) ? after[0] : after;
    files.set(telling.file, withValue(telling.file, text, at, after.length === 0 ? undefined : value));
  }
  return files;
}
