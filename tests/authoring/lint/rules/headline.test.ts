import { describe, expect, it } from 'vitest';
import { headline } from '../../../../src/authoring/lint/rules/headline.ts';
import { added, changed, goodPack, recordOf } from '../harbour.ts';

const skipper = recordOf('questions', 'q-skipper');
const [article] = goodPack().articles;
if (!article) throw new Error('the pack has no article');

/** A pack in which the title of the article is as given, and one more question has the answer. */
const withTitle = (title: string, answer: string) =>
  added(
    'questions',
    { ...skipper, id: 'q-told', right: { ...skipper.right, text: answer } },
    changed('articles', article.id, { title }),
  );

describe('an answer that stands in a headline', () => {
  it('is called out: while the question is open, every card that cites the article shows it', () => {
    const problems = headline.check(withTitle('Why the trawler capsized', 'It capsized'));
    expect(problems.map(({ record }) => record)).toEqual(['q-told']);
  });

  it('is in order where it is a name, which stands in headlines for other reasons', () => {
    expect(headline.check(withTitle('Mara Quill comes home', 'Mara Quill'))).toEqual([]);
  });

  it('is in order where the headline has it in part', () => {
    expect(headline.check(withTitle('A long way home', 'A long dispute'))).toEqual([]);
  });
});
