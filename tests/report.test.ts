/** The last line of `npm test`. */
import { describe, expect, it } from 'vitest';
import { count, readReport } from './report.ts';

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => ({
    status,
    ancestorTitles: ['a quiz'],
    title: `test ${at}`,
  })),
});
const report = (...testResults: object[]) => readReport({ testResults });
const lastLine = (...given: Parameters<typeof count>) => count(...given).lines.at(-1);

describe('the last line of a test run', () => {
  it('counts each test once', () => {
    const good = report(file('a.test.ts', 'passed', 'passed'), file('b.test.ts', 'passed'));
    expect(count([], good)).toEqual({ lines: ['3 passed, 0 failed'], isGood: true });
    const bad = report(file('a.test.ts', 'passed', 'failed'));
    expect(count(['tests'], bad)).toEqual({ lines: ['1 passed, 1 failed'], isGood: false });
  });

  it('says how many did not run, and the lines before why', () => {
    const skipped = report(file('a.test.ts', 'passed', 'skipped', 'pending'));
    expect(lastLine([], skipped)).toBe('1 passed, 0 failed, 2 skipped');
    expect(skipped.skipped).toEqual([
      { file: 'a.test.ts', why: 'a quiz › test 1' },
      { file: 'a.test.ts', why: 'a quiz › test 2' },
    ]);
  });

  it('counts a step that failed as one, and names it', () => {
    const { lines, isGood } = count(['types'], report(file('a.test.ts', 'passed')));
    expect(lines).toEqual(['failed as a whole, and counted as one: types', '1 passed, 1 failed']);
    expect(isGood).toBe(false);
  });

  it('counts tests that ended without a report, or badly though none of them failed, as a failure', () => {
    expect(count([], undefined)).toMatchObject({ isGood: false });
    expect(lastLine(['tests'], undefined)).toBe('0 passed, 1 failed');
    expect(lastLine(['tests'], report(file('a.test.ts', 'passed')))).toBe('1 passed, 1 failed');
  });

  it('counts a file that cannot be read as a failure', () => {
    const unread = report({ ...file('a.test.ts'), status: 'failed' }, file('b.test.ts', 'passed'));
    expect(lastLine(['tests'], unread)).toBe('1 passed, 1 failed');
  });
});
