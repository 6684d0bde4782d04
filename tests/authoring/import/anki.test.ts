import { describe, expect, it } from 'vitest';
import { importQuestions } from '../../../src/authoring/import/import-questions.ts';

const imported = (text: string, name = 'notes.txt') => importQuestions(text, name);

describe('Anki’s notes as text', () => {
  it('become questions where a card asks, and facts where it tells, under their decks', () => {
    const { format, topics, problems } = imported(
      [
        '#separator:tab',
        '#html:true',
        '#guid column:1',
        '#deck column:2',
        '#tags column:5',
        'k1\tClub::Boats\tWho brought the <b>Kestrel</b> in?\tMara&nbsp;Quill\told',
        'k2\tClub::Boats\tKestrel\t"a ""trawler""<br>of wood"\t',
        'k3\tClub::Fees\tThe fee was {{c1::five pounds::how much}} in {{c2::2020}}.\tSee the ledger.\t',
      ].join('\r\n'),
    );
    expect(format).toBe('Anki text');
    expect(topics).toEqual([
      {
        name: 'Boats',
        entries: [
          { question: 'Who brought the Kestrel in?', right: 'Mara Quill', draft: 'true' },
          { fact: 'Kestrel — a "trawler" of wood', draft: 'true' },
        ],
      },
      { name: 'Fees', entries: [{ fact: 'The fee was five pounds in 2020.', draft: 'true' }] },
    ]);
    expect(problems).toEqual([
      { says: expect.stringContaining('cards have right answers only') },
      { line: 8, says: expect.stringContaining('the words on its back were left out') },
    ]);
  });

  it('are read with the sign between cells that their header names, and with their own deck', () => {
    expect(imported('#separator:Semicolon\n#deck:Harbour\n# a comment\nKestrel;trawler\n').topics).toEqual([
      { name: 'Harbour', entries: [{ fact: 'Kestrel — trawler', draft: 'true' }] },
    ]);
  });

  it('are facts where the answer is too long for an option', () => {
    const reason = `because ${'the tide was low and '.repeat(4)}nobody saw it`;
    expect(imported(`Why did it wait?\t${reason}\n`).topics).toEqual([
      { name: 'Notes', entries: [{ fact: `Why did it wait? — ${reason}`, draft: 'true' }] },
    ]);
  });

  it('say what they say where they are no HTML', () => {
    expect(imported('#html:false\nFee\t5 &lt 6 <7>\n').topics).toMatchObject([
      { entries: [{ fact: 'Fee — 5 &lt 6 <7>' }] },
    ]);
  });

  it.each([
    ['#separator:tab\nKestrel\n', 2, '“Kestrel” stands alone'],
    ['#separator:tab\nKestrel\t[sound:horn.mp3]\n', 2, 'has a picture, a sound or a formula'],
    [`#separator:tab\nKestrel\t${'x'.repeat(400)}\n`, 2, 'the fact has 410 characters, and 400 is the limit'],
    ['#separator:tab\na\tb\nKestrel\t"trawler\n', 3, 'the quotation marks of a cell do not match'],
  ])('name with its line what cannot be taken: %j', (text, line, says) => {
    expect(imported(text).problems).toContainEqual({ line, says: expect.stringContaining(says) });
  });
});
