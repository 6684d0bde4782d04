/** What Slack refuses in a message: a strict reading of docs.slack.dev/reference/block-kit. */
import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
const textObject = (most: number) => z.union([plainText(most), mrkdwn(most)]);
const block = { block_id: z.string().min(1).max(255).optional() };

const Style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const style = { style: Style.optional() };
const Url = z.url({ protocol: /^https?$/ }).max(3_000);

const RichElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(3_000), ...style }),
  z.strictObject({ type: z.literal('link'), url: Url, text: text(3_000).optional(), ...style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().regex(/\{\w+\}/),
    fallback: text(100).optional(),
    ...style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string(), ...style }),
]);
const Section = z.strictObject({
  type: z.enum(['rich_text_section', 'rich_text_quote']),
  elements: z.array(RichElement).min(1),
});

const Button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: z.string().min(1).max(255),
  value: z.string().max(2_000).optional(),
  url: Url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const BlockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150), ...block }),
  z.strictObject({ type: z.literal('divider'), ...block }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(Section).min(1), ...block }),
  z.strictObject({
    type: z.literal('context'),
    elements: z.array(textObject(3_000)).min(1).max(10),
    ...block,
  }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(Button).min(1).max(25), ...block }),
  z.strictObject({
    type: z.literal('section'),
    text: textObject(3_000).optional(),
    fields: z.array(textObject(2_000)).min(1).max(10).optional(),
    ...block,
  }),
]);

export type Block = z.infer<typeof BlockSchema>;
export type FakeButton = z.infer<typeof Button>;

const Blocks = z.array(BlockSchema).max(50);

/** The most text that all blocks together were seen to carry (slackapi/bolt-js#2867 failed at 11,341). */
const MOST_BLOCK_TEXT = 11_000;

export type Checked =
  | { readonly ok: true; readonly text: string; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

export function checkMessage(text: unknown, blocks: unknown, mostText: number): Checked {
  const words = typeof text === 'string' ? text : '';
  const parsed = Blocks.safeParse(blocks ?? []);
  if (!parsed.success)
    return refuse(
      'invalid_blocks',
      parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`),
    );
  const found = parsed.data;
  if (words === '' && found.length === 0) return refuse('no_text');
  if (words.length > mostText) return refuse('msg_too_long');
  if (twice(found.flatMap(({ block_id }) => block_id ?? [])))
    return refuse('invalid_blocks', ['block_id twice']);
  if (twice(buttonsOf(found).map(({ action_id }) => action_id)))
    return refuse('invalid_blocks', ['action_id twice']);
  if (JSON.stringify(textsOf(found)).length > MOST_BLOCK_TEXT) return refuse('msg_blocks_too_long');
  return { ok: true, text: words, blocks: found };
}

export const buttonsOf = (blocks: readonly Block[]): FakeButton[] =>
  blocks.flatMap((found) => (found.type === 'actions' ? found.elements : []));

/** Everything in a message that would notify someone. */
export function pingsIn(text: string, blocks: readonly Block[]): string[] {
  const markup = /<(?:[!@]|#C)[^>]*>/g;
  const readAsMarkup = [text, ...objectsIn(blocks, 'mrkdwn').map(({ text: words }) => String(words))];
  const elements = ['user', 'usergroup', 'broadcast'].flatMap((type) => objectsIn(blocks, type));
  return [
    ...readAsMarkup.flatMap((words) => words.match(markup) ?? []),
    ...elements.map((found) => JSON.stringify(found)),
  ];
}

/** All texts that a reader sees in the blocks. */
export const textsOf = (blocks: readonly Block[]): string[] =>
  ['text', 'link', 'plain_text', 'mrkdwn'].flatMap((type) =>
    objectsIn(blocks, type).map(({ text: words }) => String(words ?? '')),
  );

function objectsIn(value: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, type));
  if (!isObject(value)) return [];
  const inside = Object.values(value).flatMap((part) => objectsIn(part, type));
  return value.type === type ? [value, ...inside] : inside;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const twice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

const refuse = (error: string, messages: readonly string[] = []): Checked => ({ ok: false, error, messages });
