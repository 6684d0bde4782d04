/** “Never ask this”, and asking it again. */
import { withEntries } from '../../format/edit.ts';
import { entrySource, newTopic, withEntryBehind, withoutEntries } from '../../format/edit-entries.ts';
import { withValue } from '../../format/edit-value.ts';
import { isRecord } from '../../format/layout.ts';
import type { WrittenEntry } from '../../format/written.ts';
import { readYaml } from '../../format/yaml-file.ts';
import { type Placed, placedIn, questionsUnder } from '../placed.ts';
import { Refused } from '../refused.ts';
import { type Snapshot, within } from '../snapshot.ts';
import type { WriteRequest } from '../wire.ts';
import { type Change, entryFor, existing, type NeverAsked, textToChange } from './change.ts';

type Asked<Do extends WriteRequest['do']> = Extract<WriteRequest, { do: Do }>;

const INFO = 'pack.yaml';

/** Withdrawn, where others may have been asked it; else it is only deleted. */
export function never(now: Snapshot, { entry: ref, reason }: Asked<'never'>): Change {
  if (ref.kind !== 'question')
    throw new Refused(400, { error: 'Only questions are asked. Delete the fact.' });
  const found = entryFor(now, ref);
  const text = existing(now, found.file);
  const asked = releasedIdsOf(now, found);
  const info = asked.reduce(
    (changed, id) =>
      withValue(INFO, changed, ['withdrawn', id], reason?.trim() || 'Its author asks it no more.'),
    existing(now, INFO),
  );
  const kept: NeverAsked = {
    ...{ id: found.id, topic: found.topic, under: found.under },
    question: String(found.fields.question),
    source: entrySource(found.file, text, found.index),
  };
  return {
    // The reason first: should the machine stop between the two, the question is not lost without one.
    files: new Map([
      ...(asked.length > 0 ? [[INFO, info] as const] : []),
      [found.file, withoutEntries(found.file, text, [found.index])],
    ]),
    said: asked.length > 0 ? 'Withdrawn: it is asked no more.' : 'Taken out: it is asked no more.',
    never: kept,
  };
}

function releasedIdsOf({ book }: Snapshot, { id, entry }: Placed): readonly string[] {
  const former = entry?.kind === 'question' ? (entry.value.formerly ?? []) : [];
  return [id, ...former].filter((one) => book.lock.released.includes(one));
}

export function again(now: Snapshot, { id }: Asked<'again'>, kept: NeverAsked | undefined): Change {
  const withdrawn = now.book.info.value.withdrawn ?? {};
  if (kept === undefined)
    throw new Refused(404, {
      error: `The desk does not have the text of this question any more. Write it anew, and give it the short name ${id}.`,
    });
  const { question } = entryOf(kept);
  const ids = [id, ...question.formerly].filter((one) => Object.hasOwn(withdrawn, one));
  const info = ids.reduce(
    (text, one) => withValue(INFO, text, ['withdrawn', one], undefined),
    existing(now, INFO),
  );
  return {
    ...putBack(now, kept),
    files: new Map([...putBack(now, kept).files, ...(ids.length > 0 ? [[INFO, info] as const] : [])]),
    keeps: [{ kind: 'question', id, text: kept.question }],
    said: 'It is asked again.',
    again: id,
  };
}

function entryOf({ source }: NeverAsked) {
  const { content } = readYaml('', `${source}\n`);
  const [fields] = Array.isArray(content) ? content : [];
  const formerly: unknown = isRecord(fields) ? fields.formerly : undefined;
  return {
    fields: fields as WrittenEntry,
    question: { formerly: formerly === undefined ? [] : [formerly].flat().map(String) },
  };
}

/** Under its fact, else at the end of its topic. */
function putBack(now: Snapshot, kept: NeverAsked): Pick<Change, 'files' | 'entryAt'> {
  const all = placedIn(now);
  const fact = all.find(({ kind, id }) => kind === 'fact' && id === kept.under);
  const topic = now.book.topics.find(({ id }) => id === kept.topic);
  const last = fact
    ? (questionsUnder(all, fact).at(-1) ?? fact)
    : all.findLast((one) => one.topic === kept.topic);
  if (last) {
    const text = withEntryBehind(last.file, existing(now, last.file), last.index, kept.source);
    return { files: new Map([[last.file, text]]), entryAt: { file: last.file, index: last.index + 1 } };
  }
  const file = topic ? within(now, topic.file.path) : `topics/${kept.topic}.yaml`;
  const text =
    topic && textToChange(now, file) !== undefined
      ? withEntries(topic.file, [entryOf(kept).fields])
      : newTopic(kept.topic, kept.source);
  return { files: new Map([[file, text]]), entryAt: { file, index: 0 } };
}
