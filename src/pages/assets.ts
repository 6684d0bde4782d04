/**
 * A page's script, styles and fonts, bundled in this process when the page is first asked for: no build
 * step, nothing generated in the repository, nothing from another server.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { OutputFile, Plugin } from 'esbuild';
import type { Logger } from '../core/ports/logger.ts';
import { noticesOf } from './notices.ts';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Absent for what is compressed already. */
  readonly brotli?: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  /** Names the bundle by its contents. */
  build(): Promise<string>;
  find(name: string): Promise<Asset | undefined>;
  /** The names under which the page loads them; `door` is what the door needs in place of `style`. */
  entries(): Promise<Entries>;
}

export interface Entries {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  readonly door: string;
  /** The licences of what it is made of. */
  readonly notices: string;
}

interface Bundle extends Entries {
  readonly files: ReadonlyMap<string, Asset>;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
};

/** By the folder they are made of: one for the whole process, however often the page is opened. */
const bundles = new Map<string, Promise<Bundle>>();

/** `client` is a folder with a `page.tsx` and a `page.css`; all that they import comes along. */
export function createAssets(client: URL, logger: Logger): Assets {
  const bundle = (): Promise<Bundle> => {
    const known = bundles.get(client.href);
    if (known) return known;
    const made = makeBundle(fileURLToPath(client), logger).catch((error: unknown) => {
      bundles.delete(client.href);
      throw error;
    });
    bundles.set(client.href, made);
    return made;
  };
  return {
    build: async () => (await bundle()).script,
    find: async (name) => (await bundle()).files.get(name),
    entries: bundle,
  };
}

const MARK = fileURLToPath(new URL('client/mark.svg', import.meta.url));
const DOOR = fileURLToPath(new URL('client/door.css', import.meta.url));

async function makeBundle(client: string, logger: Logger): Promise<Bundle> {
  const { build, stop } = await import('esbuild');
  const result = await build({
    absWorkingDir: client,
    entryPoints: ['page.tsx', 'page.css', MARK, DOOR],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: '/assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'eof',
    metafile: true,
    loader: { '.svg': 'copy', '.woff2': 'file', '.woff': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    plugins: [optionalFonts(logger)],
  });
  await stop();
  const notices = asFile(await noticesOf(Object.keys(result.metafile.inputs), client));
  const files = new Map(await Promise.all([...result.outputFiles, notices].map(asEntry)));
  const named = (pattern: RegExp): string => [...files.keys()].find((name) => pattern.test(name)) ?? '';
  logger.info('web-page-bundled', { files: files.size });
  return {
    files,
    script: named(/^page-.*js$/),
    style: named(/^page-.*css$/),
    icon: named(/^mark-/),
    door: named(/^door-/),
    notices: named(/^notices-/),
  };
}

type File = Pick<OutputFile, 'path' | 'contents'>;

function asFile(notices: string): File {
  const hash = createHash('sha256').update(notices).digest('hex').slice(0, 8).toUpperCase();
  return { path: `/assets/notices-${hash}.txt`, contents: Buffer.from(notices) };
}

async function asEntry({ path, contents }: File): Promise<[string, Asset]> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  const body = new Uint8Array(contents);
  if (type.startsWith('font/')) return [name, { type, body }];
  const brotli = await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return [name, { type, body, brotli: new Uint8Array(brotli) }];
}

/** Without the font packages the page is set in the reader's own fonts. */
const optionalFonts = (logger: Logger): Plugin => ({
  name: 'optional-fonts',
  setup: ({ onResolve, onLoad, resolve }) => {
    onResolve({ filter: /^@fontsource/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'second try') return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: 'second try' });
      if (found.errors.length === 0) return found;
      logger.warn('web-page-font-missing', { path });
      return { path, namespace: 'missing-font' };
    });
    onLoad({ filter: /.*/, namespace: 'missing-font' }, () => ({ contents: '', loader: 'css' }));
  },
});
