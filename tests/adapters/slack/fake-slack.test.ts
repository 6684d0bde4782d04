/** The in-process Slack refuses what Slack refuses; otherwise tests that pass with it would prove little. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMessage, pingsIn } from '../../fakes/slack/check-message.ts';
import { ResponseUrls } from '../../fakes/slack/response-urls.ts';
import { Workspace } from '../../fakes/slack/workspace.ts';
import { type FakeSlack, startSlackServer } from '../../fakes/slack-server.ts';

const button = (action_id: string) => ({
  type: 'button',
  text: { type: 'plain_text', text: 'A' },
  action_id,
});
const words = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

describe('a message', () => {
  it.each<[string, string, unknown, string]>([
    ['nothing in it', '', [], 'no_text'],
    ['too much text for an edit', 'x'.repeat(4_001), [], 'msg_too_long'],
    ['more than fifty blocks', 'x', Array(51).fill({ type: 'divider' }), 'invalid_blocks'],
    [
      'a heading that is too long',
      'x',
      [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
      'invalid_blocks',
    ],
    ['an empty text', 'x', [words('')], 'invalid_blocks'],
    [
      'two buttons of one id',
      'x',
      [{ type: 'actions', elements: [button('a'), button('a')] }],
      'invalid_blocks',
    ],
    [
      'more than twenty-five buttons',
      'x',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, at) => button(`${at}`)) }],
      'invalid_blocks',
    ],
    ['a field that Slack does not know', 'x', [{ type: 'divider', colour: 'red' }], 'invalid_blocks'],
    ['too much text in all blocks', 'x', Array(4).fill(words('x'.repeat(3_000))), 'msg_blocks_too_long'],
  ])('with %s is refused', (_, text, blocks, error) => {
    expect(checkMessage(text, blocks, 4_000)).toMatchObject({ ok: false, error });
  });

  it('is known to notify people by markup, by element and by its text', () => {
    const mention = {
      type: 'rich_text_section' as const,
      elements: [{ type: 'user' as const, user_id: 'U1' }],
    };
    expect(pingsIn('<!here>', [])).toHaveLength(1);
    expect(pingsIn('', [{ type: 'rich_text', elements: [mention] }])).toHaveLength(1);
    expect(pingsIn('', [{ type: 'section', text: { type: 'mrkdwn', text: 'Hi <@U1>' } }])).toHaveLength(1);
    expect(
      pingsIn('&lt;!here&gt;', [{ type: 'section', text: { type: 'plain_text', text: '<@U1>' } }]),
    ).toEqual([]);
  });
});

describe('a response address', () => {
  it('can be used five times', () => {
    const urls = new ResponseUrls(new Workspace(() => 0), () => 0);
    const id = urls.issue('C1', 'U1');
    const uses = Array.from({ length: 6 }, () => urls.use(id, { text: 'again' }).status);
    expect(uses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('ends after thirty minutes', () => {
    let now = 0;
    const urls = new ResponseUrls(new Workspace(() => 0), () => now);
    const id = urls.issue('C1', 'U1');
    now = 30 * 60_000 + 1;
    expect(urls.use(id, { text: 'late' })).toMatchObject({ status: 404, body: { error: 'expired_url' } });
  });
});

describe('people at the fake', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startSlackServer();
  });
  afterEach(() => slack.close());

  it('cannot press a button that they do not see', async () => {
    await expect(slack.press({ channel: 'C1', ts: '1.1', user: 'U1', label: 'A' })).rejects.toThrow(
      'U1 sees no message',
    );
  });

  it('are told at once when no bot listens', async () => {
    await expect(slack.command({ channel: 'C1', user: 'U1', command: '/fact' })).rejects.toThrow(
      'no socket is open',
    );
  });
});
