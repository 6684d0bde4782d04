/** What Grafana draws and Prometheus alarms at is what the bot tells. */
import { readFileSync } from 'node:fs';
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

describe.each(Object.entries(expressions))('%s', (_, found) => {
  it('names only figures that there are', async () => {
    const metrics = createMetrics({ release: '0', store: 'sqlite', platforms: ['test'], commands: [] });
    const told = new Set([...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const named = found.flatMap(namesIn);
    expect(named.length).toBeGreaterThanOrEqual(found.length);
    expect(named.filter((name) => !told.has(name))).toEqual([]);
  });

  it('names only events that the page on the log explains', () => {
    const events = found.flatMap((text) =>
      [...text.matchAll(/event=~"([^"]*)"/g)].flatMap(([, names = '']) => names.split('|')),
    );
    expect(events.filter((event) => !read('docs/log-events.md').includes(`\`${event}\``))).toEqual([]);
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
