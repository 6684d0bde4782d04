/**
 * A pack as large as any that people will write, with the texts of its articles; with 3,000 claims it has 500 persons,
 * 300 organisations, 500 events, and with more or fewer as many in proportion. Its words are invented and its sentences
 * those of a newspaper, so that every rule of the lint has work.
 */
import { createHash } from 'node:crypto';
import type { ArticleText } from '../src/authoring/format/reading.ts';
import { groupBy } from '../src/core/dataset/library.ts';
import type { Pack } from '../src/core/dataset/pack.ts';
import type { Article, Claim, Disagreement, Entity, Event, Question } from '../src/core/dataset/schema.ts';
import { invent } from './synthetic.ts';

export interface LargePack {
  readonly pack: Pack;
  readonly texts: readonly ArticleText[];
}

const VOCABULARY = 6_000;

/** One of so many articles is the author’s own. */
const OURS = 5;

/** How many claims there are to one of these. */
const SHARES = {
  persons: 6,
  organisations: 10,
  events: 6,
  articles: 20,
  topics: 100,
  families: 12,
  denials: 40,
  disagreements: 50,
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
  const count = (what: keyof typeof SHARES) => Math.ceil(claimCount / SHARES[what]);
  const vocabulary = many(VOCABULARY, () => invent(pick));
  const word = () => vocabulary[Math.floor(VOCABULARY ** next())] ?? '';
  const name = () => capital(vocabulary[pick(VOCABULARY)] ?? '');
  const families = many(count('families'), name);
  const fullName = () => `${name()} ${families[pick(count('families'))]}`;
  const taken = new Set<string>();
  const free = (make: () => string): string => {
    const made = make();
    if (taken.has(made)) return free(make);
    taken.add(made);
    return made;
  };
  const entities = [
    ...many(count('persons'), (at) => entity(`p-${at}`, 'person', free(fullName), name())),
    ...many(count('organisations'), (at) =>
      entity(
        `o-${at}`,
        'organisation',
        free(() => `${name()} Works`),
        name(),
      ),
    ),
  ];
  const entityAt = (at: number): Entity => entities[at] ?? entity('none', 'person', 'Nobody', 'None');
  const person = () => pick(count('persons'));
  const organisation = () => count('persons') + pick(count('organisations'));
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
  const texts = many(count('articles'), (at): ArticleText => {
    const paragraphs = many(25, () => many(3, () => sentence(PRINTED)).join(' '));
    return { article: `a-${at}`, paragraphs, hashes: paragraphs.map(hashOf) };
  });
  const articles = texts.map(
    ({ article, paragraphs }, at): Article => ({
      ...{ id: article, title: `${name()} and the ${word()} of ${name()}`, publisher: `${name()} Post` },
      ...{
        author: null,
        published: `${2000 + pick(25)}`,
        precision: 'year',
        basis: 'stated',
        language: 'en',
      },
      ...{
        known: 'It is invented.',
        paragraphs: paragraphs.length,
        ...(at % OURS === 0
          ? { ours: true, text: paragraphs }
          : { ours: false, url: `https://example.org/${article}` }),
      },
    }),
  );
  const topics = many(count('topics'), (at) => ({ id: `t-${at}`, name: `The ${word()}`, aliases: [] }));
  const events = many(count('events'), (at): Event => {
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
      ...{ id: `c-${at}`, text, topic: `t-${pick(count('topics'))}`, events: [`v-${pick(count('events'))}`] },
      entities: [...about].map((one) => ({ entity: entityAt(one).id, role: 'actor' as const })),
      ...(at % SHARES.denials === 1
        ? { status: 'disputed', denials: [`c-${at - 1}`] }
        : { status: 'stated', denials: [] }),
      ...{ receipts: [receipt()], importance: 1 + (at % 3) },
      refuted: [{ text: filled('P told O about N W.'), because: filled('It was P, not P.') }],
    };
  });
  const byEntity = groupBy(claims, ({ entities }) => entities.map(({ entity }) => entity));
  const claimOn = (about: string) => {
    const told = byEntity.get(about) ?? [];
    return told[pick(told.length)];
  };
  const questions = many(questionCount, (at): Question => {
    const options = new Set<Entity>();
    while (options.size < 4) options.add(entityAt(at % 2 === 0 ? person() : organisation()));
    const [right, ...wrong] = options;
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
        fit: at % 3 === 0 ? 'daily' : 'quiz',
        difficulty: 1 + (at % 3),
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
  const disagreements = many(count('disagreements'), (at): Disagreement => {
    const claim = pick(claimCount - 1);
    const sides = [claim, claim + 1].map((one) => ({ says: filled('P told O so.'), claims: [`c-${one}`] }));
    return { id: `d-${at}`, title: filled('Who left O in Y'), kind: 'between-articles', sides };
  });
  const info = { id: 'large', title: 'Large', about: 'It is measured.', language: 'en', contested: [] };
  const released = questions.map(({ id }) => ({ id }));
  const rest = { disagreements, leftOut: [], released, origin: new Map() };
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
