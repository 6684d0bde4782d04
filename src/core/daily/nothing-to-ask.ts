/** Why a daily can ask nothing, where that is so: what it is about is gone, or off in its channel. */
import type { Library } from '../dataset/library.ts';
import type { Daily, PlaceSettings } from '../ports/store.ts';
import { questionsAbout } from '../quiz/select.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { type Allowed, allowedBy, titlesOf, unaskedToText, whyUnasked } from '../settings/allowed.ts';
import { labelOf } from '../settings/pack-named.ts';

export interface Nothing {
  /** In the middle of a sentence, which may be read in another place. */
  readonly why: string;
  /** A sentence for whoever manages the place. */
  readonly fix: string;
}

type Needed = Pick<Services, 'library' | 'search' | 'store'>;
type Order = Pick<Daily, 'topic' | 'pack'>;

/** Undefined where there is something. */
export async function nothingToAsk(
  services: Needed,
  { place, ...order }: Order & Pick<Daily, 'place'>,
): Promise<Nothing | undefined> {
  return nothingBy(services, await services.store.settingsOf(place), order);
}

/** The same in any place that has chosen so. */
export function nothingBy(
  services: Pick<Needed, 'library' | 'search'>,
  settings: PlaceSettings,
  order: Order,
): Nothing | undefined {
  const allowed = allowedBy(services.library, settings, order.pack);
  return questionsAbout(services, order.topic, allowed).length > 0
    ? undefined
    : whyNothing(services.library, allowed, order);
}

function whyNothing(library: Library, allowed: Allowed, { topic, pack }: Order): Nothing {
  if (library.questions.size === 0)
    return { why: 'there are no questions here yet', fix: 'Whoever runs this bot can add some.' };
  if (allowed.packs.length === 0) return packless(library, pack);
  const where = pack === undefined ? '' : ` in ${titlesOf(library, allowed)}`;
  if (topic !== '') return { why: `no question fits the topic “${quote(topic)}”${where}`, fix: SET_ANOTHER };
  const unasked = whyUnasked(library, allowed);
  const fixes = {
    none: pack === undefined ? 'Turn another pack on with /packs on.' : SET_ANOTHER,
    'left-out': 'Take some back with /packs left-out.',
    topic: SET_ANOTHER,
  };
  return { why: unaskedToText(unasked, where), fix: fixes[unasked] };
}

const SET_ANOTHER = 'Set another with /daily set.';

function packless({ packs }: Library, pack: string | undefined): Nothing {
  const off = packs.find(({ info }) => info.id === pack);
  if (off) {
    const title = labelOf(off, packs);
    const fix = `Turn it on with /packs on ${title}, or set another with /daily set.`;
    return { why: `its pack “${title}” is off`, fix };
  }
  if (pack !== undefined) return { why: `its pack “${pack}” is not there any more`, fix: SET_ANOTHER };
  return { why: 'no pack is on', fix: 'Turn one on with /packs on.' };
}

/** Both in two sentences. */
export const nothingToText = ({ why, fix }: Nothing): string =>
  `${why.charAt(0).toUpperCase()}${why.slice(1)}. ${fix}`;

/** Notes of it what was found, or takes such a note away. True for the one call that changes the note. */
export const noteNothing = (
  { store }: Pick<Needed, 'store'>,
  { id, reason }: Daily,
  nothing: Nothing | undefined,
): Promise<boolean> => {
  const note = nothing ? nothingToText(nothing) : '';
  return note === reason ? Promise.resolve(false) : store.noteDaily(id, note);
};

/** After something was chosen in its place. */
export async function lookAgain(services: Needed, daily: Daily): Promise<Nothing | undefined> {
  const nothing = await nothingToAsk(services, daily);
  await noteNothing(services, daily, nothing);
  return nothing;
}
