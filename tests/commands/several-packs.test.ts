/** Several packs in one bot: what is off in a channel is neither told nor asked nor named there, and `pack` picks one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainCard } from '../../src/core/cards/card.ts';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { packOf } from '../../src/core/dataset/scope.ts';
import { HANDBOOK, LIGHTHOUSE, severalPacks, TRUMPS } from '../fakes/several-packs.ts';
import { createWorld, here, type Person, textOf, tokensOf, type World } from '../fakes/world.ts';

const library = await severalPacks;
const mod: Person = { user: 'mod', manages: true };

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const say = async (line: string, who: Person = mod) => textOf(await world.type(line, who));
const turnOn = (...packs: string[]) => world.store.choosePacks(here, packs);

/** Of which packs the claims are whose text is told. */
const packsTold = async (line: string, times: number) => {
  const told = new Set<string | undefined>();
  for (let left = times; left > 0; left -= 1) {
    const text = await say(line);
    const claim = [...library.claims.values()].find((one) => text.split('\n').includes(one.text));
    told.add(claim && packOf(claim.id));
  }
  return [...told];
};
const asked = async () => (await world.store.unrevealedRounds()).map(({ questionId }) => packOf(questionId));
const quizzes = () => world.store.openQuizzes();

describe('a pack that is off in a channel', () => {
  it('is not told by chance', async () => {
    await turnOn(HANDBOOK);
    expect(await packsTold('/fact', 60)).toEqual([HANDBOOK]);
  });

  it('is not found, and no name of it is offered in its place', async () => {
    await turnOn(HANDBOOK, LIGHTHOUSE);
    for (const line of [
      '/fact Ivanka',
      '/fact Donald Trum',
      '/fact zebra',
      '/quiz Kim Kardashian',
      '/quiz zebra',
    ]) {
      const text = await say(line);
      expect(text).toMatch(/No article here says anything about|There is no question about/);
      const [, offered = ''] = /(?:Did you mean|Try one of these): (.+)/.exec(text) ?? [];
      for (const name of offered.split(' · ').filter(Boolean)) {
        const packs = world.services.search
          .named(name)
          .flatMap(({ claims }) => claims.map(({ id }) => packOf(id)));
        expect(packs).not.toContain(TRUMPS);
      }
    }
  });

  it('is proposed to nobody who types', async () => {
    await turnOn(HANDBOOK);
    const propose = (command: string, option: string, typed: string) =>
      world.bot.suggest({ place: here, command, option, typed });
    for (const typed of ['', 'k', 'trump', 'varn'])
      for (const [command, option] of [
        ['fact', 'about'],
        ['quiz', 'topic'],
      ] as const)
        for (const { name } of await propose(command, option, typed))
          expect(
            world.services.search.named(name).some(({ claims }) => packOf(claims[0]?.id ?? '') === HANDBOOK),
          ).toBe(true);
    expect(await propose('fact', 'pack', '')).toEqual([{ name: 'The handbook of Halloway Weather' }]);
    expect(await propose('quiz', 'pack', 'lamp')).toEqual([]);
  });

  it('is not asked in a quiz, nor in one that was ordered before', async () => {
    await turnOn(HANDBOOK);
    await say('/quiz handbook 5');
    expect(await asked()).toEqual([HANDBOOK]);
    await turnOn(LIGHTHOUSE);
    await world.minutes(3);
    const last = textOf({
      type: 'say',
      to: 'everyone',
      card: world.platform.shown.at(-1)?.card ?? plainCard('neutral'),
    });
    expect(last).toMatch(/^Quiz over\n/);
    expect(last).toContain('1 question. What it asked about is not asked here any more.');
    expect(await asked()).toEqual([]);
  });

  it('is not asked by the button of a fact that was told before, but what stands there is still told from both sides', async () => {
    const told = await world.type('/fact pack: lighthouse about: Varn Light', mod);
    const claim = [...library.claims.values()].find((one) => textOf(told).split('\n').includes(one.text));
    await turnOn(HANDBOOK);
    const sides = await world.press({ do: 'sides', of: 'claim', id: claim?.id ?? '' });
    expect(textOf(sides)).toContain(claim?.text);
    const [on] = [...library.questions.values()].filter(({ id }) => packOf(id) === LIGHTHOUSE);
    const ask = await world.press({ do: 'ask', claim: on?.right.claims[0] ?? '' });
    expect(textOf(ask)).toContain('There is no further question that fits.');
  });

  it('is asked by no daily', async () => {
    await turnOn(HANDBOOK);
    await say('/daily set 09:00');
    await world.minutes(4 * 24 * 60);
    const dailies = await world.store.dailiesAsked(here, 9);
    expect(dailies).toHaveLength(4);
    expect(new Set(dailies.map(({ questionId }) => packOf(questionId)))).toEqual(new Set([HANDBOOK]));
  });

  it('is no source', async () => {
    await turnOn(HANDBOOK);
    const text = await say('/sources');
    for (const { id, title } of library.articles.values())
      expect(text.includes(title)).toBe(packOf(id) === HANDBOOK);
  });

  it('is on elsewhere all the same', async () => {
    await turnOn(HANDBOOK);
    const place = { ...here, channel: 'C2' as typeof here.channel };
    expect(await world.type('/fact Ivanka Trump', { ...mod, place })).toMatchObject({ to: 'everyone' });
  });
});

