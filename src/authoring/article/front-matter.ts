/** What an author wrote about a Markdown text between two lines of hyphens at its beginning. */
import { isMap, parseDocument } from 'yaml';
import type { Particulars } from './found.ts';

export interface FrontMatter {
  readonly said: Particulars;
  /** The text without it. */
  readonly body: string;
  readonly notes: readonly string[];
}

const FENCED = /^---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/s;

/** The names that programs for blogs, wikis and notes have for each. */
const KEYS = {
  title: ['title', 'headline'],
  publisher: ['publisher', 'site', 'sitename', 'publication', 'journal'],
  author: ['author', 'authors', 'by', 'byline', 'creator'],
  published: ['published', 'date', 'publishdate', 'pubdate', 'publishedat', 'datepublished'],
  language: ['lang', 'language', 'locale'],
  url: ['url', 'canonical', 'canonicalurl', 'link', 'source', 'permalink'],
} as const;

export function frontMatter(text: string): FrontMatter {
  const [whole = '', yaml = ''] = FENCED.exec(text) ?? [];
  const record = recordIn(yaml);
  if (record === undefined) return { said: {}, body: text, notes: [] };
  const values = new Map(
    Object.entries(record).map(([key, value]) => [key.toLowerCase().replace(/[\s_-]/g, ''), words(value)]),
  );
  const said = (keys: readonly string[]): string | undefined =>
    keys.map((key) => values.get(key)).find((value) => value !== undefined && value !== '');
  return {
    said: {
      title: said(KEYS.title),
      publisher: said(KEYS.publisher),
      author: said(KEYS.author),
      published: said(KEYS.published),
      language: said(KEYS.language),
      url: said(KEYS.url),
    },
    body: text.slice(whole.length),
    notes:
      Object.keys(record).length === 0
        ? ['its front matter cannot be read: look at its quotes and colons']
        : [],
  };
}

/** Empty where it is broken; undefined where it is none, but a text between two rules. */
function recordIn(yaml: string): object | undefined {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (!isMap(document.contents)) return undefined;
  try {
    return Object(document.toJS());
  } catch {
    return {};
  }
}

/** Several are told one after the other; of a record its name. Notes link people: `[[Ada Marsh]]`. */
function words(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\[\[|\]\]/g, '');
  if (Array.isArray(value)) return value.flatMap((one) => words(one) ?? []).join(', ');
  return typeof value === 'object' && value !== null && 'name' in value ? words(value.name) : undefined;
}
