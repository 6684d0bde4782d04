/** A card that quotes a paragraph tells all that stands in it, also of questions that are open or still to come. */
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../../src/core/dataset/library.ts';
import { bareId } from '../../../../src/core/dataset/scope.ts';
import { createFactSearch } from '../../../../src/core/facts/search.ts';
import { runLength } from '../../../../src/core/quiz/following.ts';
import { givenAwayBy } from '../../../../src/core/quiz/giveaways.ts';
import { secretsOf } from '../../../../src/core/quiz/secrets/secrets.ts';
import { claimOf, harbour, openOf, type Part, questionOf } from '../harbour.ts';
import { harbourRules, ownText } from '../harbour-rules.ts';

const question = (id: string, library = harbourRules) => {
  const found = library.question(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};

/** What may be told and asked while a question is open. */
function leftBeside(id: string, library = harbourRules) {
  const secrets = secretsOf(
    { library, search: createFactSearch(library) },
    [openOf(question(id, library), 1)],
    0,
  );
  return [
    ...secrets.tellable([...library.claims.values()]).left,
    ...secrets.askable([...library.questions.values()]).left,
  ].map((one) => bareId(one.id));
}

describe('while a question on a paragraph that is quoted is open', () => {
  it('nothing is told or asked whose card would quote that paragraph', () => {
    expect(leftBeside('q-opening')).toEqual([
      ...['idle', 'fees', 'bow', 'lines', 'came-in'],
      ...['q-idle', 'q-fees', 'q-bow', 'q-lines', 'q-came-in'],
    ]);
  });

  it('where the article has an address, and nothing is quoted, the rest of the paragraph may be told', () => {
    expect(leftBeside('q-bow')).toEqual(expect.arrayContaining(['lines', 'q-lines']));
  });

  it('no other paragraph is quoted that says the answer again', () => {
    const onBell = (more: Part) =>
      leftBeside('q-painted', twiceTold(more)).filter((id) => id.endsWith('bell'));
    expect(onBell({})).toEqual([]);
    expect(onBell({ url: 'https://saltby.example/' })).toEqual(['bell', 'q-bell']);
  });
});

/** Who painted the buoy stands in what proves it, and again where it is said that it has a bell. */
function twiceTold(more: Part): Library {
  const place = (article: string, from: string) => ({
    receipts: [{ article, paragraph: 1, from, sha256: 'a'.repeat(64) }],
  });
  const crowd = Array.from({ length: 12 }, (_, at) => claimOf(`crowd-${at}`, `Letter ${at} speaks of fish.`));
  const buoy = 'The buoy has a bell. Mara Quill painted the old buoy off Saltby herself.';
  return harbour(
    [
      claimOf('painted', 'Mara Quill painted the buoy.', place('owner', 'The old buoy')),
      claimOf('bell', 'There is a bell.', place('buoy', 'The buoy has')),
      ...crowd,
    ],
    [
      questionOf('q-painted', 'Who painted the old buoy off Saltby?', 'Mara Quill', ['painted']),
      questionOf('q-bell', 'What rings in a swell?', 'A bell', ['bell']),
    ],
    [],
    [
      ownText('owner', 'Owners', ['The old buoy off Saltby was painted by Mara Quill.'], more),
      ownText('buoy', 'Buoys', [buoy], more),
      ...harbourRules.packs.flatMap(({ articles }) => articles),
    ],
  );
}

describe('a quiz', () => {
  it('asks one question on a paragraph that its reveal quotes', () => {
    expect([...givenAwayBy(harbourRules, question('q-opening'))]).toEqual(['harbour/q-late']);
    expect([...givenAwayBy(harbourRules, question('q-late'))]).toEqual(['harbour/q-opening']);
    expect([...givenAwayBy(harbourRules, question('q-bow'))]).toEqual([]);
    expect(runLength(harbourRules, [...harbourRules.questions.values()], 10)).toBe(6);
  });
});
