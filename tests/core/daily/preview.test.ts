/** `/daily next`: whoever manages a channel sees what comes, leaves some of it out, and puts some of it first. */
import { afterEach, describe, expect, it } from 'vitest';
import { renderCard as onDiscord } from '../../../src/adapters/discord/render.ts';
import { renderCard as onSlack } from '../../../src/adapters/slack/render.ts';
import { blocksOf, type Card, type Choice } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import type { Library } from '../../../src/core/dataset/library.ts';
import { createWorld, here, type Person, textOf, type World } from '../../fakes/world.ts';
import { busyHarbour, claimOf, harbour, questionOf } from '../quiz/harbour.ts';
import { mod } from './unconfirmed.ts';

let world: World;
afterEach(() => world.close());

/** On a Monday, an hour before the first question. */
async function begin(library?: Library, order = '09:00 UTC'): Promise<void> {
  world = await createWorld({ start: '2026-11-23T08:00:00Z', ...(library && { library }) });
  await world.type(`/daily set ${order}`, mod);
}

const next = async (line = '') => (await world.type(`/daily next ${line}`, mod)).card;
const choicesOf = (card: Card): readonly Choice[] =>
  blocksOf(card).flatMap((block) => (block.type === 'choices' ? block.choices : []));
const labels = (card: Card) => choicesOf(card).map(({ label }) => label);

async function press(card: Card, label: string, who: Person = mod) {
  const choice = choicesOf(card).find((one) => one.label === label);
  if (!choice) throw new Error(`no button “${label}”`);
  return world.press(choice.token, who);
}

const planned = () => world.store.planOf(here);
const prompts = async () => (await planned()).map((id) => world.library.question(id)?.prompt ?? '');

describe('/daily next', () => {
  it('shows the next three questions with their dates, and what they are answered with in no telling order', async () => {
    await begin();
    const text = cardToText(await next());
    expect(text).toContain('The next 3 daily questions');
    expect(text).toMatch(/1 · Today[\s\S]*2 · Tuesday 24 November[\s\S]*3 · Wednesday 25 November/);
    for (const prompt of await prompts()) expect(text).toContain(prompt);
    for (const id of await planned()) {
      const question = world.library.question(id);
      const options = [question?.right, ...(question?.wrong ?? [])].map((option) => option?.text ?? '');
      for (const option of options) expect(text).toContain(option);
    }
    const first = async (card: Card) =>
      cardToText(card)
        .split('\n')
        .filter((line) => line.includes(' · '))
        .join('\n');
    const shown = await first(await next());
    for (let time = 0; time < 5; time += 1) expect(await first(await next())).toBe(shown);
  });

  it('shows as many as one asks for, up to a week', async () => {
    await begin();
    expect(cardToText(await next('1'))).toContain('The next daily question');
    expect(cardToText(await next('7'))).toContain('7 · Sunday 29 November');
    expect(cardToText(await next('8'))).toContain('Look 1 to 7 questions ahead.');
  });

  it('says so where there are fewer', async () => {
    await begin(busyHarbour(2));
    const two = cardToText(await next());
    expect(two).toContain('They come at 09:00 (UTC). There are no others: after these it starts over.');
    await begin(busyHarbour(1));
    const one = cardToText(await next());
    expect(one).toContain('It comes at 09:00 (UTC). There is no other: after this one it starts over.');
    await world.type('/daily pause', mod);
    expect(cardToText(await next())).toContain('this one comes once it goes on.');
  });

  it('says what to type where no daily is set', async () => {
    world = await createWorld();
    expect(cardToText(await next())).toContain('No daily question is set here');
    expect(cardToText(await next())).toContain('/daily set 09:00');
    await world.type('/daily set 09:00', mod);
    await world.type('/daily off', mod);
    expect(cardToText(await next())).toContain('No daily question is set here');
  });

  it('is for those who manage the channel, and seen by them alone, as are its buttons', async () => {
    await begin();
    expect(textOf(await world.type('/daily next', { user: 'bea' }))).toBe('Only a moderator can do that.');
    expect(await world.type('/daily next', mod)).toMatchObject({ type: 'say', to: 'asker' });
    const card = await next();
    const before = await planned();
    for (const label of ['Skip 1', 'Ask 2 today'])
      expect(textOf(await press(card, label, { user: 'bea' }))).toBe('Only a moderator can do that.');
    const undo = (await press(card, 'Skip 3')).card;
    await press(undo, 'Undo');
    await press(undo, 'Undo', { user: 'bea' });
    expect((await planned()).slice(0, 3)).toEqual(before);
    expect((await world.store.settingsOf(here)).questions).toEqual([]);
  });

  it('does not show a question that comes near one that is open, until that is revealed', async () => {
    const claims = ['boat', 'tower'].map((name) => claimOf(name, `Mara owns the red ${name}.`));
    const near = questionOf('q-near', 'Whose is the boat?', 'Mara', ['boat']);
    const open = questionOf('q-open', 'What does Mara own?', 'A red boat', ['boat']);
    const other = questionOf('q-tower', 'What else?', 'A tower', ['tower']);
    await begin(harbour(claims, [near, open, other]), '09:00 UTC reveal: 30');
    await world.store.changePlan(here, () => ['q-open', 'q-tower', 'q-near'].map((id) => `harbour/${id}`));
    await world.minutes(60);
    const card = await next();
    expect(cardToText(card)).toContain('It comes near a question that is open now, so it is not shown yet.');
    expect(cardToText(card)).not.toContain(near.prompt);
    expect(labels(card)).toEqual(['Skip 1']);
    await world.minutes(30 * 60 + 1);
    expect(cardToText(await next())).toContain(near.prompt);
  });
});

