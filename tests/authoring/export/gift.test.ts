import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giftOf } from '../../../src/authoring/export/gift.ts';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';
import { Prose } from '../../../src/core/dataset/fields.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import type { Pack } from '../../../src/core/dataset/pack.ts';
import type { Question } from '../../../src/core/dataset/schema.ts';
import { fold } from '../../../src/core/facts/fold.ts';
import { changed, goodPack, recordOf } from '../lint/harbour.ts';

const giftFor = (pack: Pack) => giftOf(buildLibrary([pack]));

/** What GIFT has a place for. */
const draftOf = ({ id, kind, prompt, right, wrong, payoff }: Question) => ({
  id,
  question: prompt,
  right: right.text,
  wrong: wrong.map(({ text, because }) => (because === '' ? text : { text, because })),
  payoff,
  ...(kind === 'true-false' && { kind }),
  draft: 'true',
});

const readBack = (pack: Pack) => importQuestions(giftFor(pack), 'harbour.gift');

describe('questions written as GIFT', () => {
  it('show title, text, options, reasons and pay-off as Moodle has them', () => {
    const pack = changed('questions', 'q-skipper', {
      prompt: 'Whose {boat} was it: #1?',
      wrong: [
        { text: 'Ida = Ben', because: '', claims: [] },
        { text: '50% of it', because: 'Half ~ of a boat.', claims: [] },
        { text: '%50% of it', because: '', claims: [] },
      ],
      payoff: 'A \\ in a name.',
    });
    expect(giftFor({ ...pack, topics: [{ id: 'boats', name: 'Boats / ships', aliases: [] }] })).toContain(
      [
        '$CATEGORY: Boats // ships',
        '',
        '::q-skipper::[plain]Whose \\{boat\\} was it\\: \\#1? {',
        '\t~Ida \\= Ben',
        '\t~50% of it#Half \\~ of a boat.',
        '\t~[plain]%50% of it',
        '\t=Mara Quill',
        '\t####A \\\\ in a name.',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('are read back as they were, under their topics, by our own import', () => {
    const pack = goodPack();
    const { topics, problems } = readBack(pack);
    expect(problems).toEqual([]);
    expect(topics).toEqual(
      pack.topics
        .map(({ id, name }) => ({
          name,
          entries: pack.questions.filter(({ topic }) => topic === id).map(draftOf),
        }))
        .filter(({ entries }) => entries.length > 0),
    );
  });

  it('are read back whatever their texts hold', () => {
    const pieces = fc.constantFrom(
      ...[
        'Who',
        'a',
        ' ',
        ' ',
        '=',
        '~',
        '#',
        '####',
        '{',
        '}',
        ':',
        '::',
        '\\',
        '\\n',
        '%50%',
        '%',
        '->',
        '//',
        '.',
      ],
      ...[
        '[html]',
        '[',
        ']',
        '<',
        '>',
        '&',
        '"',
        '’',
        'é',
        '😀',
        '$CATEGORY:',
        '$$',
        '\\(',
        'T',
        'FALSE',
        '*',
        '_',
        '1',
      ],
    );
    const words = (most: number) =>
      fc
        .array(pieces, { minLength: 1, maxLength: 10 })
        .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
        .filter((text) => Prose.max(most).safeParse(text).success);
    const options = fc.uniqueArray(words(75), { minLength: 2, maxLength: 4, selector: fold });
    const questions = fc.record({ prompt: words(140), options, because: words(240), payoff: words(160) });
    fc.assert(
      fc.property(questions, ({ prompt, options: [right = '', ...wrong], because, payoff }) => {
        const pack = changed('questions', 'q-skipper', {
          prompt,
          right: { ...recordOf('questions', 'q-skipper').right, text: right },
          wrong: wrong.map((text, at) => ({ text, because: at === 0 ? because : '', claims: [] })),
          payoff,
        });
        const { topics, problems } = readBack(pack);
        expect(problems).toEqual([]);
        expect(topics.flatMap(({ entries }) => entries)).toEqual(pack.questions.map(draftOf));
      }),
      { numRuns: 300 },
    );
  });

  it('are read back with both words of what is true or false', () => {
    for (const [right, other] of [
      ['True', 'False'],
      ['False', 'True'],
    ] as const) {
      const pack = changed('questions', 'q-skipper', {
        kind: 'true-false',
        prompt: 'The Kestrel came in under sail.',
        right: { ...recordOf('questions', 'q-skipper').right, text: right },
        wrong: [{ text: other, because: 'Coast Weekly: it had none.', claims: [] }],
      });
      expect(readBack(pack).topics[0]?.entries[0]).toEqual(
        draftOf(pack.questions.find(({ id }) => id === 'q-skipper') as Question),
      );
    }
  });
});