describe('a channel in which nothing is on, because what was chosen is gone', () => {
  it.each([
    '/fact',
    '/fact cat',
    '/quiz',
    '/quiz cat 3',
    '/sources',
    '/fact pack: handbook',
    '/daily set 09:00',
  ])('answers %s with what to type, for those who may, and else with who may', async (line) => {
    await turnOn('gone');
    expect(await say(line)).toBe(
      'Nothing is on in this channel just now, so there is nothing to tell or to ask. Turn something on with /packs on: Kim Kardashian and the Trumps · The handbook of Halloway Weather · The lamp of Varn Light.',
    );
    if (line.startsWith('/daily')) return;
    expect(await say(line, {})).toBe(
      'Nothing is on in this channel just now, so there is nothing to tell or to ask. What is on is chosen by keepers of the channel, with /packs on.',
    );
  });
});

describe('/fact pack', () => {
  it('tells of that pack only, and another one as well', async () => {
    expect(await packsTold('/fact pack: handbook', 40)).toEqual([HANDBOOK]);
    let reply = await world.type('/fact pack: lamp', mod);
    for (let presses = 0; presses < 5; presses += 1) {
      const [another] = tokensOf(reply.card);
      reply = await world.press(another ?? '', { user: `reader-${presses}` });
      const claim = [...library.claims.values()].find((one) => textOf(reply).split('\n').includes(one.text));
      expect(packOf(claim?.id ?? '')).toBe(LIGHTHOUSE);
    }
  });

  it('names where it looked in vain, and offers what that pack has', async () => {
    const text = await say('/fact Kim Kardashian pack: handbook');
    expect(text).toContain(
      'No article in “The handbook of Halloway Weather” says anything about “Kim Kardashian”',
    );
    const [first] = tokensOf((await world.type('/fact zebra pack: handbook', mod)).card);
    expect(await world.press(first ?? '')).toMatchObject({ to: 'everyone' });
  });

  it('that is off or unknown is answered kindly, with those that are on', async () => {
    await turnOn(HANDBOOK, LIGHTHOUSE);
    const on = 'On here: The handbook of Halloway Weather · The lamp of Varn Light.';
    expect(await say('/fact pack: kim kardashian and the trumps')).toBe(
      `“Kim Kardashian and the Trumps” is off in this channel. ${on}`,
    );
    expect(await say('/quiz pack: zebra 3')).toBe(`There is no pack called “zebra 3”. ${on}`);
    expect(await say('/daily set 09:00 pack: zebra')).toContain(on);
  });

  it('that fits several is asked back, with a button for each that does what was asked', async () => {
    const reply = await world.type('/quiz pack: the 2 easy', mod);
    expect(textOf(reply)).toContain('Which one do you mean: ');
    await world.press(tokensOf(reply.card)[1] ?? '', mod);
    expect(await quizzes()).toMatchObject([{ pack: HANDBOOK, level: 'easy', total: 2 }]);
  });
});

