/** Where a receipt’s link opens an article, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTexts } from '../../src/authoring/article/texts.ts';
import { linkTo } from '../../src/core/facts/text-fragment.ts';
import { loadPacks } from '../../src/packs/read.ts';
import { type ArticleServer, highlighted, inView, serveArticles } from '../fakes/article-server.ts';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';

const packs = await loadPacks('tests/fixtures/packs');
const articles =
  (await readTexts(
    'tests/fixtures/articles',
    packs.flatMap((pack) => pack.articles.map(({ id }) => id)),
  )) ?? [];
const receipts = packs.flatMap(({ claims }) => claims.flatMap((claim) => claim.receipts));

const SIGNS = [
  'The pier, the boats and the skipper: an article',
  'A first paragraph, which speaks of the pier, too.',
  'In June, Quill’s friend — “the skipper”, she said — bought nets & ropes at the well-known shop; 100% hemp, no #1.',
  'A last paragraph, in which the skipper’s friend comes back.',
];

let browser: TestBrowser;
let server: ArticleServer;
beforeAll(async () => {
  browser = await openBrowser();
  const texts = articles.map(({ article, paragraphs }) => [article, paragraphs] as const);
  server = await serveArticles(new Map([...texts, ['signs', SIGNS]]));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** What somebody sees in the end who follows the link: paragraphs in the window, and those with something highlighted. */
async function follow(
  article: string,
  passages: Parameters<typeof linkTo>[1],
  wanted: { readonly seen: readonly number[]; readonly marked: readonly number[] },
) {
  const link = linkTo(server.addressOf(article), passages);
  const { page, complaints } = await browser.visit(link, { viewport: { width: 400, height: 300 } });
  try {
    await expect
      .poll(async () => ({ seen: await inView(page), marked: await highlighted(page) }))
      .toEqual(wanted);
    expect(complaints).toEqual([]);
  } finally {
    await page.context().close();
  }
}

describe('the link of a receipt', () => {
  const links = new Map(receipts.map((receipt) => [linkTo(receipt.article, [receipt]), receipt]));

  it.each([...links])('%s opens the article at the cited paragraph, highlighted', async (_, receipt) => {
    const { article, paragraph } = receipt;
    await follow(article, [receipt], { seen: [paragraph], marked: [paragraph] });
  });

  it.each([
    ['commas and an em dash', { from: 'In June, Quill’s friend', to: 'she said —' }],
    [
      'quotation marks, curly in the article and straight in the receipt',
      { from: "Quill's friend", to: 'she said' },
    ],
    ['a hyphen', { from: 'well-known shop', to: 'hemp' }],
    ['an ampersand', { from: 'nets & ropes', to: 'no' }],
    ['a percent sign and a hash', { from: '100% hemp', to: 'no #1' }],
    ['one run of words', { from: 'bought nets' }],
  ])('finds words with %s', async (_, passage) => {
    await follow('signs', [passage], { seen: [3], marked: [3] });
  });

  it('highlights every passage, and opens at the first that the receipt names', async () => {
    const passages = [
      { from: 'A last paragraph', to: 'comes back' },
      { from: 'A first', to: 'the pier' },
    ];
    await follow('signs', passages, { seen: [4], marked: [2, 4] });
  });

  it('is followed from a message to a window of its own, as the page opens it', async () => {
    const href = linkTo(server.addressOf('signs'), [{ from: 'A last paragraph' }]);
    const { page } = await browser.visit(server.addressOf('none'));
    await page.setContent(`<a href="${href}" target="_blank" rel="noopener noreferrer">An article</a>`);
    const opening = page.context().waitForEvent('page');
    await page.click('a');
    const opened = await opening;
    await expect.poll(() => inView(opened)).toEqual([4]);
    await expect.poll(() => highlighted(opened)).toEqual([4]);
    await page.context().close();
  });
});
