/** A pack as the makers of questions read it: what may be asked about, and what stands beside what. */
import type { Pack } from '../../core/dataset/pack.ts';
import { isKeptBack } from '../../core/dataset/rules.ts';
import type { Claim, Entity } from '../../core/dataset/schema.ts';
import { stem, wordsOf } from '../../core/facts/fold.ts';
import { isDelicate } from './delicate.ts';
import { placesOf } from './names.ts';

/** A claim with its text as a question has it: without the full stop, and without who says so, which the card tells. */
export interface Told {
  readonly claim: Claim;
  readonly statement: string;
}

export interface Story {
  readonly pack: Pack;
  /** In the order of the pack. */
  readonly askable: readonly Told[];
  readonly entities: ReadonlyMap<string, Entity>;
  /** All claims that speak of the entity in any role. */
  claimsOn(entity: string): readonly Claim[];
  /** The entities that claims of a topic have in a role, by id. */
  cast(topic: string, role: string): readonly string[];
  /** Those that speak of the same event: what they say could make a wrong option right. */
  rivalsOf(claim: Claim): readonly Claim[];
  /** The last day that the claim's articles, or else anything in the pack, can know of. */
  latestFor(claim: Claim): string;
  /** Whether the text begins with a name. */
  isName(text: string): boolean;
  /** Whether a stem is part of somebody’s name. */
  isPersonal(stem: string): boolean;
  /** A text without its full stop and without who says so; undefined where it speaks of outlets or articles after all. */
  statementOf(text: string): string | undefined;
  stemsOf(text: string): ReadonlySet<string>;
}

export function storyOf(pack: Pack): Story {
  const on = groupBy(pack.claims, ({ entities }) => entities.map(({ entity }) => entity));
  const at = groupBy(pack.claims, ({ events }) => events);
  const links = pack.claims.flatMap(({ topic, entities }) => entities.map((link) => ({ topic, ...link })));
  const casts = new Map(
    [...groupBy(links, ({ topic, role }) => [`${topic} ${role}`])].map(([key, all]) => [
      key,
      [...new Set(all.map(({ entity }) => entity))],
    ]),
  );
  const published = new Map(pack.articles.map((article) => [article.id, article.published]));
  const latest = [...published.values(), ...pack.claims.map(({ date }) => date?.until ?? date?.on)]
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
  const labels = pack.entities
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => /^\p{Lu}/u.test(name));
  const beginnings = groupBy(labels, (name) => [name.split(' ')[0] ?? name]);
  const outlets = [...new Set(pack.articles.map(({ publisher }) => publisher))];
  const personal = new Set(
    pack.entities.filter(({ kind }) => kind === 'person').flatMap(({ name }) => wordsOf(name).map(stem)),
  );
  const statementIn = (text: string) => statementOf(text, outlets);
  return {
    pack,
    askable: askableIn(pack).flatMap((claim) => {
      const statement = statementIn(claim.text);
      return statement === undefined ? [] : [{ claim, statement }];
    }),
    statementOf: statementIn,
    isPersonal: (word) => personal.has(word),
    entities: new Map(pack.entities.map((entity) => [entity.id, entity])),
    claimsOn: (entity) => on.get(entity) ?? [],
    cast: (topic, role) => casts.get(`${topic} ${role}`) ?? [],
    rivalsOf: (claim) =>
      [...new Set(claim.events.flatMap((event) => at.get(event) ?? []))].filter(({ id }) => id !== claim.id),
    latestFor: ({ receipts }) => {
      const days = receipts.flatMap(({ article }) => published.get(article) ?? []);
      return days.toSorted()[0] ?? latest ?? '9999';
    },
    isName: (text) =>
      (beginnings.get(text.split(/[ ’]/)[0] ?? '') ?? []).some((name) => text.startsWith(name)),
    stemsOf: remembered((text: string) => new Set(wordsOf(text).map(stem))),
  };
}

function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

/**
 * Nothing of a child, of hardship or of what would accuse somebody, nothing that somebody denies or tells otherwise,
 * nothing that later events overtook or that only says how an article words it; and nothing that is asked already.
 */
function askableIn(pack: Pack): readonly Claim[] {
  const minors = new Set(pack.entities.filter(({ minor }) => minor).map(({ id }) => id));
  const asked = new Set(pack.questions.flatMap(({ right }) => right.claims));
  const disputed = new Set([
    ...pack.disagreements.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
    ...pack.claims.filter(({ denials }) => denials.length > 0).map(({ id }) => id),
  ]);
  const contested = new Set(pack.info.contested.map(({ source }) => source));
  return pack.claims
    .filter(
      ({ status, overtaken, reserved }) =>
        status !== 'disputed' && overtaken === undefined && !isKeptBack(reserved),
    )
    .filter(({ reserved }) => reserved !== 'about-the-article')
    .filter(({ id }) => !asked.has(id) && !disputed.has(id))
    .filter(({ entities }) => !entities.some(({ entity }) => minors.has(entity)))
    .filter(
      ({ receipts }) =>
        !receipts.some(({ attribution }) => attribution.some((source) => contested.has(source))),
    )
    .filter(({ text }) => !isDelicate(text));
}

const ACCORDING =
  /^(?:According to [^,]+(?:, as [^,]+(?: by [^,]+)?)?|As [^,]+ (?:reports|writes|notes|tells it)), /;

const THAT = /^ (?:says|writes|reports|notes) that /;

/** Of two sentences one would be left over. */
const SEVERAL = /[.!?…]["”]? \p{Lu}|;|: /u;

const ON_ARTICLES = /\b(?:articles?|headlines?|captions?|excerpt)\b/i;

const SAYING =
  /^(?:’s (?:\p{Ll}+ )?(?:account|wording|heading|report|words|\p{Lu}\p{Ll}+)\b|,? (?:says|said|writes|wrote|reports|reported|calls|called|describes|presents|counts|gives|gave|names|speaks|took|dates|links|puts|shows|told|tells|refers)\b)/u;

/** An outlet may have a part in its own story, such as a firm in its handbook; here it is heard as an outlet. */
const isSaying = (name: string, text: string): boolean =>
  placesOf(name, text).some(
    (at) => SAYING.test(text.slice(at + name.length)) || /\b(?:in|via) $/.test(text.slice(0, at)),
  );

/** Undefined where what is left still speaks of an outlet or of articles: nobody wants to be asked for those. */
function statementOf(text: string, outlets: readonly string[]): string | undefined {
  const saying = outlets.find((name) => THAT.test(text.slice(name.length)) && text.startsWith(name));
  const own = saying === undefined ? text : text.slice(saying.length).replace(THAT, '');
  const bare = own.replace(ACCORDING, '').replace(/\.$/, '');
  if (bare === text || SEVERAL.test(bare)) return undefined;
  if (ON_ARTICLES.test(bare) || outlets.some((name) => isSaying(name, bare))) return undefined;
  return bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
