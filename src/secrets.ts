/** What must not reach a log, in every form in which it may stand there. */

/** A shorter password stands in half of all words: it is struck out only where it can be seen that it is one. */
const SHORTEST_STRUCK = 5;

/**
 * Of a database's address, as it is written: the address, and each password in it as it may be written elsewhere.
 */
export function secretsOfAddress(address: string | undefined): readonly string[] {
  if (address === undefined) return [];
  const forms = [...new Set(passwordsIn(address).flatMap(formsOf))];
  return [address, ...forms.flatMap(asItMayStand)];
}

/** As they are written: behind the user, and as an option. */
function passwordsIn(address: string): readonly string[] {
  const [, authority = ''] = /^[^/]*\/\/([^/?#]*)/.exec(address) ?? [];
  const [, user] = /^[^:]*:(.*)@[^@]*$/s.exec(authority) ?? [];
  const [, option] = /[?&]password=([^&#]*)/.exec(address) ?? [];
  return [user, option, option?.replaceAll('+', ' ')].flatMap((password) => password || []);
}

function formsOf(written: string): readonly string[] {
  const meant = decoded(written);
  const encoded = encodeURIComponent(meant.toWellFormed());
  const asAddress = URL.parse(`postgres://user:${written}@host`)?.password ?? '';
  return [written, meant, encoded, lowerHex(encoded), asAddress, lowerHex(asAddress)].filter(Boolean);
}

const lowerHex = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());

const asItMayStand = (password: string): readonly string[] =>
  password.length >= SHORTEST_STRUCK
    ? [password]
    : [`:${password}@`, `password=${password}`, `'${password}'`, `"${password}"`, `\`${password}\``];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export type Strike = (text: string) => string;

/** Whoever stands before the host of an address is struck out as well, in any address: there is where passwords are. */
const USER_OF_ADDRESS = /\b([a-z][a-z\d+.-]*:\/\/)[^\s/?#]*@/gi;

export function striking(secrets: readonly string[]): Strike {
  const forms = new Set(secrets.flatMap((secret) => [secret, ...quoted(secret)]));
  // Longest first: an address goes as a whole before the password in it.
  const longestFirst = [...forms].toSorted((one, other) => other.length - one.length);
  return (text) =>
    longestFirst
      .reduce((left, secret) => left.replaceAll(secret, '[secret]'), text)
      .replaceAll(USER_OF_ADDRESS, '$1[secret]@');
}

/** As it stands in JSON, and in JSON that stands in JSON. */
function quoted(secret: string): readonly string[] {
  const once = JSON.stringify(secret).slice(1, -1);
  return [once, JSON.stringify(once).slice(1, -1)];
}
