/** Holds a pack to the rules: what they find, how grave it is, and what its author accepts for a reason. */
import { type Pack, type Problem, problemAt } from '../../core/dataset/pack.ts';
import type { ArticleText } from '../format/reading.ts';
import { ABOUT_RULES, type Accepted, aboutSettings, aboutWaivers, leftOutRules } from './about-rules.ts';
import type { Finding, Rule, Severity } from './rule.ts';
import { rules } from './rules.ts';

export interface LintOptions {
  /** Local copies of articles; without any, the rules that need them are left out. */
  readonly texts?: readonly ArticleText[] | undefined;
  /** What the pack says of rules, by their ids. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** What the author of a record accepts. */
  readonly accepted?: Accepted | undefined;
  /** Rules that are run; all of them if left out. */
  readonly only?: ((rule: string) => boolean) | undefined;
  /** Told before each rule, for packs that take a while. */
  readonly progress?: ((rule: string, done: number, of: number) => void) | undefined;
}

export interface Verdict extends Problem {
  /** The id of a rule, or of one of ABOUT_RULES. */
  readonly rule: string;
  readonly severity: Severity;
  /** What the record is; undefined where it is neither. */
  readonly kind?: 'fact' | 'question' | undefined;
  /** The words of the field that it is about, as they stand there. */
  readonly words?: string | undefined;
  /** Why its author accepts it; undefined where nobody does. */
  readonly waived?: string | undefined;
}

/** Sorted by file and line. What is waived is among it, with the reason. */
export function lint(pack: Pack, options: LintOptions = {}): readonly Verdict[] {
  const steps = lintSteps(pack, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same with a pause before each rule, for who has something else to do meanwhile. */
export function* lintSteps(pack: Pack, options: LintOptions = {}): Generator<void, readonly Verdict[]> {
  const { texts, severities = {}, accepted = () => new Map(), only = () => true, progress } = options;
  const knowsLanguage = ({ languages }: Rule) => languages?.includes(pack.info.language) ?? true;
  const wanted = rules.flatMap((rule) => {
    const severity = rule.protects ? rule.severity : (severities[rule.id] ?? rule.severity);
    const isOff = severity === 'off' || !only(rule.id) || (rule.needs === 'texts' && texts === undefined);
    return isOff ? [] : [{ rule, severity }];
  });
  const run = wanted.filter(({ rule }) => knowsLanguage(rule));
  const found: { rule: Rule; severity: Severity; finding: Finding }[] = [];
  for (const [done, { rule, severity }] of run.entries()) {
    yield;
    progress?.(rule.id, done, run.length);
    found.push(...rule.check(pack, texts ?? []).map((finding) => ({ rule, severity, finding })));
  }
  const kinds = new Map<object, Verdict['kind']>([
    ...pack.claims.map((claim) => [claim, 'fact'] as const),
    ...pack.questions.map((question) => [question, 'question'] as const),
  ]);
  const verdictOn = (
    { on, record, field, expected, words }: Finding,
    how: Pick<Verdict, 'rule' | 'severity' | 'waived'>,
  ): Verdict => ({ ...how, kind: kinds.get(on), ...problemAt(pack, on, record, field, expected), words });
  const about = [
    ...leftOutRules(
      pack,
      wanted.flatMap(({ rule }) => (knowsLanguage(rule) ? [] : [rule.id])),
    ),
    ...aboutSettings(pack, Object.keys(severities)),
    ...aboutWaivers(pack, accepted, run, found),
  ];
  return [
    ...found.map(({ rule, severity, finding }) => {
      const waived = rule.protects ? undefined : accepted(finding.on).get(rule.id);
      return verdictOn(finding, { rule: rule.id, severity, waived });
    }),
    ...about.map(({ id, finding }) => verdictOn(finding, { rule: id, severity: ABOUT_RULES[id].severity })),
  ].toSorted(byPlace);
}

const byPlace = (a: Verdict, b: Verdict): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
  (a.position?.column ?? 0) - (b.position?.column ?? 0);
