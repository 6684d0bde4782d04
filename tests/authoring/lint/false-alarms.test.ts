/** Sentences of other people's packs that are in order: a rule that cries wolf is switched off. */
import { describe, expect, it } from 'vitest';
import { looseDate } from '../../../src/authoring/lint/rules/loose-date.ts';
import { misconduct } from '../../../src/authoring/lint/rules/misconduct.ts';
import { opinion } from '../../../src/authoring/lint/rules/opinion.ts';
import { ownWords } from '../../../src/authoring/lint/rules/own-words.ts';
import { sameKind } from '../../../src/authoring/lint/rules/same-kind.ts';
import { stale } from '../../../src/authoring/lint/rules/stale.ts';
import type { Entity } from '../../../src/core/dataset/schema.ts';
import { added, changed, goodPack, goodTexts, recordOf } from './harbour.ts';

const saying = (text: string) => changed('claims', 'boat-came-in', { text });

describe('words of a trade are no opinion', () => {
  it.each([
    'Mew is a legendary Pokémon.',
    'A corrupt index is rebuilt by one command.',
    'Crimson is the corrupt biome’s twin.',
    'The choir sang Amazing Grace.',
  ])('%s', (text) => {
    expect(opinion.check(saying(text))).toEqual([]);
  });

  it('but they are one beside somebody who is named', () => {
    expect(opinion.check(saying('Mara Quill is the legendary skipper of Saltby.'))).toHaveLength(1);
  });
});

/** As one more claim, whose record does not say for when it holds. */
function undated(text: string) {
  const { date: _, ...record } = recordOf('claims', 'boat-came-in');
  return added('claims', { ...record, id: 'undated', text });
}

describe('what is no age and no role does not go stale', () => {
  it.each([
    'Version 12 is the leader in the benchmark.',
    'The settings file lives in the home folder.',
    'The service is running on port 5432.',
    'Java is the host language.',
    'The tower is 55 years old in 2024.',
  ])('%s', (text) => {
    expect(stale.check(undated(text))).toEqual([]);
  });

  it('but a person’s role does', () => {
    expect(stale.check(undated('Mara Quill is the leader of the fleet.'))).toHaveLength(1);
  });
});

describe('a name that looks like a day is none', () => {
  it.each(['The report stood in USA Today.', 'She spoke of it on the Today show.'])('%s', (text) => {
    expect(looseDate.check(saying(text))).toEqual([]);
  });

  it('but the day itself is one, also at the beginning', () => {
    expect(looseDate.check(saying('Today the Kestrel is in a museum.'))).toHaveLength(1);
  });
});

describe('a name that begins like a crime accuses nobody', () => {
  it.each(['In Killarney', 'Robbie Williams', 'Rapeseed', 'By stealth', 'In Foreign Affairs', 'A killjoy'])(
    '%s',
    (text) => {
      const wrong = [{ text, because: 'No article says so.', claims: [] }];
      expect(misconduct.check(changed('questions', 'q-skipper', { wrong }))).toEqual([]);
    },
  );
});

describe('a name keeps the letters that it has', () => {
  it.each(['macOS', 'iPython', 'psql'])('%s beside names with a capital', (text) => {
    const tool: Entity = {
      id: 'psql',
      kind: 'work',
      name: 'psql',
      aliases: [],
      minor: false,
      invented: false,
    };
    const wrong = ['Linux', 'Windows', 'Solaris'].map((one) => ({ text: one, because: '', claims: [] }));
    const right = { text, claims: ['boat-came-in'] };
    expect(
      sameKind.check(
        changed('questions', 'q-skipper', { right, wrong }, added('entities', tool, goodPack())),
      ),
    ).toEqual([]);
  });
});

describe('a bare fact with a date is nobody’s wording', () => {
  const sentence = 'Version 1.0 of Postgres95 was announced on September 5, 1995, to';
  const texts = goodTexts().map((text, at) =>
    at === 0
      ? { ...text, paragraphs: [...text.paragraphs, `${sentence} some thousand users worldwide.`] }
      : text,
  );

  it('numbers and months do not count among the words', () => {
    expect(ownWords.check(saying(`${sentence} the users.`), texts)).toEqual([]);
  });

  it('but eight words besides do', () => {
    expect(ownWords.check(saying(`${sentence} some thousand users.`), texts)).toHaveLength(1);
  });
});
