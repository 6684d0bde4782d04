/**
 * Ids as the bot uses them. An author writes `ibm`; in the library the record is `pg-history/ibm`, with the pack's id
 * before it, so that packs of strangers, who know nothing of each other's ids, stand side by side.
 */
import { hashOf } from '../hash.ts';
import type { Pack } from './pack.ts';
import type { Claim, Disagreement, Event, Question } from './schema.ts';

export const scopedId = (pack: string, id: string): string => `${pack}/${id}`;

/** The id of the pack that a scoped id belongs to; of a bare one, undefined. */
export function packOf(id: string): string | undefined {
  const slash = id.indexOf('/');
  return slash === -1 ? undefined : id.slice(0, slash);
}

/** An id as its author wrote it, for whoever reads it; a bare one as it is. */
export const bareId = (id: string): string => id.slice(id.indexOf('/') + 1);

/** What leaves room in a button's token for whatever else it says. */
const MOST_IN_BUTTON = 70;

/** An id as buttons carry it: itself, or a hash of it where it is too long. The library finds it by either. */
export const buttonId = (id: string): string =>
  id.length <= MOST_IN_BUTTON ? id : `~${[id, ` ${id}`].map((text) => hashOf(text).toString(36)).join('')}`;

type Scoped = Omit<Pack, 'info' | 'leftOut' | 'released' | 'origin'>;

/** The records of a pack, with every id and every reference scoped. */
export function scopeRecords(pack: Pack): Scoped {
  const known = new Map<string, string>();
  // One string for all that name a record: a large pack refers to few of them often.
  const id = (bare: string): string => {
    const scoped = known.get(bare) ?? scopedId(pack.info.id, bare);
    known.set(bare, scoped);
    return scoped;
  };
  const own = <Item extends { readonly id: string }>(item: Item): Item => ({ ...item, id: id(item.id) });
  const ids = (bare: readonly string[]): string[] => bare.map(id);
  const roles = (entities: Event['entities']) =>
    entities.map(({ entity, role }) => ({ entity: id(entity), role }));
  const event = (one: Event): Event => ({ ...own(one), entities: roles(one.entities) });
  const receipt = (one: Claim['receipts'][0]) => ({ ...one, article: id(one.article) });
  const claim = ({ receipts: [first, ...others], ...one }: Claim): Claim => ({
    ...own(one),
    topic: id(one.topic),
    events: ids(one.events),
    entities: roles(one.entities),
    receipts: [receipt(first), ...others.map(receipt)],
    denials: ids(one.denials),
  });
  const disagreement = (one: Disagreement): Disagreement => ({
    ...own(one),
    sides: one.sides.map((side) => ({ ...side, claims: ids(side.claims) })),
  });
  const question = (one: Question): Question => ({
    ...own(one),
    formerly: ids(one.formerly),
    topic: id(one.topic),
    right: { ...one.right, claims: ids(one.right.claims) },
    wrong: one.wrong.map((option) => ({ ...option, claims: ids(option.claims) })),
  });
  return {
    topics: pack.topics.map(own),
    articles: pack.articles.map(own),
    entities: pack.entities.map(own),
    events: pack.events.map(event),
    claims: pack.claims.map(claim),
    disagreements: pack.disagreements.map(disagreement),
    questions: pack.questions.map(question),
  };
}
