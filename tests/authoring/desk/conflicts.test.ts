/** Two hands on one file: nothing of either is lost. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeskEvent, Refusal, State, Written } from '../../../src/authoring/desk/wire.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();
const BOATS = CLUB['topics/boats.yaml'] ?? '';

const write = (body: object) => desk.post<Written & Refusal>('api/write', body);

async function changed(words: string, fact: string) {
  const { kind, id, hash, fields } = await desk.entry(words);
  return { do: 'change', entry: { kind, id, hash }, fields: { ...fields, fact } };
}

describe('where somebody changed the same entry in the file', () => {
  it('both versions are handed back and nothing is written, until the author chooses', async () => {
    const mine = await changed('room for nine', 'Nine people fit.');
    await desk.puts('topics/boats.yaml', BOATS.replace('room for nine people', 'room for ten people'));
    const { status, body } = await write(mine);
    expect(status).toBe(409);
    expect(body.conflict?.mine).toMatchObject({ fact: 'Nine people fit.' });
    expect(body.conflict?.theirs).toMatchObject({ fact: 'The boat has room for ten people.' });
    expect(await desk.reads('topics/boats.yaml')).toContain('room for ten people');
    expect((await write({ ...mine, entry: body.conflict?.entry })).status).toBe(200);
    expect(await desk.reads('topics/boats.yaml')).toBe(
      BOATS.replace('The boat has room for nine people.', 'Nine people fit.'),
    );
  });

  it('the same for one that is to be accepted or deleted', async () => {
    const entry = await desk.ref('postman');
    await desk.puts('topics/boats.yaml', BOATS.replace('in 1931', 'in 1932'));
    for (const what of ['accept', 'delete']) {
      const { status, body } = await write({ do: what, entry });
      expect([status, body.conflict?.theirs?.fact]).toEqual([
        409,
        'Nora Finch rowed the postman across in 1932.',
      ]);
    }
  });

  it('it is said that an entry is gone', async () => {
    const mine = await changed('postman', 'Nora rowed.');
    await desk.puts('topics/boats.yaml', BOATS.replace(/ {2}# to be read[\s\S]*/, ''));
    const { status, body } = await write(mine);
    expect([status, body.error, body.conflict?.theirs]).toEqual([
      409,
      expect.stringContaining('is gone'),
      undefined,
    ]);
    expect(body.conflict?.mine).toMatchObject({ fact: 'Nora rowed.' });
  });

  it('what the page wants already stands there, which is no conflict', async () => {
    const mine = await changed('room for nine', 'Nine people fit.');
    await desk.puts(
      'topics/boats.yaml',
      BOATS.replace('The boat has room for nine people.', 'Nine people fit.'),
    );
    expect((await write(mine)).status).toBe(200);
  });
});

describe('where somebody changed the file elsewhere', () => {
  it('both changes stand', async () => {
    const mine = await changed('room for nine', 'Nine people fit.');
    const theirs = BOATS.replace('# mine\n', '# mine\n# and yours\n').replace('in 1931', 'in 1932');
    await desk.puts('topics/boats.yaml', theirs);
    expect((await write(mine)).status).toBe(200);
    expect(await desk.reads('topics/boats.yaml')).toBe(
      theirs.replace('The boat has room for nine people.', 'Nine people fit.'),
    );
  });

  it('an undo takes back the own lines only', async () => {
    const { body } = await write(await changed('room for nine', 'Nine people fit.'));
    const now = await desk.reads('topics/boats.yaml');
    await desk.puts('topics/boats.yaml', now.replace('in 1931', 'in 1932'));
    expect((await desk.post('api/undo', { undo: body.undo })).status).toBe(200);
    expect(await desk.reads('topics/boats.yaml')).toBe(BOATS.replace('in 1931', 'in 1932'));
    expect((await desk.post<Refusal>('api/undo', { undo: body.undo })).status).toBe(404);
  });

  it('an undo of lines that somebody changed is refused, and says where the old ones are', async () => {
    const { body } = await write(await changed('room for nine', 'Nine people fit.'));
    const now = await desk.reads('topics/boats.yaml');
    await desk.puts('topics/boats.yaml', now.replace('Nine people fit.', 'Nine fit.'));
    const refused = await desk.post<Refusal>('api/undo', { undo: body.undo });
    expect([refused.status, refused.body.error]).toEqual([409, expect.stringContaining('.desk')]);
  });
});

