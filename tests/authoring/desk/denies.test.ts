/** A denial that is entered at the fact which denies, and a fact that cannot be a draft again. */
import { describe, expect, it } from 'vitest';
import type { EntryState, Refusal, Written } from '../../../src/authoring/desk/wire.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();
const TOPIC = 'topics/boats.yaml';
const DENIAL = { fact: 'Ada Stone says that the boat has room for seven people.', receipt: 'post#2' };

const write = <Body = Written & Refusal>(body: object) => desk.post<Body>('api/write', body);

async function denying(): Promise<Written> {
  await write({ do: 'accept', entry: await desk.ref('postman') });
  const denied = [(await desk.ref('room for nine')).id, (await desk.ref('postman')).id];
  const { status, body } = await write({
    ...{ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields: DENIAL, denies: denied },
  });
  expect([status, body.error]).toEqual([200, undefined]);
  return body;
}

describe('a denial', () => {
  it('is written at the facts that it denies, together with the fact, and undone in one step', async () => {
    await write({ do: 'accept', entry: await desk.ref('postman') });
    const before = await desk.reads(TOPIC);
    const { entry, undo } = await denying();
    const file = await desk.reads(TOPIC);
    expect(file.match(new RegExp(`denied-by: ${entry?.id}`, 'g'))).toHaveLength(2);
    expect(file).toContain(`id: ${entry?.id}`);
    expect((await desk.checked()).problems).toEqual([]);
    expect((await desk.post('api/undo', { undo })).status).toBe(200);
    expect(await desk.reads(TOPIC)).toBe(before);
  });

  it('is taken back where its fact no longer denies, and stays where nothing is said of it', async () => {
    await denying();
    const { fields } = await desk.entry('room for seven');
    const nine = (await desk.ref('room for nine')).id;
    const change = async (more: object) =>
      write({ do: 'change', entry: await desk.ref('room for seven'), fields, ...more });
    await change({ fields: { ...fields, when: '2020' } });
    expect((await desk.reads(TOPIC)).match(/denied-by/g)).toHaveLength(2);
    await change({ denies: [nine] });
    const { fields: denied } = await desk.entry('room for nine');
    expect((await desk.entry('postman')).fields['denied-by']).toBeUndefined();
    expect(denied['denied-by']).toBeDefined();
    await change({ denies: [] });
    expect(await desk.reads(TOPIC)).not.toContain('denied-by');
  });

  it('finds the facts that it denies also where they stand below it', async () => {
    await desk.puts(
      'topics/boats.yaml',
      `${CLUB[TOPIC]}\n  - fact: The club bakes forty pies on the day.\n    receipt: log#3\n`,
    );
    const pies = (await desk.ref('forty pies')).id;
    const { fields } = await desk.entry('room for nine');
    await write({ do: 'change', entry: await desk.ref('room for nine'), fields, denies: [pies] });
    const { fields: denied } = (await desk.entry('forty pies')) as EntryState;
    const { id } = await desk.ref('room for nine');
    expect(denied['denied-by']).toBe(id);
    expect((await desk.entry('room for nine')).fields.id).toBe(id);
  });

  it('is no matter of a draft', async () => {
    const denies = [(await desk.ref('room for nine')).id];
    const { status, body } = await write({
      ...{ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields: { ...DENIAL, draft: 'true' }, denies },
    });
    expect([status, body.error]).toEqual([422, expect.stringMatching(/^A draft denies nothing yet/)]);
    expect(await desk.reads(TOPIC)).toBe(CLUB[TOPIC]);
  });
});

describe('a fact with a question that is asked', () => {
  const toDraft = async () => {
    const { fields } = await desk.entry('room for nine');
    const entry = await desk.ref('room for nine');
    return write({ do: 'change', entry, fields: { ...fields, draft: 'true' } });
  };

  it('cannot be a draft, and says which question stands in the way and what to do with it', async () => {
    const { status, body } = await toDraft();
    expect([status, body.error]).toEqual([
      422,
      'It cannot be a draft: “How many people fit into the boat?” rests on this fact, and is asked. Keep the question as a draft first, or choose “Never ask this” at it.',
    ]);
    await write({ do: 'draft', entry: await desk.ref('fit into') });
    expect((await toDraft()).status).toBe(200);
  });

  it('that others may have been asked can be a draft once that is never asked again', async () => {
    await desk.checked();
    await write({ do: 'waive', entry: await desk.ref('fit into'), rule: 'voice', reason: '' });
    const { id } = await desk.ref('fit into');
    const lock = JSON.parse(await desk.reads('pack.lock.json'));
    await desk.puts('pack.lock.json', JSON.stringify({ ...lock, released: [id] }));
    const { body } = await toDraft();
    expect(body.error).toContain('choose “Never ask this” at the question first');
    await write({ do: 'never', entry: await desk.ref('fit into') });
    expect((await toDraft()).status).toBe(200);
  });
});