describe('Skip', () => {
  it('leaves a question out for good and shows the list that follows; Undo puts it back where it stood', async () => {
    await begin();
    const card = await next();
    const before = await planned();
    const [, second = ''] = await prompts();
    const skipped = await press(card, 'Skip 2');
    expect(skipped.type).toBe('replace');
    expect(textOf(skipped)).toContain(`Left out in this channel: ${second}`);
    expect(textOf(skipped)).toContain('The next 3 daily questions');
    expect((await world.store.settingsOf(here)).questions).toEqual([before[1]]);
    expect((await planned()).slice(0, 2)).toEqual([before[0], before[2]]);
    const undone = await press(skipped.card, 'Undo');
    expect(textOf(undone)).toContain(`It may be asked here again: ${second}`);
    expect((await world.store.settingsOf(here)).questions).toEqual([]);
    expect((await planned()).slice(0, 3)).toEqual(before);
  });

  it('pressed twice, or by two at once, leaves out what it says and nothing else', async () => {
    await begin();
    const card = await next();
    const [first, second, third] = await planned();
    await Promise.all([
      press(card, 'Skip 1'),
      press(card, 'Skip 1', { ...mod, user: 'mia' }),
      press(card, 'Skip 2', { ...mod, user: 'mia' }),
    ]);
    await press(card, 'Skip 1');
    expect((await world.store.settingsOf(here)).questions.toSorted()).toEqual([first, second].toSorted());
    expect((await planned())[0]).toBe(third);
  });

  it('of a question that was asked meanwhile says so, and it comes no more', async () => {
    await begin(busyHarbour(2), '09:00 UTC reveal: 1');
    const card = await next();
    const [first] = await planned();
    await world.minutes(61);
    expect(textOf(await press(card, 'Skip 1'))).toContain('It was asked here already');
    await world.minutes(4 * 24 * 60);
    const asked = (await world.store.dailiesAsked(here, 9)).map(({ questionId }) => questionId);
    expect(asked).toHaveLength(5);
    expect(asked.filter((id) => id === first)).toHaveLength(1);
  });

  it('of a question that was asked meanwhile is undone without asking it again before the others', async () => {
    await begin(busyHarbour(6), '09:00 UTC reveal: 1');
    const card = await next();
    const [first] = await planned();
    await world.minutes(61);
    const skipped = await press(card, 'Skip 1');
    expect(textOf(await press(skipped.card, 'Undo'))).toContain('It may be asked here again: ');
    await world.minutes(5 * 24 * 60);
    const asked = (await world.store.dailiesAsked(here, 9)).map(({ questionId }) => questionId);
    expect(asked).toHaveLength(6);
    expect(asked.filter((id) => id === first)).toHaveLength(1);
  });

  it('of the last one there is says that none is left, and the status why none came', async () => {
    await begin(busyHarbour(1));
    const skipped = await press(await next(), 'Skip 1');
    expect(textOf(skipped)).toContain('Every question is left out. Take some back with /packs left-out.');
    await world.minutes(61);
    expect(textOf(await world.type('/daily status', mod))).toContain('23 November 2026: not posted');
    expect(textOf(await press(skipped.card, 'Undo'))).toContain('1 · Tuesday 24 November');
  });
});

