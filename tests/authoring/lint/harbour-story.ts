/** An invented story, small enough to hold in one's head: a trawler comes home, and two papers tell it differently. */
import { createHash } from 'node:crypto';
import type { ArticleText } from '../../../src/authoring/format/reading.ts';

const linesOf: Readonly<Record<string, readonly string[]>> = {
  'gazette-2020': [
    'A boat comes home to Saltby',
    'Skipper Mara Quill, 41, steered her own trawler, the Kestrel, past the pier on 12 February 2020; three were aboard.',
    'Harbour master Ida Marsh told us the vessel has had no valid registration since 2016.',
    'The skipper denies it and says every one of her papers is in order.',
    'Sign up for our newsletter and never miss a tide.',
  ],
  'coast-2021': [
    'The Kestrel affair, a year on',
    'It was on 11 February 2020 that Mara Quill came in, and four people climbed onto the quay.',
    'In Tides of Saltby, Nora Finch writes that Ben Quill settled the harbour fee in cash.',
    'Ben Quill told this magazine the whole book is made up.',
    'Marsh stepped down in January 2021, and Tom Reed is harbour master.',
  ],
  'lantern-2022': [
    'What Saltby remembers',
    'The two women first met at a café in 2019, Mara Quill recalls of Ida Marsh.',
    'In May 2021 the trawler Kestrel went to a museum in Port Alder.',
  ],
};

const hashOf = (line: string): string => createHash('sha256').update(line, 'utf8').digest('hex');

/** The articles as their invented publishers printed them. */
export const texts = (): readonly ArticleText[] =>
  Object.entries(linesOf).map(([article, paragraphs]) => ({
    article,
    paragraphs,
    hashes: paragraphs.map(hashOf),
  }));

export const by = (article: string, paragraph: number, ...attribution: readonly string[]) => {
  const line = linesOf[article]?.[paragraph - 1] ?? '';
  const words = line.replace(/\.$/, '').split(' ');
  const [from, to] = [words.slice(0, 3).join(' '), words.slice(-2).join(' ')];
  return { article, paragraph, from, to, sha256: hashOf(line), attribution };
};
export const says = (entity: string, role = 'subject') => ({ entity, role });
export const on = (precision: string, date: string) => ({ precision, basis: 'stated', on: date });
const article = (id: string, title: string, publisher: string, published: string, precision: string) => ({
  id,
  title,
  publisher,
  author: null,
  published,
  precision,
  language: 'en',
  url: `https://example.org/${id}`,
  known: 'title: the first line; the rest is invented for tests',
  paragraphs: linesOf[id]?.length,
});
const person = (id: string, name: string, rest: object = {}) => ({ id, kind: 'person', name, ...rest });
export const info = {
  id: 'harbour',
  title: 'The boat of Saltby',
  about: 'It knows three articles about a boat in Saltby.',
  topics: [
    { id: 'boats', name: 'Boats' },
    { id: 'people', name: 'People of Saltby' },
  ],
  contested: [{ source: 'Tides of Saltby', denial: 'book-made-up' }],
};

export const articles = [
  article('gazette-2020', 'A boat comes home to Saltby', 'Saltby Gazette', '2020-02-14', 'day'),
  article('coast-2021', 'The Kestrel affair, a year on', 'Coast Weekly', '2021-03', 'month'),
  article('lantern-2022', 'What Saltby remembers', 'The Lantern', '2022', 'year'),
];

export const entities = [
  person('mara-quill', 'Mara Quill', { aliases: ['Mara', 'the skipper'] }),
  person('ben-quill', 'Ben Quill', { aliases: ['Ben'] }),
  person('ida-marsh', 'Ida Marsh', { aliases: ['Ida', 'Marsh'] }),
  person('tom-reed', 'Tom Reed'),
  person('nora-finch', 'Nora Finch'),
  person('alma-torrance', 'Alma Torrance', { invented: true }),
  person('pip-quill', 'Pip Quill', { minor: true }),
  { id: 'saltby', kind: 'place', name: 'Saltby' },
  { id: 'port-alder', kind: 'place', name: 'Port Alder' },
  { id: 'saltby-gazette', kind: 'organisation', name: 'Saltby Gazette' },
  { id: 'tides-of-saltby', kind: 'work', name: 'Tides of Saltby' },
];

export const events = [
  {
    id: 'arrival',
    name: 'The Kestrel comes to Saltby',
    date: on('month', '2020-02'),
    entities: [says('mara-quill', 'actor'), says('saltby', 'venue')],
  },
  {
    id: 'sale',
    name: 'The Kestrel goes to a museum',
    date: on('month', '2021-05'),
    entities: [says('mara-quill', 'actor'), says('port-alder', 'venue')],
  },
];

export const disagreements = [
  {
    id: 'day-of-arrival',
    title: 'The day the Kestrel came in',
    kind: 'between-articles',
    sides: [
      { says: '12 February 2020 (Saltby Gazette).', claims: ['arrival-on-12'] },
      { says: '11 February 2020 (Coast Weekly).', claims: ['arrival-on-11'] },
    ],
  },
  {
    id: 'how-many-aboard',
    title: 'How many were aboard',
    kind: 'between-articles',
    sides: [
      { says: 'Three (Saltby Gazette).', claims: ['three-aboard'] },
      { says: 'Four (Coast Weekly).', claims: ['four-aboard'] },
    ],
  },
];

export const leftOut = [
  { article: 'gazette-2020', paragraph: 1, what: 'the headline', reason: 'title' },
  { article: 'gazette-2020', paragraph: 5, what: 'an offer of a newsletter', reason: 'advert' },
  { article: 'coast-2021', paragraph: 1, what: 'the headline', reason: 'title' },
  { article: 'lantern-2022', paragraph: 1, what: 'the headline', reason: 'title' },
];
