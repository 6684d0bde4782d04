/** What went wrong at Discord, in the port's words. The codes: topics/opcodes-and-status-codes. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { EditOutcome, FindOutcome, PostOutcome, RefusalReason } from '../../core/ports/platform.ts';
import { HOW_TO_ALLOW_ALL } from './permissions.ts';

type Refusal = { readonly status: 'refused'; readonly why: RefusalReason; readonly fix: string };

const refusal = (why: RefusalReason, fix: string): Refusal => ({ status: 'refused', why, fix });

const ADD_AGAIN = 'Receipts is no longer in this server. Add it again, then set it up anew.';
const NO_CHANNEL =
  'The channel no longer exists. Use the command in the channel where the questions shall go.';
const HIDDEN = `${HOW_TO_ALLOW_ALL} If Receipts was taken out of the server, add it again first.`;
const WRONG_KIND =
  'Nothing can be posted in this kind of channel. Use the command in a text channel or a thread.';

const NO_MAIL = 'This person takes no messages from Receipts. They can allow them in their privacy settings.';
const NO_PERSON = 'This person is no longer on Discord.';
/** A post opens an archived thread by itself, unless it may not (topics/threads). */
const ARCHIVED =
  'This thread is archived, and Receipts may not open it. Open it yourself; where it is locked, someone who may Manage Threads has to.';
const LOCKED =
  'This thread is locked. Someone who may Manage Threads has to unlock it: right-click the thread → Unlock Thread.';

const EXPLICIT =
  'Discord takes this message for explicit and does not deliver it here. Whoever may Manage Server can change that under Server Settings → Safety Setup.';
const AUTOMOD =
  'AutoMod of this server holds the message back. Whoever may Manage Server can let Receipts through: Server Settings → AutoMod → the rule → allow its role.';
const BAD_LINK =
  'Discord takes a link in this message for harmful and does not deliver it. Tell whoever runs the bot which question it was.';

/** Final until a person changes something. Any other code may pass or is a fault of ours. */
const REFUSALS: ReadonlyMap<number, Refusal> = new Map([
  [10003, refusal('gone', NO_CHANNEL)],
  [10004, refusal('removed', ADD_AGAIN)],
  [10013, refusal('gone', NO_PERSON)],
  [20009, refusal('forbidden', EXPLICIT)],
  [50001, refusal('forbidden', HIDDEN)],
  [50007, refusal('forbidden', NO_MAIL)],
  [50008, refusal('forbidden', WRONG_KIND)],
  [50013, refusal('forbidden', HOW_TO_ALLOW_ALL)],
  [50024, refusal('forbidden', WRONG_KIND)],
  [50083, refusal('forbidden', ARCHIVED)],
  [50278, refusal('forbidden', NO_MAIL)],
  [160005, refusal('forbidden', LOCKED)],
  [200000, refusal('forbidden', AUTOMOD)],
  [240000, refusal('forbidden', BAD_LINK)],
]);

const MALFORMED: ReadonlySet<number> = new Set([40005, 50006, 50035]);
const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_GUILD = 10004;
const MISSING_ACCESS = 50001;
const ARCHIVED_THREAD = 50083;
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
const NO_REPLIES_HERE = 160002;
const ALREADY_ACKNOWLEDGED = 40060;

/**
 * What passes without saying when: limits on writing, editing old messages and opening talks; sending or another
 * feature switched off for a while; Cloudflare in front of Discord, which blocks this machine (40333).
 */
const SLOW_DOWN: ReadonlySet<number> = new Set([20016, 20022, 20028, 30046, 40003, 40004, 40006, 40333]);
const SLOW_DOWN_MS = 10 * 60_000;

