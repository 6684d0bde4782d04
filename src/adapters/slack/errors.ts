/** What Slack's refusals and silences mean for the core. Only codes are kept: messages can hold tokens. */
import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { EditOutcome, FindOutcome, PostOutcome, RefusalReason } from '../../core/ports/platform.ts';
import { fixFor, REMOVED } from './fixes.ts';
import { SCOPES } from './scopes.ts';

/** `scopes`: those that are missing, as far as Slack names them. */
export type SlackFault = { readonly code: string; readonly scopes?: readonly string[] } & (
  | { readonly kind: 'refused'; readonly why: RefusalReason }
  | { readonly kind: 'message-gone' }
  /** `sent`: whether Slack may have done it nevertheless. `ours`: for whoever runs the program to mend. */
  | {
      readonly kind: 'failed';
      readonly sent: 'no' | 'maybe';
      readonly retryAfterMs?: number;
      readonly ours?: true;
    }
);

const TEN_MINUTES = 600_000;
const HOUR = 3_600_000;

/** Error codes by meaning, from the method pages of chat.postMessage, chat.update and conversations.history. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  gone: ['channel_not_found', 'is_archived', 'user_not_found'],
  forbidden: [
    ...['not_in_channel', 'no_permission', 'restricted_action', 'restricted_action_read_only_channel'],
    ...[
      'restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel',
      'ekm_access_denied',
    ],
    ...['missing_scope', 'not_allowed_token_type', 'access_denied', 'team_access_not_granted'],
    ...['enterprise_is_restricted', 'messages_tab_disabled', 'cannot_dm_bot'],
  ],
  removed: REMOVED,
  messageGone: [
    ...['message_not_found', 'thread_not_found', 'cant_update_message', 'edit_window_closed', 'is_inactive'],
  ],
  /** Said while an allow list keeps our address out or the token is changed: no reason to switch off what people set up. */
  badToken: ['invalid_auth', 'not_authed', 'token_expired', 'token_revoked'],
  later: ['ratelimited', 'rate_limited', 'request_timeout'],
  muchLater: ['message_limit_exceeded', 'team_added_to_org', 'org_login_required'],
  unsure: ['internal_error', 'fatal_error', 'service_unavailable', 'timeout'],
};

export function faultOf(error: unknown): SlackFault {
  if (error instanceof webApi.WebAPIPlatformError) return platformFault(error);
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'failed', code: 'ratelimited', sent: 'no', retryAfterMs: error.retryAfter * 1_000 };
  if (error instanceof webApi.WebAPIHTTPError)
    return {
      kind: 'failed',
      code: `http_${error.statusCode}`,
      sent: error.statusCode >= 500 ? 'maybe' : 'no',
    };
  if (error instanceof webApi.WebAPIRequestError) return networkFault(error.original);
  // The SDK throws a bare Error for a 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return { kind: 'failed', code: 'ratelimited', sent: 'no' };
  return { kind: 'failed', code: error instanceof Error ? error.name : 'unknown', sent: 'no', ours: true };
}

/** Whether asking again with the same token is useless. */
export const isTokenRefused = ({ kind, code }: SlackFault): boolean =>
  kind === 'refused' || CODES.badToken?.includes(code) === true;

/** Whether the token itself is no more, and not just what was asked for is denied. */
export const isTokenDead = ({ code }: SlackFault): boolean =>
  [...(CODES.badToken ?? []), ...(CODES.removed ?? [])].includes(code);

function platformFault({ data }: webApi.WebAPIPlatformError): SlackFault {
  const code = data.error;
  const retryAfterMs = (data.response_metadata?.retryAfter ?? 0) * 1_000;
  const wait = retryAfterMs > 0 ? { retryAfterMs } : {};
  switch (Object.entries(CODES).find(([, codes]) => codes.includes(code))?.[0]) {
    case 'gone':
      return { kind: 'refused', code, why: 'gone' };
    case 'forbidden':
      return { kind: 'refused', code, why: 'forbidden', ...missingScopes(data) };
    case 'removed':
      return { kind: 'refused', code, why: 'removed' };
    case 'messageGone':
      return { kind: 'message-gone', code };
    case 'later':
      return { kind: 'failed', code, sent: 'no', ...wait };
    case 'badToken':
      return { kind: 'failed', code, sent: 'no', retryAfterMs: TEN_MINUTES, ours: true };
    case 'muchLater':
      return { kind: 'failed', code, sent: 'no', retryAfterMs: HOUR };
    case 'unsure':
      return { kind: 'failed', code, sent: 'maybe', ...wait };
    default:
      return { kind: 'failed', code, sent: 'no', ours: true };
  }
}

const Refused = z.object({ needed: z.string().optional(), provided: z.string().optional() });

/** Slack names everything that would do; of that, what the bot asks for elsewhere and was not given. */
function missingScopes(data: unknown): { readonly scopes?: readonly string[] } {
  const { needed = '', provided = '' } = Refused.safeParse(data).data ?? {};
  const [wanted, given] = [needed, provided].map((list) => list.split(/[\s,]+/).filter(Boolean));
  const lacking = wanted?.filter((scope) => !given?.includes(scope)) ?? [];
  const ours = lacking.filter((scope) => SCOPES.includes(scope));
  const scopes = ours.length > 0 ? ours : lacking;
  return scopes.length > 0 ? { scopes } : {};
}

/** Only a connection that was never made proves that nothing was sent. */
function networkFault({ name, cause }: Error): SlackFault {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : name;
  const unmade = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
  return { kind: 'failed', code, sent: unmade.includes(code) ? 'no' : 'maybe' };
}

export function postOutcome(fault: SlackFault, bot: string): PostOutcome {
  if (fault.kind === 'refused') return { status: 'refused', why: fault.why, fix: fixFor(fault, bot) };
  if (fault.kind === 'message-gone') return { status: 'failed', sent: 'no' };
  return { status: 'failed', sent: fault.sent, ...waitOf(fault) };
}

export function editOutcome(fault: SlackFault, bot: string): EditOutcome {
  if (fault.kind === 'message-gone' || fault.code === 'channel_not_found') return { status: 'gone' };
  if (fault.kind === 'refused') return { status: 'refused', why: fault.why, fix: fixFor(fault, bot) };
  return { status: 'failed', ...waitOf(fault) };
}

/** What is refused here stays refused: a scope that was not granted, a channel that the bot is not in. */
export function findOutcome(fault: SlackFault): Exclude<FindOutcome, { status: 'found' }> {
  if (fault.kind === 'message-gone') return { status: 'absent' };
  return fault.kind === 'refused' ? { status: 'impossible' } : { status: 'failed', ...waitOf(fault) };
}

const waitOf = ({ retryAfterMs }: { readonly retryAfterMs?: number }) =>
  retryAfterMs === undefined ? {} : { retryAfterMs };
