/**
 * Discord's own checks of what it is sent, with Discord's numbers: the fake must refuse what Discord refuses.
 * Unknown fields are refused too, which Discord does not do, so that a misspelt one is noticed.
 */
import { z } from 'zod';

const Button = z.strictObject({
  type: z.literal(2),
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: z.string().trim().min(1).max(80),
  custom_id: z.string().min(1).max(100),
  disabled: z.boolean().optional(),
});

const Row = z.strictObject({ type: z.literal(1), components: z.array(Button).min(1).max(5) });

const Field = z.strictObject({
  name: z.string().trim().min(1).max(256),
  value: z.string().trim().min(1).max(1_024),
  inline: z.boolean().optional(),
});

const Embed = z.strictObject({
  title: z.string().max(256).optional(),
  description: z.string().max(4_096).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  fields: z.array(Field).max(25).optional(),
  footer: z.strictObject({ text: z.string().max(2_048) }).optional(),
});

const Message = z
  .strictObject({
    content: z.string().max(2_000).optional(),
    embeds: z.array(Embed).max(10).default([]),
    components: z.array(Row).max(5).default([]),
    allowed_mentions: z
      .strictObject({
        parse: z.array(z.enum(['everyone', 'roles', 'users'])),
        replied_user: z.boolean().optional(),
      })
      .optional(),
    message_reference: z
      .strictObject({ message_id: z.string().regex(/^\d+$/), fail_if_not_exists: z.boolean().default(true) })
      .optional(),
    attachments: z
      .array(z.strictObject({ id: z.int().min(0), filename: z.string().min(1) }))
      .max(10)
      .optional(),
    flags: z.int().min(0).optional(),
    nonce: z.string().max(25).optional(),
    enforce_nonce: z.boolean().optional(),
    tts: z.boolean().optional(),
  })
  .refine(({ embeds }) => embeds.reduce((sum, embed) => sum + textOf(embed).length, 0) <= 6_000, {
    message: 'Embed size exceeds maximum size of 6000',
    path: ['embeds'],
  })
  .refine(
    ({ components }) =>
      hasNoRepeats(components.flatMap((row) => row.components.map((button) => button.custom_id))),
    {
      message: 'Component custom id cannot be duplicated',
      path: ['components'],
    },
  );

export type SentMessage = z.infer<typeof Message>;

const textOf = ({ title = '', description = '', fields = [], footer }: z.infer<typeof Embed>): string =>
  [title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text ?? ''].join('');

const hasNoRepeats = (values: readonly string[]): boolean => new Set(values).size === values.length;

const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase());
const description = z.string().min(1).max(100);
const OptionChoice = z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) });

const PlainOption = z.strictObject({
  type: z.union([z.literal(3), z.literal(4), z.literal(5)]),
  name: commandName,
  description,
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z.array(OptionChoice).max(25).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  min_length: z.int().min(0).max(6_000).optional(),
  max_length: z.int().min(1).max(6_000).optional(),
});

const options = z
  .array(PlainOption)
  .max(25)
  .default([])
  .refine(
    (all) =>
      all.every(({ required }, at) => !required || all.slice(0, at).every((before) => before.required)),
    {
      message: 'Required options must be placed before non-required options',
    },
  )
  .refine((all) => hasNoRepeats(all.map(({ name }) => name)));

const SubcommandOption = z.strictObject({ type: z.literal(1), name: commandName, description, options });

const Command = z.strictObject({
  type: z.literal(1).default(1),
  name: commandName,
  description,
  options: z.union([z.array(SubcommandOption).min(1).max(25), options]).default([]),
  default_member_permissions: z.string().regex(/^\d+$/).nullable().default(null),
  contexts: z.array(z.int().min(0).max(2)).nullable().default(null),
  integration_types: z.array(z.int().min(0).max(1)).nullable().default(null),
});

export type SentCommand = z.infer<typeof Command>;

/** In the menu of a person or a message, or the entry point of an activity, which Discord makes itself. */
const OtherCommand = z.looseObject({ type: z.int().min(2).max(4), name: z.string().min(1).max(32) });

export type OtherCommand = z.infer<typeof OtherCommand>;

const Commands = z
  .array(z.union([OtherCommand, Command]))
  .max(100)
  .refine((all) => hasNoRepeats(all.map(({ type, name }) => `${type} ${name}`)), {
    message: 'Application command names must be unique',
  });

export interface Refusal {
  readonly status: number;
  readonly body: object;
}

/** Whether an answer refuses a form, and not what is meant by it. */
export const isOfForm = (answer: { readonly status: number; readonly body?: object }): answer is Refusal =>
  answer.body !== undefined &&
  ('errors' in answer.body || ('code' in answer.body && answer.body.code === 50006));

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export function checkMessage(body: unknown): Checked<SentMessage> {
  const checked = check(Message, body);
  if (!checked.ok) return checked;
  const { content = '', embeds } = checked.value;
  const visible = [content, ...embeds.map(textOf)].join('').trim() !== '';
  return visible
    ? checked
    : { ok: false, refusal: { status: 400, body: { code: 50006, message: 'Cannot send an empty message' } } };
}

export const checkCommands = (body: unknown): Checked<readonly (SentCommand | OtherCommand)[]> =>
  check(Commands, body);

export const isTyped = (command: SentCommand | OtherCommand): command is SentCommand => command.type === 1;

const Suggestions = z
  .array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().max(100) }))
  .max(25);

const Callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: Message }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.union([z.literal(0), z.literal(64)]) }).optional(),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: Suggestions }) }),
]);

export type SentCallback = z.infer<typeof Callback>;

export const checkCallback = (body: unknown): Checked<SentCallback> => check(Callback, body);

function check<Value>(schema: z.ZodType<Value>, body: unknown): Checked<Value> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = Object.fromEntries(
    parsed.error.issues.map(({ path, code, message }) => [
      path.join('.') || 'body',
      { _errors: [{ code: code.toUpperCase(), message }] },
    ]),
  );
  return { ok: false, refusal: { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors } } };
}
