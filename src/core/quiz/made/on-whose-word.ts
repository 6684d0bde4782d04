/** Questions on whose word an article reports something: the origin, not who passed it on. */
import type { Claim } from '../../dataset/schema.ts';
import { chooseWrong, WRONG } from './choose-wrong.ts';
import { denialsOf } from './denials.ts';
import { explain, fits, listOf, publishersOf } from './gap.ts';
import { type MadeQuestion, type Maker, madeId, type Story } from './made.ts';
import { oneEach } from './rivals.ts';
import { asOption, notFrom, type Origin, originOf, otherOrigins } from './sources.ts';
import { isNamedBy, statementOf } from './statement.ts';

/** One answer that comes again and again is soon seen through. */
const TIMES = 3;

interface Told {
  readonly claim: Claim;
  readonly origin: Origin;
  /** What the claim says apart from its source. */
  readonly statement: string;
}

/** What is reported only, in a sentence that does not name its source; what is denied is asked about as such. */
export const onWhoseWord: Maker = (story) => {
  const questions = oneEach(
    story,
    story.askable
      .filter(({ status, asOf, overtaken }) => status === 'reported' && !asOf && !overtaken)
      .flatMap((claim) => question(story, claim) ?? []),
  );
  return [...Map.groupBy(questions, ({ right }) => right.text).values()].flatMap((same) =>
    same.slice(0, TIMES),
  );
};

function question(story: Story, claim: Claim): MadeQuestion | undefined {
  const origin = originOf(story, claim);
  const statement = statementOf(claim.text, publishersOf(story, claim));
  if (origin === undefined || statement === undefined || !canBeAsked(story, claim, statement))
    return undefined;
  const wrong = chooseWrong(otherOrigins(story, claim, origin), {
    right: origin.text,
    seed: `on-whose-word ${claim.id}`,
    textOf: (name) => asOption(origin, name),
  });
  const made = ask(story, { claim, origin, statement }, wrong);
  return wrong.length === WRONG && fits(made) ? made : undefined;
}

/** Neither the source nor whoever passed it on is named; nothing that is denied: without its source it would be an allegation. */
function canBeAsked(story: Story, claim: Claim, statement: string): boolean {
  const chain = claim.receipts.flatMap(({ attribution }) => attribution);
  const named = [...chain, ...publishersOf(story, claim)].some((source) => isNamedBy(source, statement));
  return !named && denialsOf(story, claim).length === 0;
}

function ask(story: Story, told: Told, wrong: readonly string[]): MadeQuestion {
  const { claim, origin, statement } = told;
  const refuted = (name: string) => ({
    text: asOption(origin, name),
    because: notFrom(story, claim, origin, name),
    claims: [claim.id],
  });
  return {
    id: madeId('on-whose-word', claim.id),
    kind: 'on-whose-word',
    formerly: [],
    prompt: `${leadOf(story, claim)} ${statement}`,
    topic: claim.topic,
    difficulty: Math.min(3, 5 - claim.importance),
    right: { text: origin.text, claims: [claim.id] },
    wrong: wrong.map(refuted),
    explanation: explain(story, claim),
  };
}

function leadOf(story: Story, claim: Claim): string {
  const publishers = publishersOf(story, claim);
  return `On whose word ${publishers.length > 1 ? 'do' : 'does'} ${listOf(publishers)} report this?`;
}
