/** One public quiz a channel at a time: who comes second waits their turn, or plays alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderCard as onDiscord } from '../../../src/adapters/discord/render.ts';
import { renderCard as onSlack } from '../../../src/adapters/slack/render.ts';
import type { Card } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { placeOf } from '../../../src/core/ids.ts';
import type { Quiz } from '../../../src/core/ports/store.ts';
import type { Token } from '../../../src/core/requests/token.ts';
import { tick } from '../../../src/core/work.ts';
import { createWorld, type Replied, textOf, tokensOf, type World } from '../../fakes/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const nextDoor = placeOf('test', 'W1', 'C2');
const as = (user: string) => ({ user });
const mod = { user: 'mod', manages: true };
/** Its first question stands there, and nothing more is said. */
const BEGUN = { type: 'done' };

const button = (card: Card | undefined, verb: Token['do']): Token => {
  const token = card && tokensOf(card).find((candidate) => candidate.do === verb);
  if (!token) throw new Error(`no button ${verb} on: ${card ? cardToText(card) : 'nothing'}`);
  return token;
};
const verbsOf = ({ card }: Replied) => tokensOf(card).map((token) => token.do);
/** The first lines of what stands in the channel, with who is named in them. */
const titles = () =>
  world.platform.shown.map(({ card }) => {
    const [first] = card.kind === 'plain' ? card.blocks : card.lead;
    const text = first?.type === 'heading' ? [first.text] : first?.type === 'note' ? first.text : [];
    return text.map((one) => (typeof one === 'object' && 'player' in one ? one.player : one)).join('');
  });
const inState = async (wanted: Quiz['state']) =>
  (await world.store.openQuizzes())
    .filter(({ state }) => state === wanted)
    .map(({ starter }) => starter.user);
const running = () => inState('running');
const waiting = () => inState('waiting');

/** Orders a quiz while another one runs, and has it wait its turn. */
async function lineUp(user: string, line = '/quiz'): Promise<Replied> {
  const offered = await world.type(line, as(user));
  return world.press(button(offered.card, 'wait'), as(user));
}
/** Reveals the newest question before its time, and gives what follows the time to come. */
async function passOn() {
  await world.press(button(world.platform.shown.at(-1)?.card, 'reveal'), mod);
  await world.clock.advance(16_000);
}

describe('a quiz of one question', () => {
  it('counts no questions, on its card or for whoever comes second', async () => {
    await world.type('/quiz', as('ada'));
    expect(titles()).toEqual(['ada’s quiz']);
    expect(textOf(await world.type('/quiz', as('bea')))).toMatch(/is being played here\.\n/);
  });
});

describe('a second /quiz in a channel', () => {
  it('posts nothing, and says privately who plays, how far they are, and what can be done', async () => {
    await world.type('/quiz questions: 3', as('ada'));
    await passOn();
    const reply = await world.type('/quiz 2', as('bea'));
    expect(reply).toMatchObject({ type: 'say', to: 'asker' });
    expect(JSON.stringify(reply.card)).toContain('{"player":"ada"}');
    expect(textOf(reply)).toContain('question 2 of 3, with 1 more to come');
    expect(verbsOf(reply)).toEqual(['wait', 'alone']);
    expect(titles()).toEqual(['ada’s quiz · question 1 of 3', 'ada’s quiz · question 2 of 3']);
    expect(await running()).toEqual(['ada']);
  });

  it('of twenty people at the same instant lets one begin', async () => {
    const people = Array.from({ length: 20 }, (_, at) => as(`player-${at}`));
    const replies = await Promise.all(people.map((person) => world.type('/quiz', person)));
    expect(world.platform.shown).toHaveLength(1);
    expect(replies.filter(({ type }) => type === 'done')).toHaveLength(1);
    expect(replies.filter((reply) => verbsOf(reply).includes('wait'))).toHaveLength(19);
  });

  it('begins at once in the next channel, and in this one as soon as the first is over', async () => {
    await world.type('/quiz', as('ada'));
    expect(await world.type('/quiz', { user: 'bea', place: nextDoor })).toMatchObject(BEGUN);
    await passOn();
    expect(textOf(await world.type('/quiz', as('bea')))).toContain('being played here');
    await world.press(button(world.platform.shown[0]?.card, 'reveal'), mod);
    expect(await world.type('/quiz', as('cem'))).toMatchObject(BEGUN);
  });

  it('is no matter for who plays alone, nor for the daily question', async () => {
    await world.type('/quiz seconds: 300', as('ada'));
    expect(verbsOf(await world.type('/quiz private', as('bea')))).toContain('pick');
    await world.type('/daily now', mod);
    expect(titles().at(-1)).toMatch(/^Daily question/);
    await world.press(button(world.platform.shown[0]?.card, 'reveal'), mod);
    expect(await world.type('/quiz', as('bea'))).toMatchObject(BEGUN);
  });

  it('can be played alone at once, as it was ordered', async () => {
    await world.type('/quiz', as('ada'));
    const offered = await world.type('/quiz 2 topic: Snoop Dogg', as('bea'));
    const alone = await world.press(button(offered.card, 'alone'), as('bea'));
    expect(alone).toMatchObject({ to: 'asker' });
    expect(textOf(alone)).toContain('Question 1 of 2');
    expect(world.platform.shown).toHaveLength(1);
  });
});

