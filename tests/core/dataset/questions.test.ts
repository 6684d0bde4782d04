/** What no question may do, whoever wrote it. */
import { describe, expect, it } from 'vitest';
import { claim, entity, problems, question, told } from './story.ts';

const [first, second, third] = question.wrong;

const asked = (changes: object) => problems({ questions: [{ ...question, ...changes }] });

describe('a question', () => {
  it.each([
    ['no', []],
    ['four', [first, second, third, { ...first, text: 'Ida Rook' }]],
  ])('with %s wrong options is turned down', (_, wrong) => {
    expect(asked({ wrong })).toContain('who-brought-it: wrong: one to three wrong options');
  });

  it.each([
    ['that is said to be true or false and has other options', { kind: 'true-false' }],
    [
      'that is true or false and is not said to be',
      { right: { ...question.right, text: 'True' }, wrong: [{ ...first, text: 'False' }] },
    ],
  ])('%s is turned down', (_, changes) => {
    expect(asked(changes)).toContain('the options True and False where the kind is true-false');
  });

  it('longer than one breath is turned down', () => {
    expect(asked({ prompt: `${'Who brought a boat in, '.repeat(7)}and when?` })).toContain(
      'who-brought-it: prompt',
    );
  });

  it('that rests on what nobody wrote is turned down', () => {
    expect(asked({ right: { text: 'Mara Quill', claims: ['nobody-said'] } })).toContain(
      'who-brought-it: right.claims: the id of a fact of this pack, but “nobody-said” is none',
    );
  });

  it.each([
    ['the right one', 'MARA QUILL', 'also the right option'],
    ['another wrong one', 'zoe cafe', 'also wrong option 2'],
  ])('with a wrong option that reads like %s is turned down', (_, text, answer) => {
    expect(asked({ wrong: [second, third, { ...first, text }] })).toContain(`“${text}” is ${answer}`);
  });

  it.each(['child', 'hardship', 'delicate'])('about what is reserved as %s is turned down', (reserved) => {
    expect(problems({ claims: [{ ...claim, reserved }] })).toContain(
      `who-brought-it: right.claims: facts that may be asked about, but “boat-came-in” is reserved as ${reserved}`,
    );
  });

  it('about the article itself is taken', () => {
    expect(told({ claims: [{ ...claim, reserved: 'about-the-article' }] }).ok).toBe(true);
  });

  it('about a child is turned down, and taken where the child is only mentioned', () => {
    const entities = [{ ...entity, minor: true }];
    expect(problems({ entities })).toContain('“boat-came-in” is about “mara”, a child');
    const mentioned = { ...claim, entities: [{ entity: 'mara', role: 'mentioned' }] };
    expect(told({ entities, claims: [mentioned] }).ok).toBe(true);
  });
});
