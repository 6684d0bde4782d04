import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { editOutcome, faultOf, postOutcome } from '../../../src/adapters/slack/errors.ts';

const refusal = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const network = (code: string) =>
  new webApi.WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
  );
const posted = (error: unknown) => postOutcome(faultOf(error), 'receipts');
const edited = (error: unknown) => editOutcome(faultOf(error), 'receipts');

describe('a post that Slack refuses', () => {
  it.each([
    ['not_in_channel', 'forbidden'],
    ['restricted_action', 'forbidden'],
    ['missing_scope', 'forbidden'],
    ['channel_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['account_inactive', 'removed'],
    ['user_removed_from_team', 'removed'],
    ['team_disabled', 'removed'],
  ])('with %s is refused for good as %s, with what to do', (code, why) => {
    expect(posted(refusal(code))).toEqual({ status: 'refused', why, fix: expect.stringMatching(/\w+\.$/) });
  });

  it('for lack of an invitation tells the words to type', () => {
    expect(posted(refusal('not_in_channel'))).toMatchObject({
      fix: expect.stringContaining('/invite @receipts'),
    });
  });

  it.each(['ratelimited', 'request_timeout', 'message_limit_exceeded', 'invalid_auth', 'token_revoked'])(
    'with %s was not sent and may work later',
    (code) => {
      expect(posted(refusal(code))).toMatchObject({ status: 'failed', sent: 'no' });
    },
  );

  it.each(['internal_error', 'fatal_error', 'service_unavailable'])(
    'with %s may stand there nevertheless',
    (code) => {
      expect(posted(refusal(code))).toEqual({ status: 'failed', sent: 'maybe' });
    },
  );

  it.each(['invalid_blocks', 'msg_too_long', 'no_text', 'a_new_error'])(
    'with %s is our own mistake, and switches nothing off',
    (code) => {
      expect(faultOf(refusal(code))).toMatchObject({ kind: 'failed', ours: true, code });
      expect(posted(refusal(code))).toEqual({ status: 'failed', sent: 'no' });
    },
  );
});

describe('a post on a bad line', () => {
  it.each([
    ['was never sent where no connection was made', network('ECONNREFUSED'), 'no'],
    ['may have arrived where the connection broke', network('ECONNRESET'), 'maybe'],
    [
      'may have arrived where Slack took too long',
      new webApi.WebAPIRequestError(new DOMException('', 'TimeoutError')),
      'maybe',
    ],
    ['may have arrived where Slack broke', new webApi.WebAPIHTTPError(503, 'Unavailable', {}), 'maybe'],
    [
      'did not arrive where something in between refused it',
      new webApi.WebAPIHTTPError(403, 'Forbidden', {}),
      'no',
    ],
  ])('%s', (_, error, sent) => {
    expect(posted(error)).toEqual({ status: 'failed', sent });
  });

  it('waits as long as Slack asks', () => {
    const limited = new webApi.WebAPIRateLimitedError(30);
    expect(posted(limited)).toEqual({ status: 'failed', sent: 'no', retryAfterMs: 30_000 });
    expect(edited(limited)).toEqual({ status: 'failed', retryAfterMs: 30_000 });
  });
});

describe('an edit that Slack refuses', () => {
  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'])(
    'with %s has nothing left to edit',
    (code) => {
      expect(edited(refusal(code))).toEqual({ status: 'gone' });
    },
  );

  it('in an archived channel is refused, with what to do', () => {
    expect(edited(refusal('is_archived'))).toMatchObject({ status: 'refused', why: 'gone' });
  });
});
