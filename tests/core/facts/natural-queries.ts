/**
 * What people type when they ask for a fact, and the claims that may come first; `[]`: there is no such fact.
 * Other than the rows of search.test.ts, these are whole questions, fragments and slips, on any subject of the pack.
 */
import type { Claim } from '../../../src/core/dataset/schema.ts';
import { bareId } from '../../../src/core/dataset/scope.ts';
import type { FactSearch } from '../../../src/core/facts/search.ts';
import { ONCE_UNSEEN } from './once-unseen-queries.ts';

export interface NaturalQuery {
  readonly words: string;
  /** Ids of claims, or with a star their beginnings; `entity:id+id` for all that tell of these together, `event:id` for all of an event. */
  readonly right: readonly string[];
}

const FRIENDSHIP = [
  'friendship-several-years',
  'personal-closeness',
  'had-known-each-other-for-years',
  'friends-after-agendas-aligned',
  'friendship-called-unlikely',
  'bond-over-similar-interests',
  'bonded-over-prison-reform',
  'bonded-over-motherhood',
  'friendship-before-political-influence',
  'friendly-almost-ten-years',
  'met-gala-became-friendly',
  'message-on-instagram-stories',
  'replies-defended',
];
const OFFENCE = [
  'johnson-nonviolent-drug-offence',
  'johnson-first-time-offence',
  'johnson-offence-related-to-trafficking',
  'johnson-drug-and-money-laundering',
  'johnson-eight-counts',
  'johnson-cocaine-operation',
  'johnson-drug-conspiracy',
  'johnson-life-for-drugs',
];
const OF_THE_MEN = [
  'quid-pro-quo-demanded',
  'quid-pro-quo-visit-him',
  'quid-pro-quo-nfl-players',
  'football-players-turned-down',
  'football-players-all-declined',
];
const ON_THE_PHONE = [
  'trump-said-voted-for-biden',
  'trump-no-longer-interested',
  'trump-hell-no',
  'trump-resented-favour',
  'trump-questioned-motives',
  'trump-insinuated-allegiance-shift',
  'trump-few-more-choice-words',
];

