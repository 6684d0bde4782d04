/** A denial, entered at the fact that denies: it stands at the ones that are denied, and is written with it in one go. */
import { withValue } from '../../format/edit-value.ts';
import { type Placed, placedIn } from '../placed.ts';
import { Refused } from '../refused.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Yaml } from '../wire.ts';
import { type Change, existing } from './change.ts';

/** Facts that name it under `denied-by`. */
export const deniedBy = (all: readonly Placed[], id: string): readonly Placed[] =>
  all.filter((one) => one.kind === 'fact' && deniers(one).includes(id));

const deniers = ({ fields }: Placed): readonly Yaml[] => [fields['denied-by'] ?? []].flat();

/** `denies`: all that it is to deny from now on. `written`: the change that writes the fact itself. */
export function withDenials(
  now: Snapshot,
  written: Change,
  {
    id,
    denies,
    isDraft,
  }: { readonly id: string; readonly denies: readonly string[]; readonly isDraft: boolean },
): Change {
  const all = placedIn(now);
  const before = deniedBy(all, id);
  const wanted = denies.map((one) => {
    const found = all.find((other) => other.kind === 'fact' && other.id === one && one !== id);
    if (found) return found;
    throw new Refused(404, {
      error: 'The fact that it denies is gone: choose another. Nothing was written.',
    });
  });
  const news = wanted.filter((one) => !before.includes(one));
  if (isDraft && wanted.length > 0)
    throw new Refused(422, {
      error: 'A draft denies nothing yet: accept the fact, or take out what it denies. Nothing was written.',
    });
  const files = new Map(written.files);
  const put = (one: Placed, names: readonly Yaml[]) => {
    const text = files.get(one.file) ?? existing(now, one.file);
    const value = names.length > 1 ? names : names[0];
    files.set(one.file, withValue(one.file, text, ['entries', indexAfter(written, one), 'denied-by'], value));
  };
  for (const one of news) put(one, [...deniers(one), id]);
  for (const one of before.filter((other) => !wanted.includes(other)))
    put(
      one,
      deniers(one).filter((other) => other !== id),
    );
  return { ...written, files };
}

/** What is new stands above some of them. */
function indexAfter({ entryAt, isNew }: Change, { file, index }: Placed): number {
  const isBelow = isNew === true && entryAt?.file === file && index >= entryAt.index;
  return isBelow ? index + 1 : index;
}
