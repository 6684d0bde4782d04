/** Names, events, disagreements and topics: what the page writes of them is what a person would have typed. */
import { describe, expect, it } from 'vitest';
import type { Preview, Refusal, Written } from '../../../src/authoring/desk/wire.ts';
import type { ListedKind, ListedState } from '../../../src/authoring/desk/wire-listed.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const NAMES = `# whom we know
people: # all of them
  - Nora Finch:
      - Nora # as the crew says
      - the ferrywoman
  # she paints
  - Ada Stone
  - Tom Reed: # still small
      aliases: Tommy
      minor: true
places: [Gull Island, 'North Quay']
`;

const EVENTS = `# what happened
- event: The postman is rowed across # first
  when: 1931
  about: Nora Finch (actor)

- event: The boat is painted
  id: painting
  when: "spring: 2020"
`;

const CREW = `topic: The crew
entries:
  - fact: The boat was painted green in 2020. # says the Post
    id: green
    receipt: post#2
    about: [Ada Stone (actor), "Gull Island"] # not the quay
    events: painting

  - fact: In 1931 Nora Finch rowed the postman across.
    id: across
    receipt: log#2
    events: the-postman-is-rowed-across

  - fact: The boat has room for a dog.
    id: dog
    receipt: log#1
    about: Nora (not)
