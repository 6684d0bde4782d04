import { describe, expect, it } from 'vitest';
import { tell } from '../../../../src/authoring/lint/rules/tell.ts';
import type { Pack } from '../../../../src/core/dataset/pack.ts';
import { goodPack, recordOf } from '../harbour.ts';

interface Shape {
  readonly prompt?: string;
  readonly right: string;
  readonly wrong: readonly string[];
}

const PLAIN: Shape = {
  prompt: 'What is it?',
  right: 'a red boat',
  wrong: ['a tin boat', 'a new boat', 'an old car'],
};

/** A pack of questions of these shapes, and plain ones up to twenty. */
function packOf(shapes: readonly Shape[], count = 20): Pack {
  const skipper = recordOf('questions', 'q-skipper');
  const fill = Array.from({ length: Math.max(0, count - shapes.length) }, () => PLAIN);
  return {
    ...goodPack(),
    questions: [...shapes, ...fill].map(({ prompt = 'What is it?', right, wrong }, at) => ({
      ...skipper,
      id: `q-${at + 1}`,
      prompt,
      right: { ...skipper.right, text: right },
      wrong: wrong.map((text) => ({ text, because: 'No article says so.', claims: [] })),
    })),
  };
}

const times = (count: number, shape: Shape): readonly Shape[] => Array.from({ length: count }, () => shape);
const found = (pack: Pack) => tell.check(pack).map(({ expected }) => expected);

describe('a right option', () => {
  it('that looks like the others is in order', () => {
    expect(found(packOf([]))).toEqual([]);
    expect(found(goodPack())).toEqual([]);
  });

  it.each<[string, Shape]>([
    ['the longest', { right: 'a red fishing boat', wrong: ['a tin boat', 'a new boat', 'an old boat'] }],
    ['the shortest', { right: 'a car', wrong: ['a tin boat', 'a new boat', 'a red boat'] }],
    ['the only one with a number', { right: 'two boats', wrong: ['big boats', 'red boats', 'old boats'] }],
    [
      'the only one with a hedge',
      { right: 'nearly a boat', wrong: ['really a boat', 'always a boat', 'mainly a boat'] },
    ],
    [
      'the only one with a proper noun',
      { right: 'the Kestrel', wrong: ['the trawler', 'the steamer', 'the tugboat'] },
    ],
    [
      'the only one that shares a word with the question',
      {
        prompt: 'What did the skipper steer?',
        right: 'skippers',
        wrong: ['trawlers', 'scooters', 'tractors'],
      },
    ],
  ])('that is %s in all of twenty questions is called out, with questions to change', (tell, shape) => {
    const problems = found(packOf(times(20, shape)));
    expect(problems).toEqual([
      expect.stringContaining(`to be ${tell} in at most 7 questions (chance gives 5.0)`),
    ]);
    expect(problems[0]).toMatch(/but it is in 20: change 13 of them \(.+\), such as q-1, q-2, .*q-10$/);
  });

  it('may stand out as often as chance has it', () => {
    const right = { right: 'a red fishing boat', wrong: ['a tin boat', 'a new boat', 'an old boat'] };
    const wrong = { right: 'a tin boat', wrong: ['a red fishing boat', 'a new boat', 'an old boat'] };
    expect(found(packOf([...times(5, right), ...times(15, wrong)]))).toEqual([]);
    expect(found(packOf([...times(8, right), ...times(12, wrong)]))).toHaveLength(1);
  });

  it('in a month or in a film about something is neither hedged nor a name', () => {
    const shape = { right: 'May 2018', wrong: ['June 2018', 'July 2018', 'June 2019'] };
    expect(found(packOf(times(5, shape))).join()).not.toMatch(/hedge|proper/);
    const film = { right: 'a film about it', wrong: ['a song for them', 'a book with it', 'a poem of hers'] };
    expect(found(packOf(times(20, film))).join()).not.toContain('hedge');
  });

  it('is not judged in a pack too small for rates', () => {
    const shape = { right: 'a red fishing boat', wrong: ['a tin boat', 'a new boat', 'an old boat'] };
    expect(found(packOf(times(19, shape), 19))).toEqual([]);
  });

  it('of a fixed pair is not judged by its length, but may not be nearly always the same', () => {
    const yes = { right: 'True', wrong: ['False'] };
    const no = { right: 'False', wrong: ['True'] };
    expect(found(packOf([...times(10, yes), ...times(10, no)]))).toEqual([]);
    expect(found(packOf([...times(4, yes), ...times(16, no)]))).toEqual([
      expect.stringMatching(/^“False” to be right in at most 13 of the 20 questions .* turn 3 of them round/),
    ]);
  });
});
