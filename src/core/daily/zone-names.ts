/** What zones are called: found as typed, proposed under the names of today. */
import MiniSearch from 'minisearch';

/**
 * Zones whose city, or whose place in the list, has another name by now. Intl lists them under the old one and takes
 * both: https://github.com/unicode-org/cldr/blob/main/common/bcp47/timezone.xml, where `iana` differs.
 */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/** Only names of places, and UTC: some runtimes also list EST and the like, which follow no clock changes. */
const LISTED: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')),
];

/** By the names that people may type, old and new: the one that is proposed. */
const PROPOSED: ReadonlyMap<string, string> = new Map([
  ...LISTED.map((zone) => [zone, RENAMED.get(zone) ?? zone] as const),
  ...[...RENAMED.values()].map((zone) => [zone, zone] as const),
]);

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(
  [...PROPOSED.keys()].map((zone) => [zone.toLowerCase(), zone]),
);

/** Asked first, because asking Intl costs more, and a long line of words asks often. */
const ZONE_SHAPE = /^\w{1,14}(?:\/[\w+-]{1,20}){1,2}$/;

/** The zone as it was typed, in its proper spelling; undefined where there is no such zone. */
export function findZone(typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(' ', '_');
  const known = BY_LOWER_CASE.get(wanted.toLowerCase());
  if (known !== undefined) return known;
  return ZONE_SHAPE.test(wanted) && isZone(wanted) ? spelt(wanted) : undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** “asia/istanbul” → “Asia/Istanbul”; “US/Eastern” as it is. */
const spelt = (name: string): string => name.replace(/(?<=^|[/_-])[a-z]/g, (letter) => letter.toUpperCase());

/** In a long name, too: each error more that is forgiven costs several times the search. */
const MOST_ERRORS = 3;

/** For names with a typing error. Built when first needed. */
const zoneSearch = lazily(() => {
  const search = new MiniSearch<{ id: string }>({
    fields: ['id'],
    searchOptions: { fuzzy: 0.3, maxFuzzy: MOST_ERRORS, prefix: true },
  });
  search.addAll([...PROPOSED.keys()].map((id) => ({ id })));
  return search;
});

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** More words than a zone has, and longer ones, are no zone, and each costs a search. */
const MOST_WORDS = 4;
const LONGEST_WORD = 20;

/** Zones whose name, of today or of before, holds what was typed; best first: a city's start, then anything. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  const names = [...PROPOSED.keys()];
  const city = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
  const starts = names.filter(
    (zone) => zone.toLowerCase().startsWith(wanted) || city(zone).startsWith(wanted),
  );
  const holds = names.filter((zone) => zone.toLowerCase().includes(wanted));
  const found = holds.length > 0 ? [...starts, ...holds] : alike(typed);
  return [...new Set(found.map((name) => PROPOSED.get(name) ?? name))].slice(0, limit);
}

const alike = (typed: string): readonly string[] =>
  zoneSearch()
    .search(
      typed
        .split(/[\s/_-]+/)
        .filter(({ length }) => length <= LONGEST_WORD)
        .slice(0, MOST_WORDS)
        .join(' '),
    )
    .map(({ id }) => String(id));
