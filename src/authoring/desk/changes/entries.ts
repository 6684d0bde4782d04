/** Facts and questions that come, change and go. */
import { withEntries } from '../../format/edit.ts';
import { newTopic, sourceOf, withEntryBehind, withoutEntries } from '../../format/edit-entries.ts';
import { withValue } from '../../format/edit-value.ts';
import { freeSlug, slugOf } from '../../format/slug.ts';
import type { WrittenEntry } from '../../format/written.ts';
import { tidied } from '../fields.ts';
import { type Placed, placedIn, placedInTopic, questionsUnder } from '../placed.ts';
import { Refused } from '../refused.ts';
import { type Snapshot, within } from '../snapshot.ts';
import type { Fields, WriteRequest, Yaml } from '../wire.ts';
import { type Change, entryFor, existing, type KeptId, textToChange } from './change.ts';
import { withDenials } from './denies.ts';

type Asked<Do extends WriteRequest['do']> = Extract<WriteRequest, { do: Do }>;

export function create(now: Snapshot, { kind, topic, under, fields, denies = [] }: Asked<'create'>): Change {
  const tidy = tidied(kind, fields);
  const id = String(tidy.id ?? freeSlug(String(tidy[kind] ?? ''), (one) => isTaken(now, one)));
  // Another entry names it: so it needs a name that stands in the file.
  const written = denies.length > 0 && tidy.id === undefined ? tidied(kind, { ...tidy, id }) : tidy;
  if (typeof written[kind] !== 'string')
    throw new Refused(422, {
      error: `Write the ${kind} first: nothing was written.`,
      fields: [{ field: kind, expected: 'this is missing' }],
    });
  const said = written.draft === 'true' ? 'Kept as a draft.' : 'Written.';
  if (under !== undefined) {
    const all = placedIn(now);
    const fact = all.find((one) => one.kind === 'fact' && one.id === under);
    if (fact === undefined)
      throw new Refused(404, {
        error: 'Its fact is gone: somebody took it out of the file. Choose another.',
      });
    return {
      ...behind(now, questionsUnder(all, fact).at(-1) ?? fact, sourceOf(written as WrittenEntry)),
      said,
    };
  }
  if (kind === 'question' && written.facts === undefined)
    throw new Refused(422, {
      error: 'Say which fact the question rests on: nothing was written.',
      fields: [{ field: 'facts', expected: 'the fact that proves the right answer' }],
    });
  const change: Change = { ...inTopic(now, topic, written), said, isNew: true };
  return denies.length === 0
    ? change
    : withDenials(now, change, { id, denies, isDraft: written.draft === 'true' });
}

const isTaken = (now: Snapshot, id: string): boolean => placedIn(now).some((one) => one.id === id);

export const behind = (now: Snapshot, { file, index }: Pick<Placed, 'file' | 'index'>, source: string) => ({
  files: new Map([[file, withEntryBehind(file, existing(now, file), index, source)]]),
  entryAt: { file, index: index + 1 },
});

type Topic = Asked<'create'>['topic'];

function inTopic(now: Snapshot, topic: Topic, written: Fields): Pick<Change, 'files' | 'entryAt'> {
  if (topic === undefined)
    throw new Refused(422, { error: 'Say which topic it belongs to: nothing was written.' });
  const id = 'id' in topic ? topic.id : slugOf(topic.name);
  const there = now.book.topics.find(
    (one) => one.id === id || ('name' in topic && one.value.topic === topic.name.trim()),
  );
  if (there === undefined && 'id' in topic)
    throw new Refused(404, { error: 'This topic is gone: somebody took its file away. Choose another.' });
  const file = there ? within(now, there.file.path) : `topics/${id}.yaml`;
  const before = textToChange(now, file);
  const source = sourceOf(written as WrittenEntry);
  if (there === undefined || before === undefined) {
    const name = 'name' in topic ? topic.name.trim() : id;
    return { files: new Map([[file, newTopic(name, source)]]), entryAt: { file, index: 0 } };
  }
  const last = placedInTopic(now, there).at(-1);
  if (last) return behind(now, last, source);
  const text = withEntries(there.file, [written as WrittenEntry]);
  return { files: new Map([[file, text]]), entryAt: { file, index: 0 } };
}

export function change(now: Snapshot, { entry: ref, fields, denies }: Asked<'change'>): Change {
  const found = entryFor(now, ref, tidied(ref.kind, fields));
  const tidy = tidied(ref.kind, fields, found.fields);
  const isNamed = denies !== undefined && denies.length > 0 && tidy.id === undefined;
  const written = isNamed ? tidied(ref.kind, { ...tidy, id: found.id }, found.fields) : tidy;
  if (typeof written[ref.kind] !== 'string')
    throw new Refused(422, {
      error: `The ${ref.kind} is empty: write it, or delete it. Nothing was written.`,
      fields: [{ field: ref.kind, expected: 'this is missing' }],
    });
  if (written.draft === 'true') refuseAsked(now, found);
  const changed: Change = {
    ...saying(now, found, [], written),
    ...{ keeps: keptIds(now, found, written), said: 'Saved.' },
  };
  const isDraft = written.draft === 'true';
  return denies === undefined || ref.kind !== 'fact'
    ? changed
    : withDenials(now, changed, { id: found.id, denies, isDraft });
}

