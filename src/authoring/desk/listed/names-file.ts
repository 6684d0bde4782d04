/** Names that come, change and go in `names.yaml`, in the form in which it has them: a name alone, or with more behind it. */
import { entrySource, withEntryBehind } from '../../format/edit-entries.ts';
import { withKey, withListUnder, withValue } from '../../format/edit-value.ts';
import { eolOf, indented, isRecord } from '../../format/layout.ts';
import { readYaml } from '../../format/yaml-file.ts';
import type { Fields, Yaml } from '../wire.ts';
import { FILES, type Listed } from './listed.ts';

const FILE = FILES.name;

/** At the end of its list. */
export function withName(text: string, written: Fields): string {
  const list = String(written.list);
  const value = behindName(written, undefined);
  const name = String(written.name);
  return withValue(
    FILE,
    text,
    [list],
    [...itemsIn(text, list), value === undefined ? name : { [name]: value }],
  );
}

export function withNameChanged(
  text: string,
  { path, fields }: Pick<Listed, 'path' | 'fields'>,
  written: Fields,
): string {
  if (written.list !== fields.list) return withNameMoved(text, { path, fields }, written);
  const [list = '', at = 0] = path;
  const [before, name] = [String(fields.name), String(written.name)];
  const item = itemsIn(text, String(list))[Number(at)];
  const value = behindName(written, isRecord(item) ? item[before] : undefined);
  if (!isRecord(item) || value === undefined)
    return withValue(FILE, text, path, value === undefined ? name : { [name]: value });
  const renamed = before === name ? text : withKey(FILE, text, [...path, before], name);
  const there = [...path, name];
  const isNamed = isRecord(value) && Array.isArray(value.aliases) && Array.isArray(item[before]);
  const ready = isNamed ? withListUnder(FILE, renamed, there, 'aliases') : renamed;
  return withValue(FILE, ready, there, value);
}

/** To the end of another list, in its own lines with their comments where it has any. */
function withNameMoved(
  text: string,
  { path, fields }: Pick<Listed, 'path' | 'fields'>,
  written: Fields,
): string {
  const [list = '', at = 0] = path;
  const others = itemsIn(text, String(written.list));
  const now = { ...written, list: fields.list ?? '' };
  try {
    const changed = withNameChanged(text, { path, fields }, now);
    const source = entrySource(FILE, changed, Number(at), [list]);
    const target = String(written.list);
    const put =
      others.length > 0
        ? withEntryBehind(FILE, changed, others.length - 1, source, [target])
        : `${changed}${changed.endsWith('\n') ? '' : eolOf(text)}${target}:${eolOf(text)}  ${indented(source, 2, text)}${eolOf(text)}`;
    return withoutName(put, { path, fields: now });
  } catch {
    return withName(withoutName(text, { path, fields }), written);
  }
}

export function withoutName(text: string, { path, fields }: Pick<Listed, 'path' | 'fields'>): string {
  const [list = '', at = 0] = path;
  const items = itemsIn(text, String(list));
  const item = items[Number(at)];
  if (isRecord(item) && Object.keys(item).length > 1)
    return withValue(FILE, text, [...path, String(fields.name)], undefined);
  return withValue(FILE, text, [list], items.length > 1 ? items.toSpliced(Number(at), 1) : undefined);
}

function itemsIn(text: string, list: string): readonly Yaml[] {
  const { content } = readYaml(FILE, text);
  const items = isRecord(content) ? content[list] : undefined;
  return Array.isArray(items) ? items : [];
}

/** What stands behind the name: nothing, its other names, or these among more. `before`: what stood there. */
function behindName({ name: _, list: __, ...more }: Fields, before: unknown): Yaml | undefined {
  const { aliases, ...others } = more;
  if (Object.keys(more).length === 0) return undefined;
  if (aliases === undefined || Object.keys(others).length > 0 || isRecord(before)) return more;
  return typeof aliases === 'string' && typeof before !== 'string' ? [aliases] : aliases;
}
