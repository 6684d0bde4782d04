/** What Grafana draws and Prometheus alarms at is what the bot tells. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/metrics/metrics.ts';

const read = (file: string) => readFileSync(file, 'utf8');

const expressions: Readonly<Record<string, readonly string[]>> = {
  'deploy/grafana.json': [...read('deploy/grafana.json').matchAll(/"expr": "((?:[^"\\]|\\.)*)"/g)].map(
    ([, text = '']) => text,
  ),
  'deploy/alerts.yaml': parse(read('deploy/alerts.yaml')).groups.flatMap(
    ({ rules }: { rules: { expr: string }[] }) => rules.map(({ expr }) => expr),
  ),
};

const namesIn = (text: string) =>
  [...text.matchAll(/\b((?:receipts|nodejs|process)_[a-z0-9_]+?)(?:_bucket|_count|_sum)?(?=[{[\s)]|$)/g)].map(
    ([, name = '']) => name,
  );

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/${name}`))
  .join('\n');

/** At which the program logs it. */
const levelsOf = (event: string) => {
  const levels = ['warn', 'error'].filter((level) => sources.includes(`logger.${level}('${event}'`));
  return levels.length > 0 ? levels : [`no line tells ${event}`];
};

const eventsIn = (found: readonly string[]) =>
  found.flatMap((text) =>
    [...text.matchAll(/event=~"([^"]*)"/g)].flatMap(([, names = '']) => names.split('|')),
  );

describe.each(Object.entries(expressions))('%s', (_, found) => {
  it('names only figures that there are', async () => {
    const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: [] });
    const told = new Set([...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const named = found.flatMap(namesIn);
    expect(named.length).toBeGreaterThanOrEqual(found.length);
    expect(named.filter((name) => !told.has(name))).toEqual([]);
  });

  it('counts only events that are told from the start, so that an alarm sees the first', async () => {
    const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: [] });
    const text = await metrics.text();
    const untold = eventsIn(found).flatMap((event) =>
      levelsOf(event).filter(
        (level) => !text.includes(`receipts_log_lines_total{level="${level}",event="${event}"} 0`),
      ),
    );
    expect(untold).toEqual([]);
  });

  it('names only events that the page on the log explains', () => {
    expect(eventsIn(found).filter((event) => !read('docs/log-events.md').includes(`\`${event}\``))).toEqual(
      [],
    );
  });
});

describe('the figures', () => {
  it('are each drawn by the dashboard, or alarmed at', async () => {
    const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: [] });
    const ours = [...(await metrics.text()).matchAll(/^# TYPE (receipts_\S+)/gm)].map(
      ([, name = '']) => name,
    );
    const used = new Set(Object.values(expressions).flat().flatMap(namesIn));
    expect(ours.filter((name) => !used.has(name) && name !== 'receipts_platform_lost')).toEqual([]);
  });

  it('are all in the operator’s page', async () => {
    const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: [] });
    const ours = [...(await metrics.text()).matchAll(/^# TYPE (receipts_\S+)/gm)].map(
      ([, name = '']) => name,
    );
    expect(ours.filter((name) => !read('docs/operations.md').includes(`\`${name}\``))).toEqual([]);
  });
});
