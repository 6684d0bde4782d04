/**
 * Slack's numbers, in characters. From the doc comments of @slack/types 3.2.0 (docs.slack.dev/reference/block-kit)
 * and slackapi/manifest-schema unless a line says otherwise. Where sources disagree, the stricter one.
 *
 * "If a message is updated, use a new `block_id`" (docs.slack.dev/reference/block-kit/blocks): we send none, so
 * Slack makes up a new one each time.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /** chat.update allows 4,000, chat.postMessage ten times that. */
    text: 3_900,
    /**
     * All texts of all blocks together. Unpublished: 13,200 were refused (slackapi/bolt-js#2509), and so were
     * 11,341 in rich_text blocks (slackapi/bolt-js#2867).
     */
    blockText: 8_000,
  },
  header: 150,
  /** Published for sections only; kept for rich text, whose limit is not published. */
  piece: 3_000,
  actions: 25,
  actionId: 255,
  button: { text: 75, value: 2_000, spoken: 75 },
  url: 3_000,
  manifest: { name: 35, botName: 80, commands: 50, command: 32, description: 2_000, usageHint: 1_000 },
  /** docs.slack.dev/interactivity/handling-user-interaction */
  responseUrl: { uses: 5, minutes: 30 },
} as const;

/**
 * chat.update is Tier 3: "50+ per minute" for each method, workspace and app (docs.slack.dev/apis/web-api/rate-limits).
 * The rest is left for results that are shown a second time, and for a second process.
 */
export const EDITS = { perMinute: 40, per: 'workspace' } as const;

/** Slack promises an id of a person within a workspace; across workspaces an app cannot be sure. */
export const ACCOUNTS = 'workspace' as const;
