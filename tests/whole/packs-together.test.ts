/**
 * Packs by different hands in one bot, as an operator runs it and as people in three channels meet it: each channel has
 * chosen for itself, and the packs change while people play.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PacksReport } from '../../src/packs/packs.ts';
import { loadPacks } from '../../src/packs/read.ts';
import { SMALL, withLock } from '../authoring/format/small-pack.ts';
import { packsForEachTest } from '../fakes/packs-on-disk.ts';
import { type Program, programsForEachTest, ready } from '../program.ts';
import { type Channels, openChannels } from './channels.ts';

/** A pack, and by what one knows in a channel that it is told or cited there. */
const HANDBOOK = {
  title: 'The handbook of Halloway Weather',
  article: 'Welcome to Halloway Weather',
  about: 'Barometer',
  receipt: '— Halloway Weather, ¶',
};
const LIGHTHOUSE = {
  title: 'The lamp of Varn Light',
  article: 'The night the lamp came back',
  about: 'Orla Quessant',
  receipt: '.example/',
};

/** Of whom each is asked by somebody of its own: what one person is being asked is kept from them elsewhere. */
const CHANNELS = [
  { channel: 'kitchen', who: 'ada', on: [HANDBOOK] },
  { channel: 'club', who: 'bea', on: [LIGHTHOUSE] },
  { channel: 'lobby', who: 'cem', on: [HANDBOOK, LIGHTHOUSE] },
];

const THE_ATLAS = `topic: The atlas
entries:
  - fact: Bhutan was the last country for which the bell of Halloway Weather rang.
    receipt: workshop#6
  - question: The bell rings for every new country. Which was the last?
    right: Bhutan
    wrong: [Malta, Peru, Iceland]
    payoff: It has rung 31 times so far.
`;

const programs = programsForEachTest();
const disk = packsForEachTest();
let discord: Channels;

beforeEach(async () => {
  discord = await openChannels();
  await cp('examples/handbook', disk.at('handbook'), { recursive: true });
  await cp('tests/fixtures/packs/lighthouse', disk.at('lighthouse'), { recursive: true });
});
afterEach(() => discord.close());

interface Bot extends Program {
  /** What it says of its packs to whoever watches over it. */
  packs(): Promise<PacksReport>;
}

