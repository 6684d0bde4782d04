/** A file that is dropped on the page becomes an article; what is not known is asked for, and nothing is lost. */
import { describe, expect, it } from 'vitest';
import type { Preview, Proposals, Refusal, Written } from '../../../src/authoring/desk/wire.ts';
import type { ArticleAdded, ArticleAsks } from '../../../src/authoring/desk/wire-articles.ts';
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

  it('of our own is proposed the publisher that the last one of our own has', async () => {
    await desk.puts(
      'articles.yaml',
      (CLUB['articles.yaml'] ?? '').replace('publisher: The rowing club', 'publisher: Oar & Rope'),
    );
    expect((await drop('days-off.md', HANDBOOK)).body.found.publisher).toBe('Oar & Rope');
    await drop('days-off.md', HANDBOOK, { ours: true, published: '2026' });
    expect((await desk.state()).articles.at(-1)?.publisher).toBe('Oar & Rope');
  });

  it('is refused with a reason where nobody could read it, or its date', async () => {
    expect((await drop('x.txt', ' ')).body.error).toContain('there are no words in this file');
    const odd = { title: 'A', publisher: 'B', ours: false, published: '03/04/2020' };
    const { status, body } = await drop('x.txt', 'Some words of a text.', odd);
    expect([status, body.fields?.[0]?.field]).toEqual([422, 'published']);
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
    const { toReread, counts } = await desk.checked();
    expect([toReread, counts.errors]).toEqual([body.toReread, 1]);
    const { fields: fact } = await desk.entry('room for nine');
    const told = await desk.post<Preview>('api/preview', {
      ...{ kind: 'fact', entry: await desk.ref('room for nine'), fields: fact },
    });
    expect(told.body.fact?.text).toContain('it says: “The boat has room for ten people and a dog.”');
    const { fields: question } = await desk.entry('fit into');
    const asked = await desk.post<Preview>('api/preview', {
      ...{ kind: 'question', entry: await desk.ref('fit into'), fields: question },
    });
    expect(asked.body.reveal?.text).toContain('The boat has room for ten people');
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

describe('an article that is there already', () => {
  const LOG = CLUB['articles/log.md'] ?? '';
  const known = { publisher: 'The rowing club', published: '', ours: true };

  it('is told by its title, or by most of its paragraphs, and nothing is written', async () => {
    const sameTitle = await drop('other.md', '# Log of a  boat\n\nAll of it is new here.\n', known);
    expect(sameTitle.body).toMatchObject({
      ...{ status: 'asks', missing: [] },
      same: { id: 'log', title: 'Log of a boat' },
    });
    const sameWords = await drop('log.md', `${LOG}\nIt was sold.\n`, { ...known, title: 'Our boat' });
    expect(sameWords.body).toMatchObject({ status: 'asks', same: { id: 'log' } });
    expect(await desk.reads('articles.yaml')).toBe(CLUB['articles.yaml']);
  });

  it('becomes a second one only where its author says so', async () => {
    const { body } = await drop('log.md', LOG, { ...known, another: true });
    expect([body.status, body.id]).toEqual(['added', 'log-2']);
    expect((await desk.state()).articles.map(({ id }) => id)).toEqual(['log', 'post', 'log-2']);
    expect((await desk.checked()).problems).toEqual([]);
  });

  it('is not meant by an article that shares a paragraph only', async () => {
    const text =
      'Nobody rows in fog.\n\nIn 1950 the club bought its second boat from a baker.\n\nIt leaked.\n';
    expect((await drop('fog.txt', text, { ...known, title: 'Fog' })).body.status).toBe('added');
  });
});

describe('an article that was taken in', () => {
  const added = async () =>
    (
      await drop('fog.txt', 'In fog the club stays ashore and mends its oars.', {
        ...{ title: 'Fog', publisher: 'Gull Post', published: '', ours: false },
      })
    ).body;

  it('goes again with one press, and comes back with another', async () => {
    const { undo } = await added();
    const { status, body } = await desk.post<Written>('api/undo', { undo });
    expect([status, body.said]).toEqual([200, 'Taken back: added “Fog”.']);
    expect(await desk.reads('articles.yaml')).toBe(CLUB['articles.yaml']);
    await expect(desk.reads('articles/fog.txt')).rejects.toThrow('ENOENT');
  });

  it('can be taken out later, until a fact rests on it', async () => {
    await added();
    const hash = (await desk.state()).articles.find(({ id }) => id === 'fog')?.hash;
    const gone = await desk.post<Written>('api/write', { do: 'take-out', article: 'fog', hash });
    expect([gone.status, gone.body.said]).toEqual([200, 'Taken out, with its text.']);
    expect((await desk.state()).articles.map(({ id }) => id)).toEqual(['log', 'post']);
    await desk.post('api/undo', { undo: gone.body.undo });
    expect(await desk.reads('articles/fog.txt')).toContain('mends its oars');
    expect((await desk.state()).articles.map(({ id }) => id)).toEqual(['log', 'post', 'fog']);
    const fields = { fact: 'In fog the club mends its oars.', receipt: 'fog#1', draft: 'true' };
    await desk.post('api/write', { do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
    const refused = await desk.post('api/write', { do: 'take-out', article: 'fog', hash });
    expect([refused.status, refused.body.with]).toEqual([422, ['In fog the club mends its oars.']]);
  });

  it('stays where a fact was written meanwhile', async () => {
    const { undo } = await added();
    const fields = { fact: 'In fog the club mends its oars.', receipt: ['fog#1'], draft: 'true' };
    await desk.post('api/write', { do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
    expect((await desk.post('api/undo', { undo })).status).toBe(422);
    expect(await desk.reads('articles/fog.txt')).toContain('mends its oars');
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

  it('are none for a paragraph that is left out', async () => {
    await desk.post('api/write', {
      ...{ do: 'leave-out', article: 'log', paragraph: 3, reason: 'opinion', what: 'The pies.' },
    });
    expect((await proposals('article=log')).proposals.map(({ paragraph }) => paragraph)).not.toContain(3);
  });

  it('are questions under the fact that they are on, or the reason why there is none', async () => {
    const { id } = await desk.entry('postman');
    expect((await proposals(`fact=${id}`)).said).toMatch(/Accept the fact first/);
    await desk.post('api/write', { do: 'accept', entry: await desk.ref('postman') });
    const { proposals: found, said } = await proposals(`fact=${id}`);
    for (const one of found) expect(one).toMatchObject({ kind: 'question', under: id });
    expect(found.length > 0 || said !== undefined).toBe(true);
    const asked = await proposals(`fact=${(await desk.entry('room for nine')).id}`);
    expect([asked.proposals, asked.said]).toEqual([[], expect.stringContaining('press “Write a question”')]);
  });
});
