/** Questions on the date of what a claim says. */
import type { Claim, Question } from '../../core/dataset/schema.ts';
import { chooseWrong } from './choose-wrong.ts';
import { type DateWords, datesIn, distance, inFormOf, isPartOf, shifted } from './date-words.ts';
import type { Draft, Maker, Story } from './draft.ts';
import { ordered } from './draw.ts';
import { askGap, listOf, publishersOf } from './gap.ts';
import { oneEach, rivalsOf } from './rivals.ts';

/** How far a wrong date may lie from the right one: years, months or days, after the form of the date. */
const FAR = { 4: 4, 7: 18, 10: 45 } as const;

/** What may follow a date that tells when; anything else makes it a name, as in "the 2016 election". */
const TELLS_WHEN =
  /^(?:$|[.,;:)]| (?:about|and|as|at|because|before|after|by|but|during|for|from|had|has|in|is|of|on|or|that|the|to|was|were|when|while|with)\b)/;

/** What goes on for years is true of more than one of them. */
const GOES_ON = /\b(?:is|are|was|were|has|had|been)(?: \w+ly)? (?!having)\w{2,}ing\b|\bmarried\b|\bsince\b/;

interface Dated {
  readonly claim: Claim;
  readonly words: DateWords;
  /** The claim’s date, as finely as the words give it. */
  readonly on: string;
}

/** Which date belongs into a claim that gives exactly one. */
export const when: Maker = (story) =>
  oneEach(
    story,
    story.askable.flatMap((claim) => dated(claim) ?? []).flatMap((one) => question(story, one) ?? []),
  );

/** Nothing that later events overtook: its date might be taken for one that still holds. */
function dated(claim: Claim): Dated | undefined {
  const { date, text, overtaken } = claim;
  const [words, ...more] = datesIn(text);
  if (!words || more.length > 0 || overtaken !== undefined || date?.on === undefined || date.until)
    return undefined;
  const isTold = TELLS_WHEN.test(text.slice(words.at + words.text.length));
  // What was inferred is the part that the text does not give, such as the year.
  const isStated = date.basis === 'stated' || words.year === undefined;
  if (!isTold || !isStated || GOES_ON.test(text) || !isPartOf(words, date.on)) return undefined;
  return { claim, words, on: date.on.slice(0, lengthOf(words)) };
}

const lengthOf = ({ month, day }: DateWords): 4 | 7 | 10 =>
  day !== undefined ? 10 : month !== undefined ? 7 : 4;

function question(story: Story, one: Dated): Draft | undefined {
  const { claim, words } = one;
  const wrong = chooseWrong(candidates(story, one), {
    right: words.text,
    seed: `when ${claim.id}`,
    textOf: (text) => text,
  });
  const shown = `${claim.text.slice(0, words.at)}[when?]${claim.text.slice(words.at + words.text.length)}`;
  return askGap(
    story,
    'when',
    { claim, answer: words.text, shown, ask: `Which ${nameOf(words)} belongs in the gap?` },
    wrong.map((text) => refuted(story, one, text)),
  );
}

const nameOf = ({ month, day }: DateWords): string =>
  day !== undefined ? 'date' : month !== undefined ? 'month' : 'year';

function refuted(story: Story, { claim, words }: Dated, text: string): Question['wrong'][number] {
  const publishers = publishersOf(story, claim);
  const give = publishers.length > 1 ? 'give' : 'gives';
  return {
    text,
    because: `For this, ${listOf(publishers)} ${give} ${words.text}, not ${text}.`,
    claims: [claim.id],
  };
}

/** The closer half first, and of each half first the dates that the pack knows; none after the article, none that a rival gives. */
function candidates(story: Story, { claim, words, on }: Dated): readonly string[] {
  const taken = rivalsOf(story, claim).flatMap(({ date, text }) => [
    ...[date?.on, date?.until].flatMap((day) => day ?? []),
    ...datesIn(text).flatMap(({ year }) => (on.length === 4 && year ? [String(year)] : [])),
  ]);
  const fits = (day: string) =>
    distance(on, day) <= FAR[lengthOf(words)] &&
    story.articlesOf(claim).every(({ published = day }) => day <= published || published.startsWith(day)) &&
    !taken.some((other) => other.startsWith(day));
  const isFar = (day: string) => Number(distance(on, day) > FAR[lengthOf(words)] / 2);
  const days = [...ordered(known(story, on.length), `when ${claim.id}`, String), ...shifted(on)].toSorted(
    (a, b) => isFar(a) - isFar(b),
  );
  const texts = days.filter(fits).flatMap((day) => inFormOf(words, day) ?? []);
  return [...new Set(texts)].filter((text) => text !== words.text);
}

/** The dates of events and claims, cut to a length; coarser ones left out. */
const known = ({ pack }: Story, length: number): readonly string[] => [
  ...new Set(
    [...pack.events, ...pack.claims].flatMap(({ date }) =>
      date?.on !== undefined && date.on.length >= length ? [date.on.slice(0, length)] : [],
    ),
  ),
];