describe('a quiz that waits its turn', () => {
  const topic = 'Snoop Dogg';

  it('begins by itself when the one before it is over, as it was ordered, and says whose it is', async () => {
    await world.type('/quiz', as('ada'));
    const reply = await lineUp('bea', `/quiz 2 seconds: 77 topic: ${topic}`);
    expect(textOf(reply)).toContain('starts here by itself after the one before it');
    await passOn();
    expect(titles()).toEqual(['ada’s quiz', 'bea’s quiz · question 1 of 2']);
    const [quiz] = await world.store.openQuizzes();
    expect(quiz).toMatchObject({ topic, total: 2, secondsPerRound: 77 });
  });

  it.each([
    ['was stopped', async () => void (await world.press(button(world.platform.shown[0]?.card, 'stop'), mod))],
    [
      'could not go on, because the bot may not speak for a while',
      async () => {
        world.platform.answerNextEdit({ status: 'refused', why: 'forbidden', fix: 'Allow me.' });
        await world.clock.advance(45_000);
      },
    ],
    [
      'was forgotten while the bot was away',
      async () => {
        world.clock.jumpTo(world.clock.now() + 20 * 60_000);
        world = await world.restart();
        await world.clock.advance(0);
      },
    ],
  ])('begins also where that one %s', async (_, end) => {
    await world.type('/quiz questions: 3', as('ada'));
    await lineUp('bea');
    await end();
    await world.clock.advance(16_000);
    expect(await running()).toEqual(['bea']);
    expect(titles().at(-1)).toBe('bea’s quiz');
  });

  it('leaves time to read the last answer, also where a tick comes in between', async () => {
    await world.type('/quiz seconds: 90', as('ada'));
    await lineUp('bea');
    await world.clock.advance(55_000 - (world.clock.now() % 60_000));
    await world.press(button(world.platform.shown[0]?.card, 'reveal'), mod);
    await world.clock.advance(5_000);
    await tick(world.services);
    await world.clock.advance(6_900);
    expect(titles()).toEqual(['ada’s quiz']);
    await world.clock.advance(20_000);
    expect(titles().at(-1)).toBe('bea’s quiz');
  });

  it('survives a restart, also one between the two', async () => {
    await world.type('/quiz', as('ada'));
    await lineUp('bea');
    world = await world.restart();
    await world.press(button(world.platform.shown[0]?.card, 'reveal'), mod);
    world = await world.restart();
    await world.minutes(1);
    expect(titles().at(-1)).toBe('bea’s quiz');
  });

  it('begins in the order of the line, and nobody goes before it', async () => {
    await world.type('/quiz', as('ada'));
    await lineUp('bea');
    expect(textOf(await lineUp('cem'))).toContain('after the 2 before it');
    await world.press(button(world.platform.shown[0]?.card, 'reveal'), mod);
    expect(verbsOf(await world.type('/quiz', as('dot')))).toContain('wait');
    await world.clock.advance(16_000);
    await passOn();
    expect(titles().map((title) => title.split('’')[0])).toEqual(['ada', 'bea', 'cem']);
  });

  it('is one a person and a few a channel; more are told so and can play alone', async () => {
    await world.type('/quiz questions: 3', as('ada'));
    await lineUp('bea');
    const again = await lineUp('bea');
    expect(textOf(again)).toContain('One quiz of yours waits here already');
    expect(verbsOf(again)).toEqual(['alone']);
    await lineUp('cem');
    await lineUp('dot');
    const late = await lineUp('eve');
    expect(textOf(late)).toContain('3 quizzes wait here already');
    expect(verbsOf(late)).toEqual(['alone']);
    expect(await waiting()).toEqual(['bea', 'cem', 'dot']);
  });

  it('can be taken back by its person or a moderator, by nobody else', async () => {
    await world.type('/quiz', as('ada'));
    const stop = button((await lineUp('bea')).card, 'stop');
    expect(textOf(await world.press(stop, as('cem')))).toContain('Someone else started this');
    expect(textOf(await world.press(stop, as('bea')))).toBe('Your quiz waits no more.');
    await passOn();
    expect(world.platform.shown).toHaveLength(1);
    expect(await running()).toEqual([]);
  });

  it('is lined up once, however often the button is pressed, and by nobody else', async () => {
    await world.type('/quiz', as('ada'));
    const wait = button((await world.type('/quiz', as('bea'))).card, 'wait');
    expect(textOf(await world.press(wait, as('cem')))).toContain('does not wait here');
    await Promise.all([1, 2, 3].map(() => world.press(wait, as('bea'))));
    expect(await waiting()).toEqual(['bea']);
  });

  it('begins soon where the one before it ended while its person was deciding', async () => {
    await world.type('/quiz', as('ada'));
    const wait = button((await world.type('/quiz', as('bea'))).card, 'wait');
    await passOn();
    expect(textOf(await world.press(wait, as('bea')))).toContain('in a moment');
    await world.clock.advance(16_000);
    expect(titles().at(-1)).toBe('bea’s quiz');
  });

  it('ends with a private word after half an hour', async () => {
    await world.type('/quiz 10 seconds: 300', as('ada'));
    await lineUp('bea');
    await world.minutes(32);
    expect(await waiting()).toEqual([]);
    expect(world.platform.told.map(({ player }) => player.user)).toEqual(['bea']);
    expect(JSON.stringify(world.platform.told)).toContain('half an hour');
  });

  it('ends with a private word where its question cannot be posted', async () => {
    await world.type('/quiz', as('ada'));
    await lineUp('bea');
    await world.press(button(world.platform.shown[0]?.card, 'reveal'), mod);
    world.platform.answerNextPost({ status: 'refused', why: 'forbidden', fix: 'Allow me to post.' });
    await world.clock.advance(16_000);
    expect(await running()).toEqual([]);
    expect(world.platform.told).toMatchObject([{ player: { user: 'bea' } }]);
    expect(JSON.stringify(world.platform.told)).toContain('Allow me to post.');
  });

  it('is forgotten with its person', async () => {
    await world.type('/quiz', as('ada'));
    await lineUp('bea');
    await world.type('/mydata delete confirm', as('bea'));
    await passOn();
    expect(world.platform.shown).toHaveLength(1);
  });

  it('of an order that was never confirmed leaves nothing behind some time after an hour', async () => {
    await world.type('/quiz', as('ada'));
    const wait = button((await world.type('/quiz', as('bea'))).card, 'wait');
    await world.everyMinute(125);
    expect(await world.store.findQuiz(wait.do === 'wait' ? wait.quiz : '')).toBeUndefined();
    expect(textOf(await world.press(wait, as('bea')))).toContain('does not wait here');
  });
});