`;

const desk = deskForEachTest({
  ...CLUB,
  'names.yaml': NAMES,
  'events.yaml': EVENTS,
  'topics/crew.yaml': CREW,
});

const write = (body: object) => desk.post<Written & Refusal>('api/write', body);

async function listed(kind: ListedKind, called: string): Promise<ListedState> {
  const { listed: all } = await desk.state();
  const found = all.find((one) => one.kind === kind && Object.values(one.fields).includes(called));
  if (!found) throw new Error(`no ${kind} is called “${called}”`);
  return found;
}

const refOf = ({ kind, id, hash }: ListedState) => ({ kind, id, hash });

const add = (kind: ListedKind, fields: object) => write({ do: 'list', kind, fields });

async function change(kind: ListedKind, called: string, fields: object) {
  const found = await listed(kind, called);
  return write({ do: 'list', kind, entry: refOf(found), fields: { ...found.fields, ...fields } });
}

const takeOut = async (kind: ListedKind, called: string, more: object = {}) =>
  write({ do: 'unlist', entry: refOf(await listed(kind, called)), ...more });

describe('a name', () => {
  it('comes last in its list, alone or with what else it is called', async () => {
    expect((await add('name', { name: 'Ben Gull', list: 'people', aliases: [''] })).status).toBe(200);
    await add('name', { name: 'Cy: the cook', list: 'people', aliases: ['Cy', 'the cook'], minor: '' });
    await add('name', { name: 'South Quay', list: 'places' });
    await add('name', { name: 'Gull Post', list: 'organisations', aliases: ['the Post'] });
    expect(await desk.reads('names.yaml')).toBe(
      `${NAMES.replace(
        'places: ',
        '  - Ben Gull\n  - "Cy: the cook":\n      - Cy\n      - the cook\nplaces: ',
      ).replace(
        "'North Quay']",
        "'North Quay', South Quay]",
      )}organisations:\n  - Gull Post:\n      - the Post\n`,
    );
  });

  it('may be the first of all', async () => {
    await desk.takesAway('names.yaml');
    await add('name', { name: 'Ben Gull', list: 'people' });
    expect(await desk.reads('names.yaml')).toBe(
      '# yaml-language-server: $schema=.schema/names.json\npeople:\n  - Ben Gull\n',
    );
  });

  it('says how many facts name it, in their words or beside them', async () => {
    const counts = (await desk.state()).listed.map(({ kind, id, facts }) => [kind, id, facts]);
    expect(counts).toContainEqual(['name', 'nora-finch', 3]);
    expect(counts).toContainEqual(['name', 'ada-stone', 1]);
    expect(counts).toContainEqual(['name', 'north-quay', 0]);
    expect(counts).toContainEqual(['event', 'painting', 1]);
    expect(counts).toContainEqual(['topic', 'crew', 3]);
  });

  it('gets another name, and a comment stays where it was', async () => {
    await change('name', 'Nora Finch', { aliases: ['Nora', 'the rower', 'the ferrywoman'] });
    await change('name', 'Ada Stone', { aliases: ['Ada'], invented: 'true' });
    expect(await desk.reads('names.yaml')).toBe(
      NAMES.replace('as the crew says\n', 'as the crew says\n      - the rower\n').replace(
        '- Ada Stone\n',
        '- Ada Stone:\n      aliases: Ada\n      invented: true\n',
      ),
    );
  });

  it('is called otherwise wherever it is named, and keeps its id; what texts say stays another name of it', async () => {
    const { body } = await change('name', 'Nora Finch', { name: 'Nora Finch-Gull' });
    expect(body.said).toBe('Saved. “Nora Finch” stays as another name: 2 texts still say it.');
    expect(body.listed?.id).toBe('nora-finch');
    expect(await desk.reads('names.yaml')).toContain(
      '  - Nora Finch-Gull:\n      id: nora-finch\n      aliases: [Nora, the ferrywoman, Nora Finch]\n',
    );
    expect(await desk.reads('events.yaml')).toBe(EVENTS.replace('Nora Finch (a', 'Nora Finch-Gull (a'));
    expect((await listed('name', 'Nora Finch-Gull')).facts).toBe(3);
    await desk.post('api/undo', { undo: body.undo });
    expect(await desk.reads('names.yaml')).toBe(NAMES);
    expect(await desk.reads('events.yaml')).toBe(EVENTS);
  });

  it('is followed by facts that named it, comments and all', async () => {
    const { body } = await change('name', 'Ada Stone', { name: 'Ada, the painter' });
    expect(body.said).toBe('Saved.');
    expect(await desk.reads('topics/crew.yaml')).toBe(
      CREW.replace('[Ada Stone (actor)', '["Ada, the painter (actor)"'),
    );
    expect(await desk.reads('names.yaml')).toBe(
      NAMES.replace('- Ada Stone\n', '- Ada, the painter:\n      id: ada-stone\n'),
    );
  });

  it('goes on being meant where a fact knew it by a name that it loses', async () => {
    await change('name', 'Nora Finch', { aliases: ['the ferrywoman'] });
    expect(await desk.reads('topics/crew.yaml')).toBe(CREW.replace('Nora (not)', 'Nora Finch (not)'));
  });

  it('that nothing names gets its new id, and may stand in another list', async () => {
    await change('name', 'North Quay', { name: 'The Quay', list: 'organisations' });
    expect(await desk.reads('names.yaml')).toBe(
      `${NAMES.replace(", 'North Quay'", '')}organisations:\n  - The Quay\n`,
    );
    expect((await listed('name', 'The Quay')).id).toBe('the-quay');
  });

  it('is not deleted from under what names it, unless it is to go there too', async () => {
    const refused = await takeOut('name', 'Ada Stone');
    expect([refused.status, refused.body.error, refused.body.with]).toEqual([
      422,
      'One fact or event refers to it. Nothing was deleted.',
      ['The boat was painted green in 2020.'],
    ]);
    expect(await desk.reads('names.yaml')).toBe(NAMES);
    const { body } = await takeOut('name', 'Ada Stone', { fromAll: true });
    expect(await desk.reads('names.yaml')).toBe(NAMES.replace('  - Ada Stone\n', ''));
    expect(await desk.reads('topics/crew.yaml')).toBe(CREW.replace('Ada Stone (actor), ', ''));
    await desk.post('api/undo', { undo: body.undo });
    expect(await desk.reads('topics/crew.yaml')).toBe(CREW);
  });

  it('that stood alone takes its list along', async () => {
    await desk.puts('names.yaml', '# mine\npeople:\n  - Ben Gull\n');
    expect((await takeOut('name', 'Ben Gull')).status).toBe(200);
    expect(await desk.reads('names.yaml')).toBe('# mine\n');
  });

  it('is refused where it lacks something, or is there already, with the field that is meant', async () => {
    const empty = await add('name', { name: ' ', list: 'people' });
    expect([empty.status, empty.body.fields?.[0]?.field]).toEqual([422, 'name']);
    const long = await add('name', { name: 'x'.repeat(91), list: 'people' });
    expect(long.body.fields?.[0]?.field).toBe('name');
    const twice = await add('name', { name: 'Ada Stone', list: 'places' });
    expect([twice.status, twice.body.fields?.[0]]).toEqual([
      422,
      { field: 'name', expected: 'this name once, but it stands there twice' },
    ]);
    expect(await desk.reads('names.yaml')).toBe(NAMES);
  });
});

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
    expect(await desk.reads('names.yaml')).toBe(broken);
    expect(await desk.reads('topics/crew.yaml')).toBe(CREW);
  });
});
