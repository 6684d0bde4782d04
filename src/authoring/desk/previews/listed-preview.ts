/** What is listed, while it is being written: what it lacks still, and of a disagreement how people will see it. */
import { isDeepStrictEqual } from 'node:util';
import { buildLibrary } from '../../../core/dataset/library.ts';
import type { Pack } from '../../../core/dataset/pack.ts';
import { checkReferences } from '../../../core/dataset/references.ts';
import { Disagreement } from '../../../core/dataset/schema.ts';
import { sidesCard } from '../../../core/facts/sides.ts';
import { disagreementOf, receiptsIn } from '../../format/to-records.ts';
import { WrittenDisagreement } from '../../format/written-pack.ts';
import type { Verdict } from '../../lint/lint.ts';
import { tidied } from '../fields.ts';
import { listedIn } from '../listed/listed.ts';
import { LACKING, misfitsIn } from '../listed/misfits.ts';
import { type Snapshot, within } from '../snapshot.ts';
import type { EntryFinding, EntryProblem, Fields, Preview, ShownCard } from '../wire.ts';
import type { ListedPreviewRequest, ListedRef } from '../wire-listed.ts';
import { toFinding } from './lint-entry.ts';
import { type Showing, showCard } from './show.ts';

export function listedPreviewOf(
  now: Snapshot,
  { kind, entry, fields }: ListedPreviewRequest,
  { before, showing }: { readonly before: readonly Verdict[]; readonly showing: Showing },
): Omit<Preview, 'ms'> {
  const written = tidied(kind, fields);
  const misfits = misfitsIn(kind, written);
  const sides = kind === 'disagreement' ? WrittenDisagreement.safeParse(written).data : undefined;
  return {
    sides: sides && shownSides(now, { id: entry?.id ?? 'new', value: sides }, showing),
    ...{
      problems: misfits.filter(isLacking),
      findings: [
        ...misfits.filter((one) => !isLacking(one)).map(asFinding),
        ...findingsOn(now, written, entry, before),
      ],
      receipts: [],
      isPartial: false,
    },
  };
}

/** What nobody has written yet is no fault. */
const isLacking = ({ field, expected }: EntryProblem): boolean =>
  expected === LACKING || /^sides(?:\.\d+(?:\.facts)?)?$/.test(field);

/** What is written there and cannot stay: said under its field while it is typed. */
const asFinding = (problem: EntryProblem): EntryFinding => ({
  ...{ ...problem, rule: 'pack', severity: 'error', mayBeAccepted: false },
});

/** What the rules said of it last, as long as nothing else is typed. */
function findingsOn(
  now: Snapshot,
  written: Fields,
  entry: ListedRef | undefined,
  before: readonly Verdict[],
): readonly EntryFinding[] {
  const there = listedIn(now).find(({ kind, id }) => kind === entry?.kind && id === entry.id);
  if (there === undefined || !isDeepStrictEqual(written, tidied(there.kind, there.fields))) return [];
  return before
    .filter(({ kind, record, file }) => !kind && record === there.id && within(now, file) === there.file)
    .map((verdict) => ({ ...toFinding(verdict), mayBeAccepted: false }));
}

/** In the pack as it was read last, in place of the one that it was. Undefined where a fact of it is a draft still. */
function shownSides(
  { book, records }: Snapshot,
  written: Parameters<typeof disagreementOf>[0],
  showing: Showing,
): ShownCard | undefined {
  const { readable } = records;
  const { data: disagreement } = Disagreement.safeParse(disagreementOf(written, receiptsIn(book)));
  if (readable === undefined || disagreement === undefined) return undefined;
  const pack: Pack = {
    ...readable,
    disagreements: [...readable.disagreements.filter(({ id }) => id !== written.id), disagreement],
  };
  const leadsNowhere = checkReferences([{ pack, incomplete: new Set() }]).some(
    ({ record }) => record === written.id,
  );
  if (leadsNowhere) return undefined;
  const library = buildLibrary([pack]);
  const claim = library.claim(disagreement.sides[0]?.claims[0] ?? '');
  return claim && showCard(showing, sidesCard(library, [claim]));
}
