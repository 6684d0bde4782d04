/** Names, events, disagreements and topics that come, change and go, with all that refers to them. */
import { topicToYaml } from '../../format/edit.ts';
import { sourceOf, withEntryBehind, withoutEntries } from '../../format/edit-entries.ts';
import { withValue } from '../../format/edit-value.ts';
import { isRecord, type Text } from '../../format/layout.ts';
import { freeSlug, slugOf } from '../../format/slug.ts';
import type { WrittenEntry } from '../../format/written.ts';
import { readYaml } from '../../format/yaml-file.ts';
import { tidied } from '../fields.ts';
import { calledOf, FILES, type Listed, listedIn, textsOf } from '../listed/listed.ts';
import { misfitsIn } from '../listed/misfits.ts';
import { withName, withNameChanged, withoutName } from '../listed/names-file.ts';
import { referringTo, says, sidesOf } from '../listed/referring.ts';
import { CALLED, type ListedKind } from '../listed-kinds.ts';
import { placedIn } from '../placed.ts';
import { Refused } from '../refused.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Fields, Yaml } from '../wire.ts';
import type { ListRequest, UnlistRequest } from '../wire-listed.ts';
import { type Change, existing, listedFor, textToChange } from './change.ts';
import { namedIn, referringAnew, withoutReferences } from './references.ts';

export function list(now: Snapshot, { kind, entry, fields }: ListRequest): Change {
  const found = entry && listedFor(now, entry, plainly(kind, tidied(kind, fields)));
  const written = plainly(kind, tidied(kind, fields, found?.fields), found?.fields);
  const misfits = [...misfitsIn(kind, written), ...takenIn(now, kind, written, found)];
  if (misfits.length > 0)
    throw new Refused(422, { error: 'Something is missing still: nothing was written.', fields: misfits });
  const facts = kind === 'disagreement' ? sidesOf({ fields: written }).flatMap((side) => side.facts) : [];
  const change = found
    ? changed(now, found, written)
    : { files: added(now, kind, written), listedAs: { kind, fields: written }, said: 'Added.' };
  return { ...change, files: new Map([...change.files, ...namedIn(now, facts)]) };
}

/**
 * Topics may share a name in the files, and so may names whose ids differ: nobody could tell them apart at the page, and
 * what facts say of the one would be said of the other.
 */
function takenIn(now: Snapshot, kind: ListedKind, written: Fields, found: Listed | undefined) {
  if (kind === 'topic') {
    const isTaken = now.book.topics.some(
      ({ id, value }) => value.topic === written.topic && id !== found?.id,
    );
    return isTaken ? [{ field: 'topic', expected: 'a name that no other topic has' }] : [];
  }
  if (kind !== 'name') return [];
  const others = listedIn(now).filter((one) => one.kind === 'name' && one !== found);
  const isNew = (name: string) =>
    !found || ![calledOf(found), ...textsOf(found.fields.aliases)].includes(name);
  const taken = (field: string, names: readonly string[], isOf: (one: Listed, name: string) => boolean) =>
    names.filter(isNew).flatMap((name) => {
      const other = others.find((one) => isOf(one, name));
      return other
        ? [{ field, expected: `a name that no other has: “${calledOf(other)}” is called so` }]
        : [];
    });
  const isCalled = (one: Listed, name: string) => calledOf(one) === name;
  return [
    ...taken(
      'name',
      textsOf(written.name),
      (one, name) => isCalled(one, name) || textsOf(one.fields.aliases).includes(name),
    ),
    ...taken('aliases', textsOf(written.aliases), isCalled),
  ];
}

/** What stands in a file that could never be read is not known, and whether it refers to what changes or goes. */
function refuseUnread(now: Snapshot, { kind }: Listed): void {
  if (kind !== 'name' && kind !== 'event') return;
  for (const file of now.broken.keys())
    if ((file.startsWith('topics/') || file === FILES.event) && now.yaml(file).content === undefined)
      existing(now, file);
}

/** A side with one fact has no list, unless somebody wrote one. */
function plainly(kind: ListedKind, written: Fields, before?: Fields): Fields {
  if (kind !== 'disagreement' || !Array.isArray(written.sides)) return written;
  const old: readonly unknown[] = Array.isArray(before?.sides) ? before.sides : [];
  const sides = written.sides.map((side: Yaml, at): Yaml => {
    const was = old[at];
    if (!isRecord(side) || !Array.isArray(side.facts) || (isRecord(was) && Array.isArray(was.facts)))
      return side;
    const [fact, ...others] = side.facts;
    return others.length > 0 || fact === undefined ? side : { ...side, facts: fact };
  });
  return { ...written, sides };
}

