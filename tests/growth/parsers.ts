/** Everything that reads what people, authors and platforms send, by the name under which a test complains of it. */

import { commands } from '../../commands/registry.ts';
import { readInteraction } from '../../src/adapters/discord/inbound.ts';
import { renderCard as toDiscord } from '../../src/adapters/discord/render.ts';
import { readCommand } from '../../src/adapters/slack/inbound.ts';
import { renderCard as toSlack } from '../../src/adapters/slack/render.ts';
import { namedParts, readLine, splitLine } from '../../src/adapters/web/inbound.ts';
import { suggestFor } from '../../src/adapters/web/suggest.ts';
import { byLineOf } from '../../src/authoring/article/by-line.ts';
import { frontMatter } from '../../src/authoring/article/front-matter.ts';
import { repairMojibake } from '../../src/authoring/article/mojibake.ts';
import { publishedIn } from '../../src/authoring/article/published.ts';
import { readText } from '../../src/authoring/article/read-text.ts';
import { sentencesOf } from '../../src/authoring/drafts/sentences.ts';
import { readAnki } from '../../src/authoring/import/anki.ts';
import { looksLikeGift } from '../../src/authoring/import/gift.ts';
import { looksLikeJson } from '../../src/authoring/import/open-trivia.ts';
import { readRed } from '../../src/authoring/import/red-trivia.ts';
import { readSheet } from '../../src/authoring/import/sheet.ts';
import { say } from '../../src/core/cards/card.ts';
import { cardToText, wordsAt } from '../../src/core/cards/card-text.ts';
import { clip } from '../../src/core/cards/clip.ts';
import { parseDateAhead, parseDates } from '../../src/core/daily/calendar.ts';
import { parseTime, parseWeekdays } from '../../src/core/daily/parse-order.ts';
import { zoneProblem } from '../../src/core/daily/zone-hints.ts';
import { findZone, suggestZones } from '../../src/core/daily/zone-names.ts';
import { nameWords, stem, wordsOf } from '../../src/core/facts/fold.ts';
import { numbersIn } from '../../src/core/facts/number-words.ts';
import { createFactSearch } from '../../src/core/facts/search.ts';
import { isMisspelt, isNear, isSlip } from '../../src/core/facts/slips.ts';
import { claimsStatedIn } from '../../src/core/facts/stated.ts';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import { askedLine } from '../../src/core/requests/asked-line.ts';
import type { Options } from '../../src/core/requests/command.ts';
import { findAction } from '../../src/core/requests/find-action.ts';
import { readNamed, readWords } from '../../src/core/requests/read-args.ts';
import type { CommandRequest } from '../../src/core/requests/request.ts';
import { decodeToken, factToken, typeToken } from '../../src/core/requests/token.ts';
import { bare, clean, quotedLength, withoutPlease } from '../../src/core/requests/typed-words.ts';
import { packsMeant } from '../../src/core/settings/pack-named.ts';
import { allThings, thingsMeant } from '../../src/core/settings/things.ts';
import { loadLibrary } from '../../src/packs/read.ts';

export type Parser = (text: string) => unknown;

const place = placeOf('test', 'W1', 'C1');
const player = playerOf('test', 'W1', 'ada');
const origin: CommandRequest['origin'] = {
  ...{ place, player, requestId: 'r' },
  manages: async () => ({ ok: true }),
  mayPost: async () => ({ ok: true }),
  zone: async () => undefined,
};
const typed = (command: string, words: string) =>
  ({ kind: 'command', command, input: { words }, origin }) as const;

const optionsOf = (): readonly (readonly [string, Options])[] =>
  commands.flatMap(({ name, actions }) =>
    'sole' in actions
      ? [[`/${name}`, actions.sole.options] as const]
      : Object.entries(actions.subcommands).map(
          ([part, { options }]) => [`/${name} ${part}`, options] as const,
        ),
  );

