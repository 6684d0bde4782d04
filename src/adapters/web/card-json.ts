/** A card as JSON and back, with what it answers. Buttons keep their token in its encoded form, so an outdated one is recognised. */
import { z } from 'zod';
import type { Asked, Block, Card, Choice, Inline, PlainBlock, ShownReceipt } from '../../core/cards/card.ts';
import { type ChannelId, placeOf, playerOf, type UserId } from '../../core/ids.ts';
import { decodeToken, encodeToken, type Token } from '../../core/requests/token.ts';
import { CHANNEL } from './people.ts';

export const cardToJson = (card: Card, asked?: Asked): string =>
  JSON.stringify({ ...card, ...(asked && { asked }) }, (key, value: unknown) =>
    key === 'token' ? encodeToken(value as Token) : value,
  );

/** Undefined for what this version cannot show: a card that an older release saved, or a damaged one. */
export function cardFromJson(text: string): Kept | undefined {
  const { data } = z.safeParse(KeptJson, parseJson(text));
  if (!data) return undefined;
  const { asked, ...card } = data;
  return { card, ...(asked && { asked }) };
}

interface Kept {
  readonly card: Card;
  readonly asked?: Asked;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const EncodedToken = z.string().transform((text, context): Token => {
  const token = decodeToken(text);
  if (token) return token;
  context.issues.push({ code: 'custom', message: 'not a token of this version', input: text });
  return z.NEVER;
});

const Player: z.ZodType<UserId> = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => playerOf(CHANNEL.platform, CHANNEL.workspace, id).user);

const Channel: z.ZodType<ChannelId> = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => placeOf(CHANNEL.platform, CHANNEL.workspace, id).channel);

const InlineJson: z.ZodType<Inline> = z.union([
  z.string(),
  z.strictObject({ bold: z.string() }),
  z.strictObject({ italic: z.string() }),
  z.strictObject({ code: z.string() }),
  z.strictObject({ link: z.string(), href: z.string() }),
  z.strictObject({ time: z.number(), as: z.enum(['relative', 'time', 'date-time']) }),
  z.strictObject({ player: Player }),
  z.strictObject({ channel: Channel }),
]);
const RichTextJson = z.array(InlineJson);

const ChoiceJson: z.ZodType<Choice> = z.strictObject({
  label: z.string(),
  token: EncodedToken,
  style: z.enum(['primary', 'plain', 'danger']),
  spoken: z.string().exactOptional(),
});

const ShownOptionJson = z.strictObject({
  letter: z.string().exactOptional(),
  text: z.string(),
  mark: z.enum(['open', 'right', 'wrong']),
  share: z.strictObject({ count: z.number(), percent: z.number() }).exactOptional(),
});

const PassageJson = z.strictObject({ paragraphs: z.array(z.number()), attribution: z.array(z.string()) });

const ReceiptJson: z.ZodType<ShownReceipt> = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  author: z.string().nullable(),
  date: z.string().exactOptional(),
  passages: z.tuple([PassageJson], PassageJson),
  url: z.string().exactOptional(),
  quotation: z.string().exactOptional(),
  language: z.string(),
});

const BlockJson: z.ZodType<Exclude<Block, { type: 'receipts' }>> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), text: z.string() }),
  z.strictObject({ type: z.literal('text'), text: RichTextJson }),
  z.strictObject({
    type: z.literal('options'),
    options: z.array(ShownOptionJson),
    inButtons: z.literal(true).exactOptional(),
  }),
  z.strictObject({ type: z.literal('choices'), choices: z.array(ChoiceJson) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('note'), text: RichTextJson }),
]) satisfies z.ZodType<PlainBlock>;

const ToneJson = z.enum(['neutral', 'question', 'right', 'wrong', 'problem']);

const asked = z.strictObject({ player: Player, line: z.string() }).exactOptional();

const KeptJson: z.ZodType<Card & Pick<Kept, 'asked'>> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plain'), tone: ToneJson, blocks: z.array(BlockJson), asked }),
  z.strictObject({
    kind: z.literal('cited'),
    tone: ToneJson,
    lead: z.array(BlockJson),
    receipts: z.tuple([ReceiptJson], ReceiptJson),
    tail: z.array(BlockJson),
    asked,
  }),
]);
