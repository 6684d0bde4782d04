/** A daily as it is ordered: read from words, saved, shown. */
import { type Card, type Inline, plainCard, say } from '../cards/card.ts';
import { formatDate } from '../dates.ts';
import type { PlatformWords } from '../ports/platform.ts';
import type { Daily, Delivery } from '../ports/store.ts';
import { obstacleTo, questionsAbout, questionsFor } from '../quiz/select.ts';
import type { Origin } from '../requests/request.ts';
import { quote } from '../requests/typed-words.ts';
import type { Services } from '../services.ts';
import { titleOf } from '../settings/pack-named.ts';
import { wantedHere } from '../settings/wanted.ts';
import { onDates } from './calendar.ts';
import { nothingToAsk } from './nothing-to-ask.ts';
import { describeWeekdays, parseTime, parseWeekdays } from './parse-order.ts';
import { keepWhatFits } from './plan.ts';
import { leftOutLine, poolLine } from './pool.ts';
import { nextFreeRun } from './run-daily.ts';
import { tidy, todayOf, UNCHANGED } from './skip.ts';
import { USUAL_CATCH_UP, unsetDaily } from './unset.ts';
import { describeRun } from './zone.ts';
import { zoneProblem } from './zone-hints.ts';
import { findZone } from './zone-names.ts';

/** As typed; what is left out stays as it was, or becomes the default for a first order. */
export interface OrderWords {
  readonly time: string;
  readonly zone: string | undefined;
  readonly weekdays: string | undefined;
  readonly topic: string | undefined;
  readonly pack: string | undefined;
  readonly reveal: number | undefined;
  /** Hours, 1 to 24. */
  readonly 'catch-up': number | undefined;
}

export async function setDaily(services: Services, origin: Origin, words: OrderWords): Promise<Card> {
  const { store } = services;
  const posting = await origin.mayPost();
  if (!posting.ok) return say('problem', 'I cannot post here yet, so nothing was set. ', posting.fix);
  const standing = await store.findDaily(origin.place);
  const before = standing ?? (await unsetDaily(services, origin));
  const read = await readOrder(services, origin, before, words);
  if ('problem' in read) return read.problem;
  const ordered = tidy(services, { ...before, ...read.order, setBy: origin.player });
  const daily: Daily = { ...ordered, state: 'on', pausedUntil: undefined, reason: '' };
  const next = await nextFreeRun(services, daily);
  await store.saveDaily({ ...daily, nextRun: next });
  await keepWhatFits(services, daily);
  return plainCard(
    'neutral',
    { type: 'heading', text: 'The daily question is set' },
    { type: 'text', text: orderLines(services, { ...daily, nextRun: next }, todayOf(services, daily)) },
    { type: 'note', text: [zoneHint(words.zone, standing, daily.zone)] },
  );
}

/** What the words of an order say. */
type Order = Pick<
  Daily,
  'time' | 'zone' | 'weekdays' | 'topic' | 'pack' | 'revealAfterHours' | 'catchUpHours'
>;

type Read = { readonly order: Order } | { readonly problem: Card };

async function readOrder(
  services: Services,
  origin: Origin,
  before: Daily,
  words: OrderWords,
): Promise<Read> {
  const time = parseTime(words.time);
  if (time === undefined)
    return problem(`“${quote(words.time)}” is not a time of day. Type it like 09:00, 17:30 or 9am.`);
  const zone = words.zone === undefined ? before.zone : findZone(words.zone);
  if (zone === undefined) return problem(zoneProblem(words.zone ?? ''));
  const weekdays = words.weekdays === undefined ? before.weekdays : parseWeekdays(words.weekdays);
  if (weekdays === undefined)
    return problem(
      `“${quote(words.weekdays ?? '')}” are not weekdays. Type them like mon-fri, “mon, wed, sat”, weekends or daily.`,
    );
  const about = await readAbout(services, origin, before, words);
  if ('problem' in about) return about;
  const { topic, pack } = about;
  const obstacle = await obstacleTo(
    services,
    origin,
    { topic, pack },
    { typed: words.topic === undefined || isAll(words.topic) ? '' : words.topic },
  );
  if (obstacle) return { problem: obstacle };
  const revealAfterHours = words.reveal ?? before.revealAfterHours;
  const catchUpHours = words['catch-up'] ?? before.catchUpHours;
  return { order: { time, zone, weekdays, topic, pack, revealAfterHours, catchUpHours } };
}

const problem = (text: string): Read => ({ problem: say('problem', text, UNCHANGED) });

type About = Pick<Daily, 'topic' | 'pack'>;

/** What was typed decides; of what was set before stays what still fits beside that. */
async function readAbout(
  services: Services,
  { place, manages }: Origin,
  before: Daily,
  { topic: typed, pack: named }: OrderWords,
): Promise<About | { readonly problem: Card }> {
  if (typed === undefined && named === undefined) return before;
  const wanted = await wantedHere(
    services,
    { place, manages },
    { about: typed === undefined || isAll(typed) ? '' : typed, pack: isAll(named) ? undefined : named },
    { fits: (about, allowed) => questionsAbout(services, about, allowed).length > 0, retry: () => undefined },
  );
  if ('problem' in wanted) return wanted;
  const asked: About = { topic: wanted.about, pack: wanted.pack };
  const mixed: About = {
    topic: typed === undefined ? before.topic : asked.topic,
    pack: named === undefined && asked.pack === undefined ? before.pack : asked.pack,
  };
  return (await questionsFor(services, { place, ...mixed })).length > 0 ? mixed : asked;
}

