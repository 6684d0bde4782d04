/** Events, disagreements and topics, and what somebody else does to these and to names meanwhile. */
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/authoring/desk/wire.ts';
import { CLUB } from './at-the-desk.ts';
import { CREW, EVENTS, listsForEachTest, NAMES, refOf } from './lists.ts';

const { desk, write, listed, add, change, takeOut } = listsForEachTest();

describe('an event', () => {
  it('comes behind the others, or as the first', async () => {
    const regatta = { event: 'The first regatta', when: '1950-06', aliases: ['race'], about: [] };
    const { body } = await add('event', regatta);
    const lines = '- event: The first regatta\n  when: 1950-06\n  aliases: race\n';
    expect(body.listed?.id).toBe('the-first-regatta');
    expect(await desk.reads('events.yaml')).toBe(`${EVENTS}\n${lines}`);
    await desk.puts('events.yaml', '');
    await desk.puts('topics/crew.yaml', 'topic: The crew\n');
    await add('event', regatta);
    expect(await desk.reads('events.yaml')).toBe(lines);
  });

  it('keeps the id by which facts know it when it is called otherwise', async () => {
    await change('event', 'The postman is rowed across', { event: 'A postman crosses' });
    expect(await desk.reads('events.yaml')).toBe(
      EVENTS.replace(
        'The postman is rowed across # first\n',
        'A postman crosses # first\n  id: the-postman-is-rowed-across\n',
      ),
    );
    expect((await listed('event', 'A postman crosses')).facts).toBe(1);
  });

  it('is not deleted from under its facts, unless it is to go there too', async () => {
    expect((await takeOut('event', 'The boat is painted')).body.with).toEqual([
      'The boat was painted green in 2020.',
    ]);
    await takeOut('event', 'The boat is painted', { fromAll: true });
    expect(await desk.reads('topics/crew.yaml')).toBe(CREW.replace('    events: painting\n', ''));
    expect(await desk.reads('events.yaml')).toBe(EVENTS.replace(/\n- event: The boat[\s\S]*/, ''));
  });

  it('says which day cannot be read', async () => {
    const { status, body } = await add('event', { event: 'A regatta', when: '5/6/1950' });
    expect([status, body.fields?.map(({ field }) => field)]).toEqual([422, ['when']]);
    const fields = { event: 'A regatta', when: '5/6/1950' };
    const { body: typed } = await desk.post<Preview>('api/preview', { kind: 'event', fields });
    expect([typed.problems, typed.findings[0]?.field, typed.findings[0]?.severity]).toEqual([
      [],
      'when',
      'error',
    ]);
  });
});

describe('a disagreement', () => {
  const sides = [
    { says: 'In 1931 (Log of a boat).', facts: ['across'] },
    { says: 'In 2020 (Gull Post).', facts: ['green'] },
  ];

  it('is written as a person would, and shown as people will see it before that', async () => {
    const fields = { on: 'When it was', sides };
    const { body: shown } = await desk.post<Preview>('api/preview', { kind: 'disagreement', fields });
    expect([shown.problems, Object.keys(shown.sides?.payloads ?? {})]).toEqual([[], ['discord', 'slack']]);
    expect(shown.sides?.text).toContain('Articles differ: When it was');
    expect(shown.sides?.text).toContain('In 2020 (Gull Post).');
    expect((await add('disagreement', fields)).status).toBe(200);
    expect(
      await desk.reads('disagreements.yaml'),
    ).toBe(`# yaml-language-server: $schema=.schema/disagreements.json
- on: When it was
  sides:
    - says: In 1931 (Log of a boat).
      facts: across
    - says: In 2020 (Gull Post).
      facts: green
`);
    await change('disagreement', 'When it was', {
      sides: [sides[0], { ...sides[1], facts: ['green', 'dog'] }],
    });
    expect(await desk.reads('disagreements.yaml')).toContain('      facts: [green, dog]\n');
    expect((await listed('disagreement', 'When it was')).facts).toBe(3);
    await takeOut('disagreement', 'When it was');
    expect((await desk.state()).listed.some(({ kind }) => kind === 'disagreement')).toBe(false);
  });

  it('gives a fact that it names a name in its file', async () => {
    const { id } = await desk.entry('room for nine');
    await add('disagreement', { on: 'Its colour', sides: [sides[0], { says: 'Nine.', facts: [id] }] });
    expect(await desk.reads('topics/boats.yaml')).toBe(
      CLUB['topics/boats.yaml']?.replace('receipt: log#1\n', `receipt: log#1\n    id: ${id}\n`),
    );
    expect(await desk.reads('disagreements.yaml')).toContain(`      facts: ${id}\n`);
  });

  it('needs two sides, each with what proves it', async () => {
    const { body } = await desk.post<Preview>('api/preview', {
      kind: 'disagreement',
      fields: { on: '', sides: [{ says: 'In 1931.', facts: [] }] },
    });
    expect(body.problems.map(({ field }) => field)).toEqual(['on', 'sides.1.facts', 'sides']);
    expect(body.sides).toBeUndefined();
  });
});

