/** What a pack and an article are called, and which paragraphs no fact rests on. */
import { publishedFrom } from '../../article-in/article-in.ts';
import { withValue } from '../../format/edit-value.ts';
import { Refused } from '../refused.ts';
import type { Snapshot } from '../snapshot.ts';
import type { WriteRequest, Yaml } from '../wire.ts';
import { type Change, existing, sameAs } from './change.ts';

type Asked<Do extends WriteRequest['do']> = Extract<WriteRequest, { do: Do }>;

type Values = readonly (readonly [path: readonly string[], value: Yaml | undefined])[];

const changed = (now: Snapshot, file: string, values: Values): Change => ({
  files: new Map([
    [file, values.reduce((text, [path, value]) => withValue(file, text, path, value), existing(now, file))],
  ]),
  said: 'Saved.',
});

const orNothing = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What stands in a record’s place of its file. */
export const written = (file: { readonly content: unknown }, key?: string): unknown => {
  const { content } = file;
  if (key === undefined) return content;
  return typeof content === 'object' && content !== null
    ? (content as Readonly<Record<string, unknown>>)[key]
    : undefined;
};

export function pack(now: Snapshot, { hash, title, about }: Asked<'pack'>): Change {
  sameAs(packParts(now), hash, 'what the pack is called');
  return changed(now, 'pack.yaml', [
    [['title'], title.trim()],
    [['about'], orNothing(about)],
  ]);
}

/** What the page changes of pack.yaml; what else stands there does not matter to it. */
export const packParts = ({ book }: Snapshot): unknown => ({
  title: written(book.info.file, 'title') ?? null,
  about: written(book.info.file, 'about') ?? null,
});

export function article(now: Snapshot, { id, hash, ours, published, ...texts }: Asked<'article'>): Change {
  const found = articleNamed(now, id);
  sameAs(articleParts(found), hash, 'this article');
  const day = orNothing(published);
  const date = day === undefined || /^\d{4}[\d-]*\??$/.test(day) ? day : publishedFrom(day);
  if (day !== undefined && date === undefined)
    throw new Refused(422, {
      error: `“${day}” is no date that can be read without guessing: write 2018, 2018-05 or 30 May 2018.`,
      fields: [{ field: 'published', expected: 'a date such as 2018, 2018-05 or 30 May 2018' }],
    });
  const values: Values = [
    ...(['title', 'publisher', 'author', 'url'] as const).map(
      (field) => [[id, field], orNothing(texts[field])] as const,
    ),
    [[id, 'published'], date],
    ...(ours === undefined ? [] : ([[[id, 'ours'], ours ? 'true' : undefined]] as const)),
  ];
  return changed(now, 'articles.yaml', values);
}

/** Which paragraphs are left out is another matter. */
export function articleParts(found: Snapshot['book']['articles'][number]): unknown {
  const all = (written(found.file, found.id) ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(all).filter(([field]) => field !== 'left-out'));
}

export function articleNamed({ book }: Snapshot, id: string): Snapshot['book']['articles'][number] {
  const found = book.articles.find((one) => one.id === id);
  if (found === undefined)
    throw new Refused(404, { error: 'This article is gone: somebody took it out of articles.yaml.' });
  return found;
}

export function leaveOut(
  now: Snapshot,
  { article: id, paragraph, reason, what }: Asked<'leave-out'>,
): Change {
  const found = articleNamed(now, id);
  const place = [id, 'left-out', String(paragraph)];
  if (reason === null)
    return { ...changed(now, 'articles.yaml', [[place, undefined]]), said: 'It counts again.' };
  const words = orNothing(what);
  if (words === undefined)
    throw new Refused(422, {
      error: 'Say in a few words what the paragraph is: nothing was written.',
      fields: [{ field: 'what', expected: 'a few words, such as “The headline.”' }],
    });
  const before = found.value['left-out']?.[String(paragraph)];
  const others = Object.keys(before ?? {}).filter((other) => other !== reason);
  // The page shows one reason; a second one that a person wrote there stays.
  const one: Values = others.length > 0 ? [[[...place, reason], words]] : [[place, { [reason]: words }]];
  return { ...changed(now, 'articles.yaml', one), said: 'Left out.' };
}
