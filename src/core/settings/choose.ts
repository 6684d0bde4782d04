/** Whoever manages a channel turns packs and topics on and off there. */
import { type Choice, type PlainCard, plainCard, say } from '../cards/card.ts';
import { lookAgain } from '../daily/nothing-to-ask.ts';
import type { Library } from '../dataset/library.ts';
import { packOf } from '../dataset/scope.ts';
import type { Place } from '../ids.ts';
import type { PlaceSettings } from '../ports/store.ts';
import type { Suggestion } from '../requests/request.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { allowedBy } from './allowed.ts';
import { withWayBack } from './list.ts';
import { titleOf } from './pack-named.ts';
import {
  allThings,
  idOf,
  nameOf,
  type Thing,
  type Turn,
  thingOf,
  thingsMeant,
  thingsToTurn,
} from './things.ts';

/** By its name, as typed. */
export async function turnNamed(
  services: Services,
  place: Place,
  to: Turn,
  words: string,
): Promise<PlainCard> {
  const { library, store } = services;
  const settings = await store.settingsOf(place);
  const changing = thingsMeant(library, thingsToTurn(library, settings, to), words);
  const meant = changing.length > 0 ? changing : thingsMeant(library, allThings(library), words);
  const [thing, ...others] = meant;
  if (!thing)
    return say(
      'problem',
      `There is no pack or topic called “${quote(words)}”. `,
      { code: '/packs' },
      ' lists what there is.',
    );
  return others.length > 0
    ? whichOne(library, meant, to)
    : withWayBack(await turn(services, place, to, thing));
}

/** By a button. */
export async function turnPressed(
  services: Services,
  place: Place,
  { to, kind, id }: { readonly to: Turn; readonly kind: Thing['kind']; readonly id: string },
): Promise<PlainCard> {
  const thing = thingOf(services.library, kind, id);
  return thing
    ? withWayBack(await turn(services, place, to, thing))
    : say('problem', 'That is not there any more. ', { code: '/packs' }, ' lists what there is.');
}

/** Names to propose: first of what would change. */
export async function proposeToTurn(
  { library, store }: Services,
  place: Place,
  to: Turn,
  typed: string,
): Promise<readonly Suggestion[]> {
  const things = thingsToTurn(library, await store.settingsOf(place), to);
  const meant = typed.trim() === '' ? things : thingsMeant(library, things, typed);
  return meant.slice(0, MOST_PROPOSED).map((thing) => ({ name: nameOf(library, thing) }));
}

const MOST_PROPOSED = 25;
const MOST_BUTTONS = 5;

