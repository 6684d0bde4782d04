/** What can be turned on and off in a channel: packs, and topics of them. */
import { clip } from '../cards/clip.ts';
import type { Library } from '../dataset/library.ts';
import type { Pack } from '../dataset/pack.ts';
import type { Topic } from '../dataset/schema.ts';
import { buttonId, packOf } from '../dataset/scope.ts';
import type { PlaceSettings } from '../ports/store.ts';
import { allowedBy } from './allowed.ts';
import { labelOf, packsCalled, plain, thoseHaving } from './pack-named.ts';

export type Thing =
  | { readonly kind: 'pack'; readonly pack: Pack }
  | { readonly kind: 'topic'; readonly topic: Topic };

export type Turn = 'on' | 'off';

export const idOf = (thing: Thing): string => (thing.kind === 'pack' ? thing.pack.info.id : thing.topic.id);

/** As buttons carry ids. */
export const thingOf = (library: Library, kind: Thing['kind'], id: string): Thing | undefined =>
  allThings(library).find((thing) => thing.kind === kind && buttonId(idOf(thing)) === buttonId(id));

export const allThings = ({ packs, topics }: Library): readonly Thing[] => [
  ...packs.map((pack) => ({ kind: 'pack', pack }) as const),
  ...[...topics.values()].map((topic) => ({ kind: 'topic', topic }) as const),
];

/** Those that are not as they would be then. A topic is off with its pack. */
export function thingsToTurn(library: Library, settings: PlaceSettings, to: Turn): readonly Thing[] {
  const here = allowedBy(library, settings);
  const isLeftOut = ({ id }: Topic) => settings.topics.includes(id);
  return allThings(library).filter((thing) => {
    if (thing.kind === 'pack') return here.pack(idOf(thing)) === (to === 'off');
    return to === 'on'
      ? isLeftOut(thing.topic)
      : !isLeftOut(thing.topic) && here.pack(packOf(idOf(thing)) ?? '');
  });
}

const LONGEST = 100;

/** A topic with the title of its pack, where there are several packs. */
export function nameOf({ packs }: Library, thing: Thing): string {
  if (thing.kind === 'pack') return labelOf(thing.pack, packs);
  const { id, name } = thing.topic;
  const pack = packs.length > 1 && packs.find(({ info }) => info.id === packOf(id));
  return pack ? clip(`${name} · ${labelOf(pack, packs)}`, LONGEST) : name;
}

/** Those of the things that the words name outright, else those that they may mean. */
export function thingsMeant(library: Library, things: readonly Thing[], words: string): readonly Thing[] {
  const typed = plain(words);
  const packs = new Set(
    packsCalled(
      things.flatMap((thing) => (thing.kind === 'pack' ? [thing.pack] : [])),
      words,
    ),
  );
  const called = things.filter((thing) =>
    thing.kind === 'pack'
      ? packs.has(thing.pack)
      : [thing.topic.name, ...thing.topic.aliases, nameOf(library, thing)].map(plain).includes(typed),
  );
  return called.length > 0 ? called : thoseHaving(things, words, namesOf);
}

/** Another name of a topic has to be whole: some are the beginning of much. */
const namesOf = (thing: Thing): readonly string[] =>
  thing.kind === 'pack' ? [thing.pack.info.title, thing.pack.info.id] : [thing.topic.name];
