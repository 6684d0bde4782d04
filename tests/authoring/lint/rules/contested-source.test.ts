import { describe, expect, it } from 'vitest';
import { contestedSource } from '../../../../src/authoring/lint/rules/contested-source.ts';
import { changed, goodPack, named, recordOf } from '../harbour.ts';

const [fromBook] = recordOf('claims', 'fee-in-cash').receipts;

describe('what rests on a contested source', () => {
  it('carries its denial in a good pack', () => {
    expect(contestedSource.check(goodPack())).toEqual([]);
  });

  it('is disputed and carries the denial of that source', () => {
    const problems = contestedSource.check(changed('claims', 'met-at-cafe', { receipts: [fromBook] }));
    expect(named(problems)).toEqual(['met-at-cafe: status', 'met-at-cafe: denials']);
    expect(problems[1]?.expected).toContain('“book-made-up”');
  });

  it('carries the denial of that source also where it carries another', () => {
    const other = changed('claims', 'fee-in-cash', { denials: ['papers-in-order'] });
    expect(named(contestedSource.check(other))).toEqual(['fee-in-cash: denials']);
  });

  it('carries the denial also where an article prints it as plain fact', () => {
    const alone = changed('claims', 'fee-in-cash', { events: ['sale'] });
    expect(named(contestedSource.check(alone))).toEqual([]);
    const twice = changed(
      'claims',
      'not-registered',
      {
        ...recordOf('claims', 'fee-in-cash'),
        id: 'fee-was-high',
        events: ['sale'],
      },
      alone,
    );
    expect(named(contestedSource.check(twice))).toEqual(['kestrel-to-museum: denials']);
  });

  it('need not carry it where an article prints it and says whose words it tells', () => {
    const alone = changed('claims', 'fee-in-cash', { events: ['sale'] });
    const twice = changed(
      'claims',
      'not-registered',
      { ...recordOf('claims', 'fee-in-cash'), id: 'fee-was-high', events: ['sale'] },
      alone,
    );
    const text = 'The Lantern says that the Kestrel passed to a museum in Port Alder in May 2021.';
    expect(contestedSource.check(changed('claims', 'kestrel-to-museum', { text }, twice))).toEqual([]);
  });
});
