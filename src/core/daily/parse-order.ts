/** Reads times and weekdays as people type them. */

const NAMED_TIMES: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['12 noon', '12:00'],
  ['midnight', '00:00'],
]);

/** Hours; minutes behind a sign, or as two digits at once; the half of the day. */
const TIME = /^(?:(\d{1,2})(?:[:.h](\d{2})|h| uhr| o'clock)?|(\d{1,2})(\d{2}))\s?(am|pm)?$/;

/** `9:00`, `09.30`, `0900`, `9`, `9am`, `9:30 p.m.`, `noon` → `09:00` …; undefined for anything else, such as `25:99`. */
export function parseTime(typed: string): string | undefined {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ').replace('’', "'");
  const named = NAMED_TIMES.get(words);
  if (named !== undefined) return named;
  const match = TIME.exec(words.replace(/([ap])\.? ?m\.?$/, '$1m'));
  if (!match) return undefined;
  const [, hours = match[3], minutes = match[4] ?? '0', , , half] = match;
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || (half === undefined ? hour > 23 : hour < 1 || hour > 12)) return undefined;
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return `${String(hour24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether the words are a time and nothing else: a bare number may as well be hours, or a year. */
export const looksLikeTime = (words: string, only: boolean): boolean =>
  parseTime(words) !== undefined && (only || !/^\d+$/.test(words.trim()));

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** A Map, because on an object a word such as “constructor” would find what every object has. */
const WORDS: ReadonlyMap<string, readonly number[]> = new Map([
  ['daily', EVERY_DAY],
  ['every day', EVERY_DAY],
  ['all', EVERY_DAY],
  ['everyday', EVERY_DAY],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['every weekday', [1, 2, 3, 4, 5]],
  ['workdays', [1, 2, 3, 4, 5]],
  ['weekends', [6, 7]],
  ['weekend', [6, 7]],
]);

/** All seven in full take less. */
const LONGEST = 120;

/** `mon-fri`, `Monday to Friday`, `Mo—Fr`, `Mon, Wed & Sat`, `weekends` → ISO weekday numbers, ascending; undefined for anything else. */
export function parseWeekdays(typed: string): readonly number[] | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/ ?(?:[\p{Pd}−]|\b(?:to|through|thru|until|till)\b) ?/gu, '-');
  const word = WORDS.get(text);
  if (word) return word;
  const parts = text
    .split(/(?:[\s,;&+]|\band\b)+/)
    .filter(Boolean)
    .map(parseSpan);
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].toSorted((a, b) => a - b);
}

function parseSpan(text: string): readonly number[] | undefined {
  const [first, last, ...rest] = text.split('-').map((day) => DAYS.findIndex((name) => isDay(day, name)) + 1);
  if (rest.length > 0 || !first || last === 0) return undefined;
  if (last === undefined) return [first];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, ahead) => ((first - 1 + ahead) % 7) + 1);
}

const FULL = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** From two letters on they differ. */
const isDay = (typed: string, name: string): boolean =>
  typed.length >= 2 &&
  FULL.some((full) => full.startsWith(name) && `${full}s`.startsWith(typed.replace(/\.$/, '')));

/** `[1, 2, 3, 4, 5]` → "Mon–Fri". */
export function describeWeekdays(days: readonly number[]): string {
  if (days.length === EVERY_DAY.length) return 'every day';
  const names = days.map((day) => FULL[day - 1] ?? '').map((full) => full.slice(0, 3));
  const labels = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const [first, last] = [days[0], days.at(-1)];
  const isRun =
    first !== undefined && last !== undefined && last - first === days.length - 1 && days.length > 2;
  return isRun ? `${labels[0]}–${labels.at(-1)}` : labels.join(', ');
}