export const NATURAL_QUERIES = {
  /** Tried by people on an earlier search, which failed half of them. */
  tried: [
    { words: 'what did trump say about kim kardashian', right: ON_THE_PHONE },
    { words: 'trump and kim', right: ['entity:kim-kardashian+donald-trump'] },
    {
      words: 'what did trump want from kim',
      right: [
        'quid-pro-quo-demanded',
        'quid-pro-quo-visit-him',
        'quid-pro-quo-football-stars',
        'trump-used-her-connections',
      ],
    },
    { words: 'how did kim and ivanka meet', right: ['met-through-paris-hilton', 'met-gala-became-friendly'] },
    { words: 'kim’s husband', right: ['kardashian-west-married-2018'] },
    { words: 'who wrote the book about trump', right: ['book-author', 'book-third-on-trump'] },
    { words: 'when is ivanka’s birthday', right: ['ivanka-birthday-30-october', 'ivanka-turned-42'] },
    {
      words: 'how old is ivanka',
      right: ['ivanka-turned-42', 'ivanka-birthday-30-october', 'kardashian-wished-ivanka'],
    },
    { words: 'last week', right: [] },
    { words: 'last month', right: [] },
    { words: 'how long was alice johnson in prison', right: ['johnson-in-prison-since-1996'] },
    { words: 'how long was alice johnson in jail', right: ['johnson-in-prison-since-1996'] },
    { words: 'what crime did alice johnson commit', right: OFFENCE },
    { words: 'who introduced kim to ivanka', right: ['met-through-paris-hilton'] },
    { words: 'kanye twitter', right: [] },
    { words: 'phone call trump kim after 2020 election', right: ['event:phone-call-2021'] },
    { words: 'who is alice johnson', right: ['entity:alice-johnson'] },
    {
      words: 'did kim meet trump in the oval office',
      right: ['meeting-in-oval-office', 'meeting-appeal-for-freedom'],
    },
    {
      words: 'when did kim meet trump',
      right: ['meeting-may-2018', 'meeting-in-oval-office', 'met-about-johnson'],
    },
    {
      words: 'did kim vote for trump',
      right: ['trump-said-voted-for-biden', 'never-staunch-supporter', 'kardashian-endorsed-clinton'],
    },
    { words: 'kim birthday message to ivanka', right: ['event:birthday-post'] },
    { words: 'jonathan karl', right: ['entity:jonathan-karl'] },
    { words: 'kim biden', right: ['event:election-posts-2020', 'trump-said-voted-for-biden'] },
    { words: 'paris', right: ['entity:paris-hilton'] },
    { words: 'met gala', right: ['event:met-gala-meeting'] },
    { words: 'clemency', right: ['event:johnson-clemency', 'hoped-endorse-clemency-plea'] },
    {
      words: 'drug trafficking',
      right: ['johnson-offence-related-to-trafficking', 'johnson-cocaine-operation'],
    },
    { words: 'life sentence', right: ['event:johnson-conviction'] },
    { words: 'election 2020', right: ['biden-harris-won-2020', 'event:election-posts-2020'] },
    { words: 'football players', right: OF_THE_MEN },
    {
      words: 'did trump pardon alice johnson',
      right: [
        'johnson-pardoned-nicki-swift',
        'johnson-pardoned-by-june-2018',
        'johnson-sentence-commuted-2018',
      ],
    },
    { words: 'kardashion', right: ['entity:kim-kardashian'] },
  ],
  /** The rules may be made to fit these. */
  tuned: [
    {
      words: 'when did alice johnson get out of prison',
      right: ['johnson-released-2018', 'johnson-sentence-commuted-2018'],
    },
    { words: 'why did trump hang up on kim', right: ['event:phone-call-2021'] },
    { words: 'how long was the dinner with ivanka', right: ['dinner-over-three-hours'] },
    { words: 'kim kardashain birthday party date', right: ['party-22-october', 'kardashian-turned-43'] },
    { words: 'is ivanka still friends with kim', right: FRIENDSHIP },
    { words: 'did the football players go to the white house', right: OF_THE_MEN },
    { words: 'whos josh kushner', right: ['josh-brother-of-jared', 'josh-invested-in-shapewear'] },
    {
      words: 'why were fans upset about ivanka at the party',
      right: [
        'fans-incredulous',
        'some-fans-confused-by-presence',
        'replies-disgust',
        'fans-confused-given-guests',
      ],
    },
    { words: 'what did kim tweet when biden won', right: ['event:election-posts-2020'] },
    {
      words: 'snoop dogg and martha stewert cooking',
      right: ['stewart-mashed-potatoes', 'stewart-green-brownies', 'stewart-bond-from-food'],
    },
    { words: 'who does ivanka trump married to', right: ['ivanka-married-to-jared'] },
    { words: 'kim k in the oval office what year', right: ['meeting-in-oval-office', 'meeting-may-2018'] },
    { words: 'kim studying law', right: ['kardashian-studying-law'] },
    { words: 'where does trump live now', right: ['trump-at-mar-a-lago'] },
    {
      words: 'did trump free other prisoners for kim',
      right: ['further-commutations', 'some-prisoners-granted-clemency', 'collaborated-on-cases'],
    },
    { words: 'who won the election', right: ['biden-harris-won-2020'] },
    { words: 'what did kim write to ivanka', right: ['message-celebrate-soon'] },
    { words: 'what color were the brownies', right: ['stewart-green-brownies'] },
    { words: 'which candidate did kim endorse', right: ['kardashian-endorsed-clinton'] },
    { words: 'how tall is kim kardashian', right: [] },
    { words: 'what colour is kims hair', right: [] },
    { words: 'what colour is the white house', right: [] },
    { words: 'when is trump’s next rally', right: [] },
    { words: 'how many kids does ivanka have', right: [] },
    { words: 'melania and kim', right: [] },
    { words: 'kanye new album', right: [] },
    { words: 'khloe kardashian', right: [] },
    { words: 'is snoop dogg dead', right: [] },
    { words: 'tiffany trump wedding', right: [] },
    { words: 'where was kim born', right: [] },
  ],
  /** Written at the same time and looked at only to measure, but that at each change since: no longer unseen. */
  heldOut: [
    { words: 'who is kim’s lawyer', right: ['holley-personal-attorney', 'holley-name'] },
    {
      words: 'where did kim and ivanka have dinner',
      right: ['dinner-beverly-hills-hotel', 'dinner-in-california'],
    },
    { words: 'who did kim vote for in 2016', right: ['kardashian-endorsed-clinton'] },
    { words: 'what did alice call kim', right: ['johnson-war-angel'] },
    { words: 'what is jared kushners book called', right: ['memoir-title'] },
    { words: 'did kanye like jared', right: ['west-criticized-jared', 'event:carlson-interview'] },
    { words: 'tired of winning release date', right: ['book-release-14-november'] },
    {
      words: 'how many football players agreed to come',
      right: ['football-players-all-declined', 'football-players-turned-down'],
    },
    { words: 'were kim and ivanka at the met gala together', right: ['event:met-gala-meeting'] },
    {
      words: 'what plays did alice johnson write',
      right: ['johnson-writes-plays', 'johnson-proud-of-plays', 'johnson-plays-audience'],
    },
    { words: 'who set up the meeting with trump', right: ['meeting-set-up-by-jared-kushner'] },
    {
      words: 'what did trumps spokesperson say about the book',
      right: [
        'book-dismissed-by-spokesperson',
        'spokesperson-called-book-unworthy',
        'spokesperson-discredited-karl',
      ],
    },
    { words: 'when was the nicki swift article published', right: ['nicki-swift-date'] },
    { words: 'how old was alice johnson', right: ['johnson-age-63'] },
    { words: 'kims instagram post for ivankas birthday', right: ['event:birthday-post'] },
    { words: 'ivanka trump net worth', right: [] },
    { words: 'who is kim dating now', right: [] },
    { words: 'did kim meet obama', right: [] },
    { words: 'what is the weather in paris', right: [] },
    { words: 'trump impeachment', right: [] },
    { words: 'kim kardashian robbery in paris', right: [] },
    { words: 'alice johnson phone number', right: [] },
    { words: 'what did trump tweet today', right: [] },
    { words: 'joe rogan podcast', right: [] },
  ],
  onceUnseen: ONCE_UNSEEN,
} as const satisfies Readonly<Record<string, readonly NaturalQuery[]>>;

export type Verdict = 'right' | 'wrong' | 'nothing';

/** Nothing is right where nothing is to be found, and otherwise honest, but no answer. */
export function verdictOf(search: Pick<FactSearch, 'find'>, { words, right }: NaturalQuery): Verdict {
  const [first] = search.find(words);
  if (!first) return right.length === 0 ? 'right' : 'nothing';
  return right.some((one) => isMeant(first, one)) ? 'right' : 'wrong';
}

function isMeant(claim: Claim, selector: string): boolean {
  const [kind = '', ids = ''] = selector.split(':');
  if (kind === 'event') return claim.events.map(bareId).includes(ids);
  if (selector.endsWith('*')) return bareId(claim.id).startsWith(selector.slice(0, -1));
  if (kind !== 'entity') return bareId(claim.id) === selector;
  return ids.split('+').every((id) => claim.entities.some(({ entity }) => bareId(entity) === id));
}
