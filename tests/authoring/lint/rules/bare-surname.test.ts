import { describe, expect, it } from 'vitest';
import { bareSurname } from '../../../../src/authoring/lint/rules/bare-surname.ts';
import { changed, goodPack, named } from '../harbour.ts';

const withText = (text: string) => bareSurname.check(changed('claims', 'boat-came-in', { text }));

describe('a surname that two people of the story bear', () => {
  it('stands nowhere alone in a good pack', () => {
    expect(bareSurname.check(goodPack())).toEqual([]);
  });

  it.each([
    ['Quill brought the trawler to Saltby.'],
    ['When Quill came in, it was night.'],
    ['According to Quill’s papers, it was hers.'],
    ['The Gazette’s Quill came in.'],
  ])('may not stand alone: %s', (text) => {
    const [problem] = withText(text);
    expect(problem).toMatchObject({ record: 'boat-came-in', field: 'text' });
    expect(problem?.expected).toContain('Mara Quill or Ben Quill');
  });

  it.each([
    ['Ben Quill paid.'],
    ['The Quills came in.'],
    ['They met at Quill Tower.'],
    ['This was said by the Quill family.'],
    ['She wrote as @MaraQuill.'],
    ['The article writes “Quill” with no first name.'],
    ['Marsh told the Gazette.'],
  ])('may stand where it is clear who or what is meant: %s', (text) => {
    expect(withText(text)).toEqual([]);
  });

  it('is found in questions, events and disagreements too', () => {
    const question = changed('questions', 'q-skipper', { payoff: 'It was Quill.' });
    const event = changed('events', 'arrival', { name: 'Quill comes to Saltby' }, question);
    const all = changed('disagreements', 'day-of-arrival', { title: 'When Quill came' }, event);
    expect(named(bareSurname.check(all))).toEqual([
      'arrival: name',
      'day-of-arrival: title',
      'q-skipper: payoff',
    ]);
  });
});
