/** A file that is dropped on the page becomes an article; what is not known is asked for, and nothing is lost. */
import { describe, expect, it } from 'vitest';
import type {
  ArticleAdded,
  ArticleAsks,
  Proposals,
  Refusal,
  Written,
} from '../../../src/authoring/desk/wire.ts';
import { HANDBOOK, PAGE } from '../cli/author.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();

const base64 = (text: string): string => Buffer.from(text).toString('base64');

type Answered = Omit<ArticleAsks, 'status'> &
  Omit<ArticleAdded, 'status'> &
  Refusal & { readonly status: string };

const drop = <Body = Answered>(name: string | undefined, text: string, more: object = {}) =>
  desk.post<Body>('api/article', { name, content: base64(text), ...more });

describe('a file', () => {
  it('that says what it is needs only one answer: whose it is', async () => {
    const { body } = await drop('ferry.html', PAGE);
    expect(body).toMatchObject({
      status: 'asks',
      missing: ['ours'],
      found: { title: 'A ferry of its own', publisher: 'Gull Post', published: '2021-05-03' },
      paragraphs: 3,
    });
    expect(await desk.reads('articles.yaml')).toBe(CLUB['articles.yaml']);
    const { status, body: added } = await drop('ferry.html', PAGE, { ours: false });
    expect([status, added.status, added.id, added.paragraphs]).toEqual([200, 'added', 'ferry', 3]);
    expect(await desk.reads('articles.yaml')).toBe(
      `${CLUB['articles.yaml']}\nferry:\n  title: A ferry of its own\n  publisher: Gull Post\n  published: 2021-05-03\n  url: https://gull.example/ferry\n`,
    );
    const ferry = (await desk.state()).articles.find(({ id }) => id === 'ferry');
    expect(ferry?.paragraphs[1]?.text).toMatch(/^The first real boat/);
    expect(await desk.reads('.gitignore')).toContain('articles/*');
  });

  it('that says little is asked about, and may stay undated', async () => {
    const { body } = await drop(undefined, 'Nobody rows in fog.\n\nNot even Ada.\n');
    expect(body.missing).toEqual(['title', 'publisher', 'published', 'ours']);
    const known = { title: 'Fog', publisher: 'Gull Post', published: '', ours: false };
    expect((await drop(undefined, 'Nobody rows in fog.\n\nNot even Ada.\n', known)).body.id).toBe('fog');
    expect(await desk.reads('articles.yaml')).toContain('fog:\n  title: Fog\n  publisher: Gull Post\n');
  });

  it('of our own takes our name, and is shown', async () => {
    const { body } = await drop('days-off.md', HANDBOOK, { ours: true, published: '2026' });
    expect(body.status).toBe('added');
    expect(await desk.reads('articles.yaml')).toContain(
      'days-off:\n  title: Days off\n  publisher: The rowing club\n  published: 2026\n  ours: true\n',
    );
    expect(await desk.reads('articles/days-off.md')).toBe(HANDBOOK);
  });

  it('is refused with a reason where nobody could read it, or its date', async () => {
    expect((await drop('x.txt', ' ')).body.error).toContain('there are no words in this file');
    const odd = { title: 'A', publisher: 'B', ours: false, published: '03/04/2020' };
    const { status, body } = await drop('x.txt', 'Some words of a text.', odd);
    expect([status, body.fields?.[0]?.field]).toEqual([422, 'published']);
  });

  it('can be taken back, as long as nothing rests on it', async () => {
    const { body } = await drop('days-off.md', HANDBOOK, { ours: true, published: '' });
    const undo = { undo: body.undo };
    const fields = { fact: 'Everybody has 27 days of leave a year.', receipt: 'days-off#1' };
    const fact = await desk.post<Written>('api/write', {
      do: 'create',
      kind: 'fact',
      topic: { name: 'Leave' },
      fields,
    });
    expect((await desk.post<Refusal>('api/undo', undo)).status).toBe(422);
    await desk.post('api/undo', { undo: fact.body.undo });
    expect((await desk.post('api/undo', undo)).status).toBe(200);
    expect(await desk.reads('articles.yaml')).toBe(CLUB['articles.yaml']);
    await expect(desk.reads('articles/days-off.md')).rejects.toThrow();
  });
});

