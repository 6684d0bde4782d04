/**
 * A real Chromium, so that the page is tested where it lives. One browser serves all tests of a file; each
 * test gets a context of its own, which is what a fresh visitor has.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about: script errors, refused content, requests to other servers. */
  readonly complaints: readonly string[];
}

export interface TestBrowser {
  /** A new visitor who opens this address. Only the machine itself can be reached. */
  visit(address: string, options?: BrowserContextOptions): Promise<Visitor>;
  /** An empty page of a new visitor whom nobody keeps from any server. */
  stray(): Promise<Page>;
  close(): Promise<void>;
}

/** `names`: to which address of this machine each leads, in place of what the network says. */
export async function openBrowser(names: Readonly<Record<string, string>> = {}): Promise<TestBrowser> {
  const rules = Object.entries(names).map(([name, address]) => `MAP ${name} ${address}`);
  const browser = await driver.launch({
    executablePath: await unpacked(),
    // As root, and in a container with little shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--host-resolver-rules=${rules}`],
    // In a language of no country, such as "C", Chromium finds no text in a page: neither people's nor that of a link.
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  });
  return {
    visit: (address, options) => visit(browser, address, options),
    stray: async () => (await browser.newContext()).newPage(),
    close: () => browser.close(),
  };
}

async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  // A limit for what hangs, and not for a machine that has more to do.
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console: ${message.text()}`);
  });
  await context.route(
    (url) => url.host !== new URL(address).host,
    (route) => {
      complaints.push(`request to another server: ${route.request().url()}`);
      return route.abort();
    },
  );
  await page.goto(address);
  return { page, complaints };
}

/**
 * Where the browser's program lies. It is unpacked beside and moved into place as a whole, because test files
 * run at the same time and the package itself takes a half-written file for a finished one.
 */
async function unpacked(): Promise<string> {
  const home = join(tmpdir(), `receipts-chromium-${manifest.devDependencies['@sparticuz/chromium']}`);
  if (existsSync(home)) return join(home, 'chromium');
  const workshop = await mkdtemp(join(tmpdir(), 'receipts-chromium-'));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = workshop;
  try {
    await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  // Another test file may have been first; then its copy is as good.
  await rename(workshop, home).catch(() => rm(workshop, { recursive: true, force: true }));
  return join(home, 'chromium');
}