describe('/quiz pack', () => {
  it.each([
    ['/quiz pack: handbook 3', { pack: HANDBOOK, topic: '', total: 3 }],
    ['/quiz 3 pack: The handbook of Halloway Weather', { pack: HANDBOOK, topic: '', total: 3 }],
    ['/quiz topic: cat pack: halloway', { pack: HANDBOOK, topic: 'cat', total: 1 }],
    ['/quiz pack: handbook 2 60s topic: wages', undefined],
    ['/quiz pack: handbok easy 3', { pack: HANDBOOK, level: 'easy', total: 3 }],
    ['/quiz handbook 3', { pack: HANDBOOK, topic: '', total: 3 }],
    ['/quiz The lamp of Varn Light', { pack: LIGHTHOUSE, topic: '' }],
    ['/quiz handbok 2', { pack: HANDBOOK, topic: '', total: 2 }],
    ['/quiz kim kardashian', { pack: undefined, topic: 'kim kardashian' }],
    ['/quiz kardashian trump', { pack: undefined, topic: 'kardashian trump' }],
    ['/quiz the workshop', { pack: undefined, topic: 'the workshop' }],
  ])('%s', async (line, order) => {
    await world.type(line, mod);
    if (order) expect(await quizzes()).toMatchObject([order]);
    else expect(await quizzes()).toEqual([]);
  });

  it('stands over each question where several packs are on, and asks of that pack alone', async () => {
    await say('/quiz handbook 3');
    const title = () =>
      textOf({
        type: 'say',
        to: 'everyone',
        card: world.platform.shown[0]?.card ?? plainCard('neutral'),
      }).split('\n')[0];
    expect(title()).toContain('’s quiz · question 1 of 3 · The handbook of Halloway Weather');
    expect(await asked()).toEqual([HANDBOOK]);
    expect(await say('/quiz private 2 pack: lamp')).toMatch(/^Question 1 of 2 · The lamp of Varn Light\n/);
    await turnOn(HANDBOOK);
    await world.minutes(1);
    expect(title()).not.toContain('The handbook');
  });

  it('is kept by “Another round”, which says so where it is off by then', async () => {
    await say('/quiz handbook 2');
    await world.minutes(10);
    const again = world.platform.shown
      .flatMap(({ card }) => tokensOf(card))
      .find((token) => token.do === 'again');
    await world.press(again ?? '');
    expect(await quizzes()).toMatchObject([{ pack: HANDBOOK, total: 2 }]);
    await world.minutes(10);
    await turnOn(LIGHTHOUSE);
    expect(textOf(await world.press(again ?? ''))).toBe(
      '“The handbook of Halloway Weather” is off in this channel. On here: The lamp of Varn Light.',
    );
  });
});

describe('/daily set pack', () => {
  it('is kept, shown, and asked of', async () => {
    const set = await say('/daily set 09:00 pack: handbook');
    expect(set).toContain('Pack: The handbook of Halloway Weather\nTopic: everything in it');
    expect(await say('/daily status')).toContain('Pack: The handbook of Halloway Weather');
    await world.minutes(61);
    expect(await asked()).toEqual([HANDBOOK]);
  });

  it('stays when the time is set anew, and goes with “all” or with a topic of another pack', async () => {
    await say('/daily set 09:00 pack: handbook');
    expect(await say('/daily set 10:00')).toContain('Pack: The handbook');
    expect(await say('/daily set 10:00 topic: the workshop')).toContain(
      'Pack: The handbook of Halloway Weather\nTopic: the workshop',
    );
    expect(await say('/daily set 10:00 pack: lamp')).toContain(
      'Pack: The lamp of Varn Light\nTopic: everything in it',
    );
    expect(await say('/daily set 10:00 topic: Ivanka Trump')).toMatch(/every day\nTopic: Ivanka Trump/);
    await say('/daily set 10:00 pack: lamp');
    expect(await say('/daily set 10:00 pack: all')).toMatch(/every day\nTopic: everything\n/);
    expect(await say('/daily set 10:00 topic: handbook')).toContain(
      'Pack: The handbook of Halloway Weather\nTopic: everything in it',
    );
  });
});

describe('/sources', () => {
  const many = buildLibrary(
    library.packs.map((pack) => ({
      ...pack,
      articles: pack.articles.flatMap((article) =>
        Array.from({ length: 4 }, (_, at) =>
          at === 0
            ? article
            : { ...article, id: `${article.id}-${at}`, title: `${article.title}, part ${at}` },
        ),
      ),
    })),
  );

  it('stands under the packs they are of, and cuts none in silence', async () => {
    await world.close();
    world = await createWorld({ library: many });
    const seen: string[] = [];
    let reply = await world.type('/sources', mod);
    const first = textOf(reply);
    expect(first).toMatch(/^Sources, 1 to 10 of \d+\nKim Kardashian and the Trumps\n/);
    for (let page = 1; ; page += 1) {
      seen.push(textOf(reply));
      const [next] = tokensOf(reply.card);
      if (!next) break;
      reply = await world.press(next, { user: `reader-${page}` });
    }
    for (const { title } of many.articles.values())
      expect(
        seen.filter((text) => text.split('\n').some((line) => line.startsWith(title))).length,
      ).toBeGreaterThan(0);
    expect(await say('/sources 2')).toBe(seen[1]);
  });

  it.each(['/sources handbook', '/sources pack: the handbook'])(
    '%s lists those of one pack',
    async (line) => {
      const text = await say(line);
      for (const { id, title } of library.articles.values())
        expect(text.includes(title)).toBe(packOf(id) === HANDBOOK);
      expect(text).not.toContain('The handbook of Halloway Weather\n');
    },
  );
});
