/** A daily as it is ordered: read from words, saved, shown. */
import { type Card, type Inline, plainCard, say } from '../card.ts';
import { formatDate } from '../dates.ts';
import type { Place } from '../ids.ts';
import { questionsAbout, unknownTopic } from '../quiz/select.ts';
import { quote } from '../read-args.ts';
import type { Origin } from '../request.ts';
import type { Services } from '../services.ts';
import type { Daily, Delivery } from '../store.ts';
import { describeWeekdays, parseTime, parseWeekdays } from './parse-order.ts';
import { nextFreeRun } from './run-daily.ts';
import { unsetDaily } from './unset.ts';
import { describeRun, findZone } from './zone.ts';
import { zoneProblem } from './zone-hints.ts';

/** As typed; what is left out stays as it was, or becomes the default for a first order. */
export interface OrderWords {
  readonly time: string;
  readonly zone: string | undefined;
  readonly weekdays: string | undefined;
  readonly topic: string | undefined;
  readonly reveal: number | undefined;
}

export async function setDaily(services: Services, origin: Origin, words: OrderWords): Promise<Card> {
  const { store } = services;
  const posting = await origin.mayPost();
  if (!posting.ok) return say('problem', 'I cannot post here yet, so nothing was set. ', posting.fix);
  const before = (await store.findDaily(origin.place)) ?? unsetDaily(services, origin.place, origin.player);
  const read = readOrder(services, before, words);
  if ('problem' in read) return read.problem;
  const daily: Daily = { ...before, ...read.order, state: 'on', reason: '', setBy: origin.player };
  const next = await nextFreeRun(services, daily);
  await store.saveDaily({ ...daily, nextRun: next });
  return plainCard(
    'neutral',
    { type: 'heading', text: 'The daily question is set' },
    { type: 'text', text: orderLines({ ...daily, nextRun: next }) },
    { type: 'note', text: zoneHint(words.zone, daily.zone) },
  );
}

type Read =
  | { readonly order: Pick<Daily, 'time' | 'zone' | 'weekdays' | 'topic' | 'revealAfterHours'> }
  | { readonly problem: Card };

function readOrder(services: Services, before: Daily, words: OrderWords): Read {
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
  const topic = readTopic(before.topic, words.topic);
  if (questionsAbout(services, topic).length === 0) return { problem: unknownTopic(services, topic) };
  return {
    order: { time, zone, weekdays, topic, revealAfterHours: words.reveal ?? before.revealAfterHours },
  };
}

const problem = (text: string): Read => ({ problem: say('problem', text, ' Nothing was changed.') });

const readTopic = (before: string, typed: string | undefined): string =>
  typed === undefined ? before : /^(?:all|any|anything|everything)$/i.test(typed) ? '' : typed;

const zoneHint = (typed: string | undefined, zone: string): Inline[] =>
  typed === undefined
    ? [`The time zone is ${zone}. To change it, name one: zone: Europe/Berlin, for example.`]
    : ['Clock changes are followed: it stays at this local time all year.'];

function orderLines(daily: Daily): Inline[] {
  const days = describeWeekdays(daily.weekdays);
  return [
    { bold: `${daily.time} (${daily.zone}), ${days}` },
    `\nTopic: ${daily.topic === '' ? 'everything' : daily.topic}`,
    `\nThe answer is revealed after ${daily.revealAfterHours} ${daily.revealAfterHours === 1 ? 'hour' : 'hours'}.`,
    ...(daily.state === 'on'
      ? [
          `\nNext question: ${describeRun(daily.nextRun, daily.zone)}, `,
          { time: daily.nextRun, as: 'relative' } as const,
        ]
      : []),
  ];
}

export async function dailyStatus({ store }: Services, place: Place): Promise<Card> {
  const daily = await store.findDaily(place);
  const [last, ...earlier] = await store.deliveriesOf(place, 5);
  if (!daily)
    return say(
      'neutral',
      'There is no daily question in this channel. Set one with /daily set, for example at 09:00.',
    );
  const states = {
    on: 'The daily question is on',
    paused: 'The daily question is paused',
    off: 'The daily question is off',
  };
  return plainCard(
    'neutral',
    { type: 'heading', text: states[daily.state] },
    ...(daily.reason === '' ? [] : [{ type: 'text', text: [{ bold: 'Why: ' }, daily.reason] } as const]),
    { type: 'text', text: orderLines(daily) },
    {
      type: 'text',
      text: last ? [{ bold: 'Last: ' }, describeDelivery(last)] : ['No question has been posted here yet.'],
    },
    ...earlier.map((delivery) => ({ type: 'note', text: [describeDelivery(delivery)] }) as const),
  );
}

function describeDelivery({ localDate, state, reason }: Delivery): string {
  const words = { claimed: 'being posted', posted: 'posted', skipped: 'skipped', failed: 'not posted' };
  return `${formatDate(localDate)}: ${words[state]}${reason === '' ? '' : ` – ${reason}`}`;
}
