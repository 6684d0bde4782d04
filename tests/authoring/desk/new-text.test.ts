/** What a new text of an article would do, before it does, and the way back. */
import { describe, expect, it } from 'vitest';
import type { Written } from '../../../src/authoring/desk/wire.ts';
import type { ArticleAnswer } from '../../../src/authoring/desk/wire-articles.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();
const LOG = CLUB['articles/log.md'] ?? '';
const LONGER = LOG.replace('The boat has', 'It was cold.\n\nThe boat has');

const drop = async (text: string, more: object = {}) =>
  (
    await desk.post<ArticleAnswer>('api/article', {
      ...{ name: 'log.md', content: Buffer.from(text).toString('base64'), replaces: 'log' },
      ...more,
    })
  ).body;

/** One write, so that there is a lock to follow. */
const locked = async () =>
  desk.post<Written>('api/write', { do: 'accept', entry: await desk.ref('postman') });

describe('a new text of an article', () => {
  it('is tried first: which receipts would follow, which facts would have to be read again', async () => {
    await locked();
    await desk.post('api/write', {
      ...{ do: 'leave-out', article: 'log', paragraph: 4, reason: 'opinion', what: 'Fog.' },
    });
    expect(await drop(LONGER, { tryOnly: true })).toMatchObject({
      ...{ status: 'would-replace', paragraphs: 5, follow: 2, toReread: [], countAgain: [] },
    });
    const other = LONGER.replace('nine people', 'ten people').replace('Nobody rows in', 'Everybody likes');
    const { id } = await desk.ref('room for nine');
    expect(await drop(other, { tryOnly: true })).toMatchObject({
      toReread: [{ fact: id, paragraph: 2, says: 'The boat has room for ten people and a dog.' }],
      countAgain: [4],
    });
    expect(await desk.reads('articles/log.md')).toBe(LOG);
  });

  it('was read by whoever changes the fact since, and is noted once no other one waits', async () => {
    await locked();
    await drop(LONGER.replace('nine people', 'ten people').replace('In 1931', 'In 1932'));
    const waiting = async () => (await desk.state()).toReread.map(({ was, says }) => [was, says]);
    expect(await waiting()).toEqual([
      ['The boat has room for nine people and a dog.', 'The boat has room for ten people and a dog.'],
      ['In 1931 Nora Finch rowed the postman across.', 'In 1932 Nora Finch rowed the postman across.'],
    ]);
    const change = async (words: string, fact: string) => {
      const { fields } = await desk.entry(words);
      await desk.post('api/write', {
        ...{ do: 'change', entry: await desk.ref(words), fields: { ...fields, fact } },
      });
    };
    await change('room for nine', 'The boat has room for ten people.');
    expect((await waiting()).map(([was]) => was)).toEqual(['In 1931 Nora Finch rowed the postman across.']);
    expect(await desk.reads('topics/boats.yaml')).toContain('receipt: log#1');
    await change('postman', 'Nora Finch rowed the postman across in 1932.');
    expect(await waiting()).toEqual([]);
    expect(await desk.reads('topics/boats.yaml')).toContain('receipt: log#2');
    await desk.stop();
    await desk.start();
    expect(await waiting()).toEqual([]);
  });

  it('gives way to the old one again: receipts go back, and nothing is to be read again', async () => {
    await locked();
    const before = await desk.reads('topics/boats.yaml');
    await drop(LONGER);
    expect(await desk.reads('topics/boats.yaml')).not.toBe(before);
    await drop(LOG);
    expect(await desk.reads('topics/boats.yaml')).toBe(before);
    await drop(LONGER.replace('nine people', 'ten people'));
    expect((await desk.state()).toReread).toHaveLength(1);
    await drop(LOG);
    expect(await desk.reads('topics/boats.yaml')).toBe(before);
    expect((await desk.checked()).toReread).toEqual([]);
  });
});
