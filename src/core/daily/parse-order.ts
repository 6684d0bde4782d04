/** Reads times and weekdays as people type them. */

/** `9:00`, `09.30`, `9am`, `9:30 pm` → `09:00` …; undefined for anything else, such as `25:99`. */
export function parseTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (minute > 59 || (half === undefined ? hour > 23 : hour < 1 || hour > 12)) return undefined;
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return `${String(hour24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** A Map, because on an object a word such as “constructor” would find what every object has. */
const WORDS: ReadonlyMap<string, readonly number[]> = new Map([
  ['daily', EVERY_DAY],
  ['every day', EVERY_DAY],
  ['all', EVERY_DAY],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekends', [6, 7]],
]);

/** `mon-fri`, `Mon–Fri` (as we show it), `Mon, Wed`, `weekends`, `every day` → ISO weekday numbers, ascending; undefined for anything else. */
export function parseWeekdays(typed: string): readonly number[] | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*[-–]\s*/g, '-');
  const word = WORDS.get(text);
  if (word) return word;
  const parts = text
    .split(/[\s,]+(?:and\s+)?/)
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

const isDay = (typed: string, name: string): boolean =>
  typed.length >= 3 && FULL.some((full) => full.startsWith(name) && full.startsWith(typed));

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