/** What each option of each command makes of the text, as a line of words, as a value, and while it is typed. */
function commandParsers(library: Awaited<ReturnType<typeof loadLibrary>>): Readonly<Record<string, Parser>> {
  const parsers: Record<string, Parser> = {};
  for (const [name, options] of optionsOf()) {
    parsers[`${name} in words`] = (text) => readWords(options, text, undefined, library);
    parsers[`${name} by name`] = (text) =>
      readNamed(options, Object.fromEntries(Object.keys(options).map((option) => [option, text])));
  }
  return parsers;
}

/** Not those of HTML, Markdown, YAML and GIFT, which are libraries’ own; nobody but an author’s own program reads these. */
const AUTHORS: Readonly<Record<string, Parser>> = {
  ...{ readText, frontMatter, repairMojibake, publishedIn, byLineOf },
  ...{ readAnki, readSheet, readRed, looksLikeGift, looksLikeJson },
  sentencesOf: (text) => sentencesOf(text, 'en'),
};

const PLATFORMS: Readonly<Record<string, Parser>> = {
  'what Discord sends while somebody types': (text) =>
    readInteraction({
      ...{ id: '1', token: 't', application_id: '2', channel_id: '3', user: { id: '4' }, type: 4 },
      data: { name: 'fact', options: [{ name: 'about', value: text, focused: true }] },
    }),
  'what Slack sends': (text) =>
    readCommand(
      {
        ...{ command: '/quiz', text, team_id: 'T1', channel_id: 'C1', user_id: 'U1', trigger_id: 't' },
        response_url: 'https://hooks.slack.com/x',
      },
      () => origin,
    ),
  'a card on Discord': (text) => toDiscord(say('problem', text, { code: text }, { bold: text })),
  'a card on Slack': (text) => toSlack(say('problem', text, { code: text }, { bold: text }), wordsAt(0)),
  'a card in plain text': (text) => cardToText(say('problem', text, { code: text })),
};

const PAGE: Readonly<Record<string, Parser>> = {
  readLine: (text) => readLine(commands, `/quiz ${text}`),
  splitLine: (text) => splitLine(commands, text),
  ...Object.fromEntries(
    optionsOf().map(([name, options]) => [`namedParts ${name}`, (text: string) => namedParts(options, text)]),
  ),
  'proposals on the page': (text) => suggestFor({ suggest: async () => [] }, commands, `/daily set ${text}`),
};

export async function allParsers(): Promise<Readonly<Record<string, Parser>>> {
  const library = await loadLibrary('data');
  const search = createFactSearch(library);
  const things = allThings(library);
  const [pack] = library.packs;
  return {
    'facts found': (text) => search.find(text),
    'words read': (text) => search.read(text),
    'words meant': (text) => search.meant(text),
    'subjects named': (text) => search.named(text),
    'claims holding': (text) => search.holding(text),
    'subjects proposed': (text) => search.subjects(text, 25),
    'subjects near': (text) => search.near(text, 5),
    'packs meant': (text) => packsMeant(library.packs, text),
    'things meant': (text) => thingsMeant(library, things, text),
    'claims stated': (text) => claimsStatedIn(library, text),
    ...{ wordsOf, nameWords, stem, numbersIn, clean, bare, quotedLength, withoutPlease },
    ...{ parseTime, parseWeekdays, findZone, zoneProblem, decodeToken },
    isNear: (text) => isNear(text, `${text}x`),
    isSlip: (text) => isSlip(text, text.slice(1)),
    isMisspelt: (text) => isMisspelt(text, `${text.slice(0, -1)}q`),
    parseDates: (text) => parseDates(text, '2026-11-27'),
    parseDateAhead: (text) => parseDateAhead(text, '2026-11-27'),
    suggestZones: (text) => suggestZones(text, 25),
    clip: (text) => clip(text, 300),
    'a button’s token': (text) => decodeToken(`r1["fact","${text}"]`),
    factToken: (text) => factToken(text, pack?.info.id),
    typeToken: (text) => typeToken('fact', text),
    'a command by name': (text) => findAction(commands, typed(text, '')),
    'a part of a command': (text) => findAction(commands, typed('daily', text)),
    askedLine: (text) => askedLine(typed('fact', text)),
    ...commandParsers(library),
    ...PLATFORMS,
    ...PAGE,
    ...AUTHORS,
  };
}
