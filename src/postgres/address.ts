/**
 * DATABASE_URL as people have it from their provider or from libpq, in the one shape that the driver takes; or why it
 * cannot be taken, in words that go on after the setting's name.
 */
import { Fault } from '../core/errors.ts';

export type Address =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: string };

const SHAPE =
  'does not look like postgres://user:password@host:5432/database (in a password @ / ? # % are written as %40 %2F %3F %23 %25)';

const SEVERAL =
  'names several hosts, which the driver does not try in turn: name the one that takes writes, or a name that follows it';

export function readAddress(text: string): Address {
  const [, authority = '', path = '', query = ''] =
    /^postgres(?:ql)?:\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(text) ?? [];
  // Where a password ends early, the rest of it would be taken for a host and a database, and be told to everybody.
  const isCut = /[@:]/.test(path) || /^\?[^=]*@|#/.test(query);
  if (!/^postgres(?:ql)?:\/\//i.test(text) || isCut) return refuse(SHAPE);
  if (authority.slice(authority.lastIndexOf('@') + 1).includes(',')) return refuse(SEVERAL);
  const [, start = '', rest = ''] = /^(postgres(?:ql)?:\/\/[^/?#]*@)(\/.*)$/i.exec(text) ?? [];
  // Without a host no URL may name a user; libpq's form names a socket's folder behind the question mark.
  const whole = start === '' ? text : `${start}localhost${rest}`;
  if (!URL.canParse(whole)) return refuse(SHAPE);
  const url = new URL(whole);
  const host = url.searchParams.get('host');
  if (start !== '' && host === null) return refuse('names no host: write user:password@localhost/database');
  if (host?.includes(',')) return refuse(SEVERAL);
  if (url.searchParams.has('target_session_attrs'))
    return refuse(
      'has target_session_attrs in it, which the driver does not know: take it out, and name the host that takes writes',
    );
  if (/search_path/i.test(url.searchParams.get('options') ?? ''))
    return refuse('sets search_path by options, which the queue would not follow: write schema=NAME instead');
  if (!SCHEMA.test(url.searchParams.get('schema') ?? 'public'))
    return refuse('has a schema that is more than a name of small letters, digits and _');
  // What the driver does with them today, and warns of in six lines each time.
  if (AS_VERIFY_FULL.has(url.searchParams.get('sslmode') ?? '') && !url.searchParams.has('uselibpqcompat'))
    url.searchParams.set('sslmode', 'verify-full');
  return { ok: true, url: url.href };
}

const refuse = (problem: string): Address => ({ ok: false, problem });

const SCHEMA = /^[a-z_][a-z0-9_]{0,40}$/;

const AS_VERIFY_FULL: ReadonlySet<string> = new Set(['prefer', 'require', 'verify-ca']);

/** In the shape that the driver takes; throws a Fault that says what is wrong with it. */
export function demandAddress(given: string): string {
  const read = readAddress(given);
  if (!read.ok) throw new Fault('STORE', `The PostgreSQL address ${read.problem}.`);
  return read.url;
}

/** Where the tables are, if the address says: two bots in two schemas of one database do not see each other. */
export const schemaOf = (url: string): string | undefined =>
  new URL(url).searchParams.get('schema') ?? undefined;

/** Beside the store's tables, so that neither library meets the other's; and how its connections are called. */
export function queueIn(url: string): { readonly schema: string; readonly application: string } {
  const schema = schemaOf(url);
  return schema === undefined || schema === 'public'
    ? { schema: 'receipts_queue', application: 'receipts-queue' }
    : { schema: `${schema}_queue`, application: `receipts-queue ${schema}` };
}
