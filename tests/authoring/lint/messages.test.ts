/** What rules tell an author is in the words that authors write, not in those of the program. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/authoring/lint/lint.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import { changed, goodPack, goodTexts } from './harbour.ts';

const told = (pack: Pack): readonly string[] =>
  lint(pack, { texts: goodTexts() }).map(({ expected }) => expected);

const why = 'It was invented by somebody else.';

const BROKEN: readonly (readonly [string, Pack, string])[] = [
  ['who denies it', changed('claims', 'not-registered', { denials: [] }), '`denied-by`'],
  ['that somebody denies it', changed('claims', 'met-at-cafe', { denials: ['book-made-up'] }), '`denied-by`'],
  ['what a contested book says', changed('claims', 'fee-in-cash', { denials: [] }), '`denied-by`'],
  [
    'an option that nothing refutes',
    changed('questions', 'q-skipper', { wrong: [{ text: 'Tom Reed', because: why, claims: [] }] }),
    'a fact that refutes',
  ],
  [
    'an option that accuses',
    changed('questions', 'q-skipper', { wrong: [{ text: 'A thief', because: '', claims: [] }] }),
    'no fact that it names',
  ],
  [
    'an answer from elsewhere',
    changed('questions', 'q-skipper', { right: { text: 'Tom Reed', claims: ['boat-came-in'] } }),
    '`also: ID`',
  ],
  [
    'an answer that is given away',
    changed('questions', 'q-skipper', { prompt: 'Who was Mara Quill?' }),
    'a question without',
  ],
];

describe('a message about', () => {
  it.each(BROKEN)('%s says it in the author’s words', (_, pack, words) => {
    const messages = told(pack);
    expect(messages.filter((message) => message.includes(words))).not.toEqual([]);
    for (const message of messages)
      expect(message).not.toMatch(/\b(?:claims?|denials?|prompt|receipts\.\d|asOf|attribution)\b/);
  });

  it('nothing at all is given for a good pack, but for the sound of it', () => {
    expect(lint(goodPack(), { texts: goodTexts(), severities: { voice: 'off' } })).toEqual([]);
  });
});
