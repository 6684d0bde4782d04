/**
 * A pack as large as any that people will write, with the texts of its articles: 500 persons, 300 organisations, 500
 * events. Its words are invented and its sentences those of a newspaper, so that every rule of the lint has work.
 */
import { createHash } from 'node:crypto';
import type { ArticleText } from '../src/authoring/format/reading.ts';
import type { Pack } from '../src/core/dataset/pack.ts';
import type { Article, Claim, Entity, Event, Question } from '../src/core/dataset/schema.ts';
import { invent } from './synthetic.ts';

export interface LargePack {
  readonly pack: Pack;
  readonly texts: readonly ArticleText[];
}

const VOCABULARY = 6_000;
const COUNTS = {
  persons: 500,
  organisations: 300,
  events: 500,
  articles: 150,
  topics: 30,
  families: 250,
} as const;

/** Sentences as claims tell them; `P` a person, `O` an organisation, `W` a word, `Y` a year, `N` a number. */
const TOLD = [
  'P told O in Y that N W had come to the W of W.',
  'In Y, P left O and took the W W to a W of W.',
  'O sold N W to P in March Y.',
  'According to O, P wrote about the W of W in Y.',
  'P and P met at the W W in Y, and O paid for the W.',
  'P said that the W had been “W W” since Y.',
];

/** Sentences as articles print them, around what claims are made of. */
const PRINTED = [
  'Nobody at O would say why the W W W was left to W, and P did not answer.',
  'It was in Y that P came to the W with N others, all of them W and W.',
  '"We had N of them," P told us, "and O never W a single W."',
  'The W of W, which O had W for years, went to P at last.',
];

export function largePack(claimCount: number, questionCount: number, next: () => number): LargePack {
  const pick = (count: number) => Math.floor(next() * count);
  const vocabulary = many(VOCABULARY, () => invent(pick));
  const word = () => vocabulary[Math.floor(VOCABULARY ** next())] ?? '';
  const name = () => capital(vocabulary[pick(VOCABULARY)] ?? '');
  const families = many(COUNTS.families, name);
  const fullName = () => `${name()} ${families[pick(COUNTS.families)]}`;
  const entities = [
    ...many(COUNTS.persons, (at) => entity(`p-${at}`, 'person', fullName(), name())),
    ...many(COUNTS.organisations, (at) => entity(`o-${at}`, 'organisation', `${name()} Works`, name())),
  ];
  const entityAt = (at: number): Entity => entities[at] ?? entity('none', 'person', 'Nobody', 'None');
  const person = () => pick(COUNTS.persons);
  const organisation = () => COUNTS.persons + pick(COUNTS.organisations);
  const filled = (form: string, about: Set<number> = new Set()) =>
    form.replaceAll(/\b[POWYN]\b/g, (slot) => {
      if (slot === 'W') return word();
      if (slot === 'Y') return String(1970 + pick(50));
      if (slot === 'N') return String(2 + pick(500));
      const at = slot === 'P' ? person() : organisation();
      about.add(at);
      return entityAt(at).name;
    });
  const sentence = (forms: readonly string[]) => filled(forms[pick(forms.length)] ?? '');
  const texts = many(COUNTS.articles, (at): ArticleText => {
    const paragraphs = many(25, () => many(3, () => sentence(PRINTED)).join(' '));
    return { article: `a-${at}`, paragraphs, hashes: paragraphs.map(hashOf) };
  });
  const articles = texts.map(
    ({ article, paragraphs }): Article => ({
      ...{ id: article, title: `${name()} and the ${word()} of ${name()}`, publisher: `${name()} Post` },
      ...{
        author: null,
        published: `${2000 + pick(25)}`,
        precision: 'year',
        basis: 'stated',
        language: 'en',
      },
      ...{
        url: `https://example.org/${article}`,
        known: 'It is invented.',
        ours: false,
        paragraphs: paragraphs.length,
      },
    }),
  );
  const topics = many(COUNTS.topics, (at) => ({ id: `t-${at}`, name: `The ${word()}`, aliases: [] }));
  const events = many(COUNTS.events, (at): Event => {
    const date = { precision: 'year', basis: 'stated', on: String(1970 + pick(50)) } as const;
    const about = [{ entity: entityAt(person()).id, role: 'actor' as const }];
    return { id: `v-${at}`, name: `${name()} comes to ${name()}`, date, entities: about, aliases: [] };
  });
  const receipt = () => {
    const { article, paragraphs, hashes } = texts[pick(texts.length)] ?? NO_TEXT;
    const at = pick(paragraphs.length);
    const words = paragraphs[at]?.split(' ') ?? [];
    const [from, to] = [words.slice(0, 4).join(' '), words.slice(-3).join(' ')];
    return { article, paragraph: at + 1, from, to, sha256: hashes[at] ?? '', attribution: [] };
  };
  const claims = many(claimCount, (at): Claim => {
    const about = new Set<number>();
    const text = filled(TOLD[pick(TOLD.length)] ?? '', about);
    return {
      ...{ id: `c-${at}`, text, topic: `t-${pick(COUNTS.topics)}`, events: [`v-${pick(COUNTS.events)}`] },
      entities: [...about].map((one) => ({ entity: entityAt(one).id, role: 'actor' as const })),
      ...{ status: 'stated', receipts: [receipt()], denials: [], importance: 2 },
      refuted: [{ text: filled('P told O about N W.'), because: filled('It was P, not P.') }],
    };
  });
  const claimOn = (about: string) =>
    claims.find(({ entities }) => entities.some((one) => one.entity === about));
  const questions = many(questionCount, (at): Question => {
    const [right, ...wrong] = many(4, () => (at % 2 === 0 ? entityAt(person()) : entityAt(organisation())));
    const proof = (right && claimOn(right.id)) ?? claims[at % claimCount];
    const reasons = [
      `No article mentions ${fullName()}.`,
      filled('That was P, at O.'),
      filled('O does not name P.'),
    ];
    return {
      ...{
        id: `q-${at}`,
        formerly: [],
        kind: 'choice',
        topic: proof?.topic ?? 't-0',
        fit: 'quiz',
        difficulty: 2,
      },
      prompt: filled(
        at % 2 === 0 ? 'Who brought the W of W to the W in Y?' : 'Where did the W meet the W W in Y?',
      ),
      right: { text: right?.name ?? '', claims: [proof?.id ?? ''] },
      wrong: wrong.map(({ name: text }, option) => ({
        ...{ text, because: reasons[option] ?? '', claims: [claims[pick(claimCount)]?.id ?? ''] },
      })),
      payoff: filled('P had W it to O for N W.'),
    };
  });
  const info = { id: 'large', title: 'Large', about: 'It is measured.', language: 'en', contested: [] };
  const released = questions.map(({ id }) => ({ id }));
  const rest = { disagreements: [], leftOut: [], released, origin: new Map() };
  return { pack: { info, topics, articles, entities, events, claims, questions, ...rest }, texts };
}

const NO_TEXT: ArticleText = { article: '', paragraphs: [], hashes: [] };

const entity = (id: string, kind: Entity['kind'], name: string, alias: string): Entity => ({
  ...{ id, kind, name, aliases: [alias], minor: false, invented: false },
});

const many = <Item>(count: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const hashOf = (paragraph: string): string => createHash('sha256').update(paragraph, 'utf8').digest('hex');
