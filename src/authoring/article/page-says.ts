/** What a page says of the article on it, to machines. */
import { z } from 'zod';
import type { Particulars } from './found.ts';

const Name = z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]);

/** What https://schema.org/Article has, as far as it is wanted. Each field may be anything, and then is as good as absent. */
const Described = z.looseObject({
  '@type': z.union([z.string(), z.array(z.string()).transform((types) => types.join(' '))]),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: z
    .union([Name, z.array(Name).transform((names) => names.join(', '))])
    .optional()
    .catch(undefined),
  publisher: Name.optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
});

/** The words as they stand in the page: none is a promise that it can be read. */
export function pageSays(document: Document, html: string): Particulars {
  const described = descriptionIn(document);
  const meta = metaIn(document);
  return {
    title: described?.headline ?? meta('og:title', 'citation_title', 'dc.title', 'twitter:title'),
    publisher: described?.publisher ?? meta('og:site_name', 'citation_journal_title', 'dc.publisher'),
    author: described?.author ?? meta('author', 'article:author', 'citation_author', 'dc.creator'),
    published:
      described?.datePublished ??
      meta(
        ...[
          'article:published_time',
          'datepublished',
          'citation_publication_date',
          'dc.date',
          'dcterms.created',
        ],
        ...[
          'dc.date.issued',
          'dcterms.issued',
          'pubdate',
          'publishdate',
          'publish-date',
          'parsely-pub-date',
          'date',
        ],
      ) ??
      timeIn(document),
    language: document.documentElement.getAttribute('lang') ?? described?.inLanguage ?? meta('og:locale'),
    url:
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
      meta('og:url') ??
      described?.url ??
      /<!-- saved from url=\(\d+\)(https?:\S{1,500}) -->/.exec(html.slice(0, 4096))?.[1],
  };
}

/** JSON-LD: of several records the one that is of an article. */
function descriptionIn(document: Document): z.infer<typeof Described> | undefined {
  const records = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => recordsIn(script.textContent ?? ''))
    .flatMap((record) => Described.safeParse(record).data ?? []);
  return records.find((record) => /Article|Posting|Report/.test(record['@type']));
}

const Graph = z.looseObject({ '@graph': z.array(z.unknown()) });

function recordsIn(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return [value].flat().flatMap((record) => Graph.safeParse(record).data?.['@graph'] ?? [record]);
  } catch {
    return [];
  }
}

/** The first of these names that says something; upper and lower case are mixed on the web. */
function metaIn(document: Document): (...names: readonly string[]) => string | undefined {
  const values = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop']
      .flatMap((key) => tag.getAttribute(key) ?? [])[0]
      ?.toLowerCase();
    const content = tag.getAttribute('content')?.trim() ?? '';
    if (name !== undefined && content !== '' && !values.has(name)) values.set(name, content);
  }
  return (...names) => names.flatMap((name) => values.get(name) ?? [])[0];
}

/** The one that is marked as the day of publication, else the first of the article: later ones are of comments. */
function timeIn(document: Document): string | undefined {
  const time = ['[itemprop="datePublished"]', 'time[pubdate]', 'article time', 'main time', 'header time']
    .map((place) => document.querySelector(place))
    .find((found) => found !== null);
  return time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? (time?.textContent || undefined);
}