function added(now: Snapshot, kind: ListedKind, written: Fields): Change['files'] {
  if (kind === 'topic') {
    const id = freeSlug(String(written.topic), (one) => now.book.topics.some((topic) => topic.id === one));
    const text = topicToYaml(String(written.topic), []);
    const file = `topics/${id}.yaml`;
    return new Map([[file, withValue(file, text, [], { ...written, entries: '' })]]);
  }
  const file = FILES[kind];
  const before = textToChange(now, file) ?? `# yaml-language-server: $schema=.schema/${kind}s.json\n`;
  return new Map([[file, kind === 'name' ? withName(before, written) : withRecord(file, before, written)]]);
}

function withRecord(file: string, before: string, written: Fields): string {
  const source = sourceOf(written as unknown as WrittenEntry);
  const { content } = readYaml(file, before);
  if (Array.isArray(content)) return withEntryBehind(file, before, content.length - 1, source, []);
  if (content !== '')
    throw new Error(
      `${file} is no list of records that begin with “- ”: mend it by hand; nothing was written`,
    );
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${source}\n`;
}

function changed(now: Snapshot, found: Listed, wanted: Fields): Change {
  const { kind, file } = found;
  const [before, name] = [calledOf(found), String(wanted[CALLED[kind]])];
  if (before !== name) refuseUnread(now, found);
  const { pointing, saying } = referringTo(now, found);
  const stillSaying = before === name ? [] : saying.filter(({ text }) => says(before, text));
  const others = textsOf(wanted.aliases).filter((alias) => alias !== name);
  const isKept = stillSaying.length > 0 && !others.includes(before);
  const isReferredTo = pointing.length + saying.length > 0;
  const written = tidied(
    kind,
    {
      ...wanted,
      ...(isKept && { aliases: [...others, before] }),
      // An id that the program made of its name outlives that.
      ...(isReferredTo && wanted.id === undefined && slugOf(name) !== found.id && { id: found.id }),
    },
    found.fields,
  );
  const files = new Map(referringAnew(now, found, [name, ...others.filter((one) => one !== before)]));
  files.set(file, inItsPlace(now, found, written, files.get(file) ?? existing(now, file)));
  return {
    files,
    listedAs: { kind, fields: written },
    said: isKept
      ? `Saved. “${before}” stays as another name: ${stillSaying.length === 1 ? 'one text still says' : `${stillSaying.length} texts still say`} it.`
      : 'Saved.',
  };
}

function inItsPlace(now: Snapshot, found: Listed, written: Fields, text: string): string {
  const { kind, file, path } = found;
  if (kind === 'name') return withNameChanged(text, found, written);
  if (kind !== 'topic') return withValue(file, text, path, written);
  const { content } = now.yaml(file);
  const { topic: _, aliases: __, ...rest } = isRecord(content) ? content : {};
  return withValue(file, text, path, { ...written, ...rest } as Text);
}

export function unlist(now: Snapshot, { entry, fromAll = false }: UnlistRequest): Change {
  const found = listedFor(now, entry);
  const { kind, file, path } = found;
  refuseUnread(now, found);
  if (kind === 'topic') return { files: withoutTopic(now, found), said: 'Deleted.' };
  const { pointing, saying } = referringTo(now, found);
  if (pointing.length > 0 && !fromAll)
    throw new Refused(422, {
      error: `${pointing.length === 1 ? 'One fact or event refers' : `${pointing.length} facts or events refer`} to it. Nothing was deleted.`,
      with: pointing.map(({ text }) => text),
    });
  const files = new Map(withoutReferences(now, found));
  const text = files.get(file) ?? existing(now, file);
  files.set(
    file,
    kind === 'name' ? withoutName(text, found) : withoutEntries(file, text, [Number(path[0])], []),
  );
  return {
    files,
    said:
      saying.length === 0
        ? 'Deleted.'
        : `Deleted. ${saying.length === 1 ? 'One text still says' : `${saying.length} texts still say`} the name, and is not found by it any more.`,
  };
}

/** Only one that has nothing: facts and questions are not to go by the dozen. */
function withoutTopic(now: Snapshot, { id, file }: Listed): Change['files'] {
  const entries = placedIn(now).filter(({ topic }) => topic === id);
  if (entries.length > 0)
    throw new Refused(422, {
      error: `${entries.length === 1 ? 'One fact or question stands' : `${entries.length} facts and questions stand`} in this topic. Throw ${entries.length === 1 ? 'it' : 'them'} away first, then the topic can go.`,
      with: entries.map(({ kind, fields }) => String(fields[kind])),
    });
  existing(now, file);
  return new Map([[file, null]]);
}
