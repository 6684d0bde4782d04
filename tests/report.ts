/** What a run of the tests comes to. */
import { z } from 'zod';

const VitestReport = z.looseObject({
  testResults: z.array(
    z.looseObject({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.looseObject({ status: z.string(), ancestorTitles: z.array(z.string()), title: z.string() }),
      ),
    }),
  ),
});

export interface Report {
  readonly passed: number;
  readonly failed: number;
  /** Those that did not run; their own words say why. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** Throws for what is no report of vitest's. */
export function readReport(json: unknown): Report {
  const { testResults } = VitestReport.parse(json);
  const tests = testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file })),
  );
  /** A file that cannot be read has no tests, and is one failure. */
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(isFailed).length + broken.length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ file, ancestorTitles, title }) => ({ file, why: [...ancestorTitles, title].join(' › ') })),
  };
}

const isFailed = ({ status }: { readonly status: string }): boolean => status === 'failed';

/** The last lines of a run, of which the very last one is for programs too. */
export function count(
  failedSteps: readonly string[],
  report: Report | undefined,
): { readonly lines: readonly string[]; readonly isGood: boolean } {
  const { passed, failed, skipped } = report ?? { passed: 0, failed: 0, skipped: [] };
  /** The step of the tests fails where one of them does, which is counted already. */
  const others = failedSteps.filter((name) => name !== 'tests' || failed === 0);
  const lines = [
    ...(report ? [] : ['the tests ended without a report']),
    ...others.map((name) => `failed as a whole, and counted as one: ${name}`),
  ];
  const failures = failed + others.length + (report || others.includes('tests') ? 0 : 1);
  const rest = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  return { lines: [...lines, `${passed} passed, ${failures} failed${rest}`], isGood: failures === 0 };
}
