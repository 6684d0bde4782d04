/** Why a daily can ask nothing, where that is so: what it is about is gone, or off in its channel. */
import type { Daily } from '../ports/store.ts';
import { questionsFor } from '../quiz/select.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { allowedHere, titlesOf } from '../settings/allowed.ts';

export interface Nothing {
  /** In the middle of a sentence. */
  readonly why: string;
  /** A sentence for whoever manages the place. */
  readonly fix: string;
}

type Needed = Pick<Services, 'library' | 'search' | 'store'>;
type Order = Pick<Daily, 'place' | 'topic' | 'pack'>;

/** Undefined where there is something. */
export async function nothingToAsk(services: Needed, daily: Order): Promise<Nothing | undefined> {
  return (await questionsFor(services, daily)).length > 0 ? undefined : whyNothing(services, daily);
}

/** Of one of which it is known. */
export async function whyNothing(
  { library, store }: Pick<Needed, 'library' | 'store'>,
  { place, topic, pack }: Order,
): Promise<Nothing> {
  const allowed = await allowedHere({ library, store }, place, pack);
  if (library.questions.size === 0)
    return { why: 'there are no questions yet', fix: 'Whoever runs this bot can add some.' };
  if (allowed.packs.length === 0)
    return packless(library.packs.find(({ info }) => info.id === pack)?.info.title, pack);
  const where = pack === undefined ? '' : ` in ${titlesOf(allowed)}`;
  if (topic !== '') return { why: `no question fits the topic “${quote(topic)}”${where}`, fix: SET_ANOTHER };
  return [...library.questions.values()].some(allowed.question)
    ? { why: `no question${where} is asked without a topic`, fix: SET_ANOTHER }
    : { why: `every question${where || ' here'} is left out`, fix: 'Take some back with /packs left-out.' };
}

const SET_ANOTHER = 'Set another with /daily set.';

function packless(title: string | undefined, pack: string | undefined): Nothing {
  if (title !== undefined)
    return {
      why: `its pack “${title}” is off in this channel`,
      fix: `Turn it on with /packs on ${title}, or set another with /daily set.`,
    };
  if (pack !== undefined) return { why: `its pack “${pack}” is not there any more`, fix: SET_ANOTHER };
  return { why: 'no pack is on in this channel', fix: 'Turn one on with /packs on.' };
}

/** Both in two sentences. */
export const nothingToText = ({ why, fix }: Nothing): string =>
  `${why.charAt(0).toUpperCase()}${why.slice(1)}. ${fix}`;