/** Network errors after which Discord cannot have the request. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function postFailure(error: unknown): Exclude<PostOutcome, { status: 'posted' }> {
  const refused = refusalOf(error);
  if (refused) return refused;
  const sent =
    error instanceof DiscordAPIError || error instanceof RateLimitError || neverSent(error) ? 'no' : 'maybe';
  return { status: 'failed', sent, ...pause(error) };
}

export function editFailure(error: unknown): Exclude<EditOutcome, { status: 'edited' }> {
  if (hasCode(error, UNKNOWN_MESSAGE)) return { status: 'gone' };
  if (hasCode(error, ARCHIVED_THREAD)) return { status: 'failed', asleep: true };
  const refused = refusalOf(error);
  if (refused) return refused.why === 'gone' ? { status: 'gone' } : refused;
  return { status: 'failed', ...pause(error) };
}

/** The bot is not in the server, as far as Discord says; asked of a channel it says the same where it is only hidden. */
export const isOutside = (error: unknown): boolean =>
  hasCode(error, UNKNOWN_GUILD) || hasCode(error, MISSING_ACCESS);

export const REMOVED: Refusal = refusal('removed', ADD_AGAIN);

/** Where there is no channel nothing of ours stands; a list that is not for the bot's eyes proves nothing. */
export function findFailure(error: unknown): Exclude<FindOutcome, { status: 'found' }> {
  if (hasCode(error, UNKNOWN_CHANNEL)) return { status: 'absent' };
  return refusalOf(error) ? { status: 'impossible' } : { status: 'failed', ...pause(error) };
}

/** A reply takes the right to read the channel's history, which a plain message does not. */
export const isReplyDenied = (error: unknown): boolean => hasCode(error, NO_REPLIES_HERE);

export const isWrongToken = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.status === 401) || codeOf(error) === 'TokenInvalid';

export const isAlreadyAcknowledged = (error: unknown): boolean => hasCode(error, ALREADY_ACKNOWLEDGED);

/** The interaction is not known, or no longer: it was never acknowledged in time, or the person has typed on. */
export const isUnknownInteraction = (error: unknown): boolean => hasCode(error, UNKNOWN_INTERACTION);

/** Nothing acknowledged the interaction whose webhook this would be. */
export const isUnknownWebhook = (error: unknown): boolean => hasCode(error, UNKNOWN_WEBHOOK);

export const isUnknownMessage = (error: unknown): boolean => hasCode(error, UNKNOWN_MESSAGE);

/** Discord may or may not have done what it was asked, so asking once more for the same is right. */
export const isUncertain = (error: unknown): boolean =>
  !(error instanceof DiscordAPIError) && !(error instanceof RateLimitError);

/** Discord understood the request and says that it is malformed: another message may go through. */
export const isRejectedForm = (error: unknown): boolean =>
  error instanceof DiscordAPIError && MALFORMED.has(Number(error.code));

/** Discord understood the request and does not do it. */
export const isRefused = (error: unknown): boolean => error instanceof DiscordAPIError;

/** For the log: what happened, without the message's text and without the interaction's token in the address. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  const { name, message: text } = error instanceof Error ? error : new Error(String(error));
  // A refused connection to several addresses says nothing but its code.
  const message = text || String(codeOf(error) ?? '');
  const status =
    error instanceof DiscordAPIError || error instanceof HTTPError ? { status: error.status } : {};
  return { error: name, message, ...status, ...(hasCode(error, BLOCKED) ? { help: BLOCKED_HELP } : {}) };
}

const BLOCKED = 40333;
const BLOCKED_HELP =
  'Cloudflare, in front of Discord, blocks this machine’s address or what it sends; look for a proxy that changes the User-Agent, or for many refused calls before.';

const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof DiscordAPIError ? REFUSALS.get(Number(error.code)) : undefined;

const hasCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;

function pause(error: unknown): { readonly retryAfterMs?: number } {
  if (error instanceof RateLimitError) return { retryAfterMs: Math.ceil(error.retryAfter) };
  if (error instanceof DiscordAPIError && SLOW_DOWN.has(Number(error.code)))
    return { retryAfterMs: SLOW_DOWN_MS };
  return {};
}

/** After a 401 the SDK has forgotten the token, and refuses by itself. */
export const neverSent = (error: unknown): boolean =>
  error instanceof Error &&
  (NEVER_SENT.has(codeOf(error)) ||
    NEVER_SENT.has(codeOf(error.cause)) ||
    error.message.startsWith('Expected token'));

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
