/** An article that goes again, with its text. */
import { withValue } from '../../format/edit-value.ts';
import { placedIn } from '../placed.ts';
import { Refused } from '../refused.ts';
import type { Snapshot } from '../snapshot.ts';
import type { WriteRequest } from '../wire.ts';
import { type Change, existing, sameAs } from './change.ts';
import { articleNamed, articleParts } from './particulars.ts';

const ENDINGS = ['md', 'txt', 'html', 'htm'];

export function takeOut(
  now: Snapshot,
  { article: id, hash }: Extract<WriteRequest, { do: 'take-out' }>,
): Change {
  const found = articleNamed(now, id);
  sameAs(articleParts(found), hash, 'this article');
  refuseUsed(now, id);
  return {
    files: new Map([
      ['articles.yaml', withValue('articles.yaml', existing(now, 'articles.yaml'), [id], undefined)],
      ...ENDINGS.map((ending) => [`articles/${id}.${ending}`, null] as const),
    ]),
    said: 'Taken out, with its text.',
  };
}

/** Throws a `Refused` that names the facts which rest on it, drafts among them. */
export function refuseUsed(now: Snapshot, article: string): void {
  const facts = placedIn(now).filter(
    ({ kind, fields }) => kind === 'fact' && JSON.stringify(fields.receipt ?? '').includes(`"${article}#`),
  );
  if (facts.length === 0) return;
  throw new Refused(422, {
    error: `${facts.length === 1 ? 'A fact rests' : `${facts.length} facts rest`} on this article: delete ${facts.length === 1 ? 'it' : 'them'} first, then the article can be taken out.`,
    with: facts.map(({ fields }) => String(fields.fact)),
  });
}
