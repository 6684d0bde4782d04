/** Files that go with an answer on Slack: in the person's talk with the bot where it may send them, else as text. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { say } from '../../../src/core/cards/card.ts';
import { toAsker } from '../../../src/core/requests/request.ts';
import { botSaying, setUp } from './slack-bench.ts';

const text = (lines: number) =>
  Array.from({ length: lines }, (_, at) => `${at}: what was asked, and what was answered – 漢字`).join('\n');
const files = (lines = 3) =>
  [
    { name: 'your-data.txt', type: 'text/plain', text: text(lines) },
    { name: 'your-data.json', type: 'application/json', text: '{"answers":[]}\n' },
  ] as const;

let bench: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

const ask = async (lines = 3) => {
  await bench.platform.start(botSaying(() => toAsker(say('neutral', 'Here it is'), files(lines))));
  await bench.slack.command({ channel: 'C1', user: 'U1', command: '/mydata', text: 'show' });
  // With the platform what is in flight ends.
  await bench.platform.stop();
};

describe('an answer with files on Slack', () => {
  it('puts both into the talk with its person, and whispers where they are', async () => {
    await ask();
    const { slack } = bench;
    expect(slack.messages('C1')).toEqual([]);
    const [card, shared] = slack.messages('DU1');
    expect(card?.text).toContain('Here it is');
    expect(shared?.files?.map(({ name, title, text: content }) => ({ name, title, text: content }))).toEqual(
      files().map((file) => ({ name: file.name, title: file.name, text: file.text })),
    );
    expect(slack.whispers('U1')).toHaveLength(1);
    expect(slack.whispers('U1')[0]?.text).toContain('in your private talk with me');
  });

  it('whispers the text where it may send no files, and says which scope would allow it', async () => {
    bench.slack.grant(SCOPES);
    await ask();
    const { slack, log } = bench;
    expect(slack.messages('DU1')).toEqual([]);
    const [card, content] = slack.whispers('U1');
    expect(card?.text).toContain('files:write');
    expect(JSON.stringify(content?.blocks)).toContain('2: what was asked, and what was answered – 漢字');
    expect(log.entries).toContainEqual({ event: 'slack-files-not-sent', fields: { code: 'missing_scope' } });
  });

  it('whispers no more than its address takes, and says so', async () => {
    bench.slack.grant(SCOPES);
    await ask(1_000);
    const whispers = bench.slack.whispers('U1');
    expect(whispers).toHaveLength(4);
    expect(JSON.stringify(whispers.at(-1)?.blocks)).toContain('More does not fit here');
    const shown = JSON.stringify(whispers.map(({ blocks }) => blocks));
    for (const line of [0, 200, 400]) expect(shown).toContain(`${line}: what was asked`);
  });

  it.each(['files.getUploadURLExternal', 'upload', 'chat.postMessage', 'files.completeUploadExternal'])(
    'comes as text where %s goes wrong',
    async (method) => {
      bench.slack.breakNext({ kind: 'server-error' }, method);
      await ask();
      expect(JSON.stringify(bench.slack.whispers('U1').map(({ blocks }) => blocks))).toContain(
        '2: what was asked',
      );
    },
  );
});
