import { describe, expect, it } from 'vitest';
import { askedOf } from '../../../src/authoring/export/asked.ts';
import { goodPack, recordOf } from '../lint/harbour.ts';

const asked = askedOf([goodPack()]);

describe('what is asked', () => {
  it('is every question once, with its pack, its options and what follows the answer', () => {
    const { prompt, right, wrong, payoff, kind, fit, difficulty } = recordOf('questions', 'q-skipper');
    expect(asked.map(({ id }) => id)).toEqual(goodPack().questions.map(({ id }) => id));
    expect(asked.find(({ id }) => id === 'q-skipper')).toEqual({
      id: 'q-skipper',
      pack: 'harbour',
      kind,
      prompt,
      attribution: '',
      options: [{ text: right.text, right: true }, ...wrong.map(({ text }) => ({ text, right: false }))],
      payoff,
      fit,
      difficulty,
      claims: right.claims,
    });
  });

  it('tells whose word it rests on where the articles do not say it themselves', () => {
    expect(asked.find(({ id }) => id === 'q-whose-word')?.attribution).not.toBe('');
  });
});
