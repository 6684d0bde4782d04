import { expect, it } from 'vitest';
import { workspaceOf } from '../../../src/core/ids.ts';
import { setUp } from './slack-bench.ts';

it('the bot is in the workspace of its token, and says nothing of others or where Slack does not answer', async () => {
  const { slack, platform, close } = await setUp();
  slack.refuseAll('service_unavailable');
  expect(await platform.isIn(workspaceOf('slack', 'T1'))).toBeUndefined();
  slack.refuseAll(undefined);
  expect(await platform.isIn(workspaceOf('slack', 'T1'))).toBe(true);
  expect(await platform.isIn(workspaceOf('slack', 'T2'))).toBeUndefined();
  await close();
});
