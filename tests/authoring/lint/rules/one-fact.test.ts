import { describe, expect, it } from 'vitest';
import { oneFact } from '../../../../src/authoring/lint/rules/one-fact.ts';
import { added, goodPack, named, recordOf } from '../harbour.ts';

const skipper = recordOf('questions', 'q-skipper');
const again = (changes: object) => added('questions', { ...skipper, id: 'q-again', ...changes });

describe('one fact', () => {
  it('that each question has to itself is in order', () => {
    expect(oneFact.check(goodPack())).toEqual([]);
  });

  it('that two questions of one form ask about is called out, both of them named', () => {
    const problems = oneFact.check(again({ prompt: 'Whose trawler was the Kestrel?' }));
    expect(named(problems)).toEqual(['q-again: right.claims']);
    expect(problems[0]?.expected).toContain('“q-skipper”');
  });

  it.each(['who-said', 'made-up'] as const)('may be asked about again in the form %s', (kind) => {
    expect(oneFact.check(again({ kind }))).toEqual([]);
  });
});
