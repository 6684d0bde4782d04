import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf, playerOf } from '../../src/core/ids.ts';
import { filesOf } from '../../src/core/requests/request.ts';
import { createWorld, type Replied, textOf, tokensOf, type World } from '../fakes/world.ts';

let world: World;
const who = { user: 'bea' };
/** The same account in another workspace: on this platform an id is one person everywhere. */
const away = { user: 'bea', place: placeOf('test', 'W2', 'C9') };
const EMPTY = { kind: 'plain', tone: 'neutral', blocks: [] } as const;
const openTokens = () => tokensOf(world.platform.shown.at(-1)?.card ?? EMPTY);
const press = async (at: number, person: { readonly user: string } = who) =>
  world.press(openTokens()[at] ?? '', person);

beforeEach(async () => {
  world = await createWorld();
  await world.type('/quiz');
  await press(0);
});
afterEach(() => world.close());

const files = (reply: Replied) => {
  if (reply.type === 'done') throw new Error('nothing was said');
  const [text, json] = filesOf(reply);
  return { text: text?.text ?? '', json: JSON.parse(json?.text ?? 'null'), all: filesOf(reply) };
};

describe('/mydata show', () => {
  it('gives the data itself, to read and for a program, to the asker alone', async () => {
    const reply = await world.type('/mydata show', who);
    expect(reply).toMatchObject({ to: 'asker' });
    const { text, json, all } = files(reply);
    expect(all.map(({ name, type }) => [name, type])).toEqual([
      ['your-data.txt', 'text/plain'],
      ['your-data.json', 'application/json'],
    ]);
    const [round] = await world.store.unrevealedRounds();
    expect(text).toContain(round?.shown.prompt);
    expect(text).toContain(`You answered: ${round?.shown.options[0]}`);
    expect(text).toContain('2026-11-23 08:00 · channel C1 of W1');
    expect(json).toMatchObject({
      about: { platform: 'test', user: 'bea' },
      hiddenSince: null,
      answers: [{ prompt: round?.shown.prompt, chosen: round?.shown.options[0], channel: 'C1' }],
    });
  });

  it('counts one answer as one, and says how to delete it', async () => {
    const text = textOf(await world.type('/mydata show', who));
    expect(text).toContain('Your user id, with 1 answer. It is all');
    expect(text).toContain('/mydata delete');
  });

  it('tells what else stands with the user id: quizzes and dailies', async () => {
    await world.type('/daily set 09:00', { manages: true });
    const reply = await world.type('/mydata show');
    expect(textOf(reply)).toContain('Your user id, with 1 quiz and 1 daily question. It');
    expect(files(reply).json).toMatchObject({
      quizzesStarted: [{ channel: 'C1', questions: 1 }],
      dailiesSet: [{ channel: 'C1', time: '09:00', state: 'on' }],
    });
  });

  it('is what /mydata alone shows', async () => {
    expect(textOf(await world.type('/mydata', who))).toBe(textOf(await world.type('/mydata show', who)));
  });

  it.each(['/mydata', '/mydata delete', '/mydata delete confirm'])(
    'says at once where nothing is stored: %s',
    async (line) => {
      const reply = await world.type(line, { user: 'dan' });
      expect(textOf(reply)).toBe('Nothing is stored about you.');
      expect(reply).not.toHaveProperty('files');
    },
  );

  it('never tells whether an answer to an open question is right, in either file', async () => {
    const all: string[] = [];
    for (const at of [0, 1, 2, 3]) {
      await press(at, { user: `guest-${at}` });
      const { text, json } = files(await world.type('/mydata show', { user: `guest-${at}` }));
      expect(text).not.toMatch(/\((right|wrong)\)/);
      expect(json.answers[0].outcome).toBe('not told while the question is open');
      all.push(text.replace(/guest-\d/g, '').replace(/You answered: .*/g, ''));
    }
    expect(new Set(all).size).toBe(1);
  });

  it('tells it once the question is closed', async () => {
    const [round] = await world.store.unrevealedRounds();
    await press(round?.shown.right ?? 0, { user: 'cleo' });
    await world.minutes(2);
    const { text, json } = files(await world.type('/mydata show', { user: 'cleo' }));
    expect(text).toContain('(right)');
    expect(json.answers).toMatchObject([{ outcome: 'right' }]);
    expect(json.points).toEqual(
      expect.arrayContaining([expect.objectContaining({ period: 'all', points: 1 })]),
    );
  });

  it('does not tell an old answer to a question that is open again nearby', async () => {
    await world.minutes(2);
    const [answered] = await world.store.exportPlayer(playerOf('test', 'W1', 'bea'));
    const questionId = answered?.questionId ?? '';
    expect(files(await world.type('/mydata show', who)).text).toMatch(/\((right|wrong)\)/);
    await world.store.createQuiz({
      ...{
        id: 'again',
        place: world.place,
        starter: playerOf('test', 'W1', 'dan'),
        topic: '',
        total: 1,
        secondsPerRound: 60,
      },
      ...{ isPrivate: false, state: 'running', startedAt: world.clock.now() },
    });
    await world.store.openRound({
      ...{ id: 'again-1', place: world.place, questionId, isPrivate: false },
      shown: { prompt: 'The same?', options: ['Yes', 'No'], right: 0 },
      ...{ openedAt: world.clock.now(), closesAt: world.clock.now() + 60_000 },
      belongsTo: { quiz: 'again', number: 1 },
    });
    const { text, json } = files(await world.type('/mydata show', who));
    expect(text).not.toMatch(/\((right|wrong)\)/);
    expect(json.answers[0].outcome).toBe('not told while the question is open');
  });

  it('covers the account in every workspace, wherever it is asked', async () => {
    await world.type('/quiz', { ...away, user: 'cleo' });
    await world.press(openTokens()[0] ?? '', away);
    for (const place of [who, away])
      expect(textOf(await world.type('/mydata show', place))).toContain('with 2 answers, in 2 places.');
  });
});

