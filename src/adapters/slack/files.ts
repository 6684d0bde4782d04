/**
 * Files for one person. A whisper takes none, so they go into the person's own talk with the bot, where the workspace gave
 * the bot the right to send files; elsewhere the text of the first one is whispered, as far as that goes (ADR 30).
 */
import type { webApi } from '@slack/bolt';
import { type Card, type PlainBlock, plainCard, withNote } from '../../core/cards/card.ts';
import { wordsAt } from '../../core/cards/card-text.ts';
import type { Player } from '../../core/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { ReplyFile } from '../../core/requests/request.ts';
import { faultOf } from './errors.ts';
import { renderCard } from './render.ts';
import { mayAnswerTo } from './respond.ts';

export interface FileTools {
  readonly client: webApi.WebClient;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  /** Where the Web API is; undefined for Slack's own. */
  readonly apiUrl: string | undefined;
}

/** What is whispered in the end; never rejects. */
export async function withFiles(
  tools: FileTools,
  player: Player,
  card: Card,
  files: readonly ReplyFile[],
): Promise<readonly Card[]> {
  try {
    await sendToTalk(tools, player, card, files);
    return [withNote(card, IN_TALK)];
  } catch (error) {
    tools.logger.warn('slack-files-not-sent', { code: faultOf(error).code });
    return [withNote(card, IN_TEXT), ...asText(files[0]?.text ?? '')];
  }
}

const IN_TALK = ' The files are in your private talk with me, under Apps.';
const IN_TEXT =
  ' I may not send files here, so what the first one says follows as text. A workspace admin can allow files: the scope files:write.';

/** The talk is written to last but one: with a message Slack tells which channel it is, and no other right is needed. */
async function sendToTalk(
  tools: FileTools,
  { user }: Player,
  card: Card,
  files: readonly ReplyFile[],
): Promise<void> {
  const { client, clock } = tools;
  const uploaded: { readonly id: string; readonly title: string }[] = [];
  for (const file of files) uploaded.push(await upload(tools, file));
  const { channel } = await client.chat.postMessage({
    channel: user,
    ...renderCard(card, wordsAt(clock.now())),
    mrkdwn: false,
  });
  const [first, ...others] = uploaded;
  if (channel === undefined || !first) throw new Error('Slack did not say where the talk is');
  await client.files.completeUploadExternal({ files: [first, ...others], channel_id: channel });
}

const UPLOAD_WITHIN_MS = 20_000;

async function upload(
  { client, apiUrl }: FileTools,
  { name, text }: ReplyFile,
): Promise<{ readonly id: string; readonly title: string }> {
  const body = Buffer.from(text, 'utf8');
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename: name,
    length: body.length,
  });
  if (!mayAnswerTo(url, apiUrl)) throw new Error('not an address to send files to');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`http_${answer.status}`);
  return { id, title: name };
}

/** Of the five uses of a response address: one for the answer, one for a second try. */
const MOST_PIECES = 3;
const BLOCKS_A_PIECE = 3;
const LONGEST_BLOCK = 2_400;

const REST_MISSING = 'More does not fit here. Whoever runs the bot can give you all of it.';

function asText(text: string): readonly Card[] {
  const blocks = blocksOf(text);
  const most = MOST_PIECES * BLOCKS_A_PIECE;
  const shown = blocks
    .slice(0, most)
    .map((lines): PlainBlock => ({ type: 'text', text: [lines.join('\n')] }));
  const pieces = Array.from({ length: Math.ceil(shown.length / BLOCKS_A_PIECE) }, (_, at) =>
    plainCard('neutral', ...shown.slice(at * BLOCKS_A_PIECE, (at + 1) * BLOCKS_A_PIECE)),
  );
  const last = pieces.at(-1);
  return blocks.length > most && last ? [...pieces.slice(0, -1), withNote(last, REST_MISSING)] : pieces;
}

/** Whole lines, so that no answer is torn in two. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [];
  let room = 0;
  for (const line of text.trim().split('\n')) {
    if (line.length + 1 > room) {
      blocks.push([]);
      room = LONGEST_BLOCK;
    }
    blocks.at(-1)?.push(line);
    room -= line.length + 1;
  }
  return blocks;
}
