/** Which publisher takes one side of a disagreement between articles. */
import type { Claim, Disagreement, Question } from '../../dataset/schema.ts';
import { fold } from '../../facts/fold.ts';
import { WRONG } from './choose-wrong.ts';
import { denialsOf } from './denials.ts';
import { ordered } from './draw.ts';
import { fits } from './gap.ts';
import { type MadeQuestion, type Maker, madeId, type Story } from './made.ts';
import { mightSay, plainStatement, publishersIn } from './plain-statement.ts';

interface Side {
  readonly disagreement: Disagreement;
  /** The number of the side, from 0. */
  readonly at: number;
  /** The first of the side: the one that says most clearly what sets it apart. */
  readonly claim: Claim;
  /** The only one on this side. */
  readonly publisher: string;
  readonly statement: string;
}

/** For each disagreement between articles one side that is one article’s alone. */
export const sideQuestions: Maker = (story) =>
  story.pack.disagreements
    .filter(({ kind }) => kind === 'between-articles')
    .flatMap((disagreement) => {
      const sides = disagreement.sides.flatMap((_, at) => sideOf(story, disagreement, at) ?? []);
      // Two sides exclude each other; of more, those named last are often but vaguer.
      const inOrder = sides.length > 2 ? sides : ordered(sides, disagreement.id, ({ at }) => String(at));
      return inOrder.flatMap((side) => question(story, side) ?? []).slice(0, 1);
    });

function sideOf(story: Story, disagreement: Disagreement, at: number): Side | undefined {
  const { claims = [] } = disagreement.sides[at] ?? {};
  const [publisher, ...more] = publishersIn(story, claims);
  const claim = story.claims.get(claims[0] ?? '');
  const statement = claim && plainStatement(story, claim);
  if (!claim || !publisher || more.length > 0 || statement === undefined) return undefined;
  const others = disagreement.sides.toSpliced(at, 1);
  const isOnBoth = others.some((side) => publishersIn(story, side.claims).includes(publisher));
  return isOnBoth ? undefined : { disagreement, at, claim, publisher, statement };
}

function question(story: Story, side: Side): MadeQuestion | undefined {
  const { disagreement, claim } = side;
  const against = opponents(story, side);
  const wrong = [...against, ...bystanders(story, side)].slice(0, WRONG);
  const made: MadeQuestion = {
    id: madeId('disagreement', disagreement.id, 'side', String(side.at + 1)),
    kind: 'disagreement',
    formerly: [],
    prompt: `${leadOf(story, side)} ${side.statement}`,
    topic: claim.topic,
    difficulty: claim.importance === 3 ? 2 : 3,
    right: { text: side.publisher, claims: [claim.id] },
    wrong,
    explanation: disagreement.text,
  };
  return against.length > 0 && wrong.length === WRONG && fits(made) ? made : undefined;
}

/** An allegation is never shown as if it were beyond doubt. */
function leadOf(story: Story, { disagreement, claim, statement }: Side): string {
  if (denialsOf(story, claim).length > 0)
    return `${disagreement.title}: the articles tell this disputed account differently. Which of them puts it this way?`;
  const isBare = claim.status !== 'stated' && statement !== claim.text;
  const says = isBare ? 'has this from another source' : 'says this';
  return `${disagreement.title}: the articles differ. Which of them ${says}?`;
}

/** Publishers of the other sides, with what they say instead. */
function opponents(story: Story, { disagreement, at, claim, statement }: Side): Question['wrong'] {
  const others = disagreement.sides.toSpliced(at, 1);
  const across = others.flatMap(({ claims }) => claims);
  return publishersIn(story, across)
    .filter((publisher) => !mightSay(story, publisher, statement, across))
    .map((text) => {
      const side = others.find(({ claims }) => publishersIn(story, claims).includes(text));
      return {
        text,
        because: `${text} has it differently: ${withoutPublishers(story, side?.says ?? '')}`,
        claims: side ? [...side.claims] : [claim.id],
      };
    });
}

/** "She was pardoned (Nicki Swift)." → "She was pardoned." */
const withoutPublishers = ({ pack }: Story, says: string): string =>
  says.replace(/ \(([^)]*)\)(?=\.$)/u, (aside, names: string) =>
    pack.articles.some(({ publisher }) => fold(names).includes(fold(publisher))) ? '' : aside,
  );

/** Publishers with no part in it and nothing like it. */
function bystanders(story: Story, side: Side): Question['wrong'] {
  const { disagreement, claim, statement } = side;
  const sides = disagreement.sides.flatMap(({ claims }) => claims);
  const taking = publishersIn(story, sides);
  const others = new Set(story.pack.articles.map(({ publisher }) => publisher));
  return ordered([...others], `disagreement ${disagreement.id}`, String)
    .filter((publisher) => !taking.includes(publisher) && !mightSay(story, publisher, statement, []))
    .map((text) => ({
      text,
      because: `Of these articles only ${side.publisher} reports this; ${text} does not.`,
      claims: [claim.id],
    }));
}
