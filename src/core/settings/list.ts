/** The packs that there are, and which of them are on in a channel: for anybody who wants to know. */
import {
  type Card,
  type Choice,
  type Inline,
  type PlainBlock,
  type PlainCard,
  plainCard,
  say,
} from '../cards/card.ts';
import type { Pack } from '../dataset/pack.ts';
import type { PlaceSettings } from '../ports/store.ts';
import type { Origin } from '../requests/request.ts';
import type { Services } from '../services.ts';
import { type Allowed, allowedBy } from './allowed.ts';
import { labelOf } from './pack-named.ts';
import { pageOf, spanOf, turningPages } from './pages.ts';

/** What fits into one message of any platform, with the longest titles. */
const MOST_LISTED = 10;

export async function listPacks(services: Services, origin: Origin, page: number): Promise<Card> {
  const { library, store } = services;
  const settings = await store.settingsOf(origin.place);
  const here = allowedBy(library, settings);
  const [sole, ...others] = library.packs;
  if (!sole) return say('problem', 'There are no packs here yet. Whoever runs this bot can add some.');
  const notes = await notesFor(services, origin, settings);
  if (others.length === 0 && here.pack(sole.info.id)) return soleCard(services, sole, settings, notes);
  const paged = pageOf(sorted(library.packs, settings, here), page, MOST_LISTED);
  return plainCard(
    'neutral',
    { type: 'heading', text: `Packs in this channel${spanOf(paged, library.packs.length)}` },
    ...paged.shown.map(
      (pack): PlainBlock => ({
        type: 'text',
        text: [
          { bold: labelOf(pack, library.packs) },
          ` · ${stateOf(pack, settings, here)}\n${pack.info.about}\n${holds(pack)}`,
        ],
      }),
    ),
    ...notes,
    ...turningPages(paged, 'packs'),
  );
}

const toPacks: Choice = { label: 'Back to packs', token: { do: 'packs', page: 1 }, style: 'plain' };

/** What somebody sees who came from the list, or may want it next. */
export const withWayBack = (card: PlainCard): PlainCard => ({
  ...card,
  blocks: [...card.blocks, { type: 'choices', choices: [toPacks] }],
});

/** There is nothing to choose from, but topics. */
const soleCard = (
  { library }: Services,
  pack: Pack,
  { topics }: PlaceSettings,
  notes: readonly PlainBlock[],
): Card =>
  plainCard(
    'neutral',
    { type: 'heading', text: pack.info.title },
    { type: 'text', text: [`${pack.info.about}\n${holds(pack)}`] },
    {
      type: 'text',
      text: [
        { bold: 'Topics: ' },
        namesOf([...library.topics.values()].filter(({ id }) => !topics.includes(id))),
      ],
    },
    ...notes,
  );

const isNew = ({ info: { id } }: Pack, settings: PlaceSettings): boolean =>
  settings.packs !== undefined && !settings.known.includes(id);

function stateOf(pack: Pack, settings: PlaceSettings, here: Allowed): string {
  if (here.pack(pack.info.id)) return 'on';
  return isNew(pack, settings) ? 'off, and new since the packs here were chosen' : 'off';
}

/** First what is on, then what somebody may have to decide about. */
function sorted(packs: readonly Pack[], settings: PlaceSettings, here: Allowed): readonly Pack[] {
  const rank = (pack: Pack) => (here.pack(pack.info.id) ? 0 : isNew(pack, settings) ? 1 : 2);
  return packs.toSorted((a, b) => rank(a) - rank(b));
}

const holds = ({ claims, questions }: Pack): string =>
  `${counted(claims.length, 'fact')}, ${counted(questions.length, 'question')}`;

export const counted = (count: number, what: string): string => `${count} ${count === 1 ? what : `${what}s`}`;

async function notesFor(
  services: Services,
  origin: Origin,
  settings: PlaceSettings,
): Promise<readonly PlainBlock[]> {
  const leftOut = leftOutLine(services, settings);
  const manages = (await origin.manages()).ok;
  return [
    ...(leftOut === undefined
      ? []
      : [{ type: 'note', text: [leftOut, ...(manages ? LISTS_THEM : [])] } as const]),
    { type: 'note', text: manages ? whatToType(services) : whoChooses(services, origin) },
  ];
}

const LISTS_THEM: readonly Inline[] = [' ', { code: '/packs left-out' }, ' lists them.'];

const MOST_NAMED = 5;

const namesOf = (topics: readonly { readonly name: string }[]): string =>
  topics.map(({ name }) => name).join(' · ');

/** “Left out here: 2 topics (The tower, The dark years) and 1 question.” */
function leftOutLine({ library }: Services, { topics, questions }: PlaceSettings): string | undefined {
  const names = topics.flatMap((id) => library.topics.get(id)?.name ?? []);
  const asked = questions.filter((id) => library.question(id)).length;
  const more = names.length - MOST_NAMED;
  const list = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const parts = [
    names.length === 0 ? '' : `${counted(names.length, 'topic')} (${list})`,
    asked === 0 ? '' : counted(asked, 'question'),
  ].filter(Boolean);
  return parts.length === 0 ? undefined : `Left out here: ${parts.join(' and ')}.`;
}

const whatToType = ({ library }: Services): Inline[] =>
  library.packs.length === 1
    ? ['You can leave a topic out here: ', { code: '/packs off TOPIC' }, '.']
    : [
        'You can type ',
        { code: '/packs off NAME' },
        ' and ',
        { code: '/packs on NAME' },
        ', with a pack or a topic.',
      ];

const whoChooses = ({ speaker }: Services, { place }: Origin): Inline[] => [
  `What is told and asked in this channel is chosen by ${speaker.capabilities(place.platform).words.managers}.`,
];
