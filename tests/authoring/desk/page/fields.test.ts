import { describe, expect, it } from 'vitest';
import {
  differing,
  isSame,
  receiptsIn,
  spotFor,
  withAccepted,
  withReceipts,
  withWrong,
  written,
  wrongIn,
  wrongSentAs,
} from '../../../../src/authoring/desk/client/fields.ts';
import { proposalParts, toResolve, toWrite } from '../../../../src/authoring/format/unwritten.ts';

describe('what a program proposes', () => {
  it('comes apart into what its author has to do and the text to begin with', () => {
    expect(proposalParts(toResolve('It is 61 metres high.', 'It'))).toEqual({
      ...{ advice: 'Say who or what “It” is', leaning: 'It', rest: 'It is 61 metres high.' },
    });
    expect(proposalParts(toWrite(['Mara Quill', '12 February']))).toEqual({
      ...{ advice: 'Write in your own words – Mara Quill · 12 February', rest: '' },
    });
    expect(proposalParts('Nora Finch bought it – for twelve crowns.')).toBeUndefined();
  });
});

describe('the fields of a form', () => {
  it('offer three places for wrong answers, whatever is written', () => {
    expect(wrongIn({})).toHaveLength(3);
    expect(wrongIn({ wrong: 'A mill' })[0]).toEqual({ text: 'A mill', because: '' });
    expect(wrongIn({ wrong: ['A mill', { text: 'An inn', because: 'It is older.' }] })[1]).toEqual({
      text: 'An inn',
      because: 'It is older.',
    });
  });

  it('write a wrong answer as a text, and with its reason only where there is one', () => {
    const fields = withWrong({ wrong: ['A mill'] }, 1, { text: 'An inn' });
    expect(fields.wrong).toEqual(['A mill', 'An inn']);
    const reasoned = withWrong(fields, 1, { because: 'It is older.' });
    expect(reasoned.wrong).toEqual(['A mill', { text: 'An inn', because: 'It is older.' }]);
    expect(withWrong(reasoned, 1, { because: '' })).toEqual(fields);
  });

  it('keep what the page does not show of a wrong answer', () => {
    const fields = { wrong: [{ text: 'An inn', facts: 'the-inn' }] };
    expect(withWrong(fields, 0, { text: 'The inn' }).wrong).toEqual([{ text: 'The inn', facts: 'the-inn' }]);
  });

  it('send no empty answer, and know which one a finding is about', () => {
    const fields = { question: 'What? ', wrong: ['', 'An inn', { text: ' ', because: 'x' }], payoff: '' };
    expect(written(fields)).toEqual({ question: 'What?', wrong: ['An inn'] });
    expect(wrongSentAs(fields, 1)).toBe(1);
  });

  it('read receipts as they are written in files, and write them as people do', () => {
    expect(receiptsIn({ receipt: 'leave#4' })).toEqual([{ spot: 'leave#4', from: [] }]);
    expect(receiptsIn({ receipt: ['leave#4', { 'rota#2': 'Ada Marsh' }] })).toEqual([
      { spot: 'leave#4', from: [] },
      { spot: 'rota#2', from: ['Ada Marsh'] },
    ]);
    expect(withReceipts({}, [{ spot: 'leave#4', from: [] }]).receipt).toBe('leave#4');
    expect(withReceipts({}, [{ spot: 'leave#4', from: ['Ada', 'Bo'] }]).receipt).toEqual({
      'leave#4': ['Ada', 'Bo'],
    });
  });

  it('take the words that were marked as the receipt, all of them', () => {
    expect(spotFor('leave', 4, '')).toBe('leave#4');
    expect(spotFor('leave', 4, ' Whoever\nstarts ')).toBe('leave#"Whoever starts"');
    expect(spotFor('leave', 4, 'said “no” twice')).toBe('leave#4');
    const long = `The mayor opened it ${'in the rain '.repeat(9)}with a pair of garden shears.`;
    expect(spotFor('leave', 4, long)).toBe(`leave#"${long}"`);
  });

  it('keep a finding for a reason, and forget the reason with the finding', () => {
    const kept = withAccepted({ accept: { voice: 'So it is called.' } }, 'tell', 'It is the only one.');
    expect(kept.accept).toEqual({ voice: 'So it is called.', tell: 'It is the only one.' });
    expect(withAccepted(kept, 'tell', '').accept).toEqual({ voice: 'So it is called.' });
  });

  it('are the same where the same would be written', () => {
    expect(isSame({ fact: 'One.', when: '' }, { fact: 'One. ' })).toBe(true);
    expect(isSame({ fact: 'One.', id: 'a' }, { id: 'a', fact: 'One.' })).toBe(true);
    expect(isSame({ wrong: ['A', 'B'] }, { wrong: ['B', 'A'] })).toBe(false);
    expect(differing({ fact: 'One.', when: '2018' }, { fact: 'Two.', when: '2018', about: 'Ada' })).toEqual([
      'fact',
      'about',
    ]);
  });
});
