/**
 * The parts of the two payloads that the page draws, checked before they are drawn: what does not fit is
 * shown as JSON with a note instead of being drawn half.
 */
import * as z from 'zod/mini';

const DiscordButton = z.object({
  type: z.literal(2),
  style: z.int(),
  label: z.string(),
  custom_id: z.string(),
});

export const DiscordPayload = z.object({
  content: z.string(),
  embeds: z.array(
    z.strictObject({
      description: z.optional(z.string()),
      color: z.optional(z.int()),
    }),
  ),
  components: z.array(z.object({ type: z.literal(1), components: z.array(DiscordButton) })),
});
export type DiscordPayload = z.infer<typeof DiscordPayload>;

const PlainText = z.object({ type: z.literal('plain_text'), text: z.string() });

const Style = z.optional(
  z.object({
    bold: z.optional(z.boolean()),
    italic: z.optional(z.boolean()),
    strike: z.optional(z.boolean()),
    code: z.optional(z.boolean()),
  }),
);

const RichElement = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), style: Style }),
  z.object({ type: z.literal('link'), url: z.string(), text: z.optional(z.string()), style: Style }),
  z.object({ type: z.literal('user'), user_id: z.string(), style: Style }),
  z.object({ type: z.literal('channel'), channel_id: z.string(), style: Style }),
  z.object({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string(),
    fallback: z.optional(z.string()),
    style: Style,
  }),
]);
export type RichElement = z.infer<typeof RichElement>;

const SlackButton = z.object({
  type: z.literal('button'),
  text: PlainText,
  value: z.string(),
  style: z.optional(z.enum(['primary', 'danger'])),
  accessibility_label: z.optional(z.string()),
});

const SlackBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('header'), text: PlainText }),
  z.object({ type: z.literal('context'), elements: z.array(PlainText) }),
  z.object({ type: z.literal('divider') }),
  z.object({ type: z.literal('actions'), elements: z.array(SlackButton) }),
  z.object({
    type: z.literal('rich_text'),
    elements: z.array(
      z.object({ type: z.enum(['rich_text_section', 'rich_text_quote']), elements: z.array(RichElement) }),
    ),
  }),
]);
export type SlackBlock = z.infer<typeof SlackBlock>;

export const SlackPayload = z.object({ text: z.string(), blocks: z.array(SlackBlock) });
