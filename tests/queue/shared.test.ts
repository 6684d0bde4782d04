/** What several processes on one PostgreSQL have in common. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { platformId } from '../../src/core/ids.ts';
import type { Queue } from '../../src/core/ports/queue.ts';
import { openSharedQueue } from '../../src/queue/shared.ts';
import { systemClock } from '../../src/system.ts';
import { createWorker, daily, eventually, queueContract, TEST } from '../contracts/queue.ts';
import { createRecordingLogger } from '../fakes/logger.ts';
import { sharedPostgres } from '../fakes/shared-postgres.ts';
import { throughSilentLine } from '../fakes/silent-line.ts';

const OTHER = platformId('other');
const server = sharedPostgres();

queueContract('PostgreSQL', async (parts) =>
  openSharedQueue({ ...parts, platforms: [TEST, OTHER], url: await server.createDatabase() }),
);

describe('several processes on one PostgreSQL', () => {
  const toStop: Queue[] = [];
  const children: ChildProcess[] = [];
  afterEach(async () => {
    await Promise.all(toStop.splice(0).map((queue) => queue.stop()));
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const logger = createRecordingLogger();
  let troubles = 0;
  const onTrouble = () => {
    troubles += 1;
  };
  const open = async (url: string, platforms = [TEST]): Promise<Queue> => {
    const queue = await openSharedQueue({
      url,
      platforms,
      logger,
      clock: systemClock,
      onTrouble,
      lookForDeadSeconds: 1,
    });
    toStop.push(queue);
    return queue;
  };

  it('share the work: all of it is done, nothing twice, though each adds all of it', async () => {
    const url = await server.createDatabase();
    const queues = await Promise.all([open(url), open(url), open(url)]);
    const workers = queues.map(() => createWorker());
    for (const [at, queue] of queues.entries()) {
      for (let count = 0; count < 100; count += 1) queue.enqueue(daily(`${count}`), 0);
      queue.enqueue(daily(`only from ${at}`), 0);
    }
    await rowsAre(url, 103);
    for (const [at, queue] of queues.entries()) queue.start(async (job) => workers[at]?.work(job, true));
    await eventually(() => workers.map((worker) => worker.running())).toEqual([20, 20, 20]);
    for (const worker of workers) worker.letGo();
    const ended = () => workers.flatMap((worker) => worker.ended);
    await eventually(() => new Set(ended()).size).toBe(103);
    expect(ended()).toHaveLength(103);
  });

  it('leave what is on a platform that they are not on to those that are', async () => {
    const url = await server.createDatabase();
    const [without, lost, within] = [await open(url, [OTHER]), await open(url), await open(url)];
    const [idle, resting, worker] = [createWorker(), createWorker(), createWorker()];
    without.start((job) => idle.work(job, false));
    lost.leave(TEST);
    lost.start((job) => resting.work(job, false));
    for (let count = 0; count < 40; count += 1) within.enqueue(daily(`${count}`), 0);
    await rowsAre(url, 40);
    within.start((job) => worker.work(job, false));
    await eventually(() => worker.ended.length).toBe(40);
    expect([...idle.began, ...resting.began]).toEqual([]);
  });

  it('take the longest due first, whoever added it and when', async () => {
    const url = await server.createDatabase();
    const [early, late] = [await open(url), await open(url)];
    const now = Date.now();
    for (let count = 0; count < 300; count += 1) early.enqueue(daily(`today ${count}`), now);
    await rowsAre(url, 300);
    for (let count = 0; count < 5; count += 1) late.enqueue(daily(`missed ${count}`), now - 3_600_000);
    await rowsAre(url, 305);
    const worker = createWorker();
    early.start((job) => worker.work(job, false));
    await eventually(() => worker.ended.length).toBe(305);
    expect(worker.began.slice(0, 15)).toEqual(expect.arrayContaining(['missed 0', 'missed 4']));
  });

  it('take over what a process had begun that was killed', async () => {
    const url = await server.createDatabase();
    const child = spawnHolder(url);
    children.push(child);
    await once(child.stdout ?? child, 'data');
    const heir = await open(url);
    const worker = createWorker();
    heir.start((job) => worker.work(job, false));
    heir.enqueue(daily('held'), 0);
    heir.enqueue(daily('free'), 0);
    await eventually(() => worker.ended).toEqual(['free']);
    child.kill('SIGKILL');
    await once(child, 'close');
    await query(url, `update receipts_queue.job set heartbeat_on = heartbeat_on - interval '30 seconds'`);
    await untilDone(heir, worker, 'held');
  });

  it('leave a job to the process that works on it, as long as it lives', async () => {
    const url = await server.createDatabase();
    const [owner, other] = [await open(url), await open(url)];
    const [owning, idling] = [createWorker(), createWorker()];
    owner.start((job) => owning.work(job, true));
    owner.enqueue(daily('long'), 0);
    await eventually(() => owning.began).toEqual(['long']);
    other.start((job) => idling.work(job, false));
    other.enqueue(daily('long'), 0);
    other.enqueue(daily('short'), 0);
    await eventually(() => [...owning.began, ...idling.began].toSorted()).toEqual(['long', 'short']);
    owning.letGo();
    await eventually(() => owning.ended).toContain('long');
  });

  it('go on after the server has cut their connections, and after a time without any server', async () => {
    const url = await server.createDatabase();
    const queue = await open(url);
    const worker = createWorker();
    queue.start((job) => worker.work(job, false));
    await query(url, CUT_CONNECTIONS);
    await untilDone(queue, worker, 'after the cut');
    const name = new URL(url).pathname.slice(1);
    await query(server.url('postgres'), `alter database ${name} allow_connections false`);
    await query(server.url('postgres'), CUT_CONNECTIONS.replace('current_database()', `'${name}'`));
    const before = troubles;
    queue.enqueue(daily('lost'), 0);
    // The next tick is asked to come soon.
    await eventually(() => troubles).toBe(before + 1);
    await eventually(() => logger.lines.map(({ event }) => event)).toContain('jobs-not-queued');
    await query(server.url('postgres'), `alter database ${name} allow_connections true`);
    await untilDone(queue, worker, 'when it is back');
    await untilDone(queue, worker, 'lost');
  });

  it('go on after all their lines have gone silent in the middle of the work', async () => {
    const line = await throughSilentLine(await server.createDatabase());
    const queue = await openSharedQueue({
      ...{ url: line.url, platforms: [TEST], logger, clock: systemClock },
      ...{ lookForDeadSeconds: 1, answerWithinMs: 1_000 },
    });
    toStop.push(queue);
    const worker = createWorker();
    queue.start((job) => worker.work(job, false));
    for (let count = 0; count < 60; count += 1) queue.enqueue(daily(`${count}`), 0);
    await eventually(() => worker.ended.length).toBeGreaterThan(10);
    line.silence();
    await untilDone(queue, worker, 'after the silence');
    await untilDone(queue, worker, 'and another');
    line.close();
  });

  it('give back what has not ended when the time to stop is over, and another does it at once', async () => {
    const url = await server.createDatabase();
    const [leaver, heir] = [await open(url), await open(url)];
    const [leaving, inheriting] = [createWorker(), createWorker()];
    leaver.start((job) => leaving.work(job, true));
    leaver.enqueue(daily('endless'), 0);
    await eventually(() => leaving.began).toEqual(['endless']);
    await leaver.stop();
    expect(leaving.ended).toEqual([]);
    heir.start((job) => inheriting.work(job, false));
    await eventually(() => inheriting.ended).toEqual(['endless']);
    leaving.letGo();
  });

  it('start together on an empty database', async () => {
    const url = await server.createDatabase();
    const queues = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    const worker = createWorker();
    for (const queue of queues) queue.start((job) => worker.work(job, false));
    queues[4]?.enqueue(daily('one'), 0);
    await eventually(() => worker.ended).toEqual(['one']);
  });

  it('are told what to change where the database’s user may not make the queue’s schema', async () => {
    const url = new URL(await server.createDatabase());
    await query(url.href, `create role guest_${url.pathname.slice(1)} login password 'guest-password'`);
    url.username = `guest_${url.pathname.slice(1)}`;
    url.password = 'guest-password';
    await expect(open(url.href)).rejects.toMatchObject({
      code: 'STORE',
      message: expect.stringMatching(/permission denied.*create the schema receipts_queue/),
    });
  });
});

const CUT_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'receipts-queue' and datname = current_database()`;

/** As the tick does: what is not done yet is handed out again. */
const untilDone = (queue: Queue, worker: ReturnType<typeof createWorker>, name: string) =>
  eventually(() => {
    if (!worker.ended.includes(name)) queue.enqueue(daily(name), 0);
    return worker.ended;
  }).toContain(name);

const rowsAre = (url: string, count: number) =>
  eventually(
    async () => (await query(url, 'select count(*)::int as count from receipts_queue.job')).rows,
  ).toEqual([{ count }]);

/** A process that begins the job “held”, says so, and never ends it. */
function spawnHolder(url: string): ChildProcess {
  const program = `
    const { openSharedQueue } = await import(${JSON.stringify(new URL('../../src/queue/shared.ts', import.meta.url).href)});
    const { systemClock } = await import(${JSON.stringify(new URL('../../src/system.ts', import.meta.url).href)});
    const logger = { debug() {}, info() {}, warn: console.error, error: console.error };
    const queue = await openSharedQueue({ url: process.env.QUEUE_URL, platforms: ['test'], logger, clock: systemClock });
    queue.start(() => { console.log('began'); return new Promise(() => {}); });
    queue.enqueue({ do: 'run-daily', platform: 'test', daily: 'held' }, 0);`;
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program],
    { env: { PATH: process.env.PATH, QUEUE_URL: url }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

async function query(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