describe('the same article again', () => {
  const NEW = (CLUB['articles/log.md'] ?? '').replace('The boat has', 'It was cold.\n\nThe boat has');

  it('that says the same changes nothing', async () => {
    const { body } = await drop('log.md', CLUB['articles/log.md'] ?? '', { replaces: 'log' });
    expect([body.status, body.moved]).toEqual(['same', []]);
  });

  it('takes its receipts along with their paragraphs', async () => {
    await desk.post<Written>('api/write', { do: 'accept', entry: await desk.ref('postman') });
    const { body } = await drop('log.md', NEW, { replaces: 'log' });
    expect(body.status).toBe('replaced');
    expect(body.moved.map(({ from, to }) => [from, to])).toEqual([
      ['log#1', 'log#2'],
      ['log#2', 'log#3'],
    ]);
    expect(await desk.reads('topics/boats.yaml')).toContain('receipt: log#2\n\n  - question');
    expect((await desk.checked()).problems).toEqual([]);
  });

  it('has its author read again what says something else now', async () => {
    await desk.post<Written>('api/write', {
      do: 'waive',
      entry: await desk.ref('fit into'),
      rule: 'voice',
      reason: '',
    });
    const { body } = await drop('log.md', NEW.replace('nine people', 'ten people'), { replaces: 'log' });
    expect(body.toReread).toMatchObject([
      { spot: 'log#1', paragraph: 2, says: 'The boat has room for ten people and a dog.' },
    ]);
    expect((await desk.state()).toReread).toEqual(body.toReread);
    expect((await desk.post('api/write', { do: 'reread' })).status).toBe(200);
    expect((await desk.state()).toReread).toEqual([]);
    expect(await desk.reads('topics/boats.yaml')).toContain('receipt: log#2\n\n  - question');
  });
});

describe('a paragraph that was left out', () => {
  it('counts again where it says something else now', async () => {
    await desk.post('api/write', {
      do: 'leave-out',
      article: 'log',
      paragraph: 4,
      reason: 'opinion',
      what: 'Fog.',
    });
    const text = (CLUB['articles/log.md'] ?? '').replace('Nobody rows in fog', 'Everybody rows at night');
    const { body } = await drop('log.md', text, { replaces: 'log' });
    expect(body.notes).toEqual(['paragraph 4 was left out and says something else now, so it counts again']);
    const { articles, problems, toReread } = await desk.state();
    expect([articles[0]?.paragraphs[3]?.leftOut, problems, toReread]).toEqual([[], [], []]);
  });
});

describe('proposals', () => {
  const proposals = async (query: string) => (await desk.get<Proposals>(`api/proposals?${query}`)).body;

  it('are drafts for what no fact rests on, and nothing of them is written', async () => {
    const { proposals: found } = await proposals('article=log');
    expect(found[0]).toMatchObject({
      kind: 'fact',
      fields: {
        fact: 'On the day of the regatta the club bakes forty pies.',
        receipt: 'log#3',
        draft: 'true',
      },
      paragraph: 3,
    });
    expect(await desk.reads('topics/boats.yaml')).toBe(CLUB['topics/boats.yaml']);
  });

  it('are questions under the fact that they are on, or the reason why there is none', async () => {
    const { id } = await desk.entry('postman');
    expect((await proposals(`fact=${id}`)).said).toMatch(/Accept the fact first/);
    await desk.post('api/write', { do: 'accept', entry: await desk.ref('postman') });
    const { proposals: found, said } = await proposals(`fact=${id}`);
    for (const one of found) expect(one).toMatchObject({ kind: 'question', under: id });
    expect(found.length > 0 || said !== undefined).toBe(true);
  });
});
