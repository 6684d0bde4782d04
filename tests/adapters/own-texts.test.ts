/** A text that is ours, with all in it that could be markup, as it arrives through the real discord.js and the real Bolt. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { cardFromJson, cardToJson } from '../../src/adapters/web/card-json.ts';
import { factCard } from '../../src/core/facts/fact-card.ts';
import { placeOf } from '../../src/core/ids.ts';
import { HOSTILE, harbourRules, OPENING } from '../core/quiz/harbour-rules.ts';
import { pingsIn } from '../fakes/slack/check-message.ts';
import { parse } from './discord/markdown.ts';
import { connect } from './discord/setup.ts';
import { setUp } from './slack/slack-bench.ts';

const cardOf = (id: string) => {
  const claim = harbourRules.claim(id);
  if (!claim) throw new Error(`no claim ${id}`);
  return factCard(harbourRules, claim, '');
};

async function onDiscord(id: string) {
  const { discord, platform } = await connect();
  await platform.post(placeOf('discord', discord.guild, discord.channel), cardOf(id), 'key');
  const [message] = discord.messages();
  if (!message) throw new Error('nothing was posted');
  return message;
}

async function onSlack(id: string) {
  const bench = await setUp();
  onTestFinished(() => bench.close());
  await bench.platform.post(placeOf('slack', 'T1', 'C1'), cardOf(id), 'key');
  const [message] = bench.slack.messages('C1');
  if (!message) throw new Error('nothing was posted');
  return message;
}

describe('a paragraph of ours', () => {
  it('stands on Discord below its receipt as a quotation, and every sign in it is only a sign', async () => {
    const { sent } = await onDiscord('fees');
    const [receipt = '', quotation = ''] = String(sent.embeds?.[0]?.description).split('\n');
    expect(receipt).toBe('🧾 Harbour rules — Saltby Harbour, ¶\u00a03');
    expect(quotation).toMatch(/^> /);
    expect(parse(quotation.slice('> '.length))).toEqual([{ kind: 'text', text: HOSTILE }]);
    expect(sent.allowed_mentions).toEqual({ parse: [] });
  });

  it('stands on Slack below its receipt as a quotation, in texts that are read for no markup', async () => {
    const { text, blocks = [] } = await onSlack('fees');
    const texts = ['🧾 ', 'Harbour rules', ' — Saltby Harbour, ¶\u00a03'].map((words) => ({
      type: 'text',
      text: words,
    }));
    expect(blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []))).toEqual(
      expect.arrayContaining([
        { type: 'rich_text_section', elements: texts },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: HOSTILE }] },
      ]),
    );
    expect(pingsIn(text ?? '', blocks)).toEqual([]);
  });

  it('is kept by the page with its card', () => {
    for (const id of ['opening', 'bow', 'came-in'])
      expect(cardFromJson(cardToJson(cardOf(id)))?.card).toEqual(cardOf(id));
  });

  it('is left out where an address leads to it', async () => {
    expect(JSON.stringify((await onDiscord('bow')).sent)).not.toContain('\\n> ');
    expect(JSON.stringify((await onSlack('bow')).blocks)).not.toContain('rich_text_quote');
    expect(JSON.stringify((await onSlack('opening')).blocks)).toContain(OPENING);
  });
});
