/** What is listed, while it is being written: what it lacks still, and of a disagreement how people will see it. */
import { buildLibrary } from '../../../core/dataset/library.ts';
import type { Pack } from '../../../core/dataset/pack.ts';
import { checkReferences } from '../../../core/dataset/references.ts';
import { Disagreement } from '../../../core/dataset/schema.ts';
import { sidesCard } from '../../../core/facts/sides.ts';
import { disagreementOf, receiptsIn } from '../../format/to-records.ts';
import { WrittenDisagreement } from '../../format/written-pack.ts';
import { tidied } from '../fields.ts';
import { misfitsIn } from '../listed/misfits.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Preview, ShownCard } from '../wire.ts';
import type { ListedPreviewRequest } from '../wire-listed.ts';
import { type Showing, showCard } from './show.ts';

export function listedPreviewOf(
  now: Snapshot,
  { kind, entry, fields }: ListedPreviewRequest,
  showing: Showing,
): Omit<Preview, 'ms'> {
  const written = tidied(kind, fields);
  const sides = kind === 'disagreement' ? WrittenDisagreement.safeParse(written).data : undefined;
  return {
    sides: sides && shownSides(now, { id: entry?.id ?? 'new', value: sides }, showing),
    ...{ problems: misfitsIn(kind, written), findings: [], receipts: [], isPartial: false },
  };
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
