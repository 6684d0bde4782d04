import { describe, expect, it } from 'vitest';
import { voice } from '../../../../src/authoring/lint/rules/voice.ts';
import { changed, named } from '../harbour.ts';

const advised = (changes: object) =>
  voice.check(changed('questions', 'q-skipper', changes)).filter(({ record }) => record === 'q-skipper');

describe('a prompt', () => {
  it('that is asked in one breath, in spoken order, gets no advice', () => {
    expect(advised({ prompt: 'Who brought the trawler Kestrel to Saltby?' })).toEqual([]);
  });

  it.each([
    ['is longer than a breath', `Who brought the trawler Kestrel ${'and her crew '.repeat(5)}in?`],
    ['names who printed it', 'Who brought the Kestrel in, says the Saltby Gazette?'],
    ['begins with a preposition that nobody says', 'To what does she put down the delay?'],
    ['has brackets', 'The Kestrel came in on [when?].'],
    ['speaks of what only readers know', 'What did the article call her?'],
  ])('that %s gets advice', (_, prompt) => {
    expect(named(advised({ prompt }))).toEqual(['q-skipper: prompt']);
  });

  it('that names who printed it is told which publisher is meant', () => {
    const [problem] = advised({ prompt: 'Who brought the Kestrel in, says the Saltby Gazette?' });
    expect(problem?.expected).toContain('not that “Saltby Gazette” printed it');
    expect(problem?.words).toBe('Saltby Gazette');
  });

  const ABOUT_THE_PAPER = { prompt: 'How many came in with the Kestrel, for the Saltby Gazette?' };

  it('may name a publisher that its fact names', () => {
    const right = { text: 'Three', claims: ['three-aboard'] };
    expect(advised({ ...ABOUT_THE_PAPER, right })).toEqual([]);
    expect(advised(ABOUT_THE_PAPER)).toHaveLength(1);
  });

  it('may name a publisher that its fact is about', () => {
    const entities = [{ entity: 'saltby-gazette', role: 'subject' } as const];
    const pack = changed('claims', 'boat-came-in', { entities });
    expect(
      voice
        .check(changed('questions', 'q-skipper', ABOUT_THE_PAPER, pack))
        .filter(({ record }) => record === 'q-skipper'),
    ).toEqual([]);
  });

  it('may name who printed it where somebody chose that topic', () => {
    expect(advised({ prompt: 'Who wrote for the Saltby Gazette?', fit: 'topic' })).toEqual([]);
  });

  it('may name whoever publishes what is ours: the house is what is asked about', () => {
    const ours = changed('articles', 'gazette-2020', { ours: true });
    const prompt = 'Who wrote for the Saltby Gazette?';
    expect(
      voice.check(changed('questions', 'q-skipper', { prompt }, ours)).map(({ record }) => record),
    ).not.toContain('q-skipper');
  });
});
