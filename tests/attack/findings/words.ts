/** Who writes much, or often: the others must not wait. */
import { ask } from '../../adapters/web/raw.ts';
import { commandData } from '../../fakes/discord/payloads.ts';
import { NASTY } from '../../growth/nasty.ts';
import { actionsOf } from '../on-discord.ts';
import { fireAll, inTime, orNotAnswered, type Shot } from '../shots.ts';
import { type Finding, outcomeOf, type Scene, type Tried, together } from './scene.ts';

const LONG = 12_000;

const sound = (what: string, fire: () => Promise<unknown>): Shot => ({
  kind: 'sound',
  fire: () => fire().catch(orNotAnswered(what)),
});

/** In each field there is, one or all of the texts that have cost some parser its square. */
function longTexts({ target, stranger, many }: Scene): readonly Shot[] {
  const { discord, slack } = target;
  const makers = Object.values(NASTY);
  const texts = (at: number) =>
    makers
      .slice(at % makers.length)
      .concat(makers)
      .slice(0, many(makers.length, 2));
  const fields = actionsOf(discord).flatMap(({ options, ...action }) =>
    options.filter(({ type }) => type === 3).map((option) => ({ ...option, action })),
  );
  return fields.flatMap(({ name, autocomplete, action }, at) =>
    texts(at * 7).flatMap((make): readonly Shot[] => {
      const text = make(LONG);
      const act = (type: number) => ({
        type,
        data: commandData({ ...action, options: { [name]: text } }, name),
      });
      const line = [action.subcommand ?? '', text].join(' ');
      const call = {
        channel: 'C1',
        user: `U${stranger()}`,
        command: `/${action.name}`,
        text: line,
        team: `T${at}`,
      };
      const page = `/api/suggest?${new URLSearchParams({ text: `/${action.name} ${make(550)}` })}`;
      const what = `${action.name} ${name}: ${text.slice(0, 40)}`;
      return [
        sound(what, () => discord.act({ user: stranger(), guild: `8${at}` }, act(2))),
        ...(autocomplete
          ? [sound(what, () => discord.act({ user: stranger(), guild: `8${at}` }, act(4)))]
          : []),
        sound(what, () => inTime(slack.command(call), what)),
        sound(what, () => inTime(ask(target.address, { path: page }), what)),
      ];
    }),
  );
}

interface Face {
  readonly flood: () => Promise<unknown>;
  readonly other: Shot;
}

function facesOf({ target: { discord, slack, address }, stranger }: Scene): readonly Face[] {
  const send = (player: string) =>
    ask(`${address}/api/command`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ player, text: '/fact kim' }),
    });
  const onDiscord = (user: string) => discord.command({ user, name: 'fact', options: { about: 'kim' } });
  const onSlack = (user: string) => slack.command({ channel: 'C1', user, command: '/fact', text: 'kim' });
  return [
    { flood: () => onDiscord('666'), other: sound('another on Discord', () => onDiscord(stranger())) },
    {
      flood: () => onSlack('UFLOOD'),
      other: sound('another on Slack', () => inTime(onSlack(`U${stranger()}`), 'another on Slack')),
    },
    {
      flood: () => send('bo'),
      other: sound('another on the page', () => inTime(send('ada'), 'another on the page')),
    },
  ];
}

/** Far more than there are, and fewer than there were people. */
const MOST_LINES = 2_000;

const A_SECOND = 100;
const OTHERS_EVERY_MS = 300;

async function flood({ flood: send, other }: Face, seconds: number): Promise<Tried> {
  const began = performance.now();
  let sent = 0;
  const flooding = setInterval(() => {
    for (const due = ((performance.now() - began) / 1_000) * A_SECOND; sent < due; sent += 1)
      void send().catch(() => undefined);
  }, 10);
  const bad: string[] = [];
  while (performance.now() - began < seconds * 1_000) {
    bad.push(...(await fireAll([other])).unanswered);
    await new Promise((done) => setTimeout(done, OTHERS_EVERY_MS));
  }
  clearInterval(flooding);
  return { tries: sent, bad };
}

export const words: readonly Finding[] = [
  {
    name: 'M1',
    what: 'a long text, in any field of any face, that keeps somebody waiting',
    try: async (scene) => {
      const { sent, unanswered } = await fireAll(longTexts(scene));
      return { tries: sent, bad: unanswered };
    },
  },
];

/** Comes last: what is too much of it stays without an answer, and the fakes hold that against the bot. */
export const floods: readonly Finding[] = [
  {
    name: 'flood',
    what: 'another person who waits while one sends a hundred a second',
    try: async (scene) => {
      const tried: Tried[] = [];
      for (const face of facesOf(scene)) tried.push(await flood(face, scene.many(10, 1)));
      return together(...tried);
    },
  },
  {
    name: 'metrics',
    what: 'a person in the metrics, or a line more for each of them',
    try: async ({ target: { address, discord } }) => {
      const { text } = await ask(`${address}/metrics`);
      const lines = text.split('\n');
      const known = ['UFLOOD', '4242424242420', discord.guild];
      return outcomeOf([
        [`${lines.length} lines`, lines.length > 20 && lines.length < MOST_LINES],
        ...known.map((id) => [id, !text.includes(id)] as const),
      ]);
    },
  },
];