export function accept(now: Snapshot, { entry }: Asked<'accept'>): Change {
  const found = entryFor(now, entry);
  return { ...saying(now, found, ['draft'], undefined), said: 'Accepted.' };
}

export function draft(now: Snapshot, { entry }: Asked<'draft'>): Change {
  const found = entryFor(now, entry);
  refuseAsked(now, found);
  return { ...saying(now, found, ['draft'], 'true'), said: 'A draft again.' };
}

export function waive(now: Snapshot, { entry, rule, reason }: Asked<'waive'>): Change {
  const found = entryFor(now, entry);
  const why = reason.trim();
  return {
    ...saying(now, found, ['accept', rule], why === '' ? undefined : why),
    said: why === '' ? 'Taken back: the rule counts here again.' : 'Accepted for that reason.',
  };
}

function saying(
  now: Snapshot,
  { file, index }: Placed,
  field: readonly string[],
  value: Yaml | undefined,
): Pick<Change, 'files' | 'entryAt'> {
  const text = withValue(file, existing(now, file), ['entries', index, ...field], value);
  return { files: new Map([[file, text]]), entryAt: { file, index } };
}

export function erase(now: Snapshot, { entry: ref, withQuestions = false }: Asked<'delete'>): Change {
  const found = entryFor(now, ref);
  const questions = ref.kind === 'fact' ? questionsUnder(placedIn(now), found) : [];
  if (questions.length > 0 && !withQuestions)
    throw new Refused(422, {
      error: `${questions.length === 1 ? 'A question stands' : `${questions.length} questions stand`} under this fact: delete ${questions.length === 1 ? 'it' : 'them'} too, or put ${questions.length === 1 ? 'it' : 'them'} under another fact first.`,
      with: questions.map(({ fields }) => String(fields.question)),
    });
  const gone = [found, ...questions];
  refuseReleased(now, gone);
  const text = withoutEntries(
    found.file,
    existing(now, found.file),
    gone.map(({ index }) => index),
  );
  return { files: new Map([[found.file, text]]), said: 'Deleted.' };
}

/** A question that is asked needs a fact that is told: which one stands in the way, and what to do with it. */
function refuseAsked(now: Snapshot, { kind, id, fields }: Placed): void {
  if (kind !== 'fact' || fields.draft === 'true') return;
  const asked = placedIn(now).filter(({ entry, under }) => {
    if (entry?.kind !== 'question' || entry.value.draft === true) return false;
    const { facts = under === undefined ? [] : [under], also = [] } = entry.value;
    return [...facts, ...also].includes(id);
  });
  const [first, ...others] = asked;
  if (first === undefined) return;
  const more =
    others.length === 0 ? '' : ` and ${others.length === 1 ? 'one more' : `${others.length} more`}`;
  const isReleased = asked.some((one) => now.book.lock.released.includes(one.id));
  const todo = isReleased
    ? 'Others may have been asked it: choose “Never ask this” at the question first, and then keep the fact as a draft.'
    : 'Keep the question as a draft first, or choose “Never ask this” at it.';
  throw new Refused(422, {
    error: `It cannot be a draft: “${String(first.fields.question)}”${more} rests on this fact, and is asked. ${todo}`,
    with: asked.map((one) => String(one.fields.question)),
  });
}

/** What others may have been asked is withdrawn with a reason, never just taken out. */
function refuseReleased({ book }: Snapshot, gone: readonly Placed[]): void {
  const released = new Set(book.lock.released);
  const [first] = gone.filter(({ kind, id }) => kind === 'question' && released.has(id));
  if (first === undefined) return;
  throw new Refused(422, {
    error: `“${String(first.fields.question)}” was released: others may have been asked it. Choose “Never ask this” for it, with a reason, first.`,
  });
}

/** An id that the program made of an entry’s words outlives them: the lock learns the new ones. */
function keptIds({ book }: Snapshot, { entry, kind, id }: Placed, written: Fields): readonly KeptId[] {
  const isMade = entry !== undefined && entry.value.id === undefined;
  const isLocked = Object.hasOwn(kind === 'fact' ? book.lock.facts : book.lock.questions, id);
  return isMade && isLocked && written.id === undefined ? [{ kind, id, text: String(written[kind]) }] : [];
}
