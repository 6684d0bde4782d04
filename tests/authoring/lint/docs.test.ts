import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ABOUT_RULES } from '../../../src/authoring/lint/about-rules.ts';
import type { Rule } from '../../../src/authoring/lint/rule.ts';
import { rules } from '../../../src/authoring/lint/rules.ts';

/** As the table marks them. */
const marksOf = ({ needs, languages, protects }: Rule): string =>
  `${needs ? '∗' : ''}${languages ? '†' : ''}${protects ? '‡' : ''}`;

describe('docs/packs.md', () => {
  it('has every rule, with its severity and what it depends on, and no other', () => {
    const [, table = ''] = readFileSync('docs/packs.md', 'utf8').split('## What the lint looks at');
    const told = [...table.matchAll(/^\| `([a-z-]+)` ?([∗†‡]*) +\| (\w+) /gmu)].map(([, ...row]) =>
      row.join(' '),
    );
    const known = [
      ...rules.map((rule) => [rule.id, marksOf(rule), rule.severity].join(' ')),
      ...Object.entries(ABOUT_RULES).map(([id, { severity }]) => `${id}  ${severity}`),
    ];
    expect(told).toEqual(known);
  });
});
