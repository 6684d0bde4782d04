/** Dates as people write them: `2018`, `2018-05?`, `2018-05-29/2018-05-31`, or words. */
import type { z } from 'zod';
import type { DateSpec } from '../../core/dataset/fields.ts';
import type { Article } from '../../core/dataset/schema.ts';
import { DATED, type When } from './written.ts';

const precisionOf = (date: string): 'year' | 'month' | 'day' =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

/** The record that the core then checks: here nothing is refused. */
export function dateOf(written: z.output<typeof When>): DateSpec {
  const { on, text } = typeof written === 'string' ? { on: written, text: undefined } : written;
  const [, from, until, mark] = DATED.exec(on) ?? [];
  const basis = on.endsWith('?') ? 'inferred' : 'stated';
  if (from === undefined) return { precision: 'relative', basis, text: on.replace(/\s*\?$/, '') };
  return {
    precision: precisionOf(from),
    basis: mark ? 'inferred' : 'stated',
    on: from,
    ...(until === undefined ? {} : { until }),
    ...(text === undefined ? {} : { text }),
  };
}

type Published = Pick<Article, 'published' | 'precision' | 'basis'>;

/** Of an article; what is no date at all is left for the core to refuse. */
export function publishedOf(written: string): Published {
  const published = written.replace(/\?$/, '');
  return {
    published,
    precision: precisionOf(published),
    basis: written.endsWith('?') ? 'inferred' : 'stated',
  };
}
