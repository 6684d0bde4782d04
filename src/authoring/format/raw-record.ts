/** Records with their place: which field of what an author wrote each field of theirs comes from. */
import type { Place } from '../../core/dataset/pack.ts';
import type { RawRecord } from '../../core/dataset/parse.ts';
import type { Written } from './entry.ts';
import { type Path, placeAt } from './yaml-file.ts';

/** How a record’s field is written; a field that is not named here is written as it is called. */
export type Fields = Readonly<Record<string, Path>>;

function pathOf(field: string, fields: Fields): Path {
  const whole = fields[field];
  if (whole) return whole;
  return field
    .split('.')
    .flatMap((step): Path => fields[step] ?? [/^\d+$/.test(step) ? Number(step) : step])
    .filter((step, at) => !(at > 1 && step === 'text'));
}

const placeOf = ({ file, path }: Pick<Written<unknown>, 'file' | 'path'>, fields: Fields): Place =>
  placeAt(file, path, (field) => (field === '' ? [] : pathOf(field, fields)));

export const record = (
  written: Written<unknown>,
  value: unknown,
  fields: Fields,
  isChecked = false,
): RawRecord => ({
  value,
  isChecked,
  place: placeOf(written, fields),
});
