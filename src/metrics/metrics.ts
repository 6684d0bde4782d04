/**
 * What `/metrics` tells, in the text format of Prometheus. Every label comes from a short list that is known beforehand, so
 * that no id, no place and no word that somebody typed gets in, and the number of series has an end.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricsParts {
  readonly release: string;
  readonly store: 'sqlite' | 'postgres';
  readonly platforms: readonly string[];
  /** The names of commands. */
  readonly commands: readonly string[];
}

/** What is read when somebody asks, and costs no call to the database. */
export interface Gauges {
  /** Of each platform. */
  connected(): Readonly<Record<string, boolean>>;
  lost(): readonly string[];
  lastTick(): { readonly ageMs: number | undefined; readonly overdueMs: number };
  jobs(): Readonly<Record<'later' | 'urgent' | 'fanOut', number>>;
}

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** What is measured from then on when somebody asks. */
  watch(gauges: Gauges): void;
  requested(platform: unknown, kind: unknown): void;
  /** Milliseconds since the request arrived. */
  acknowledged(platform: unknown, ms: unknown): void;
  answered(platform: unknown, ms: unknown): void;
  dailyDue(platform: unknown): void;
  dailySettled(platform: unknown, outcome: unknown, lateMs?: unknown): void;
  revealed(platform: unknown, lateMs: unknown): void;
  editWithheld(platform: unknown, how: 'put-off' | 'dropped'): void;
  limitMet(platform: unknown, of: unknown): void;
  sessionsLeft(platform: unknown, left: unknown): void;
  stored(group: string, seconds: number, failed: boolean): void;
  logged(level: 'warn' | 'error', event: string): void;
}

const PEOPLE_WAIT = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];
const LATE = [1, 5, 15, 60, 120, 300, 900, 3_600];
/** What `deploy/alerts.yaml` counts of the log. */
const ALARMED = [
  ['error', 'request-failed'],
  ['error', 'discord-interaction-failed'],
  ['error', 'discord-reply-failed'],
  ['error', 'slack-reply-failed'],
  ['error', 'web-reply-failed'],
  ['warn', 'slack-reply-failed'],
  ['warn', 'slack-ack-failed'],
] as const;

const STORE = [0.000_5, 0.002, 0.005, 0.02, 0.05, 0.2, 1, 5, 15];

/** Its own ten milliseconds would wake an idle bot a hundred times a second. What is told includes it. */
const LOOP_LOOK_MS = 100;

/** A log has not so many events that warn; what comes after them is counted together. */
const MOST_EVENTS = 150;

