/** The order in which files are tested: the longest first, so that no worker ends with a long one alone. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** As measured; on those that are not named here nobody waits. */
const LONGEST = [
  'tests/main.test.ts',
  'tests/chaos/trials.test.ts',
  'tests/attack/attack.test.ts',
  'tests/whole/whole-bot.test.ts',
  'tests/core/deaths.test.ts',
  'tests/queue/shared.test.ts',
  'tests/adapters/web/page.test.ts',
  'tests/adapters/web/following.test.ts',
  'tests/core/faults.test.ts',
  'tests/store/postgres.test.ts',
  'tests/store/copy.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const at = LONGEST.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return at >= 0 ? at : project.name === 'pure' ? LONGEST.length + 1 : LONGEST.length;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