describe('Ask today', () => {
  it('puts a question first, and it comes at its time', async () => {
    await begin();
    const card = await next();
    expect(labels(card)).toEqual(['Skip 1', 'Skip 2', 'Skip 3', 'Ask 2 today', 'Ask 3 today']);
    const [first, second, third] = await planned();
    const reply = await press(card, 'Ask 3 today');
    expect(textOf(reply)).toContain('It comes today, at 09:00 (UTC)');
    expect(await planned()).toEqual([third, first, second]);
    await world.minutes(61);
    expect(await world.store.dailiesAsked(here, 1)).toMatchObject([{ questionId: third }]);
    expect(textOf(await press(card, 'Ask 3 today'))).toContain('not among those to come any more');
    expect(await planned()).toEqual([first, second, ...(await planned()).slice(2)]);
  });

  it('says truly when it comes: where today’s is out, on a day without one, and in a pause', async () => {
    await begin(undefined, '09:00 UTC mon,wed');
    const early = await next();
    await world.minutes(61);
    expect(labels(await next())).toContain('Ask 2 next');
    expect(textOf(await press(early, 'Ask 3 today'))).toContain(
      'Today’s question is out already, so it comes on Wednesday 25 November, 09:00 (UTC)',
    );
    await world.minutes(24 * 60);
    expect(textOf(await press(await next(), 'Ask 2 next'))).toContain(
      'No question comes today, so it comes on Wednesday 25 November, 09:00 (UTC)',
    );
    await world.type('/daily pause', mod);
    const paused = await next();
    expect(cardToText(paused)).toContain('The daily question is paused; these come once it goes on.');
    expect(cardToText(paused)).not.toContain('November');
    expect(textOf(await press(paused, 'Ask 2 next'))).toContain('Once it goes on, this one comes first');
  });
});

describe('a week of questions', () => {
  it('fits, with all its buttons, into one message of either platform, however long its texts are', async () => {
    const long = (word: string, length: number) =>
      `${word} `
        .repeat(length)
        .slice(0, length - 1)
        .trim();
    const names = Array.from({ length: 9 }, (_, at) => `tale-${at}-${'x'.repeat(50)}`);
    await begin(
      harbour(
        names.map((id) => claimOf(id, `Mara told ${id}.`)),
        names.map((id, at) =>
          questionOf(`q${at}-${'y'.repeat(56)}`, `${long(`Mara${at}`, 139)}?`, long(`Yes${at}`, 76), [id], {
            wrong: ['No', 'Never', 'Perhaps'].map((text) => ({
              text: long(`${text}${at}`, 76),
              because: '',
            })),
          }),
        ),
      ),
    );
    const { card } = await press(await next('7'), 'Skip 7');
    const discord = onDiscord(card);
    expect(discord.components.map(({ components }) => components.length)).toEqual([1, 4, 3, 3, 3]);
    expect(discord.content.length).toBeLessThanOrEqual(2_000);
    const [embed] = discord.embeds;
    expect(embed?.description.length).toBeLessThanOrEqual(4_096);
    for (const prompt of await prompts())
      expect(`${discord.content}${embed?.description}`).toContain(prompt.slice(0, 60));
    const slack = onSlack(card);
    expect(slack.blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(slack.blocks)).toContain('Undo');
    for (const prompt of await prompts()) expect(JSON.stringify(slack.blocks)).toContain(prompt);
  });
});
