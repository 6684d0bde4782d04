/** Questions that people have in the formats of other programs, as drafts that wait for their receipts. */
import { Topic } from '../../core/dataset/schema.ts';
import type { WrittenEntry } from '../format/written.ts';
import { hasAnkiHeaders, looksLikeCards, readAnki } from './anki.ts';
import { beginningOf, entryOf, faultOf, idOf } from './entries.ts';
import { looksLikeGift, readGift } from './gift.ts';
import { looksLikeJson, readOpenTrivia } from './open-trivia.ts';
import { plainWords } from './plain-words.ts';
import type { ImportProblem, Reading } from './reading.ts';
import { looksLikeRed, readRed } from './red-trivia.ts';
import { looksLikeSheet, readSheet } from './sheet.ts';

export interface Imported {
  /** As people call it: “Moodle GIFT”; “unknown” where it is none that is read. */
  readonly format: string;
  /** In the order of the file; none is empty. Every entry is a draft without a receipt. */
  readonly topics: readonly { readonly name: string; readonly entries: readonly WrittenEntry[] }[];
  /** What was left out, and what the author has still to do, in the order of the file. */
  readonly problems: readonly ImportProblem[];
}

interface Format {
  readonly read: (text: string) => Reading;
  readonly ending: RegExp;
  readonly looksSo: (text: string) => boolean;
}

/** What these recognise is theirs, whatever the file is called. */
const SURE: readonly Format[] = [
  { read: readAnki, ending: /\.tsv$/i, looksSo: hasAnkiHeaders },
  { read: readSheet, ending: /\.csv$/i, looksSo: looksLikeSheet },
];

const FORMATS: readonly Format[] = [
  ...SURE,
  { read: readOpenTrivia, ending: /\.json$/i, looksSo: looksLikeJson },
  { read: readGift, ending: /\.gift(?:\.txt)?$/i, looksSo: looksLikeGift },
  { read: readRed, ending: /\.ya?ml$/i, looksSo: looksLikeRed },
  { read: readAnki, ending: /\.tsv$/i, looksSo: looksLikeCards },
];

/**
 * Throws for nothing that a file can hold: what cannot be taken is a problem that says where it stands and what to do.
 * `name` is the file's, undefined for standard input: its ending helps to tell the format, and it names the topic of
 * what has none.
 */
export function importQuestions(text: string, name: string | undefined): Imported {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const format =
    SURE.find(({ looksSo }) => looksSo(lines)) ??
    FORMATS.find(({ ending }) => ending.test(name ?? '')) ??
    FORMATS.find(({ looksSo }) => looksSo(lines));
  const hindrance = hindranceOf(lines) ?? (format ? undefined : UNKNOWN);
  if (hindrance !== undefined || format === undefined)
    return { format: 'unknown', topics: [], problems: [{ says: hindrance ?? UNKNOWN }] };
  return draftsOf(format.read(lines), topicOf(name));
}

const UNKNOWN =
  'this is no format that is read here; these are: Moodle GIFT (.gift), CSV with Kahoot’s columns (.csv), OpenTDB (.json), Red-DiscordBot trivia (.yaml), and Anki’s notes as text (.txt, .tsv)';

/** Files that people try first, and what each has to be saved as. */
function hindranceOf(text: string): string | undefined {
  if (text.trim() === '') return 'the file is empty';
  if (text.startsWith('PK\u0003\u0004'))
    return 'this is a spreadsheet or a package: save the sheet as CSV, or export Anki’s notes as plain text';
  if (/^\s*(?:<\?xml[^>]*>\s*)?<quiz\b/.test(text)) return 'this is Moodle XML: export the questions as GIFT';
  if (text.includes('\u0000')) return 'this is not text in UTF-8: save it as UTF-8';
  return undefined;
}

/** `club/boat-quiz.csv` is about “Boat quiz”. */
function topicOf(name = ''): string {
  const words = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/(?:\.\w+)+$/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const topic = words.charAt(0).toUpperCase() + words.slice(1);
  return faultOf(Topic.shape.name, topic) === undefined ? topic : 'Imported questions';
}

function draftsOf({ format, items, problems, rightOnly }: Reading, ownTopic: string): Imported {
  const topics = new Map<string, WrittenEntry[]>();
  const found = [...problems];
  const ids = new Set<string>();
  const nameOf = topicNames(ownTopic, found);
  for (const item of items) {
    const id = idOf(item.id ?? '');
    const made = entryOf(item, id !== undefined && ids.has(id) ? undefined : id, rightOnly === undefined);
    found.push(...made.problems);
    if (made.entry === undefined) continue;
    if (made.entry.id !== undefined) ids.add(made.entry.id);
    const topic = nameOf(item);
    const entries = topics.get(topic);
    if (entries) entries.push(made.entry);
    else topics.set(topic, [made.entry]);
  }
  const entries = [...topics.values()].flat();
  if (rightOnly !== undefined && entries.some(lacksWrong)) found.push({ says: rightOnly });
  if (entries.length === 0 && found.length === 0) found.push({ says: 'the file holds no questions' });
  return {
    format,
    topics: [...topics].map(([name, entries]) => ({ name, entries })),
    problems: found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

const lacksWrong = (entry: WrittenEntry): boolean => 'question' in entry && entry.wrong === undefined;

/** A name that a pack does not take is named once, and the file's own stands for it. */
function topicNames(ownTopic: string, found: ImportProblem[]) {
  const known = new Map<string, string>();
  return ({ topic, line }: Reading['items'][number]): string => {
    const words = topic ? plainWords(topic) : '';
    const name = words === '' ? ownTopic : known.get(words);
    if (name !== undefined) return name;
    const fault = faultOf(Topic.shape.name, words);
    if (fault !== undefined)
      found.push({
        line,
        says: `the topic ${beginningOf(words)} ${fault}; its questions stand under “${ownTopic}”`,
      });
    known.set(words, fault === undefined ? words : ownTopic);
    return fault === undefined ? words : ownTopic;
  };
}
