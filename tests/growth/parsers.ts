import { commands } from '../../commands/registry.ts';
import * as asked from '../../src/core/requests/asked-line.ts';
import { richToMarkdown, noteToMarkdown, titleToMarkdown } from '../../src/adapters/discord/markup.ts';
import { renderCard as renderDiscord } from '../../src/adapters/discord/render.ts';
import { readInteraction } from '../../src/adapters/discord/inbound.ts';
import { renderCard as renderSlack } from '../../src/adapters/slack/render.ts';
import { readCommand } from '../../src/adapters/slack/inbound.ts';
import { plain, link } from '../../src/adapters/slack/rich-text.ts';
import { clipEscaped, unescapeText } from '../../src/adapters/slack/text.ts';
import { namedParts, readLine, splitLine } from '../../src/adapters/web/inbound.ts';
import { cardToText, wordsAt } from '../../src/core/cards/card-text.ts';
import { say } from '../../src/core/cards/card.ts';
import { clip } from '../../src/core/cards/clip.ts';
import { parseDates } from '../../src/core/daily/calendar.ts';
import { looksLikeTime, parseTime, parseWeekdays } from '../../src/core/daily/parse-order.ts';
import { findZone, suggestZones } from '../../src/core/daily/zone-names.ts';
import { zoneProblem } from '../../src/core/daily/zone-hints.ts';
import { fold, nameWords, stem, wordsOf } from '../../src/core/facts/fold.ts';
import { plainly } from '../../src/core/facts/english.ts';
import { intentOf } from '../../src/core/facts/intent.ts';
import { numbersIn } from '../../src/core/facts/number-words.ts';
import { distance, isNear, isSlip, isMisspelt } from '../../src/core/facts/slips.ts';
import { claimsStatedIn } from '../../src/core/facts/stated.ts';
import { splitWhen } from '../../src/core/facts/when.ts';
import { createFactSearch } from '../../src/core/facts/search.ts';
import { findAction } from '../../src/core/requests/find-action.ts';
import { readNamed, readWords } from '../../src/core/requests/read-args.ts';
import { placeWords } from '../../src/core/requests/place-words.ts';
import { decodeToken, factToken, typeToken } from '../../src/core/requests/token.ts';
import { bare, clean, numberIn, quote, quotedLength, withoutPlease } from '../../src/core/requests/typed-words.ts';
import { packsCalled, packsMeant } from '../../src/core/settings/pack-named.ts';
import { thingsMeant, allThings } from '../../src/core/settings/things.ts';
import { loadLibrary } from '../../src/packs/read.ts';
const library = await loadLibrary('data');
const search = createFactSearch(library);
search.find('kim');
const optionsOf = (c: string, s?: string) => {
  const a = commands.find((x) => x.name === c)!.actions as any;
  return (s ? a.subcommands[s] : a.sole).options;
};
const set = optionsOf('daily', 'set'); const quiz = optionsOf('quiz');
const things = allThings(library);
const slackCmd = (text: string) => readCommand({ command: '/quiz', text, team_id: 'T', channel_id: 'C', user_id: 'U', trigger_id: 't', response_url: 'https://slack.com/x' }, (p, q, requestId) => ({ place: p, player: q, requestId }) as any);
const disc = (text: string) => readInteraction({ id: '1', token: 't', application_id: '2', channel_id: '3', user: { id: '4' }, type: 4, data: { name: 'fact', options: [{ name: 'about', value: text, focused: true }] } });
export const PARSERS: Record<string, (t: string) => unknown> = {
  fold, nameWords, wordsOf, stem, plainly, intentOf, numbersIn,
  'distance': (t) => distance(t, 'leaderboard'), 'isNear': (t) => isNear(t, t + 'a'), isSlip: (t) => isSlip(t, t.slice(1)), isMisspelt: (t) => isMisspelt(t, t.slice(0, -1) + 'q'),
  stated: (t) => claimsStatedIn(library, t), splitWhen: (t) => splitWhen(t.split(' ')),
  find: (t) => search.find(t), meant: (t) => search.meant(t), named: (t) => search.named(t), holding: (t) => search.holding(t), subjects: (t) => search.subjects(t, 25), near: (t) => search.near(t, 5),
  parseTime, looksLikeTime: (t) => looksLikeTime(t, false), parseWeekdays, parseDates: (t) => parseDates(t, '2026-11-27'), findZone, suggestZones: (t) => suggestZones(t, 25), zoneProblem,
  findAction: (t) => findAction(commands, { kind: 'command', command: 'quiz', input: { words: t }, origin: undefined as any }),
  findAction2: (t) => findAction(commands, { kind: 'command', command: t, input: { words: '' }, origin: undefined as any }),
  findAction3: (t) => findAction(commands, { kind: 'command', command: 'daily', input: { words: t }, origin: undefined as any }),
  readWordsSet: (t) => readWords(set, t, undefined, library), readWordsQuiz: (t) => readWords(quiz, t, undefined, library),
  readNamed: (t) => readNamed(quiz, { topic: t, questions: t, private: t, level: t }),
  placeWords: (t) => placeWords(set, t, library), placeQuiz: (t) => placeWords(quiz, t, library),
  decodeToken, decode2: (t) => decodeToken(`r1["fact","${t}"]`), factToken: (t) => factToken(t, library.packs[0]!.info.id), typeToken: (t) => typeToken('fact', t),
  bare, clean, numberIn: (t) => numberIn(quiz.seconds, t), quote, quotedLength, withoutPlease,
  packsCalled: (t) => packsCalled(library.packs, t), packsMeant: (t) => packsMeant(library.packs, t), thingsMeant: (t) => thingsMeant(library, things, t),
  clip: (t) => clip(t, 300), cardToText: (t) => cardToText(say('problem', t)),
  discordRich: (t) => richToMarkdown([t, { bold: t }, { code: t }, { italic: t }], 20000), discordNote: (t) => noteToMarkdown([t], 20000), discordTitle: (t) => titleToMarkdown(t, 20000),
  discordCard: (t) => renderDiscord(say('problem', t, { code: t }, { bold: t })), slackCard: (t) => renderSlack(say('problem', t, { code: t }, { bold: t }), wordsAt(0)),
  slackPlain: (t) => plain(t, 20000), slackLink: (t) => link(t, t, 20000), clipEscaped: (t) => clipEscaped(t, 9000), unescapeText,
  slackCmd, disc, readLine: (t) => readLine(commands, `/quiz ${t}`), splitLine: (t) => splitLine(commands, t), namedParts: (t) => namedParts(set, t),
  askedLine: (t) => asked.withAsked(say('neutral', 'x'), { player: 'u' as any, line: t }),
};
