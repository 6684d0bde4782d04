/** What a harbour wrote itself, beside what a newspaper wrote about it: texts that may be shown, of which little is known. */
import { article } from '../dataset/story.ts';
import { claimOf, harbour, type Part, questionOf } from './harbour.ts';

/** What whoever runs the bot wrote: no address, no date, no author. */
export const ownText = (id: string, title: string, text: readonly string[], more: Part = {}): Part => ({
  ...{ id, title, publisher: 'Saltby Harbour', language: 'en', ours: true, paragraphs: text.length, text },
  ...more,
});

export const OPENING =
  'Boats are let in from six in the morning until ten at night. Whoever comes later waits outside the mole, where the water is deep enough for every keel.';

const BEFORE =
  'The harbour master keeps a book. It has a page for each berth, with the name of the boat, who moors it, how long it is and how much water it draws. Pages are turned on the first of the month and kept for eleven years in the attic of the customs house, where the roof was mended.';
const PROOF = 'A boat that lies idle for ninety days loses its berth to the next in line.';
const AFTER =
  'Its owner is written to twice. Nothing is done while they are ill, at sea or otherwise out of reach, and nobody has to say more about it than a postcard would hold, which is what most of them send, with a picture of where they are.';

/** Longer than any card may quote, with its proof behind the part that would be quoted first. */
export const LONG = [BEFORE, PROOF, AFTER].join(' ');

/** Whatever it says, it is only words. */
export const HOSTILE =
  '# Fees: @everyone pays <@1>, <!channel> and <@U1> **five** `coins` [here](https://evil.example/x) or at https://evil.example/y ||at night|| :house: > _soon_ &lt;b&gt;';

const proofIn = (id: string, paragraph: number, from: string, to?: string) => ({
  receipts: [{ article: id, paragraph, from, ...(to && { to }), sha256: 'a'.repeat(64) }],
});

export const rules = ownText('rules', 'Harbour rules', [OPENING, LONG, HOSTILE]);
export const wiki = ownText('wiki', 'How to moor', ['Moor with the bow to the sea. Use two lines.'], {
  url: 'https://wiki.saltby.example/mooring',
  published: '2024-03',
});

const claims = [
  claimOf(
    'opening',
    'The harbour opens at six in the morning.',
    proofIn('rules', 1, 'Boats are let', 'at night.'),
  ),
  claimOf('late', 'Late boats have to wait outside the mole.', proofIn('rules', 1, 'Whoever comes later')),
  claimOf(
    'idle',
    'After ninety idle days a berth goes to another boat.',
    proofIn('rules', 2, 'A boat that lies', 'next in line.'),
  ),
  claimOf('fees', 'The fee is five coins.', proofIn('rules', 3, '# Fees:')),
  claimOf('bow', 'The bow points out to sea.', proofIn('wiki', 1, 'Moor with the', 'the sea.')),
  claimOf('lines', 'A boat is tied with two lines.', proofIn('wiki', 1, 'Use two lines.')),
  claimOf('came-in', 'Mara Quill brought a boat in.'),
];

const questions = [
  questionOf('q-opening', 'When does the harbour open?', 'At six', ['opening']),
  questionOf('q-late', 'Where does whoever is late wait?', 'Outside the mole', ['late']),
  questionOf('q-idle', 'What costs an owner a berth?', 'Ninety idle days', ['idle']),
  questionOf('q-fees', 'How much is the fee?', 'Five coins', ['fees']),
  questionOf('q-bow', 'Where does the bow point?', 'Out to sea', ['bow']),
  questionOf('q-lines', 'What is a boat tied with?', 'Two lines', ['lines']),
  questionOf('q-came-in', 'Who brought a boat in?', 'Mara Quill', ['came-in']),
];

export const harbourRules = harbour(claims, questions, [], [rules, wiki, article]);