export function createMetrics({ release, store, platforms, commands }: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_LOOK_MS });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name: `receipts_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[],
  ) => new Histogram({ name: `receipts_${name}`, help, buckets, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `receipts_${name}`, help, labelNames, registers });

  const info = gauge('info', 'Always 1; says which release, which Node and which kind of database', [
    ...(['release', 'node', 'store'] as const),
  ]);
  info.set({ release, node: process.versions.node, store }, 1);
  const requests = counter('requests_total', 'Requests handled, by the command or what else they are', [
    ...(['platform', 'kind'] as const),
  ]);
  const acknowledge = histogram(
    'acknowledge_seconds',
    'From the arrival of a request until the platform took its acknowledgement',
    PEOPLE_WAIT,
    ['platform'],
  );
  const answer = histogram(
    'answer_seconds',
    'From the arrival of a request until its answer was handed over',
    PEOPLE_WAIT,
    ['platform'],
  );
  const due = counter('dailies_due_total', 'Daily questions whose time came', ['platform']);
  const settled = counter('dailies_settled_total', 'Daily questions, by what became of them', [
    ...(['platform', 'outcome'] as const),
  ]);
  const late = histogram('daily_late_seconds', 'How late daily questions were posted', LATE, ['platform']);
  const reveal = histogram('reveal_late_seconds', 'How late results were shown', LATE, ['platform']);
  const withheld = counter(
    'edits_withheld_total',
    'Counts of answers that waited for the edit budget (put-off) or that a result came before (dropped)',
    ['platform', 'how'],
  );
  const limits = counter('limits_met_total', 'Requests over a limit, by whose', ['platform', 'of']);
  const sessions = gauge('sessions_left', 'Sessions that the platform still lets begin today', ['platform']);
  const stored = histogram('store_seconds', 'How long the database took', STORE, ['group']);
  const unstored = counter('store_failures_total', 'Calls to the database that failed', ['group']);
  const lines = counter('log_lines_total', 'Lines of the log that warn or tell of an error, by event', [
    ...(['level', 'event'] as const),
  ]);
  const connected = gauge('platform_connected', '1 where requests can arrive', ['platform']);
  const lost = gauge('platform_lost', '1 where nothing works until somebody changes something', ['platform']);
  const tickAge = gauge('tick_age_seconds', 'Since all that was due was last handed out');
  const overdue = gauge(
    'daily_overdue_seconds',
    'By how much the longest due daily question is late, as the last tick saw it',
  );
  const jobs = gauge('queue_jobs', 'Jobs of this process: later, or due and waiting or running', ['state']);

  const knownIn = (names: readonly string[]) => {
    const known = new Set(names);
    return (given: unknown) => (typeof given === 'string' && known.has(given) ? given : 'other');
  };
  const platformOf = knownIn(platforms);
  const kindOf = knownIn([...commands, 'press', 'suggest']);
  const outcomeOf = knownIn(['posted', 'skipped', 'failed', 'unknown']);
  const limitOf = knownIn(['person', 'place', 'workspace']);
  const events = new Set<string>();
  const eventOf = (event: string) => {
    if (events.size < MOST_EVENTS) events.add(event);
    return events.has(event) ? event : 'other';
  };
  const observe = (one: Histogram<'platform'>, platform: unknown, ms: unknown) => {
    if (typeof ms === 'number' && Number.isFinite(ms))
      one.observe({ platform: platformOf(platform) }, Math.max(0, ms) / 1_000);
  };
  // There from the start: an alarm on a series that comes with its first failure never sees it rise from 0.
  for (const platform of platforms) {
    due.inc({ platform }, 0);
    for (const outcome of ['posted', 'skipped', 'failed', 'unknown']) settled.inc({ platform, outcome }, 0);
    for (const how of ['put-off', 'dropped']) withheld.inc({ platform, how }, 0);
    for (const one of [acknowledge, answer, late, reveal]) one.zero({ platform });
  }
  for (const [level, event] of ALARMED) lines.inc({ level, event: eventOf(event) }, 0);
  for (const group of ['playing', 'daily', 'remembering', 'retaining']) unstored.inc({ group }, 0);

  let gauges: Gauges | undefined;
  const read = ({ connected: isConnected, lost: areLost, ...rest }: Gauges) => {
    const gone = areLost();
    for (const [platform, isUp] of Object.entries(isConnected())) {
      connected.set({ platform: platformOf(platform) }, isUp ? 1 : 0);
      lost.set({ platform: platformOf(platform) }, gone.includes(platform) ? 1 : 0);
    }
    const { ageMs, overdueMs } = rest.lastTick();
    if (ageMs !== undefined) tickAge.set(ageMs / 1_000);
    overdue.set(Math.max(0, overdueMs) / 1_000);
    const { later, urgent, fanOut } = rest.jobs();
    jobs.set({ state: 'later' }, later);
    jobs.set({ state: 'urgent' }, urgent);
    jobs.set({ state: 'fan-out' }, fanOut);
  };

  return {
    contentType: registry.contentType,
    text: () => {
      if (gauges) read(gauges);
      return registry.metrics();
    },
    watch: (given) => {
      gauges = given;
    },
    requested: (platform, kind) => requests.inc({ platform: platformOf(platform), kind: kindOf(kind) }),
    acknowledged: (platform, ms) => observe(acknowledge, platform, ms),
    answered: (platform, ms) => observe(answer, platform, ms),
    dailyDue: (platform) => due.inc({ platform: platformOf(platform) }),
    dailySettled: (platform, outcome, lateMs) => {
      settled.inc({ platform: platformOf(platform), outcome: outcomeOf(outcome) });
      observe(late, platform, lateMs);
    },
    revealed: (platform, lateMs) => observe(reveal, platform, lateMs),
    editWithheld: (platform, how) => withheld.inc({ platform: platformOf(platform), how }),
    limitMet: (platform, of) => limits.inc({ platform: platformOf(platform), of: limitOf(of) }),
    sessionsLeft: (platform, left) => {
      if (typeof left === 'number') sessions.set({ platform: platformOf(platform) }, left);
    },
    stored: (group, seconds, failed) => {
      stored.observe({ group }, seconds);
      if (failed) unstored.inc({ group });
    },
    logged: (level, event) => lines.inc({ level, event: eventOf(event) }),
  };
}
