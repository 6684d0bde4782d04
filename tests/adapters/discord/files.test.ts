/** Files that go with an answer, as Discord takes them: parts of one body, named by the message, for its person alone. */
import { describe, expect, it } from 'vitest';
import { say } from '../../../src/core/cards/card.ts';
import { toAsker } from '../../../src/core/requests/request.ts';
import { startBot } from './setup.ts';

const FILES = [
  { name: 'your-data.txt', type: 'text/plain', text: 'Zürich – 漢字 👩🏽‍🚀\n' },
  { name: 'your-data.json', type: 'application/json', text: '{"answers":[]}\n' },
] as const;

const start = (acknowledgement: 'to-asker' | 'to-everyone') =>
  startBot({ acknowledgement, reply: () => toAsker(say('neutral', 'Here it is'), FILES) });

describe('an answer with files on Discord', () => {
  it.each(['to-asker', 'to-everyone'] as const)(
    'is seen by its person alone, with both (%s)',
    async (how) => {
      const { discord } = await start(how);
      await discord.command({ user: '11', name: 'fact' });
      await discord.answered();
      expect(discord.messages()).toEqual([]);
      expect(discord.whispers('11')).toMatchObject([
        {
          text: 'Here it is',
          sent: {
            attachments: [
              { id: 0, filename: 'your-data.txt' },
              { id: 1, filename: 'your-data.json' },
            ],
          },
        },
      ]);
      const sent = discord.calls.filter(({ files }) => files.length > 0);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.files).toEqual([
        { key: 'files[0]', ...FILES[0] },
        { key: 'files[1]', ...FILES[1] },
      ]);
      expect(sent[0]?.auth).toBe('none');
    },
  );

  it('comes without them where they are too large for Discord, and says what to do', async () => {
    const { discord, events } = await start('to-asker');
    discord.refuseFiles();
    await discord.command({ user: '11', name: 'fact' });
    await discord.answered();
    const [whisper] = discord.whispers('11');
    expect(whisper?.text).toContain('Here it is');
    expect(whisper?.text).toContain('Discord did not take the files here');
    expect(whisper?.sent.attachments).toBeUndefined();
    expect(events()).toContain('discord-reply-failed');
  });
});
