/** What the page writes is what a person would have typed: all that they typed themselves stays. */
import { describe, expect, it } from 'vitest';
import type { Preview, Refusal, Written } from '../../../src/authoring/desk/wire.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();
const BOATS = CLUB['topics/boats.yaml'] ?? '';

const write = (body: object) => desk.post<Written & Refusal>('api/write', body);

describe('a fact', () => {
  it('is written behind the others, and locked', async () => {
    const fields = {
      fact: 'On the day of the regatta the club bakes forty pies.',
      receipt: ['log#3'],
      about: [],
    };
    const { status, body } = await write({ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
    expect([status, body.said]).toEqual([200, 'Written.']);
    expect(await desk.reads('topics/boats.yaml')).toBe(
      `${BOATS}\n  - fact: On the day of the regatta the club bakes forty pies.\n    receipt: log#3\n`,
    );
    expect(
      JSON.parse(await desk.reads('pack.lock.json')).facts[body.entry?.id ?? ''].receipts,
    ).toHaveProperty(['log#3']);
  });

  it('rests on the whole passage that was marked, however long it is', async () => {
    const passage =
      'The mayor of Gull Island cut the long blue ribbon in front of the whole crew with a pair of garden shears';
    await desk.puts('articles/log.md', `${CLUB['articles/log.md']}\n${passage}. Then it rained.\n`);
    const fields = { fact: 'The mayor opened the boat.', receipt: `log#"${passage}"` };
    const { body } = await write({ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
    expect((await desk.entry('The mayor')).fields.receipt).toBe(`log#"${passage}"`);
    const lock = JSON.parse(await desk.reads('pack.lock.json'));
    expect(lock.facts[body.entry?.id ?? ''].receipts).toEqual({
      [`log#"${passage}"`]: [5, 'The mayor of', 'garden shears'],
    });
  });

  it('may be the first of a pack that has no topic yet, and needs not be a draft', async () => {
    await desk.takesAway('topics/boats.yaml');
    expect((await desk.state()).topics).toEqual([]);
    const fields = { fact: 'Nobody rows in fog.', receipt: 'log#4' };
    const { body: shown } = await desk.post<Preview>('api/preview', { kind: 'fact', fields });
    expect([shown.problems, shown.isPartial]).toEqual([[], false]);
    const { status, body } = await write({ do: 'create', kind: 'fact', topic: { name: 'Fog' }, fields });
    expect([status, body.said, body.topic]).toEqual([200, 'Written.', 'fog']);
    expect(await desk.reads('topics/fog.yaml')).not.toContain('draft');
  });

  it('may be the first of a new topic', async () => {
    const fields = { fact: 'Nobody rows in fog.', receipt: 'log#4' };
    const { status, body } = await write({
      do: 'create',
      kind: 'fact',
      topic: { name: 'Days: all' },
      fields,
    });
    expect([status, body.topic]).toEqual([200, 'days-all']);
    expect(await desk.reads('topics/days-all.yaml')).toContain(
      'topic: "Days: all"\n\nentries:\n  - fact: Nobody rows',
    );
  });

  it('changes in its words and nothing else, and keeps its id', async () => {
    const { id, hash, kind, fields } = await desk.entry('room for nine');
    await write({
      do: 'create',
      kind: 'fact',
      topic: { id: 'boats' },
      fields: { fact: 'Nobody rows in fog.', receipt: 'log#4' },
    });
    const fact = 'Nine, and nobody more, may sit in it.';
    const { status, body } = await write({
      do: 'change',
      entry: { kind, id, hash },
      fields: { ...fields, fact },
    });
    expect([status, body.entry?.id]).toEqual([200, id]);
    expect(await desk.reads('topics/boats.yaml')).toContain(
      `  - fact: ${fact} # and a dog\n    receipt: log#1\n`,
    );
    await desk.stop();
    await desk.start();
    expect((await desk.entry('nobody more')).id).toBe(id);
  });

  it('gets a second receipt and an importance, each on its line', async () => {
    const { fields, ...ref } = await desk.entry('room for nine');
    const entry = { kind: ref.kind, id: ref.id, hash: ref.hash };
    const now = { ...fields, receipt: ['log#1', 'post#1'], importance: '3' };
    expect((await write({ do: 'change', entry, fields: now })).status).toBe(200);
    expect(await desk.reads('topics/boats.yaml')).toBe(
      BOATS.replace('receipt: log#1\n', 'receipt: [log#1, post#1]\n    importance: 3\n'),
    );
  });

  it('is accepted by taking one line out, and may be a draft again', async () => {
    const { body } = await write({ do: 'accept', entry: await desk.ref('postman') });
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS.replace('    draft: true # until read\n', ''));
    await write({ do: 'draft', entry: body.entry });
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS.replace(' # until read', ''));
  });

  it('is not accepted without a receipt, and the author is told why', async () => {
    const fields = { fact: 'Nobody rows in fog.' };
    const { status, body } = await write({ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
    expect(status).toBe(422);
    expect(body.error).toMatch(/^Nothing was written, .* receipt: where it stands.* keep it as a draft\.$/);
    expect(body.fields?.[0]?.field).toBe('receipt');
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS);
    const draft = await write({
      do: 'create',
      kind: 'fact',
      topic: { id: 'boats' },
      fields: { ...fields, draft: 'true' },
    });
    expect([draft.status, draft.body.said]).toEqual([200, 'Kept as a draft.']);
  });

  it('goes with its questions or not at all', async () => {
    const entry = await desk.ref('room for nine');
    const { status, body } = await write({ do: 'delete', entry });
    expect([status, body.with]).toEqual([422, ['How many people fit into the boat?']]);
    expect((await write({ do: 'delete', entry, withQuestions: true })).status).toBe(200);
    expect(await desk.reads('topics/boats.yaml')).toBe(
      BOATS.replace(/ {2}- fact: The boat[\s\S]*on top\.\n\n/, ''),
    );
  });

  it('is not deleted while another entry names it', async () => {
    const { id } = await desk.entry('room for nine');
    const fields = { fact: 'The boat is small.', receipt: 'log#1', 'denied-by': id };
    await write({ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
    const { status, body } = await write({
      do: 'delete',
      entry: await desk.ref('room for nine'),
      withQuestions: true,
    });
    expect([status, body.error]).toEqual([422, expect.stringContaining(`“${id}” is none`)]);
  });
});

describe('a question', () => {
  const fields = {
    question: 'Who rowed the postman across?',
    right: 'Nora Finch',
    wrong: ['Ada Stone', 'Tom Reed'],
  };

  it('stands under its fact', async () => {
    const { body: fact } = await write({ do: 'accept', entry: await desk.ref('postman') });
    const { status } = await write({ do: 'create', kind: 'question', under: fact.entry?.id, fields });
    expect(status).toBe(200);
    expect(await desk.reads('topics/boats.yaml')).toBe(
      `${BOATS.replace('    draft: true # until read\n', '')}\n  - question: Who rowed the postman across?\n    right: Nora Finch\n    wrong: [Ada Stone, Tom Reed]\n`,
    );
  });

  it('is not accepted under a draft', async () => {
    const { id } = await desk.entry('postman');
    const { status, body } = await write({ do: 'create', kind: 'question', under: id, fields });
    expect([status, body.error]).toEqual([422, expect.stringContaining('is a draft')]);
  });

  it('changes one of its options, and the comment beside them stays', async () => {
    const { kind, id, hash, fields: before } = await desk.entry('fit into');
    const now = { ...before, wrong: ['4', { text: '7', because: 'That was: before.' }, '12'] };
    expect((await write({ do: 'change', entry: { kind, id, hash }, fields: now })).status).toBe(200);
    const text = await desk.reads('topics/boats.yaml');
    expect(text).toContain('# six was the old one');
    expect((await desk.entry('fit into')).fields).toEqual(now);
  });

  it('may be accepted against a rule for a reason, which is taken back again', async () => {
    const { body } = await write({
      do: 'waive',
      entry: await desk.ref('fit into'),
      rule: 'voice',
      reason: 'It is short: so.',
    });
    expect(await desk.reads('topics/boats.yaml')).toContain('    accept:\n      voice: "It is short: so."\n');
    await write({ do: 'waive', entry: body.entry, rule: 'voice', reason: '' });
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS);
  });
});

describe('“Never ask this”', () => {
  it('takes out a question that nobody else has, and it may come back as it was', async () => {
    const { body } = await write({ do: 'never', entry: await desk.ref('fit into') });
    expect(body.said).toBe('Taken out: it is asked no more.');
    expect(await desk.reads('topics/boats.yaml')).not.toContain('How many');
    await desk.post('api/undo', { undo: body.undo });
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS);
  });

  it('withdraws one that was released, with the reason, until it is asked again', async () => {
    const { id } = await desk.entry('fit into');
    await write({ do: 'waive', entry: await desk.ref('fit into'), rule: 'voice', reason: '' });
    const lock = JSON.parse(await desk.reads('pack.lock.json'));
    await desk.puts('pack.lock.json', JSON.stringify({ ...lock, released: [id] }));
    expect((await desk.entry('fit into')) as object).toHaveProperty('isReleased', true);
    const refused = await write({ do: 'delete', entry: await desk.ref('fit into') });
    expect([refused.status, refused.body.error]).toEqual([422, expect.stringContaining('Never ask this')]);
    await write({ do: 'never', entry: await desk.ref('fit into'), reason: 'Everybody knows it.' });
    expect(await desk.reads('pack.yaml')).toBe(
      `${CLUB['pack.yaml']}withdrawn:\n  ${id}: Everybody knows it.\n`,
    );
    expect((await desk.state()).withdrawn).toEqual([
      { id, reason: 'Everybody knows it.', question: 'How many people fit into the boat?' },
    ]);
    const { status, body } = await write({ do: 'again', id });
    expect([status, body.entry?.id]).toEqual([200, id]);
    expect(await desk.reads('pack.yaml')).toBe(CLUB['pack.yaml']);
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS);
  });
});

describe('what things are called', () => {
  it('changes beside its comment', async () => {
    const { pack, articles } = await desk.state();
    await write({ do: 'pack', hash: pack.hash, title: 'Rowing', about: 'It knows our boat.' });
    expect(await desk.reads('pack.yaml')).toBe(
      '# our pack\nformat: 1\ntitle: Rowing # for now\nabout: It knows our boat.\n',
    );
    const post = articles.find(({ id }) => id === 'post');
    const now = { title: 'A boat', publisher: 'Gull Post', published: '3 February 2021', author: 'Ben' };
    expect((await write({ do: 'article', id: 'post', hash: post?.hash, ...now })).status).toBe(200);
    const text = await desk.reads('articles.yaml');
    expect(text).toContain('  title: A boat\n  publisher: Gull Post\n');
    expect(text).toContain('published: 2021-02-03');
    expect(text).toContain('1: { title: The headline. } # nothing in it');
  });

  it('is a paragraph that is left out, and that counts again', async () => {
    const leave = (body: object) => write({ do: 'leave-out', article: 'log', paragraph: 3, ...body });
    expect((await leave({ reason: 'advert' })).status).toBe(422);
    await leave({ reason: 'opinion', what: 'Pies: all of them.' });
    expect(await desk.reads('articles.yaml')).toContain('      opinion: "Pies: all of them."\n');
    const { articles } = await desk.state();
    expect(articles[0]?.paragraphs[2]?.leftOut).toEqual([{ reason: 'opinion', what: 'Pies: all of them.' }]);
    await leave({ reason: null });
    expect(await desk.reads('articles.yaml')).toBe(CLUB['articles.yaml']);
  });
});
