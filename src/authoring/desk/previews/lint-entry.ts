/** What the rules say of one entry, without holding all others to them again. */
import type { Pack } from '../../../core/dataset/pack.ts';
import type { Claim, Question } from '../../../core/dataset/schema.ts';
import { type LintOptions, lint, type Verdict } from '../../lint/lint.ts';
import { partOf } from '../../lint/part.ts';
import { rules } from '../../lint/rules.ts';
import { plainly } from '../plain-words.ts';
import type { Snapshot } from '../snapshot.ts';
import type { EntryFinding, Kind } from '../wire.ts';
import { around } from './around.ts';
import type { Assembled } from './assemble.ts';

/**
 * Rules that judge an entry by what else the pack has: how others ask, how most dates are written. All the rest look at
 * the entry and at what it rests on, so they are run over these alone. A test holds every entry of two packs to it.
 */
const OF_THE_WHOLE: Readonly<Record<Kind, readonly string[]>> = {
  fact: ['contested-source', 'misplaced-denial', 'mutual-denial'],
  question: ['near-prompt', 'one-fact', 'released'],
};

/** These say something of the pack, and nothing of an entry. */
const OF_NO_ENTRY = ['coverage', 'empty-topic', 'no-questions', 'rank', 'tell', 'unreleased', 'no-text'];

const NOT_ALONE = new Set([...Object.values(OF_THE_WHOLE).flat(), ...OF_NO_ENTRY]);

/** Rules that nobody may accept the findings of. */
export const PROTECTING: ReadonlySet<string> = new Set(
  rules.flatMap((rule) => (rule.protects === undefined ? [] : [rule.id])),
);

export const mayBeAccepted = (rule: string): boolean =>
  !PROTECTING.has(rule) && rules.some(({ id }) => id === rule);

export interface LintedEntry extends Pick<Assembled, 'id' | 'claims'> {
  readonly kind: Kind;
  readonly pack: Pack;
  readonly record: Claim | Question;
  /** What its author accepts: rule to reason. */
  readonly accepted: Readonly<Record<string, string>>;
}

/** `before`: what was said of the pack without the entry as it is now. */
export function lintEntry(
  { records }: Snapshot,
  { kind, id, pack, record, claims, accepted }: LintedEntry,
  before: readonly Verdict[],
): readonly EntryFinding[] {
  const options: LintOptions = {
    ...records.toLint,
    accepted: (one) =>
      one === record ? new Map(Object.entries(accepted)) : (records.toLint.accepted?.(one) ?? new Map()),
  };
  const part = around(pack, claims, kind === 'question' ? [record as Question] : []);
  const alone = partOf(records.readable ?? pack, { ...part, released: [] }, record);
  const ofPart = lint(alone, { ...options, only: (rule) => !NOT_ALONE.has(rule) });
  const ofWhole = lint(partOf(records.readable ?? pack, pack, record), {
    ...options,
    only: (rule) => OF_THE_WHOLE[kind].includes(rule),
  });
  const isOwn = (verdict: Verdict) => verdict.kind === kind && verdict.record === id;
  const known = new Set(before.map(keyOf));
  return [
    ...[...ofPart, ...ofWhole].filter(isOwn).map(toFinding),
    ...ofWhole
      .filter(
        (verdict) =>
          !isOwn(verdict) &&
          verdict.kind !== undefined &&
          verdict.waived === undefined &&
          verdict.expected.includes(`“${id}”`) &&
          !known.has(keyOf(verdict)),
      )
      .map((verdict) => ({
        ...toFinding(verdict),
        elsewhere: { kind: verdict.kind ?? kind, id: verdict.record },
      })),
  ];
}

const keyOf = ({ rule, kind, record }: Verdict): string => `${rule} ${kind} ${record}`;

export const toFinding = ({ rule, severity, field, expected, words, waived }: Verdict): EntryFinding => ({
  ...{ rule, severity, field, expected: plainly(expected), words },
  accepted: waived,
  mayBeAccepted: mayBeAccepted(rule),
});
