/** What to tell someone whose words are no time zone: most often an abbreviation or an offset. */
import { quote } from '../requests/typed-words.ts';
import { suggestZones } from './zone-names.ts';

/** What people in these places call their time, and what to name instead; several where it is said in several. */
const ABBREVIATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['EST EDT ET', ['America/New_York', 'America/Toronto']],
  ['CST', ['America/Chicago', 'Asia/Shanghai']],
  ['CDT CT', ['America/Chicago']],
  ['MST MDT MT', ['America/Denver', 'America/Phoenix']],
  ['PST PDT PT', ['America/Los_Angeles', 'America/Vancouver']],
  ['AKST AKDT', ['America/Anchorage']],
  ['HST', ['Pacific/Honolulu']],
  ['AST ADT', ['America/Halifax']],
  ['NST NDT', ['America/St_Johns']],
  ['BRT', ['America/Sao_Paulo']],
  ['GMT', ['Europe/London', 'Africa/Accra', 'UTC']],
  ['BST', ['Europe/London']],
  ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['WET WEST', ['Europe/Lisbon']],
  ['CET CEST MEZ MESZ', ['Europe/Berlin', 'Europe/Paris']],
  ['EET EEST', ['Europe/Athens', 'Europe/Helsinki']],
  ['MSK', ['Europe/Moscow']],
  ['TRT', ['Europe/Istanbul']],
  ['WAT', ['Africa/Lagos']],
  ['CAT', ['Africa/Harare']],
  ['SAST', ['Africa/Johannesburg']],
  ['EAT', ['Africa/Nairobi']],
  ['GST', ['Asia/Dubai']],
  ['PKT', ['Asia/Karachi']],
  ['ICT', ['Asia/Bangkok']],
  ['WIB', ['Asia/Jakarta']],
  ['SGT', ['Asia/Singapore']],
  ['HKT', ['Asia/Hong_Kong']],
  ['PHT', ['Asia/Manila']],
  ['JST', ['Asia/Tokyo']],
  ['KST', ['Asia/Seoul']],
  ['AWST', ['Australia/Perth']],
  ['ACST ACDT', ['Australia/Adelaide', 'Australia/Darwin']],
  ['AEST AEDT', ['Australia/Sydney', 'Australia/Brisbane']],
  ['NZST NZDT', ['Pacific/Auckland']],
  ['Z ZULU', ['UTC']],
];

const ZONES_FOR: ReadonlyMap<string, readonly string[]> = new Map(
  ABBREVIATIONS.flatMap(([names, zones]) => names.split(' ').map((name) => [name, zones] as const)),
);

const OFFSET = /^(?:utc|gmt)?\s*[+\-−–]\s*\d{1,2}(?:[:.]?\d{2})?$/i;

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** The whole sentence for words that `findZone` does not know. */
export function zoneProblem(typed: string): string {
  const words = typed.trim();
  const said = `“${quote(words)}” is not a time zone`;
  if (OFFSET.test(words))
    return `${said} but an offset. Name a city’s zone, such as Europe/Berlin, so that clock changes are followed.`;
  const meant = ZONES_FOR.get(words.toUpperCase());
  if (meant) return `${said} that says where its clock changes are. Did you mean ${either.format(meant)}?`;
  const near = words === '' ? [] : suggestZones(words.split('/').at(-1) || words, 3);
  return near.length > 0
    ? `${said}. Did you mean ${either.format(near)}?`
    : `${said}. Type it like Europe/Berlin, America/New_York or UTC.`;
}
