import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ReadArticle, readArticle } from '../../../src/authoring/article/read-article.ts';
import { paragraphsOf, read } from './reading.ts';

const saved = async (name: string): Promise<Omit<ReadArticle, 'text'>> => {
  const { text: _, ...article } = await readArticle(await readFile(`tests/fixtures/pages/${name}`), name);
  return article;
};

describe('a page saved from the browser', () => {
  it('of a blog gives the post, without menus, buttons and comments', async () => {
    expect(await saved('blog-post.html')).toEqual({
      format: 'html',
      title: 'The bakery on the quay',
      publisher: 'Paddle & Oar',
      author: 'Nell Tarrant',
      published: '2022-03-14',
      language: 'en',
      url: 'https://paddle.example/notes/the-bakery-on-the-quay/',
      notes: [],
      paragraphs: [
        'For nineteen years, the ovens of Hob & Daughter were lit at four in the morning, and the whole quay knew it by the smell of rye and caraway.',
        'Last Friday they stayed cold. Greta Hob, who is seventy-three, hung a slate on the door that said: “Gone to look at the sea.”',
        'What she baked',
        'A rye loaf of 1,200 grams, scored twice.',
        'Buns, on Saturdays only:',
        'with currants',
        'with nothing',
        'I never once ate the currant ones myself, she told me, and nobody ever asked.',
        'The mill at Sorrel Bridge sent her flour by boat until 2011, when the lock was closed; after that it came by lorry, and she said that the bread never forgave the road for it.',
        'Her daughter Ines means to light the ovens again in May, an hour later. The neighbours, she says, have earned it.',
      ],
    });
  });

  it('of a newspaper gives the story and what machines are told of it, without adverts and other stories', async () => {
    const { paragraphs, ...rest } = await saved('news-page.html');
    expect(rest).toEqual({
      format: 'html',
      title: 'Council votes to keep the ferry',
      publisher: 'The Dunmere Post',
      author: 'Olive Brandt, Sam Ritter',
      published: '2019-11-06',
      language: 'en',
      url: 'https://dunmere-post.example/2019/11/ferry-vote?utm=x',
      notes: [],
    });
    expect(paragraphs.map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      'The Marguerite at',
      'The council of',
      'Some eighty people',
      'Story continues below',
      'Councillor Hugh Penrose,',
      'What it costs',
      'A crossing costs',
      'The chain itself,',
    ]);
  });

  it('of a wiki gives rows of its tables, without numbers of footnotes and “edit”', async () => {
    const { title, publisher, published, paragraphs, notes } = await saved('wiki-page.html');
    expect({ title, publisher, published }).toEqual({
      title: 'Tarn Light',
      publisher: 'Lanternpedia',
      published: undefined,
    });
    expect(notes).toEqual(['the page has no date: nothing on it says when it appeared']);
    expect(paragraphs).toContain('History');
    expect(paragraphs).toContain('Built | 1862');
    expect(paragraphs).toContain('Josef Lund | 1862 | 1890');
    expect(paragraphs).toContain(
      'Tarn Light is a lighthouse on the skerry of Little Tarn, built between 1859 and 1862 by the engineer Edda Vance. It has been without a keeper since 1979.',
    );
    expect(paragraphs.join(' ')).not.toMatch(/\[|Random lamp|Categories/);
  });
});

describe('a page', () => {
  const LAMP = `<p>${'The lamp burns all night, and the keeper reads. '.repeat(8)}</p>`;

  it('may be a fragment, with paragraphs that are not closed or only broken', async () => {
    expect(await paragraphsOf('<p>One<p>Two<br>lines<br><br>Three <b>bold</b>words', 'a.htm')).toEqual([
      'One',
      'Two lines',
      'Three boldwords',
    ]);
  });

  it('may leave out its outer tags', async () => {
    const { title, paragraphs } = await read('<!doctype html><title>The lamp</title><p>It burns.', 'a.html');
    expect({ title, paragraphs }).toEqual({ title: 'The lamp', paragraphs: ['It burns.'] });
  });

  it('may have a layout of tables, whose cells are no rows', async () => {
    const page = `<table><tr><td><table><tr><td>Menu</td></tr></table></td><td>${LAMP}<p>It smokes.</p></td></tr></table>`;
    expect(await paragraphsOf(page, 'a.html')).toContain('It smokes.');
  });

  it('does not run: what is in scripts and templates is no text', async () => {
    const page = `<body><script>document.write('<p>Written</p>')</script><template><p>Hidden</p></template>${LAMP}<p hidden>Not seen</p><p style="display:none">Nor this</p></body>`;
    expect(await paragraphsOf(page, 'a.html')).toHaveLength(1);
  });

  it('that a script fills has no words, and its author is told what to do', async () => {
    const page =
      '<html><head><title>App</title></head><body><div id="root"></div><noscript>Turn on scripts</noscript><script src="x.js"></script></body></html>';
    await expect(read(page, 'a.html')).rejects.toThrow('open it in the browser and save it from there');
  });

  it('is known whatever its file is called, and a text that only has the ending is read as one', async () => {
    expect((await read(`<!DOCTYPE html>\n<html><body>${LAMP}</body></html>\n`, 'page.txt')).format).toBe(
      'html',
    );
    expect((await read('<html> is the first tag of a page.', 'about.txt')).format).toBe('text');
    expect((await read('No tags, 1 < 2.', 'a.html')).format).toBe('text');
  });

  it('says when it appeared in one of several places', async () => {
    const publishedIn = async (head: string, body = '') =>
      (
        await read(
          `<html><head>${head}</head><body><article>${body}${LAMP}</article></body></html>`,
          'a.html',
        )
      ).published;
    expect(await publishedIn('<meta name="DC.date.issued" content="2018-05">')).toBe('2018-05');
    expect(await publishedIn('', '<time datetime="2018-05-30T23:59:00-08:00">yesterday</time>')).toBe(
      '2018-05-30',
    );
    expect(await publishedIn('', '<time>May 30, 2018</time>')).toBe('2018-05-30');
    expect(
      await publishedIn(
        '<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2018-05-30","author":{"no":1}}</script>',
      ),
    ).toBe('2018-05-30');
    expect(await publishedIn('<script type="application/ld+json">{broken</script>')).toBeUndefined();
  });

  it.each([
    ['tags without end', '<b>'.repeat(300_000), '300000 tags'],
    ['tags in tags', `${'<div>'.repeat(400)}x`, 'elements that stand 40'],
  ])('that would take minutes is turned down: %s', async (_, page, says) => {
    await expect(read(page, 'a.html')).rejects.toThrow(`this page has ${says}`);
  });

  it('with more layers than Readability can look through gives all its text, which is noted', async () => {
    const layers = `${'<div>'.repeat(200)}<p>The lamp</p>${'</div>'.repeat(200)}`.repeat(30);
    const { paragraphs, notes } = await read(layers, 'a.html');
    expect(paragraphs).toHaveLength(30);
    expect(notes[0]).toContain('all text was taken');
  });
});
