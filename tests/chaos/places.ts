/** The places of a run, drawn from its seed, and what is due in them. */
import { type Place, placeOf, playerOf } from '../../src/core/ids.ts';
import type { Random } from '../../src/core/ports/random.ts';
import type { Daily } from '../../src/core/ports/store.ts';
import { createSeededRandom } from '../fakes/random.ts';
import { type Due, duesOf, timeOnWall } from './calendar.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A Saturday; in the night that follows, Europe's clocks go back. */
export const START = Date.UTC(2026, 9, 24, 5, 50);

const ZONES = [
  ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/St_Johns', 'America/Los_Angeles'],
  ...['America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tokyo', 'Australia/Sydney'],
  ...['Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Africa/Cairo', 'UTC'],
] as const;

/** Hours from one to the next of the instants of a day around which the places are due. */
const SLOTS: readonly (readonly number[])[] = [[0], [0, 11], [0, 7, 14]];

const CHANNELS_A_GUILD = 10;

export interface Setting {
  readonly places: number;
  readonly platforms: readonly ('discord' | 'slack')[];
  /** On how many days each place is due at the most. */
  readonly days: number;
  /** How many instants of a day, 1 to 3. */
  readonly slots: number;
  /** Over how many minutes the dailies of one such instant are spread. */
  readonly spreadMinutes: number;
}

export interface Standing {
  readonly daily: Daily;
  readonly dues: readonly Due[];
}

export function drawPlaces(setting: Setting, random: Random): readonly Standing[] {
  return Array.from({ length: setting.places }, (_, number) => drawPlace(setting, random, number));
}

function drawPlace(setting: Setting, random: Random, number: number): Standing {
  const place = placeNumber(setting, number);
  const zone = pick(ZONES, random);
  const offsets = SLOTS[setting.slots - 1] ?? [0];
  const at = START + 10 * MINUTE_MS + pick(offsets, random) * HOUR_MS;
  const time = timeOnWall(zone, at + Math.floor(random.next() * setting.spreadMinutes) * MINUTE_MS);
  const until = START + setting.days * DAY_MS;
  const order = { zone, time, weekdays: drawWeekdays(random), skipDates: [] as readonly string[] };
  const every = duesOf(order, START, until);
  const skipped = every.length > 1 && random.next() < 0.1 ? [pick(every, random).date] : [];
  const dues = every.filter(({ date }) => !skipped.includes(date));
  const skipDates = [...skipped, ...after(order, until)].toSorted();
  const nextRun = duesOf({ ...order, skipDates }, START, until + 20 * DAY_MS)[0]?.at ?? until;
  return { daily: dailyOf({ place, number, random, offsets, nextRun }, { ...order, skipDates }), dues };
}

/** Nothing is due after the run's last day, or the run would never end. */
const after = (order: Parameters<typeof duesOf>[0], until: number): readonly string[] =>
  duesOf(order, until, until + 10 * DAY_MS).map(({ date }) => date);

interface Drawn {
  readonly place: Place;
  readonly number: number;
  readonly random: Random;
  readonly offsets: readonly number[];
  readonly nextRun: number;
}

const dailyOf = (
  { place, number, random, offsets, nextRun }: Drawn,
  order: Pick<Daily, 'zone' | 'time' | 'weekdays' | 'skipDates'>,
): Daily => ({
  id: `daily-${number}`,
  place,
  ...order,
  topic: '',
  revealAfterHours: pick([24, offsets[1] ?? 24], random),
  catchUpHours: pick([6, 6, 12], random),
  state: 'on',
  pausedUntil: undefined,
  reason: '',
  setBy: playerOf(place.platform, place.workspace, place.platform === 'discord' ? '4242' : 'UBOSS'),
  nextRun,
});

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** One whose only question is due at an instant of the first day, and revealed an hour later. */
export function onlyPlace(platform: 'discord' | 'slack', at: number): Standing {
  const place = placeNumber({ platforms: [platform] }, 0);
  const order = { zone: 'UTC', time: timeOnWall('UTC', at), weekdays: EVERY_DAY, skipDates: [] };
  const random = createSeededRandom(1);
  const daily = dailyOf({ place, number: 0, random, offsets: [], nextRun: at }, order);
  return {
    daily: { ...daily, revealAfterHours: 1, catchUpHours: 6 },
    dues: duesOf(order, START, START + HOUR_MS),
  };
}

function placeNumber({ platforms }: Pick<Setting, 'platforms'>, number: number): Place {
  const platform = platforms[number % platforms.length] ?? 'discord';
  if (platform === 'slack') return placeOf('slack', 'T1', `C${1_000 + number}`);
  const guild = String(800_000_000_000_000_001n + BigInt(Math.floor(number / CHANNELS_A_GUILD)));
  return placeOf('discord', guild, String(910_000_000_000_000_000n + BigInt(number)));
}

function drawWeekdays(random: Random): readonly number[] {
  if (random.next() < 0.8) return [1, 2, 3, 4, 5, 6, 7];
  return [1, 6, 7].filter(() => random.next() < 0.7).concat(3);
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random.next() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
