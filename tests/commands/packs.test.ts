/** /packs: what is told and asked in a channel is listed for anybody, and chosen by whoever manages it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../src/core/dataset/library.ts';
import { placeOf } from '../../src/core/ids.ts';
import { HANDBOOK, severalPacks, TRUMPS } from '../fakes/several-packs.ts';
import { createWorld, here, type Person, textOf, tokensOf, type World } from '../fakes/world.ts';

const library = await severalPacks;
const only = (...ids: string[]) => buildLibrary(library.packs.filter(({ info }) => ids.includes(info.id)));
const mod: Person = { user: 'mod', manages: true };

let world: World;
beforeEach(async () => {
  world = await createWorld({ library });
});
afterEach(() => world.close());

const say = async (line: string, who: Person = mod) => textOf(await world.type(line, who));

describe('/packs', () => {
  it('tells anybody which packs there are, what they are about, what they hold, and that they are on', async () => {
    const reply = await world.type('/packs');
    expect(reply).toMatchObject({ to: 'asker' });
    for (const { info, claims, questions } of library.packs) {
      expect(textOf(reply)).toContain(`${info.title} · on\n${info.about}\n`);
      expect(textOf(reply)).toContain(`${claims.length} facts, ${questions.length} questions`);
    }
    expect(textOf(reply)).toContain(
      'What is told and asked in this channel is chosen by keepers of the channel.',
    );
  });

  it('tells whoever manages the channel what to type, and nobody else may', async () => {
    expect(await say('/packs')).toContain('You can type /packs off NAME and /packs on NAME');
    for (const line of ['/packs off handbook', '/packs on handbook', '/packs left-out'])
      expect(textOf(await world.type(line))).toBe('Only a moderator can do that.');
    expect(await world.store.settingsOf(here)).toMatchObject({ packs: undefined });
  });

  it('lists what is off behind what is on, for this channel alone', async () => {
    await say('/packs off handbook');
    const lines = (await say('/packs')).split('\n');
    expect(lines.filter((line) => / · o/.test(line))).toEqual([
      'Kim Kardashian and the Trumps · on',
      'The lamp of Varn Light · on',
      'The handbook of Halloway Weather · off',
    ]);
    const elsewhere = { ...mod, place: placeOf('test', 'W1', 'C2') };
    expect(await say('/packs', elsewhere)).toContain('The handbook of Halloway Weather · on');
  });

  it('shows a pack that came since somebody chose as new, and off until it is turned on', async () => {
    await world.close();
    world = await createWorld({ library: only(TRUMPS, HANDBOOK) });
    await say('/packs off handbook');
    const next = await world.restart({ library });
    expect(textOf(await next.type('/packs', mod))).toContain(
      'The lamp of Varn Light · off, and new since the packs here were chosen\n',
    );
    expect(textOf(await next.type('/packs', mod))).toContain('The handbook of Halloway Weather · off\n');
    expect(textOf(await next.type('/fact Varn Light', mod))).toContain('No article here says anything about');
    await next.type('/packs on lamp', mod);
    expect(textOf(await next.type('/packs', mod))).not.toContain('new');
    expect(await next.type('/fact Varn Light', mod)).toMatchObject({ to: 'everyone' });
  });

  it('of a bot with one pack shows its topics, and speaks of no choice that there is not', async () => {
    await world.close();
    world = await createWorld({ library: only(HANDBOOK) });
    const text = await say('/packs');
    expect(text).toMatch(/^The handbook of Halloway Weather\n/);
    expect(text).toContain('Topics: Days and hours · The house and its people · The workshop');
    expect(text).not.toMatch(/· on|\/packs on/);
    expect(await say('/packs off handbook')).toContain('is all there is, so it stays on');
  });

  it('of a bot without packs says so', async () => {
    await world.close();
    world = await createWorld({ library: buildLibrary([]) });
    expect(await say('/packs')).toBe('There are no packs here yet. Whoever runs this bot can add some.');
  });
});

describe('/packs off and on', () => {
  it.each([
    'handbook',
    'The handbook of Halloway Weather',
    'HALLOWAY',
    'the handbok',
    '“handbook”',
    'pack handbook',
  ])('knows the pack by “%s”', async (name) => {
    expect(await say(`/packs off ${name}`)).toContain(
      '“The handbook of Halloway Weather” is off in this channel now',
    );
    expect(await say(`/packs on ${name}`)).toBe(
      '“The handbook of Halloway Weather” is on in this channel now.',
    );
  });

  it('says with the first choice what becomes of packs that are added later', async () => {
    expect(await say('/packs off handbook')).toContain('packs that are added later are off here');
    expect(await say('/packs off lamp')).not.toContain('added later');
  });

  it('keeps one on', async () => {
    await say('/packs off handbook');
    await say('/packs off lamp of Varn Light');
    expect(await say('/packs off Kim Kardashian and the Trumps')).toContain(
      'is the only one that is on in this channel, and one has to stay on. Turn another on first: /packs on NAME',
    );
    expect(await world.store.settingsOf(here)).toMatchObject({ packs: [TRUMPS] });
  });

  it('keeps both choices of two who choose at once, and one pack on', async () => {
    const mia = { user: 'mia', manages: true };
    await Promise.all([say('/packs off handbook'), say('/packs off The lamp of Varn Light', mia)]);
    expect((await world.store.settingsOf(here)).packs).toEqual([TRUMPS]);
    await say('/packs on handbook');
    const said = await Promise.all([
      say('/packs off handbook'),
      say('/packs off Kim Kardashian and the Trumps', mia),
    ]);
    expect(said.filter((text) => text.includes('one has to stay on'))).toHaveLength(1);
    expect((await world.store.settingsOf(here)).packs).toHaveLength(1);
  });

  it('says what is so already', async () => {
    expect(await say('/packs on handbook')).toContain('is on in this channel already');
    await say('/packs off handbook');
    expect(await say('/packs off handbook')).toContain('is off in this channel already');
  });

  it('asks back where a name fits several, with a button for each', async () => {
    const reply = await world.type('/packs off kardashian', mod);
    expect(textOf(reply)).toBe(
      'Which one do you mean: the pack “Kim Kardashian and the Trumps” or the topic “Kim Kardashian and Ivanka Trump” of “Kim Kardashian and the Trumps”?',
    );
    const [, topic] = tokensOf(reply.card);
    const pressed = await world.press(topic ?? '', mod);
    expect(pressed).toMatchObject({ type: 'replace' });
    expect(textOf(pressed)).toContain('The topic “Kim Kardashian and Ivanka Trump” is left out');
    expect(textOf(await world.press(topic ?? ''))).toBe('Only a moderator can do that.');
  });

  it('asks for more of a name that fits too many', async () => {
    expect(await say('/packs off the')).toMatch(/ or one of \d+ more\? Type more of its name\.$/);
  });

  it('knows packs apart whose titles are signs alone, or are typed alike', async () => {
    await world.close();
    const titles = ['🦀🦀', '🐙', 'The lamp', 'Lamp!'];
    const packs = library.packs.flatMap((pack) =>
      pack.info.id === HANDBOOK
        ? titles.map((title, at) => ({ ...pack, info: { ...pack.info, id: `p${at}`, title } }))
        : [],
    );
    world = await createWorld({ library: buildLibrary(packs) });
    for (const title of ['🐙', '🦀🦀'])
      expect(await say(`/packs off ${title}`)).toContain(`“${title}” is off in this channel now`);
    expect(await say('/packs off !!')).toContain('There is no pack or topic called “!!”');
    expect(await say('/packs off lamp')).toBe(
      'Which one do you mean: the pack “The lamp (p2)” or the pack “Lamp! (p3)”?',
    );
    expect(await say('/packs off Lamp! (p3)')).toContain('“Lamp! (p3)” is off in this channel now');
  });

  it('says that there is none of an unknown name', async () => {
    expect(await say('/packs off zebra')).toBe(
      'There is no pack or topic called “zebra”. /packs lists what there is.',
    );
  });

  it('proposes what would change, packs first, and of a topic the pack that it is of', async () => {
    const propose = async (subcommand: string, typed: string) =>
      (await world.bot.suggest({ place: here, command: 'packs', subcommand, option: 'name', typed })).map(
        ({ name }) => name,
      );
    expect((await propose('off', '')).slice(0, 3)).toEqual(library.packs.map(({ info }) => info.title));
    expect(await propose('on', '')).toEqual([]);
    expect(await propose('off', 'reli')).toEqual(['The relighting · The lamp of Varn Light']);
    await say('/packs off The relighting · The lamp of Varn Light');
    await say('/packs off handbook');
    expect(await propose('on', '')).toEqual([
      'The handbook of Halloway Weather',
      'The relighting · The lamp of Varn Light',
    ]);
  });

  it('tells nothing and asks nothing of a topic that is left out, and both again once it is back', async () => {
    const relit = library.topics.get('lighthouse/varn-relighting');
    const claims = [...library.claims.values()].filter(({ topic }) => topic === relit?.id);
    await say('/packs off The relighting');
    for (const { name } of world.services.search.subjects('', 200, ({ claims: own }) =>
      own.some((one) => claims.includes(one)),
    )) {
      const text = await say(`/fact ${name}`);
      expect(claims.filter((claim) => text.split('\n')[1] === claim.text)).toEqual([]);
    }
    expect(await say('/quiz The relighting')).toContain('There is no question about “The relighting”.');
    await say('/packs on The relighting');
    expect(await world.type('/fact The relighting', mod)).toMatchObject({ to: 'everyone' });
  });

  it('leaves one topic at least', async () => {
    await world.close();
    world = await createWorld({ library: only(HANDBOOK) });
    await say('/packs off workshop');
    await say('/packs off days and hours');
    expect(await say('/packs off the house and its people')).toContain(
      'is the last one that is told and asked',
    );
  });

  it('says at once what it means for the daily question', async () => {
    await say('/daily set 09:00 pack: handbook');
    expect(await say('/packs off handbook')).toContain(
      'The daily question has nothing to ask now: its pack “The handbook of Halloway Weather” is off.',
    );
    expect(await say('/daily status')).toContain('It has nothing to ask now: its pack');
    expect(await say('/packs on handbook')).not.toContain('daily');
    expect(await say('/daily status')).not.toContain('nothing to ask');
  });
});

describe('/packs left-out', () => {
  const questions = [...library.questions.values()].filter(({ id }) => id.startsWith(HANDBOOK));
  const leaveOut = async (count: number) => {
    for (const [at, { id }] of questions.slice(0, count).entries())
      await world.store.leaveOut(here, 'question', id, at);
  };

  it('says so where nothing is', async () => {
    expect(await say('/packs left-out')).toBe('Nothing is left out in this channel.');
  });

  it('lists topics and questions, and takes back what is pressed', async () => {
    await leaveOut(2);
    await say('/packs off The relighting');
    const reply = await world.type('/packs left-out', mod);
    expect(textOf(reply)).toContain('1 · Topic: The relighting · The lamp of Varn Light');
    expect(textOf(reply)).toContain(`2 · ${questions[0]?.prompt} · The handbook of Halloway Weather`);
    expect(await say('/packs')).toContain('Left out here: 1 topic (The relighting) and 2 questions.');
    const tokens = tokensOf(reply.card);
    expect(textOf(await world.press(tokens[1] ?? '', mod))).toContain(`Taken back: ${questions[0]?.prompt}`);
    expect(textOf(await world.press(tokens[1] ?? '', mod))).toContain('That is not left out here any more.');
    const last = await world.press(tokens[0] ?? '', mod);
    expect(textOf(last)).toContain('Taken back: the topic “The relighting”.');
    expect(textOf(last)).toContain(`1 · ${questions[1]?.prompt}`);
    expect(await world.store.settingsOf(here)).toMatchObject({ topics: [], questions: [questions[1]?.id] });
  });

  it('of more than fit into a message has pages', async () => {
    await leaveOut(21);
    const first = await world.type('/packs left-out', mod);
    expect(textOf(first)).toContain('Left out in this channel, 1 to 10 of 21');
    const second = await world.press(tokensOf(first.card).at(-2) ?? '', mod);
    expect(textOf(second)).toContain('11 to 20 of 21');
    const third = await world.press(tokensOf(second.card).at(-2) ?? '', mod);
    expect(textOf(third)).toContain('21 to 21 of 21');
    const [back, turn] = tokensOf(third.card);
    expect(textOf(await world.press(back ?? '', mod))).toContain('11 to 20 of 20');
    expect(turn).toEqual({ do: 'left-out', page: 2 });
  });

  it('counts what is in no pack just now', async () => {
    await leaveOut(2);
    const next = await world.restart({ library: only(TRUMPS) });
    expect(textOf(await next.type('/packs left-out', mod))).toContain('2 more are not in any pack just now.');
  });

  it('does not read out a question that is open, or that comes near one', async () => {
    await world.type('/quiz pack: handbook');
    const [open] = await world.store.unrevealedRounds();
    await world.store.leaveOut(here, 'question', open?.questionId ?? '', 0);
    const text = await say('/packs left-out');
    expect(text).not.toContain(open?.shown.prompt);
    expect(text).toContain('A question that comes near one that is open now');
    const [back] = tokensOf((await world.type('/packs left-out', mod)).card);
    const said = textOf(await world.press(back ?? '', mod));
    expect(said).not.toContain(open?.shown.prompt);
    expect(said).toContain('Taken back: a question that comes near one that is open now.');
  });
});
