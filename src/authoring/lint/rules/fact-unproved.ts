import type { Pack } from '../../../core/dataset/pack.ts';
import type { Article, Claim } from '../../../core/dataset/schema.ts';
import { nameWords, stem } from '../../../core/facts/fold.ts';
import { oncePer } from '../../../core/once-per.ts';
import { namesIn } from '../../drafts/names-in.ts';
import type { ArticleText } from '../../format/reading.ts';
import { mayStandIn } from '../masks.ts';
import { digitsIn, valuesIn } from '../numbers-in.ts';
import { finding, type Rule } from '../rule.ts';

/** A number must stand in the paragraph; whom it calls “she”, the article may name elsewhere. */
export const factUnproved = {
  id: 'fact-unproved',
  severity: 'warning',
  says: 'A number or a name that the article does not have came from elsewhere, or slipped in.',
  needs: 'texts',
  check(pack, texts) {
    const sourcesOf = readerOf(pack, texts);
    const namesOf = namesKnownTo(pack);
    return pack.claims.flatMap((claim) => {
      const sources = sourcesOf(claim);
      if (sources === undefined) return [];
      const where = [...new Set(claim.receipts.map(({ article, paragraph }) => `${article}#${paragraph}`))];
      const pages = sources.articles.map(({ id }) => id);
      return [
        ...numbersBeyond(claim, sources).map((number) => {
          const expected = `“${number}” does not stand in ${where.join(' or ')}: correct it, or add the receipt that has it`;
          return finding(claim, 'text', expected, number);
        }),
        ...namesBeyond(namesOf(claim.text), claim, sources).map((name) => {
          const expected = `“${name}” stands nowhere in ${pages.join(' or ')}: correct it, add the receipt that has it, or put what the article calls it into names.yaml`;
          return finding(claim, 'text', expected, name);
        }),
      ];
    });
  },
} satisfies Rule;

/** What may prove a fact. */
interface Sources {
  /** The texts of its receipts. */
  readonly paragraphs: readonly string[];
  /** Each in whole. */
  readonly texts: readonly ArticleText[];
  readonly articles: readonly Article[];
  /** When what it speaks of happened, as its author says beside the text. */
  readonly dates: readonly string[];
}

/** Undefined where the text of a receipt is not at hand. */
function readerOf(pack: Pack, texts: readonly ArticleText[]): (claim: Claim) => Sources | undefined {
  const articles = new Map(pack.articles.map((article) => [article.id, article]));
  const textOf = new Map(texts.map((text) => [text.article, text]));
  const events = new Map(pack.events.map((event) => [event.id, event]));
  return ({ receipts, date, asOf, events: about }) => {
    const paragraphs = receipts.flatMap(
      ({ article, paragraph }) => textOf.get(article)?.paragraphs[paragraph - 1] ?? [],
    );
    if (paragraphs.length < receipts.length) return undefined;
    const cited = [...new Set(receipts.map(({ article }) => article))];
    const dates = [date, ...about.map((id) => events.get(id)?.date)];
    return {
      paragraphs,
      texts: cited.flatMap((id) => textOf.get(id) ?? []),
      articles: cited.flatMap((id) => articles.get(id) ?? []),
      dates: [asOf, ...dates.flatMap((one) => [one?.on, one?.until, one?.text])].filter(
        (one) => one !== undefined,
      ),
    };
  };
}

function numbersBeyond(claim: Claim, { paragraphs, articles, dates }: Sources): readonly string[] {
  const published = articles.flatMap((article) => article.published ?? []);
  const proved = valuesIn(
    [...paragraphs, ...namesBeside(claim, articles), ...dates, ...published].join('\n'),
  );
  return digitsIn(claim.text)
    .filter(({ values }) => !values.some((value) => proved.has(value)))
    .map(({ words }) => words);
}

/** Who wrote and published it, and from whom it has what it says. */
const namesBeside = ({ receipts }: Claim, articles: readonly Article[]): readonly string[] => [
  ...articles.flatMap(({ title, publisher, author }) => [title, publisher, author ?? '']),
  ...receipts.flatMap(({ attribution }) => attribution),
];

interface Named {
  readonly name: string;
  /** All that the pack calls it. */
  readonly labels: readonly string[];
}

function namesKnownTo({ info, entities }: Pack): (text: string) => readonly Named[] {
  const labels = entities.flatMap(({ name, aliases }) => {
    const all = [name, ...aliases];
    return all.map((label) => [label, all] as const);
  });
  const labelsLike = mayStandIn([...new Set(labels.map(([label]) => label))], (label) => label);
  const byLabel = Map.groupBy(labels, ([label]) => label);
  return (text) =>
    namesIn(text, { known: labelsLike(text), whole: text, language: info.language }).map((name) => ({
      name,
      labels: [name, ...(byLabel.get(name) ?? []).flatMap(([, all]) => all)],
    }));
}

function namesBeyond(names: readonly Named[], claim: Claim, { texts, articles }: Sources): readonly string[] {
  const languages = articles.map(({ language }) => LANGUAGES.of(language) ?? '');
  const beside = new Set([...namesBeside(claim, articles), ...languages].flatMap(stemsOf));
  const isThere = (word: string): boolean =>
    beside.has(word) || texts.some((text) => stemsOfWhole(text).has(word));
  return names
    .filter(({ labels }) => !labels.some((label) => stemsOf(label).every(isThere)))
    .map(({ name }) => name);
}

/** A fact may say that an article's words are Italian. */
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

const stemsOf = (text: string): readonly string[] => nameWords(text).map(stem);

const stemsOfWhole = oncePer(({ paragraphs }: ArticleText) => new Set(stemsOf(paragraphs.join('\n'))));