describe('every card of a quiz', () => {
  it('says whose it is and where it stands: question, answer and standings', async () => {
    await world.type('/quiz 2', as('ada'));
    for (const _ of [1, 2]) await passOn();
    expect(titles().slice(0, 2)).toEqual(['ada’s quiz · question 1 of 2', 'ada’s quiz · question 2 of 2']);
    const over = world.platform.shown[2]?.card;
    expect(JSON.stringify(over)).toMatch(/{"player":"ada"},"’s quiz"," · 2 questions/);
  });

  it('names its person on each face in that face’s own way, and pings nobody', async () => {
    await world.type('/quiz 2', as('ada'));
    const [shown] = world.platform.shown;
    if (!shown) throw new Error('nothing was posted');
    expect(onDiscord(shown.card).content).toMatch(/^-# <@ada>’s quiz · question 1 of 2\n/);
    expect(onDiscord(shown.card).allowed_mentions).toEqual({ parse: [] });
    expect(onSlack(shown.card).blocks[0]).toMatchObject({
      type: 'context',
      elements: [{ type: 'plain_text', text: 'a player’s quiz · question 1 of 2' }],
    });
  });

  it('names nobody once that person had their id deleted', async () => {
    await world.type('/quiz 2', as('ada'));
    await world.type('/mydata delete confirm', as('ada'));
    await passOn();
    expect(titles()).toEqual(['A quiz · question 1 of 2', 'A quiz · question 2 of 2']);
  });
});