describe('/mydata delete', () => {
  it('tells what would be deleted, with the right plural, and deletes nothing yet', async () => {
    const text = textOf(await world.type('/mydata delete', who));
    expect(text).toContain('For good, this would delete 1 answer, with points and streaks.');
    expect(text).toContain('/mydata delete confirm');
    expect(textOf(await world.type('/mydata show', who))).toContain('1 answer');
  });

  it('of somebody who has only started something speaks of no answers', async () => {
    const text = textOf(await world.type('/mydata delete'));
    expect(text).toContain('For good, this would take your user id off 1 quiz.');
    expect(text).not.toContain('answer');
  });

  it.each(['confirm', 'yes', 'confirm: yes'])('%s deletes it', async (words) => {
    expect(textOf(await world.type(`/mydata delete ${words}`, who))).toContain(
      'Done: 1 answer is deleted, with points and streaks. Nothing',
    );
    expect(textOf(await world.type('/mydata show', who))).toContain('Nothing is stored');
  });

  it.each(['no', 'confirm no', 'please'])('%s deletes nothing', async (words) => {
    await world.type(`/mydata delete ${words}`, who);
    expect(textOf(await world.type('/mydata show', who))).toContain('1 answer');
  });

  it('covers the account in every workspace, and says in how many places', async () => {
    await world.type('/quiz', { ...away, user: 'cleo' });
    await world.press(openTokens()[0] ?? '', away);
    expect(textOf(await world.type('/mydata delete confirm', away))).toContain(
      'Done: 2 answers are deleted, with points and streaks, in 2 places.',
    );
    expect(textOf(await world.type('/mydata show', who))).toContain('Nothing is stored');
  });

  it('forgets also that they were hidden, and says so', async () => {
    await world.type('/mydata hide', who);
    expect(textOf(await world.type('/mydata delete', who))).toContain('You are hidden now');
    expect(textOf(await world.type('/mydata delete confirm', who))).toContain('You are no longer hidden');
    expect(await world.store.isHidden(playerOf('test', 'W1', 'bea'))).toBe(false);
  });
});

describe('all that is stored about somebody who plays every day', () => {
  it('is not looked through again and again: after six times they wait some seconds', async () => {
    const lines = ['show', 'show', 'delete', 'delete', 'show', 'delete'];
    for (const line of lines) expect(textOf(await world.type(`/mydata ${line}`, who))).toContain('1 answer');
    for (const line of ['show', 'delete confirm'])
      expect(textOf(await world.type(`/mydata ${line}`, who))).toContain('faster than I can answer');
    expect(textOf(await world.type('/mydata show', { user: 'cleo' }))).toContain('Nothing is stored');
    await world.clock.advance(10_000);
    expect(textOf(await world.type('/mydata delete confirm', who))).toContain('Done: 1 answer is deleted');
  });
});

describe('/mydata privacy', () => {
  it('says for how long answers are kept, and where whoever runs the bot says more', async () => {
    expect(textOf(await world.type('/mydata privacy', who))).toContain('answers for 400 days');
    const other = await createWorld({ privacy: { days: 90, url: 'https://example.org/privacy' } });
    const text = textOf(await other.type('/mydata privacy', who));
    expect(text).toContain('answers for 90 days');
    expect(text).toContain('https://example.org/privacy');
    expect(textOf(await other.type('/help', who))).toContain('https://example.org/privacy');
    await other.close();
  });
});
