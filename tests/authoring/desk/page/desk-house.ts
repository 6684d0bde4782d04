/** The desk on a pack of the test's own, and somebody who opens it in a browser. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser, type TestBrowser, type Visitor } from '../../../fakes/browser.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

export const ARTICLE = `# Days off

Everybody at Finch & Daughters has 27 days of leave a year. They may be taken by the hour.

Storm days come on top. When the wind on the quay passes 90 kilometres an hour, the house is closed.

On the day of the first snow, work ends at noon. The best snowman wins the golden shovel.

Write to the office if anything here is unclear.

In 2014 Nora Finch bought the golden shovel for twelve crowns.
`;

/** A pack that is in the middle of being written: two facts, two questions, a draft, and three paragraphs left. */
export const PACK: Readonly<Record<string, string>> = {
  'pack.yaml': 'format: 1\ntitle: Finch handbook\n',
  'articles.yaml': `# The one we all know.
leave:
  title: Days off
  publisher: Finch & Daughters
  ours: true
`,
  'articles/leave.md': ARTICLE,
  'topics/days-off.yaml': `topic: Days off
entries:
  # The first thing people ask.
  - fact: Finch & Daughters give everybody 27 days of leave a year.
    id: leave-days
    receipt: leave#1

  - question: How many days of leave does everybody have?
    id: how-many
    right: "27"
    wrong: ["22", "25", "30"]
    payoff: They may be taken by the hour.
    fit: daily

  - fact: Finch & Daughters stay closed when the wind on the quay passes 90 kilometres an hour.
    id: storm
    receipt: leave#2

  - question: What closes the house?
    id: what-closes
    right: Wind on the quay
    wrong: [A full moon, A heatwave]
    payoff: From 90 kilometres an hour it is a storm day.
    fit: daily

  - fact: Storm days come on top of the leave.
    id: on-top
    receipt: leave#2
    draft: true
`,
};

export interface House {
  readonly desk: OpenDesk;
  readonly folder: string;
  visit(options?: BrowserContextOptions): Promise<Visitor>;
  reads(name: string): Promise<string>;
  puts(name: string, text: string): Promise<void>;
  /** The program stops as if somebody had pulled the plug, and is started again at the same address. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
}

/** A folder, a desk and a visitor of their own for each test; one browser for all. */
export function houseForEachTest(files: Readonly<Record<string, string>> = PACK): House {
  let browser: TestBrowser;
  let folder = '';
  let desk: OpenDesk;
  const puts = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receipts-desk-'));
    for (const [name, text] of Object.entries(files)) await puts(name, text);
    desk = await openDesk(folder);
  });
  afterEach(async () => {
    await desk.close();
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  return {
    get desk() {
      return desk;
    },
    get folder() {
      return folder;
    },
    visit: (options) => browser.visit(desk.address, { reducedMotion: 'reduce', ...options }),
    reads: (name) => readFile(join(folder, name), 'utf8'),
    puts,
    async restart(meanwhile = async () => undefined) {
      const { port } = new URL(desk.address);
      await desk.close();
      await meanwhile();
      desk = await openDesk(folder, Number(port));
    },
  };
}

// ------------------------------------------------------------------------------------------ what one sees at the desk

export const text = (page: Page): Locator => page.locator('#text');

export const paragraph = (page: Page, number: number): Locator =>
  page.locator(`[data-paragraph="${number}"]`);

/** Chooses it. */
export const goTo = async (page: Page, number: number): Promise<void> => {
  await page.getByRole('button', { name: `Paragraph ${number}`, exact: true }).click();
};

/** The button with the words of a fact or question. */
export const entry = (page: Page, words: string): Locator =>
  page.locator('.entry-choose', { hasText: words });

export const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** What people will see: “Fact on Discord”. */
export const card = (page: Page, name: string): Locator => page.getByRole('figure', { name, exact: true });

export const notice = (page: Page, words: string | RegExp): Locator =>
  page.locator('.notice-bar').getByText(words);

export const factForm = (page: Page): Locator => page.getByRole('form', { name: /the fact|a fact/ });

export const questionForm = (page: Page): Locator =>
  page.getByRole('form', { name: /the question|a question/ });

/** What is typed next is meant for it. */
export const expectFocus = (what: Locator): Promise<void> =>
  expect
    .poll(() => what.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))
    .toBe(true);

/** Whole on the screen, and with nothing lying over it. */
export const expectInSight = (what: Locator): Promise<void> =>
  expect
    .poll(() =>
      what.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const seen = [top + 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y));
        return seen.every((one) => one !== null && (element.contains(one) || one.contains(element)));
      }),
    )
    .toBe(true);
