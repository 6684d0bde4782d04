/** The floor of a slash command: Bolt as its guide shows it, with an answer that is ready beforehand. */
import { App } from '@slack/bolt';
import { withNames } from '../../src/adapters/slack/names.ts';
import { renderCard } from '../../src/adapters/slack/render.ts';
import { anyFactCard } from '../dataset.ts';

const {
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken = '',
  SLACK_API_URL: slackApiUrl = '',
} = process.env;
const answer = renderCard(withNames(await anyFactCard(), new Map()));
const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl } });
app.command(/.*/, async ({ ack, respond }) => {
  await ack();
  await respond({ ...answer, response_type: 'in_channel' });
});
await app.start();
process.stdout.write('ready\n');
process.once('SIGTERM', () => process.exit(0));
