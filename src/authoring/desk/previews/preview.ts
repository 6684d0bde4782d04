/** An entry that is being written: how it would look, and what is said of it. Never an error, however little is written. */
import { buildLibrary } from '../../../core/dataset/library.ts';
import { isRecord } from '../../format/layout.ts';
import type { Verdict } from '../../lint/lint.ts';
import { tidied } from '../fields.ts';
import type { Placed } from '../placed.ts';
import type { Snapshot } from '../snapshot.ts';
import type { EntryFinding, Preview, PreviewRequest } from '../wire.ts';
import { around } from './around.ts';
import { type Assembled, assemble } from './assemble.ts';
import { showFact, showQuestion } from './cards.ts';
import { lintEntry } from './lint-entry.ts';
import type { Showing } from './show.ts';

/** `before`: what was said of the pack last. */
export function previewOf(
  now: Snapshot,
  request: PreviewRequest,
  {
    placed,
    before,
    showing,
  }: {
    readonly placed: Placed | undefined;
    readonly before: readonly Verdict[];
    readonly showing: Showing;
  },
): Omit<Preview, 'ms'> {
  const assembled = assemble(now, request, placed);
  const { isPartial, problems, receipts } = assembled;
  return {
    ...cardsOf(request, assembled, showing),
    ...{ isPartial, problems, receipts },
    findings: findingsOn(now, request, assembled, before),
  };
}

function cardsOf(
  { kind }: PreviewRequest,
  { id, pack, record, claims }: Assembled,
  showing: Showing,
): Pick<Preview, 'fact' | 'open' | 'reveal'> {
  if (pack === undefined) return {};
  try {
    // A fact's card offers what can be asked of it.
    const asked = pack.questions.filter((one) => one === record || one.right.claims.includes(id));
    const library = buildLibrary([around(pack, claims, asked)]);
    if (kind === 'fact') {
      const claim = library.claim(id);
      return claim ? { fact: showFact(showing, library, claim) } : {};
    }
    const question = library.question(id);
    return question ? showQuestion(showing, library, question, 'Question') : {};
  } catch {
    // Other records that do not fit together, which their own findings tell.
    return {};
  }
}

function findingsOn(
  now: Snapshot,
  { kind, fields }: PreviewRequest,
  { id, pack, record, claims, isPartial }: Assembled,
  before: readonly Verdict[],
): readonly EntryFinding[] {
  if (pack === undefined || record === undefined) return [];
  const { accept = {} } = tidied(kind, fields);
  const accepted = isRecord(accept)
    ? Object.fromEntries(Object.entries(accept).map(([rule, why]) => [rule, String(why)]))
    : {};
  const linted = { kind, id, pack, record, claims, accepted };
  const found = lintEntry(now, linted, before);
  // Of what stands in for words that are missing nothing is said.
  return isPartial
    ? found.filter(({ rule }) => rule !== 'unused-waiver' && rule !== 'answer-unproved')
    : found;
}
