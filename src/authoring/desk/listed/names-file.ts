/** Names that come, change and go in `names.yaml`, in the form in which it has them: a name alone, or with more behind it. */
import { withKey, withValue } from '../../format/edit-value.ts';
import { isRecord } from '../../format/layout.ts';
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

export function withNameChanged(text: string, { path, fields }: Listed, written: Fields): string {
  if (written.list !== fields.list) return withName(withoutName(text, { path, fields }), written);
  const [list = '', at = 0] = path;
  const [before, name] = [String(fields.name), String(written.name)];
  const item = itemsIn(text, String(list))[Number(at)];
  const value = behindName(written, isRecord(item) ? item[before] : undefined);
  if (!isRecord(item) || value === undefined)
    return withValue(FILE, text, path, value === undefined ? name : { [name]: value });
  const renamed = before === name ? text : withKey(FILE, text, [...path, before], name);
  return withValue(FILE, renamed, [...path, name], value);
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