function whichOne(library: Library, meant: readonly Thing[], to: Turn): PlainCard {
  const named = meant.slice(0, MOST_BUTTONS);
  const more = meant.length - named.length;
  const others = more > 0 ? [more === 1 ? 'one more' : `one of ${more} more`] : [];
  const hint = more > 0 ? ' Type more of its name.' : '';
  return plainCard(
    'problem',
    {
      type: 'text',
      text: [`Which one do you mean: ${either.format([...named.map(called), ...others])}?${hint}`],
    },
    {
      type: 'choices',
      choices: named.map(
        (thing): Choice => ({
          label: `${thing.kind === 'topic' ? 'Topic: ' : ''}${nameOf(library, thing)}`,
          token: { do: 'turn', to, kind: thing.kind, id: idOf(thing) },
          style: 'plain',
        }),
      ),
    },
  );

  function called(thing: Thing): string {
    if (thing.kind === 'pack') return `the pack “${nameOf(library, thing)}”`;
    const of = library.packs.length > 1 ? ` of “${titleOf(library.packs, packOf(idOf(thing)) ?? '')}”` : '';
    return `the topic “${thing.topic.name}”${of}`;
  }
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

async function turn(services: Services, place: Place, to: Turn, thing: Thing): Promise<PlainCard> {
  const settings = await services.store.settingsOf(place);
  const change = { services, place, settings };
  const name =
    thing.kind === 'pack' ? `“${nameOf(services.library, thing)}”` : `The topic “${thing.topic.name}”`;
  if (thing.kind === 'topic')
    return to === 'on' ? topicOn(change, thing, name) : topicOff(change, thing, name);
  return to === 'on' ? packOn(change, thing, name) : packOff(change, thing, name);
}

interface Change {
  readonly services: Services;
  readonly place: Place;
  readonly settings: PlaceSettings;
}

type PackThing = Extract<Thing, { kind: 'pack' }>;
type TopicThing = Extract<Thing, { kind: 'topic' }>;

async function packOn(change: Change, thing: PackThing, name: string): Promise<PlainCard> {
  const { id } = thing.pack.info;
  const { library } = change.services;
  if (allowedBy(library, change.settings).pack(id))
    return say('neutral', `${name} is on in this channel already.`);
  if (!(await choose(change, [...(change.settings.packs ?? []), id])))
    return turn(change.services, change.place, 'on', thing);
  return done(change, `${name} is on in this channel now.`);
}

async function packOff(change: Change, thing: PackThing, name: string): Promise<PlainCard> {
  const { services, settings } = change;
  const { packs } = services.library;
  const { id } = thing.pack.info;
  const here = allowedBy(services.library, settings);
  if (!here.pack(id)) return say('neutral', `${name} is off in this channel already.`);
  if (here.packs.length === 1)
    return packs.length === 1
      ? say(
          'problem',
          `${name} is all there is, so it stays on. A topic of it can be left out: `,
          { code: '/packs off TOPIC' },
          '.',
        )
      : say(
          'problem',
          `${name} is the only one that is on in this channel, and one has to stay on. Turn another on first: `,
          { code: '/packs on NAME' },
          '.',
        );
  const left = (settings.packs ?? packs.map(({ info }) => info.id)).filter((one) => one !== id);
  if (!tellsAnything(services, { ...settings, packs: left }))
    return say(
      'problem',
      `${name} is the last one of which anything is told and asked in this channel, so it stays on. What is left out of the others: `,
      { code: '/packs left-out' },
      '.',
    );
  if (!(await choose(change, left))) return turn(services, change.place, 'off', thing);
  const later = settings.packs
    ? ''
    : ' From now on, packs that are added later are off here until somebody turns them on.';
  return done(change, `${name} is off in this channel now: nothing of it is told or asked here.${later}`);
}

function tellsAnything({ library }: Services, settings: PlaceSettings): boolean {
  const then = allowedBy(library, settings);
  return [...library.claims.values()].some(then.claim);
}

/** Also what is not loaded just now stays as it was chosen. False where somebody else chose a moment ago. */
const choose = (
  { services: { store, library }, place, settings }: Change,
  packs: readonly string[],
): Promise<boolean> =>
  store.choosePacks(place, packs, {
    known: [...settings.known, ...library.packs.map(({ info }) => info.id)],
    instead: settings,
  });

async function topicOff(change: Change, thing: TopicThing, name: string): Promise<PlainCard> {
  const { services, place, settings } = change;
  const { store, clock } = services;
  const { topic } = thing;
  if (settings.topics.includes(topic.id))
    return say('neutral', `${name} is left out in this channel already.`);
  if (!tellsAnything(services, { ...settings, topics: [...settings.topics, topic.id] }))
    return say('problem', `${name} is the last one that is told and asked in this channel, so it stays.`);
  if (!(await store.leaveOut(place, 'topic', topic.id, clock.now(), settings)))
    return turn(services, place, 'off', thing);
  return done(change, `${name} is left out in this channel now: nothing of it is told or asked here.`);
}

async function topicOn(change: Change, { topic }: TopicThing, name: string): Promise<PlainCard> {
  const { services, place, settings } = change;
  const isBack = await services.store.takeBack(place, 'topic', topic.id);
  const pack = packOf(topic.id) ?? '';
  const off = allowedBy(services.library, settings).pack(pack)
    ? ''
    : ` Its pack “${titleOf(services.library.packs, pack)}” is off here, though.`;
  if (!isBack) return say('neutral', `${name} is not left out in this channel.${off}`);
  return done(change, `${name} is told and asked in this channel again.${off}`);
}

/** What it means for the daily question, too. */
async function done({ services, place }: Change, text: string): Promise<PlainCard> {
  const daily = await services.store.findDaily(place);
  const nothing = daily && daily.state !== 'off' ? await lookAgain(services, daily) : undefined;
  return plainCard(
    'neutral',
    { type: 'text', text: [text] },
    ...(nothing
      ? [
          {
            type: 'text',
            text: [{ bold: 'The daily question has nothing to ask now: ' }, `${nothing.why}. ${nothing.fix}`],
          } as const,
        ]
      : []),
  );
}