const isAll = (typed: string | undefined): boolean =>
  typed !== undefined && /^(?:all|any|anything|everything)(?: packs)?$/i.test(typed);

function zoneHint(typed: string | undefined, standing: Daily | undefined, zone: string): string {
  if (typed !== undefined) return 'Clock changes are followed: it stays at this local time all year.';
  const whose = standing ? ', as before' : zone === 'UTC' ? '' : ', which is yours';
  return `The time zone is ${zone}${whose}. To change it, name one: zone: Europe/Berlin, for example.`;
}

function orderLines({ library }: Services, daily: Daily, today: string): Inline[] {
  const { topic, pack, revealAfterHours, catchUpHours, pausedUntil } = daily;
  const skipped = daily.skipDates.filter((date) => date >= today);
  return [
    { bold: `${daily.time} (${daily.zone}), ${describeWeekdays(daily.weekdays)}` },
    pack === undefined ? '' : `\nPack: ${titleOf(library.packs, pack)}`,
    `\nTopic: ${topic === '' ? `everything${pack === undefined ? '' : ' in it'}` : topic}`,
    `\nThe answer is revealed after ${hours(revealAfterHours)}.`,
    catchUpHours === USUAL_CATCH_UP
      ? ''
      : `\nA missed question still comes up to ${hours(catchUpHours)} late.`,
    skipped.length === 0 ? '' : `\nNo question ${onDates(skipped)}.`,
    pausedUntil === undefined ? '' : `\nIt goes on by itself on ${formatDate(pausedUntil)}.`,
    ...(daily.state === 'on' || pausedUntil !== undefined ? nextLine(daily) : []),
  ].filter((line) => line !== '');
}

const nextLine = ({ nextRun, zone }: Daily): Inline[] => [
  `\nNext question: ${describeRun(nextRun, zone)}, `,
  { time: nextRun, as: 'relative' },
];

const hours = (count: number): string => `${count} ${count === 1 ? 'hour' : 'hours'}`;

export async function dailyStatus(services: Services, origin: Origin): Promise<Card> {
  const { store, speaker } = services;
  const { place } = origin;
  const { words } = speaker.capabilities(place.platform);
  const daily = await store.findDaily(place);
  const [last, ...earlier] = await store.deliveriesOf(place, 5);
  const canType = { type: 'note', text: await whatToType(origin, words, daily?.state) } as const;
  if (!daily || (daily.state === 'off' && [last, ...earlier].every((delivery) => delivery?.byHand !== false)))
    return plainCard(
      'neutral',
      { type: 'text', text: [NONE_SET, last ? lastByHand(last, words) : ''] },
      canType,
    );
  return plainCard(
    'neutral',
    { type: 'heading', text: `The daily question is ${daily.state}` },
    // Of one that is on the reason may be of yesterday: what it can ask is looked at now, below.
    ...(daily.reason === '' || daily.state === 'on'
      ? []
      : [{ type: 'text', text: [{ bold: 'Why: ' }, daily.reason] } as const]),
    { type: 'text', text: orderLines(services, daily, todayOf(services, daily)) },
    ...(daily.state === 'off' ? [] : [{ type: 'text', text: await poolText(services, daily) } as const]),
    {
      type: 'text',
      text: last
        ? [{ bold: 'Last: ' }, describeDelivery(last, words)]
        : ['No question has been posted here yet.'],
    },
    ...earlier.map((delivery) => ({ type: 'note', text: [describeDelivery(delivery, words)] }) as const),
    canType,
  );
}

async function poolText(services: Services, daily: Daily): Promise<Inline[]> {
  const nothing = await nothingToAsk(services, daily);
  if (!nothing) return [await poolLine(services, daily)];
  const out = await leftOutLine(services, daily);
  return [{ bold: 'It has nothing to ask now: ' }, `${nothing.why}. ${nothing.fix} ${out}`.trim()];
}

const NONE_SET = 'No daily question is set here.';

const lastByHand = (last: Delivery, words: PlatformWords): string =>
  last.state === 'posted'
    ? ` Last posted by hand: ${formatDate(last.localDate)}.`
    : ` Last: ${describeDelivery(last, words)}`;

/** For whoever may; everyone else learns who that is. */
async function whatToType(
  origin: Origin,
  words: PlatformWords,
  state: Daily['state'] = 'off',
): Promise<Inline[]> {
  if (!(await origin.manages()).ok) return [`It is set by ${words.managers}.`];
  const lines = TO_TYPE[state].flatMap((line, at): Inline[] => [
    at > 0 ? ', ' : '',
    { code: `/daily ${line}` },
  ]);
  return ['You can type ', ...lines, '.'];
}

const TO_TYPE: Readonly<Record<Daily['state'], readonly string[]>> = {
  on: ['next', 'now', 'set 10:00', 'skip 24 Dec', 'pause', 'off'],
  paused: ['resume', 'next', 'now', 'set 10:00', 'off'],
  off: ['set 09:00', 'now'],
};

function describeDelivery({ localDate, state, reason }: Delivery, { name }: PlatformWords): string {
  const words = {
    claimed: 'being posted',
    posted: 'posted',
    skipped: 'skipped',
    failed: 'not posted',
    unknown: `may have been posted, which was never confirmed by ${name}`,
  };
  return `${formatDate(localDate)}: ${words[state]}${reason === '' ? '' : ` – ${reason}`}`;
}
