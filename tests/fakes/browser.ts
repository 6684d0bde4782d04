/**
 * A real Chromium, so that the page is tested where it lives. One browser serves all tests of a file; each
 * test gets a context of its own, which is what a fresh visitor has.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about: script errors, refused content, requests to other servers. */
  readonly complaints: readonly string[];
}

export interface TestBrowser {
  /** A new visitor who opens this address. Only the machine itself can be reached. */
  visit(address: string, options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    // As root, and in a container with little shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  return { visit: (address, options) => visit(browser, address, options), close: () => browser.close() };
}

async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
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
