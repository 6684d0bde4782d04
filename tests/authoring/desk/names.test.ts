/** Names: what the page writes of them is what a person would have typed, and what refers to one goes on doing so. */
import { describe, expect, it } from 'vitest';
import { CREW, EVENTS, listsForEachTest, NAMES } from './lists.ts';

const { desk, listed, add, change, takeOut } = listsForEachTest();

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
      [
        '  - Nora Finch-Gull:',
        '      aliases:',
        '        - Nora # as the crew says',
        '        - the ferrywoman',
        '        - Nora Finch',
        '      id: nora-finch\n',
      ].join('\n'),
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
      { field: 'name', expected: 'a name that no other has: “Ada Stone” is called so' },
    ]);
    expect(await desk.reads('names.yaml')).toBe(NAMES);
  });

  it('never becomes what another is called: facts would speak of that one from then on', async () => {
    const fieldOf = async (answer: ReturnType<typeof change>) => (await answer).body.fields?.[0]?.field;
    expect(await fieldOf(change('name', 'Ada Stone', { name: 'Nora Finch' }))).toBe('name');
    expect(await fieldOf(change('name', 'Ada Stone', { name: 'Nora' }))).toBe('name');
    expect(await fieldOf(change('name', 'Tom Reed', { aliases: ['Ada Stone'] }))).toBe('aliases');
    expect(await desk.reads('names.yaml')).toBe(NAMES);
  });

  it('takes its comments along to another list', async () => {
    await change('name', 'Nora Finch', { list: 'works' });
    await change('name', 'Tom Reed', { list: 'works' });
    expect(await desk.reads('names.yaml')).toBe(
      [
        '# whom we know\npeople: # all of them\n  # she paints\n  - Ada Stone\n',
        "places: [Gull Island, 'North Quay']\n",
        'works:\n  - Nora Finch:\n      - Nora # as the crew says\n      - the ferrywoman\n',
        '  - Tom Reed: # still small\n      aliases: Tommy\n      minor: true\n',
      ].join(''),
    );
  });

  it('and an event stay as they are while facts that may refer to them could never be read', async () => {
    await desk.stop();
    await desk.puts('topics/crew.yaml', `${CREW}  - fact: "The\n`);
    await desk.start();
    const answers = [
      await change('name', 'Ada Stone', { name: 'Ada Quay' }),
      await takeOut('name', 'Ada Stone', { fromAll: true }),
      await change('event', 'The boat is painted', { event: 'The boat is green' }),
      await takeOut('event', 'The boat is painted', { fromAll: true }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(answers[0]?.body.error).toMatch(/^topics\/crew\.yaml cannot be read just now/);
    expect(await desk.reads('names.yaml')).toBe(NAMES);
    expect((await change('name', 'Tom Reed', { aliases: ['Tim'] })).status).toBe(200);
  });
});
