/** A bot that knows one question and one fact: enough to see every kind of message on the page. */
import type { Card, Choice, CitedCard, ShownReceipt } from '../../../src/core/cards/card.ts';
import { plainCard, say } from '../../../src/core/cards/card.ts';
import type { Bot, CommandRequest, PressRequest, Reply } from '../../../src/core/requests/request.ts';
import { toAsker, toEveryone } from '../../../src/core/requests/request.ts';
import { decodeToken } from '../../../src/core/requests/token.ts';

const SUBJECTS = ['Ivanka Trump', 'Ivana Trump', 'Kim Kardashian'];

const ZONES = ['Berlin', 'Bermuda', 'Lima'];

const receipt: ShownReceipt = {
  title: 'How a moon museum came to be',
  publisher: 'The Example Post',
  author: 'A. Writer',
  date: 'November 2023',
  passages: [{ paragraphs: [7], attribution: ['a curator'] }],
  url: 'https://news.example/moon?page=1&part=2',
  language: 'en',
};

const OPTIONS = ['1969', '1984', '2001', '2023'];
const LETTERS = ['A', 'B', 'C', 'D'];

const answers = (verb: 'answer' | 'pick'): readonly Choice[] =>
  OPTIONS.map((text, option) => ({
    label: LETTERS[option] ?? '',
    spoken: `${LETTERS[option]}: ${text}`,
    token: { do: verb, round: 'round-1', option },
    style: 'plain',
  }));

export const questionCard = (locked: number, verb: 'answer' | 'pick' = 'answer'): Card =>
  plainCard(
    'question',
    { type: 'heading', text: 'Question 1 of 3' },
    { type: 'text', text: [{ bold: 'In which year did the *moon museum* open?' }] },
    {
      type: 'options',
      options: OPTIONS.map((text, at) => ({ letter: LETTERS[at] ?? '', text, mark: 'open' })),
    },
    {
      type: 'note',
      text: [
        locked === 0 ? 'No answer yet' : `${locked} answers locked in`,
        ' · closes ',
        { time: Date.now() + 45_000, as: 'relative' },
      ],
    },
    { type: 'choices', choices: answers(verb) },
    {
      type: 'choices',
      choices: [{ label: 'Stop the quiz', token: { do: 'stop', quiz: 'quiz-1' }, style: 'danger' }],
    },
  );

export const resultCard: CitedCard = {
  kind: 'cited',
  tone: 'right',
  lead: [
    { type: 'heading', text: 'Question 1 of 3' },
    {
      type: 'options',
      options: OPTIONS.map((text, at) => ({
        letter: LETTERS[at] ?? '',
        text,
        mark: at === 3 ? 'right' : 'wrong',
        share: { count: at === 3 ? 3 : 0, percent: at === 3 ? 100 : 0 },
      })),
    },
    { type: 'text', text: ['The museum opened in 2023, ', { italic: 'according to its curator' }, '.'] },
  ],
  receipts: [receipt],
  tail: [],
};

export const factCard = (about: string): CitedCard => ({
  kind: 'cited',
  tone: 'neutral',
  lead: [
    { type: 'heading', text: 'Reported' },
    {
      type: 'text',
      text: [{ bold: `A fact about ${about || 'anything'}: the moon museum opened in 2023.` }],
    },
    {
      type: 'text',
      text: [{ italic: 'Reported by ' }, 'The Example Post', '\n', { italic: 'When: ' }, '18 October 2023'],
    },
  ],
  receipts: [
    receipt,
    {
      ...receipt,
      title: 'The museum, one year on',
      author: null,
      passages: [{ paragraphs: [2], attribution: [] }],
    },
  ],
  tail: [
    {
      type: 'choices',
      choices: [{ label: 'Another one', token: { do: 'fact', about: 'moon' }, style: 'primary' }],
    },
  ],
});

export interface ScriptedBot extends Bot {
  readonly asked: readonly (CommandRequest | PressRequest)[];
  /** The next reply is this, to the asker alone. */
  whispersNext(words: string): void;
}

export function createScriptedBot(): ScriptedBot {
  let whisper: string | undefined;
  const asked: (CommandRequest | PressRequest)[] = [];
  const answered = new Set<string>();
  const press = async ({ token, origin }: PressRequest): Promise<Reply> => {
    const decoded = decodeToken(token);
    if (decoded?.do === 'answer') {
      if (answered.has(origin.player.user)) return toAsker(say('neutral', 'You have already answered.'));
      answered.add(origin.player.user);
      return toAsker(
        say('neutral', `Locked in: ${LETTERS[decoded.option]}. The result comes when the round closes.`),
      );
    }
    if (decoded?.do === 'pick') return { type: 'replace', card: resultCard };
    if (decoded?.do === 'reveal')
      return (await origin.manages()).ok
        ? { type: 'replace', card: resultCard }
        : toAsker(say('problem', 'Only a moderator can do that.'));
    return toEveryone(factCard('the moon'));
  };
  const command = ({ command: name, input }: CommandRequest): Reply => {
    const words = 'words' in input ? input.words : Object.values(input.named).join(' ');
    if (name === 'quiz')
      return words.includes('private') ? toAsker(questionCard(0, 'pick')) : toEveryone(questionCard(0));
    if (name === 'fact') return toEveryone(factCard(words.replace(/^about: /, '')));
    if (name === 'daily') return toEveryone(questionCard(0));
    if (words === 'me out') return toAsker(say('problem', 'I do not know what “me out” is meant to be.'));
    return toAsker(say('neutral', 'Try ', { code: '/quiz' }, ' or ', { code: '/fact' }, '.'));
  };
  return {
    asked,
    whispersNext: (words) => {
      whisper = words;
    },
    acknowledgement: (request) => (request.kind === 'press' ? 'to-asker' : 'to-everyone'),
    handle: async (request) => {
      asked.push(request);
      const words = whisper;
      whisper = undefined;
      if (words !== undefined) return toAsker(say('neutral', words));
      return request.kind === 'press' ? press(request) : command(request);
    },
    placeMoved: async () => {},
    removed: async () => {},
    suggest: async ({ option, typed }) =>
      (option === 'zone' ? ZONES : SUBJECTS)
        .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
        .map((name) => ({ name })),
  };
}
