/** Why PostgreSQL takes nobody in: each cause has a sentence that says what to do, and whether it may pass by itself. */

export interface Refusal {
  readonly help: string;
  /** Worth waiting for: the server is away, starting or full. */
  readonly mayPass: boolean;
}

interface Known {
  /** By PostgreSQL's codes (https://www.postgresql.org/docs/18/errcodes-appendix.html) and those of Node. */
  readonly codes?: RegExp;
  /** pg says some things in words alone. */
  readonly words?: RegExp;
  readonly help: string;
  readonly mayPass?: true;
}

const KNOWN: readonly Known[] = [
  {
    words: /password must be a (?:non-empty )?string|empty password/,
    help: 'It wants a password, and none was given: write it into DATABASE_URL as user:password@, or into PGPASSWORD.',
  },
  {
    words: /no pg_hba\.conf entry.*no encryption/,
    help: 'It takes this user from here with TLS alone, or not at all: add sslmode=verify-full (see “TLS” in docs/postgresql.md), or a line to its pg_hba.conf.',
  },
  {
    words: /no pg_hba\.conf entry/,
    help: 'It does not let this user in from here: add a line to its pg_hba.conf, or this machine to the addresses that the provider lets in.',
  },
  {
    codes: /^28/,
    help: 'Check the user and the password in DATABASE_URL; signs such as @ / # % in a password are written as %40 %2F %23 %25.',
  },
  { codes: /^3D000$/, help: 'Make the database, or check its name in DATABASE_URL.' },
  { codes: /^42501$/, help: 'Give this user the right to connect and to make tables.' },
  {
    codes: /^53300$/,
    help: 'All its connections are taken: end some, or raise max_connections.',
    mayPass: true,
  },
  {
    codes: /^55000$/,
    help: 'It takes no connections now: let it with alter database … allow_connections true.',
    mayPass: true,
  },
  { codes: /^57P0/, help: 'It is starting or stopping: try again in a moment.', mayPass: true },
  { codes: /^ENOTFOUND$/, help: 'No machine of that name is known: check the host in DATABASE_URL.' },
  {
    codes: /^EAI_AGAIN$/,
    help: 'The name of the host could not be looked up now: check the network of this machine.',
    mayPass: true,
  },
  {
    codes: /^ECONNREFUSED$/,
    help: 'Nothing listens at that host and port: check both in DATABASE_URL, and that the server runs.',
    mayPass: true,
  },
  { codes: /^ENOENT$/, help: 'There is no such file: check host and sslrootcert in DATABASE_URL.' },
  {
    words: /timeout/i,
    help: 'It did not answer: check host and port in DATABASE_URL, and what stands between, such as a firewall.',
    mayPass: true,
  },
  {
    codes: /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/,
    help: 'It did not answer: check host and port in DATABASE_URL, and what stands between, such as a firewall.',
    mayPass: true,
  },
  {
    words: /does not support SSL/,
    help: 'It speaks no TLS: take sslmode out of DATABASE_URL where nobody can listen on the way, or turn TLS on there.',
  },
  {
    codes: /ALTNAME_INVALID$/,
    help: 'Its certificate is for another name: write the host into DATABASE_URL as the certificate has it.',
  },
  { codes: /^CERT_HAS_EXPIRED$/, help: 'Its certificate is over: renew it there.' },
  {
    codes: /CERT|SIGNATURE|ISSUER/,
    help: 'Its certificate is of an authority that this machine does not know: get the provider’s CA file, and add sslmode=verify-full&sslrootcert=FILE to DATABASE_URL.',
  },
  { codes: /SSL|TLS/, help: 'Check sslmode and sslrootcert in DATABASE_URL.' },
  {
    codes: /^(?:ECONNRESET|EPIPE|08\d+)$/,
    help: 'It hung up: look into its own log, or that of the pooler in front of it.',
    mayPass: true,
  },
  {
    words: /Connection terminated/,
    help: 'It hung up: look into its own log, or that of the pooler in front of it.',
    mayPass: true,
  },
];

const UNKNOWN: Refusal = { help: 'Check the address, and that the server runs.', mayPass: false };

export function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const words = reasonOf(error);
  const first = error instanceof AggregateError ? error.errors[0] : undefined;
  if (first !== undefined) return refusalOf(first);
  const known = KNOWN.find(
    (one) => (code !== undefined && one.codes?.test(code)) || one.words?.test(words) === true,
  );
  return known ? { help: known.help, mayPass: known.mayPass ?? false } : UNKNOWN;
}

export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