/** The program, at this instant by its own clock. */
async function start(instant: string): Promise<Bot> {
  const clock = `const now = Date.now, ahead = Date.parse('${instant}') - now(); Date.now = () => now() + ahead`;
  const program = programs.run({
    ...discord.settings,
    DATA_PATH: disk.root,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}`,
  });
  const address = await program.printed(ready);
  return { ...program, packs: async () => (await fetch(`${address}/healthz`)).json() };
}

/** Sends the signal, and waits until what is known is not what it was. */
async function readAgain(bot: Bot): Promise<PacksReport> {
  const { version } = await bot.packs();
  bot.child.kill('SIGHUP');
  await expect.poll(bot.packs).not.toMatchObject({ version });
  return bot.packs();
}

const type = (who: string, channel: string, name: string, options = {}) =>
  discord.type(who, channel, { name, options });
const manage = (channel: string, name: string, sub: string, options = {}) =>
  discord.type('mod', channel, { name, sub, options });

/** In the kitchen and in the club somebody leaves one on; in the lobby nobody chooses. */
async function choose(): Promise<void> {
  await manage('kitchen', 'packs', 'off', { name: 'lighthouse' });
  await manage('club', 'packs', 'off', { name: 'handbook' });
}

const last = (channel: string) => discord.shown(channel).at(-1) ?? '';
const told = (who: string) => discord.whispers(who).at(-1) ?? '';

/** Where more than one thing happens in a channel, it is not known which of them is seen first. */
const shows = (channel: string, text: string) => expect.poll(() => last(channel)).toContain(text);
const tells = (who: string, text: string) => expect.poll(() => told(who)).toContain(text);

async function answer(who: string, channel: string, option: string): Promise<void> {
  await discord.press(who, channel, option);
  await tells(who, `Locked in: ${option}`);
}

const knewIt = (...who: readonly string[]) => `Knew it: ${who.map(discord.mention).join(', ')}\n`;

/** Who stands on its board, each with the one point that there was. */
async function pointsIn(channel: string): Promise<readonly string[]> {
  await type('dot', channel, 'leaderboard');
  const board = () => discord.shown(channel).find((text) => text.includes('Leaderboard')) ?? '';
  await expect.poll(board).not.toBe('');
  return ['ada', 'bea', 'cem', 'dot'].filter((who) =>
    board().includes(`1. ${discord.mention(who)} – 1 point in 1 try`),
  );
}

/** What `/packs` says of a pack in a channel. */
async function stateOf(pack: string, channel: string): Promise<string | undefined> {
  const { length } = discord.whispers('dot');
  await discord.type('dot', channel, { name: 'packs', sub: 'list' });
  await expect.poll(() => discord.whispers('dot')).toHaveLength(length + 1);
  return new RegExp(`^${pack} · (.*)$`, 'm').exec(told('dot'))?.[1];
}

async function rewrite(file: string, changes: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(disk.at(file), 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(disk.at(file), text);
}

/** What an author does before others get the pack: it finds no error, and locks what is new. */
async function check(pack: string): Promise<void> {
  const { output } = await programs.start(
    {},
    process.execPath,
    ...[
      '--disable-warning=ExperimentalWarning',
      'src/authoring/cli/pack.ts',
      'check',
      '--pack',
      disk.at(pack),
    ],
  ).exited;
  expect(output).toContain(' 0 errors');
}

describe('two packs by different hands in one bot', () => {
  it('are told, asked, cited and proposed in each channel only where they are on', async () => {
    await start('2026-11-23T10:00:00Z');
    await choose();
    const packs = await loadPacks(disk.root);
    const titleOf = (asked: string) =>
      packs.find(({ questions }) => questions.some(({ prompt }) => asked.includes(prompt)))?.info.title;
    for (const { channel, who, on } of CHANNELS) {
      const off = [HANDBOOK, LIGHTHOUSE].filter((pack) => !on.includes(pack));
      expect(await discord.proposed(channel, 'quiz', 'pack', '')).toEqual(on.map(({ title }) => title));
      for (const pack of [HANDBOOK, LIGHTHOUSE]) {
        const { title, article, about, receipt } = pack;
        const isOn = on.includes(pack);
        const where = `${title} in the ${channel}`;
        expect(await stateOf(title, channel), where).toBe(isOn ? 'on' : 'off');
        await type(who, channel, 'sources');
        expect(last(channel).includes(article), where).toBe(isOn);
        for (const typed of ['', about.slice(0, 4)]) {
          expect((await discord.proposed(channel, 'fact', 'about', typed)).includes(about), where).toBe(isOn);
          expect((await discord.proposed(channel, 'quiz', 'topic', typed)).includes(about), where).toBe(isOn);
        }
        await type(who, channel, 'fact', { about });
        if (isOn) expect(last(channel), where).toContain(receipt);
        else expect(told(who), where).toContain(`No article here says anything about “${about}”`);
      }
      for (let times = 0; times < 5; times += 1) {
        await type(who, channel, 'fact');
        for (const { receipt } of off) expect(last(channel)).not.toContain(receipt);
      }
      for (const { title, about } of on) {
        await type(who, channel, 'quiz', { topic: about, private: true });
        expect(titleOf(told(who))).toBe(title);
      }
      for (const { title, about } of off) {
        await type(who, channel, 'quiz', { topic: about });
        expect(told(who)).toContain(`There is no question about “${about}”`);
        await type(who, channel, 'quiz', { pack: title });
        expect(told(who)).toContain(`“${title}” is off in this channel. On here: `);
      }
      await type(who, channel, 'quiz');
      expect(on.map(({ title }) => title)).toContain(titleOf(last(channel)));
    }
  });

  it('go on by what they showed while one is broken and the other reworded, and a third comes', async () => {
    const bot = await start('2026-11-23T10:00:00Z');
    await choose();
    const before = await bot.packs();
    const [handbook, lighthouse] = before.packs;
    expect(before).toMatchObject({ packs: [{ id: 'handbook' }, { id: 'lighthouse' }], leftOut: [] });

    await type('bea', 'club', 'quiz', { topic: 'Wen Caldry’s book', seconds: 300 });
    await manage('kitchen', 'daily', 'set', { time: '09:00', zone: 'UTC', topic: 'Fog Friday', reveal: 1 });
    await manage('kitchen', 'daily', 'now');
    const quiz = 'What did the Harbour Board of Varn turn down in 2012?';
    const daily = 'Why was the Frost invented?';
    await shows('club', quiz);
    await shows('kitchen', daily);
    await answer('bea', 'club', 'A lamp offered by a shipyard');
    await answer('bea', 'kitchen', 'Somebody’s tomatoes died');

    // One author rewords what is being asked. The other does so too, and is not done with something else.
    await rewrite('lighthouse/topics/varn-book.yaml', [
      [quiz, 'What did the Harbour Board of Varn turn down, of all things, in 2012?'],
      ['A bell offered by a parish', 'A drum offered by a parish'],
      ['No article mentions a bell', 'No article mentions a drum'],
    ]);
    await check('lighthouse');
    await rewrite('handbook/topics/days-and-hours.yaml', [
      [daily, 'Why was the Frost invented, of all things?'],
      ['A pond froze over', 'A lake froze over'],
    ]);
    await disk.put({ 'topics/the-atlas.yaml': THE_ATLAS.replace(', Iceland]', '') }, 'handbook');
    await disk.put(withLock(SMALL), 'harbour');
    const after = await readAgain(bot);
    expect(after).toEqual({
      ...{ status: 'ok', version: expect.any(String), leftOut: [] },
      packs: [
        { ...handbook, kept: true },
        { id: 'harbour', version: expect.any(String) },
        { id: 'lighthouse', version: expect.not.stringMatching(lighthouse?.version ?? '') },
      ],
    });
    expect(await bot.printed(/^(The pack “.*\n.*\n.*\n)/m)).toMatch(
      /^The pack “The handbook of Halloway Weather” in \S+ goes on as it was read before: one thing is wrong with it\.\n {2}\S+\/the-atlas\.yaml:\d+:\d+: .*closing bracket.*\n.* npm run pack -- check --pack \S+\/handbook\n/,
    );

    await answer('cem', 'club', 'A lamp offered by a shipyard');
    await answer('dot', 'club', 'A bell offered by a parish');
    await discord.press('bea', 'club', 'Reveal now');
    await shows('club', knewIt('bea', 'cem'));
    expect(last('club')).toContain(quiz);
    expect(last('club')).toMatch(/2 · ✅ A lamp offered by a shipyard/);
    expect(last('club')).toMatch(/1 · A bell offered by a parish/);
    expect(await pointsIn('club')).toEqual(['bea', 'cem']);

    await type('dot', 'kitchen', 'fact', { about: 'Barometer' });
    await shows('kitchen', 'Barometer');
    for (const channel of ['kitchen', 'club']) {
      expect(await stateOf('The harbour', channel)).toBe('off, and new since the packs here were chosen');
      await type('dot', channel, 'fact', { about: 'Mara Quill' });
      await tells('dot', 'No article here says anything about “Mara Quill”');
    }
    expect(await stateOf('The harbour', 'lobby')).toBe('on');
    await type('dot', 'lobby', 'fact', { about: 'Mara Quill' });
    await shows('lobby', 'Mara Quill brought a boat in.');

    await type('dot', 'kitchen', 'quiz', { topic: 'The atlas' });
    await tells('dot', 'There is no question about “The atlas”');
    await disk.put({ 'topics/the-atlas.yaml': THE_ATLAS }, 'handbook');
    await check('handbook');
    const mended = await readAgain(bot);
    expect(mended.packs[0]).toEqual({
      id: 'handbook',
      version: expect.not.stringMatching(handbook?.version ?? ''),
    });
    expect(mended.packs.slice(1)).toEqual(after.packs.slice(1));
    await type('dot', 'kitchen', 'quiz', { topic: 'The atlas' });
    await shows('kitchen', 'The bell rings for every new country. Which was the last?');

    await answer('cem', 'kitchen', 'Somebody’s tomatoes died');
    await answer('dot', 'kitchen', 'A pond froze over');
    // Its hour comes while the program is down.
    bot.child.kill('SIGTERM');
    expect((await bot.exited).code).toBe(0);
    await start('2026-11-23T11:30:00Z');
    const asked = () => discord.shown('kitchen').find((text) => text.includes('Daily question')) ?? '';
    await expect.poll(asked).toContain(knewIt('bea', 'cem'));
    expect(asked()).toContain(daily);
    expect(asked()).toMatch(/2 · ✅ Somebody’s tomatoes died/);
    expect(asked()).toMatch(/1 · A pond froze over/);
    expect(await pointsIn('kitchen')).toEqual(['bea', 'cem']);
  });
});