describe('a topic', () => {
  it('is called otherwise beside its comment, and gets other names', async () => {
    await change('topic', 'Boats', { topic: 'Our boats', aliases: ['oars', 'rowing'] });
    expect(await desk.reads('topics/boats.yaml')).toBe(
      CLUB['topics/boats.yaml']?.replace('topic: Boats\n', 'topic: Our boats\naliases: [oars, rowing]\n'),
    );
  });

  it('may be new and empty, takes a fact, and goes only without one', async () => {
    const { body: twice } = await add('topic', { topic: 'Boats' });
    expect(twice.fields).toEqual([{ field: 'topic', expected: 'a name that no other topic has' }]);
    const { body } = await add('topic', { topic: 'Fog & rain', aliases: ['weather'] });
    expect(body.listed?.id).toBe('fog-rain');
    const fields = { fact: 'Nobody rows in fog.', receipt: 'log#4' };
    await write({ do: 'create', kind: 'fact', topic: { id: 'fog-rain' }, fields });
    expect(await desk.reads('topics/fog-rain.yaml')).toContain(
      'topic: Fog & rain\naliases: weather\n\nentries:\n  - fact: Nobody rows in fog.\n',
    );
    const refused = await takeOut('topic', 'Fog & rain');
    expect([refused.status, refused.body.with]).toEqual([422, ['Nobody rows in fog.']]);
    await write({ do: 'delete', entry: await desk.ref('in fog') });
    const { body: gone } = await takeOut('topic', 'Fog & rain');
    expect((await desk.state()).topics.map(({ id }) => id)).toEqual(['boats', 'crew']);
    await desk.post('api/undo', { undo: gone.undo });
    expect((await desk.state()).topics.map(({ id }) => id)).toEqual(['boats', 'crew', 'fog-rain']);
  });
});

describe('what somebody else does meanwhile', () => {
  it('is shown beside what was to be written, also where it is called otherwise by then', async () => {
    const found = await listed('name', 'Ada Stone');
    await desk.puts('names.yaml', NAMES.replace('- Ada Stone', '- Ada Stone: [Ada]'));
    const fields = { ...found.fields, aliases: ['the painter'] };
    const { status, body } = await write({ do: 'list', kind: 'name', entry: refOf(found), fields });
    expect([status, body.conflict?.mine, body.conflict?.theirs]).toEqual([
      409,
      { name: 'Ada Stone', list: 'people', aliases: 'the painter' },
      { name: 'Ada Stone', list: 'people', aliases: ['Ada'] },
    ]);
    const over = await write({ do: 'list', kind: 'name', entry: body.conflict?.entry, fields });
    expect(over.status).toBe(200);
    const again = await listed('name', 'Ada Stone');
    await desk.puts('names.yaml', NAMES.replace('- Ada Stone', '- Ada Brown'));
    const renamed = await write({ do: 'unlist', entry: refOf(again) });
    expect([renamed.status, renamed.body.conflict?.theirs?.name]).toEqual([409, 'Ada Brown']);
  });

  it('does not matter where it concerns others', async () => {
    const found = await listed('name', 'Ada Stone');
    await desk.puts('names.yaml', NAMES.replace('  - Nora Finch:', '  - Zed # new\n  - Nora Finch:'));
    const fields = { ...found.fields, aliases: ['Ada'] };
    await write({ do: 'list', kind: 'name', entry: refOf(found), fields });
    const text = await desk.reads('names.yaml');
    expect(text).toContain('- Zed # new\n');
    expect(text).toContain('- Ada Stone:\n      - Ada\n');
  });

  it('leaves a file that cannot be read as it is, with its last good state in sight', async () => {
    const broken = NAMES.replace("'North Quay']", "'North Quay'");
    await desk.puts('names.yaml', broken);
    expect((await listed('name', 'Ada Stone')).facts).toBe(1);
    const { status, body } = await add('name', { name: 'Ben Gull', list: 'people' });
    expect([status, body.error]).toEqual([422, expect.stringContaining('nothing is written over it')]);
    expect((await change('name', 'Ada Stone', { name: 'Ada' })).status).toBe(422);
    await desk.puts('events.yaml', 'event: The boat is painted\nwhen: 2020\n');
    expect((await add('event', { event: 'A regatta', when: '1950' })).status).toBe(422);
    expect(await desk.reads('events.yaml')).toBe('event: The boat is painted\nwhen: 2020\n');
    expect(await desk.reads('names.yaml')).toBe(broken);
    expect(await desk.reads('topics/crew.yaml')).toBe(CREW);
  });
});
