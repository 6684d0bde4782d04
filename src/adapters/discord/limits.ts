/**
 * Discord's numbers, in characters. From the OpenAPI description (discord/discord-api-spec@74fda0f) unless a
 * line names another page of discord.com/developers/docs. Where sources disagree, the stricter one.
 */
export const LIMITS = {
  message: {
    /** resources/message; the OpenAPI description says 4,000. */
    content: 2_000,
    /** resources/message */
    embeds: 10,
    /** All titles, descriptions and fields of all embeds together (resources/message). */
    embedText: 6_000,
    /** resources/message; Discord keeps a nonce for "the past few minutes". */
    nonce: 25,
  },
  embed: { description: 4_096 },
  /** components/reference */
  rows: { count: 5, buttons: 5 },
  button: { label: 80, customId: 100 },
  /** interactions/receiving-and-responding */
  suggestions: { count: 25, name: 100 },
  /** interactions/application-commands */
  command: { name: 32, description: 100, options: 25, choices: 25, text: 8_000 },
} as const;

/**
 * A route's limit counts by channel; its size is not published (topics/rate-limits), five in five seconds by the
 * headers of many years. Half of it, so that a result never queues behind counts.
 */
export const EDITS = { perMinute: 30, per: 'channel' } as const;

/** interactions/receiving-and-responding: an interaction that is not acknowledged by then is lost. */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;

/** A user's id is the same in every server and in private talks (docs.discord.com: snowflakes are unique). */
export const ACCOUNTS = 'everywhere' as const;
