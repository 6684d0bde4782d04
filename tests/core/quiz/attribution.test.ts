import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { attributionOf } from '../../../src/core/quiz/attribution.ts';
import { questionCard } from '../../../src/core/quiz/cards/question-card.ts';
import { putQuestion } from '../../../src/core/quiz/question.ts';
import { loadPacks } from '../../../src/packs/read.ts';
import { createSeededRandom } from '../../fakes/random.ts';
import { here } from '../../fakes/world.ts';

const library = buildLibrary([...(await loadPacks('data')), ...(await loadPacks('tests/fixtures/packs'))]);
const questions = [...library.questions.values()];
const isSomebodys = (id: string) => {
  const claim = library.claims.get(id);
  if (!claim) return false;
  const publishers = claim.receipts.flatMap(({ article }) => library.articles.get(article)?.publisher ?? []);
  const isOfItsArticle = publishers.some((publisher) => claim.text.includes(publisher));
  return claim.status !== 'stated' || claim.denials.length > 0 || isOfItsArticle;
};

describe('whose word a question rests on', () => {
  it.each(questions.map((question) => [question.id, question] as const))(
    'stands before the options of %s where it is somebody’s, and never tells the answer',
    (_, question) => {
      const line = attributionOf(library, question);
      const asked = ['made-up', 'first'].includes(question.kind)
        ? question.right.claims
        : question.right.claims.slice(0, 1);
      const isReported = asked.some(isSomebodys);
      expect(line !== undefined).toBe(isReported);
      const card = questionCard(
        library,
        {
          ...{ id: 'r', place: here, questionId: question.id, isPrivate: false, isVoid: false },
          shown: putQuestion(question, createSeededRandom(1)),
          ...{ openedAt: 0, closesAt: 1, state: 'open', messageId: 'm', closedAt: undefined },
          ...{ unsureSince: undefined, retryAt: 0, belongsTo: { quiz: 'q', number: 1 } },
        },
        { title: { type: 'heading', text: 'Question' }, answers: 0 },
      );
      const [, second] = blocksOf(card);
      expect(second).toMatchObject(
        line === undefined ? { text: [{ bold: question.prompt }] } : { type: 'note', text: [line] },
      );
      if (line !== undefined && !question.prompt.includes(question.right.text))
        expect(line).not.toContain(question.right.text);
      for (const { text } of [question.right, ...question.wrong]) expect(cardToText(card)).toContain(text);
    },
  );

  const of = (id: string) => {
    const question = library.question(id);
    return question && attributionOf(library, question);
  };

  it('is the contested book where it claims something, and who said it where somebody did', () => {
    expect(of('q-two-word-answer')).toBe('Jonathan Karl’s book claims');
    expect(of('q-who-dined')).toBe('According to TMZ');
    expect(of('q-cheered-all-the-same')).toBe('Going by Jonathan Karl');
    expect(of('q-books-made-up')).toBeUndefined();
    expect(of('q-clinton-star-asks')).toBe('According to Sunday Talking');
  });

  it('names nobody whom the question names already, or who is its answer', () => {
    expect(of('q-could-not-stop-at-one')).toBe('In Kim Kardashian’s words');
    expect(of('q-who-would-not-care')).toBe('In Kim Kardashian’s words');
    expect(of('q-war-angel')).toBe('According to Alice Johnson');
  });
});
