/** The floor of a slash command: discord.js as its guide shows it, with an answer that is ready beforehand. */
import { Client } from 'discord.js';
import { renderCard } from '../../src/adapters/discord/render.ts';
import { anyFactCard } from '../dataset.ts';

const { DISCORD_TOKEN: token = '', DISCORD_API_URL: api = '' } = process.env;
const answer = renderCard(await anyFactCard());
const client = new Client({ intents: [], rest: { api, globalRequestsPerSecond: Number.POSITIVE_INFINITY } });
client.on('interactionCreate', async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  // The renderer's payload is what Discord's REST takes, which the SDK's types write in their own names.
  await client.rest.patch(`/webhooks/${client.application?.id}/${interaction.token}/messages/@original`, {
    body: answer,
    auth: false,
  });
});
client.once('clientReady', async ({ application }) => {
  const about = { type: 3, name: 'about', description: 'What about' };
  await client.rest.put(`/applications/${application.id}/commands`, {
    body: [
      {
        name: 'fact',
        type: 1,
        description: 'A fact',
        options: [about],
        contexts: [0],
        integration_types: [0],
      },
    ],
  });
  process.stdout.write('ready\n');
});
await client.login(token);
process.once('SIGTERM', () => process.exit(0));