describe('a file that cannot be read', () => {
  const broken = BOATS.replace("postman across in 1931.'", 'postman across in 1931.');

  it('is named with its line, shows its last good state, and is not written over', async () => {
    const mine = await changed('room for nine', 'Nine people fit.');
    await desk.puts('topics/boats.yaml', broken);
    const { problems, facts, topics } = await desk.state();
    expect(problems).toMatchObject([
      { file: 'topics/boats.yaml', line: 14, expected: expect.stringContaining('closing quote') },
    ]);
    expect(facts.map(({ fields }) => fields.fact)).toContain('The boat has room for nine people.');
    expect(topics).toMatchObject([{ id: 'boats', isBroken: true }]);
    const { status, body } = await write(mine);
    expect([status, body.problems?.[0]?.line]).toEqual([422, 14]);
    expect(body.error).toMatch(/nothing is written over it: mend it at line 14/);
    expect(await desk.reads('topics/boats.yaml')).toBe(broken);
    await desk.puts('topics/boats.yaml', BOATS);
    expect((await write(mine)).status).toBe(200);
  });

  it('hinders no other file, and is not forgotten by the lock', async () => {
    await desk.puts('topics/boats.yaml', broken);
    const fields = { fact: 'Nobody rows in fog.', receipt: 'log#4' };
    const { status } = await write({ do: 'create', kind: 'fact', topic: { name: 'Fog' }, fields });
    expect(status).toBe(200);
    await desk.puts('topics/boats.yaml', BOATS);
    expect((await desk.checked()).problems).toEqual([]);
  });

  it('may be broken from the start', async () => {
    await desk.stop();
    await desk.puts('topics/boats.yaml', broken);
    await desk.start();
    const { problems, facts } = await desk.state();
    expect([problems.length, facts]).toEqual([1, []]);
  });

  it('may have an entry that is none yet, beside others that are', async () => {
    await desk.puts('topics/boats.yaml', `${BOATS}\n  - fact: New\n    reciept: log#1\n`);
    const { facts, problems } = await desk.state();
    expect(facts.find(({ isUnread }) => isUnread)?.fields).toEqual({ fact: 'New', reciept: 'log#1' });
    expect(problems[0]?.expected).toContain('“receipt”');
    const { kind, id, hash } = facts.find(({ isUnread }) => isUnread) ?? {};
    const mended = { do: 'change', entry: { kind, id, hash }, fields: { fact: 'New', receipt: 'log#4' } };
    expect((await write(mended)).status).toBe(200);
    expect((await desk.state()).problems).toEqual([]);
  });
});

describe('what changes on disk', () => {
  async function heard(run: () => Promise<void>): Promise<readonly DeskEvent[]> {
    const { body } = await desk.send('api/events');
    const events: DeskEvent[] = [];
    let isDone = false;
    const settled = async () => {
      const { revision, isChecking } = await desk.state();
      return !isChecking && events.some((event) => event.revision >= revision);
    };
    for await (const chunk of body ?? []) {
      for (const [, data = ''] of Buffer.from(chunk)
        .toString()
        .matchAll(/^data: (.*)$/gm))
        events.push(JSON.parse(data));
      if (!isDone) await run();
      isDone = true;
      if (events.some(({ type }) => type === 'changed') && (await settled())) return events;
    }
    return events;
  }

  it('is told to the page, also where an editor saves by renaming', async () => {
    await desk.checked();
    const events = await heard(async () => {
      await desk.puts('boats.tmp', BOATS.replace('nine people', 'eight people'));
      await rename(join(desk.folder(), 'boats.tmp'), join(desk.folder(), 'topics/boats.yaml'));
    });
    expect(events[0]?.type).toBe('hello');
    expect((await desk.entry('room for')).fields.fact).toBe('The boat has room for eight people.');
  });

  it('may be a file that comes or goes', async () => {
    const of = ({ topics }: State) => topics.map(({ id }) => id);
    await desk.puts('topics/oars.yaml', 'topic: Oars\nentries:\n');
    expect(of(await desk.state())).toEqual(['boats', 'oars']);
    await rm(join(desk.folder(), 'topics/boats.yaml'));
    expect(of(await desk.state())).toEqual(['oars']);
  });

  it('keeps the last good state while pack.yaml is in another format', async () => {
    await desk.puts('pack.yaml', 'format: 9\ntitle: Later\n');
    const { pack, problems, facts } = await desk.state();
    expect([pack.title, pack.isBroken, facts.length]).toEqual(['The rowing club', true, 2]);
    expect(problems[0]?.expected).toContain('format 9');
  });
});
