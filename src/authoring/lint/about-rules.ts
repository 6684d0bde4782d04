/** What the run itself has to say of rules: ids that none has, waivers that silence nothing, rules it left out. */
import type { Pack } from '../../core/dataset/pack.ts';
import { distance } from '../../core/facts/slips.ts';
import { aboutIn } from './part.ts';
import { type Finding, finding, type Rule } from './rule.ts';
import { rules } from './rules.ts';

/** What the author of a record accepts: rule to reason. */
export type Accepted = (record: object) => ReadonlyMap<string, string>;

export const ABOUT_RULES = {
  'unknown-rule': { severity: 'error', says: 'An id that no rule has changes nothing, and nobody notices.' },
  'protected-rule': {
    severity: 'error',
    says: 'What protects people who live is neither switched off nor waived.',
  },
  'unused-waiver': { severity: 'warning', says: 'A waiver that outlived its reason hides what comes next.' },
  'left-out-rules': {
    severity: 'note',
    says: 'Rules that know English only are left out for a pack in another language.',
  },
} as const satisfies Readonly<Record<string, Pick<Rule, 'severity' | 'says'>>>;

interface AboutRule {
  readonly id: keyof typeof ABOUT_RULES;
  readonly finding: Finding;
}

export function leftOutRules({ info }: Pack, ids: readonly string[]): readonly AboutRule[] {
  if (ids.length === 0) return [];
  const expected = `the eye of somebody who reads “${info.language}”: these rules know English only and were left out: ${ids.join(', ')}`;
  return [{ id: 'left-out-rules', finding: finding(info, 'language', expected) }];
}

export const aboutSettings = ({ info }: Pack, ids: readonly string[]): readonly AboutRule[] =>
  ids.flatMap((id) => aboutId(info, 'rules', id));

/** A waiver is only unused where its rule was run. */
export const aboutWaivers = (
  pack: Pack,
  accepted: Accepted,
  run: readonly { readonly rule: Rule }[],
  found: readonly { readonly rule: Rule; readonly finding: Finding }[],
): readonly AboutRule[] =>
  recordsOf(pack).flatMap((record) =>
    [...accepted(record).keys()].flatMap((id) => {
      const wasRun = run.some(({ rule }) => rule.id === id && !rule.protects);
      const isUsed = found.some(({ rule, finding: { on } }) => rule.id === id && on === record);
      const expected = `no “${id}” under \`accept\`: it finds nothing here`;
      return wasRun && !isUsed
        ? [{ id: 'unused-waiver' as const, finding: finding(record, `accept.${id}`, expected) }]
        : aboutId(record, 'accept', id);
    }),
  );

const recordsOf = (pack: Pack): readonly { readonly id: string }[] => {
  const about = aboutIn(pack);
  return about ? [about] : allIn(pack);
};

const allIn = (pack: Pack) => [
  pack.info,
  ...pack.topics,
  ...pack.articles,
  ...pack.entities,
  ...pack.events,
  ...pack.claims,
  ...pack.disagreements,
  ...pack.questions,
];

/** `field`: of the record, and maps ids of rules to something. */
function aboutId(record: object & { readonly id: string }, field: string, id: string): readonly AboutRule[] {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) {
    const [nearest] = rules.map((one) => one.id).toSorted((a, b) => distance(id, a) - distance(id, b));
    const expected = `the id of a rule, but “${id}” is none: perhaps “${nearest}”`;
    return [{ id: 'unknown-rule', finding: finding(record, `${field}.${id}`, expected) }];
  }
  if (rule.protects === undefined) return [];
  const expected = `nothing about “${id}”: it protects people who live, and always counts`;
  return [{ id: 'protected-rule', finding: finding(record, `${field}.${id}`, expected) }];
}
