/**
 * Under which names a page is served, and whose pages may ask something of it. A name that somebody points at this
 * machine (DNS rebinding) is none of them.
 */
import { isIP } from 'node:net';

export interface Hosts {
  /** Whether a request with this `Host` is answered. */
  serves(host: string | undefined): boolean;
  /** Whether a page of this `Origin` may send one with this `Host`. */
  trusts(origin: string, host: string | undefined): boolean;
  /** Only this machine is meant to reach it, and nobody said that a proxy lets others in. */
  readonly isAlone: boolean;
  /** People reach it by a name that was given, most likely through a proxy. */
  readonly isNamed: boolean;
  /** People reach it by https. */
  readonly isEncrypted: boolean;
  /** How to open it, for whoever came by another name. */
  readonly openAs: string;
}

export interface Reach {
  /** The interface that the server listens on. */
  readonly host: string;
  /** Where people find it, if that is said. */
  readonly publicUrl?: string | undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether strangers may reach it: others than who is at this machine. */
export const isOpenToOthers = ({ host, publicUrl }: Reach): boolean =>
  !LOOPBACK.test(host) || (publicUrl !== undefined && !LOOPBACK.test(new URL(publicUrl).hostname));

/** Whether whoever listens on the way to it can read what is sent. */
export const isOverheard = (reach: Reach): boolean =>
  isOpenToOthers(reach) && !(reach.publicUrl?.startsWith('https:') ?? false);

/** For the operator, wherever they look. */
export const OVERHEARD = {
  what: 'it is not encrypted, so whoever listens on the way can read the secret',
  next: 'On a network that is not yours, put a proxy with https before it (docs/hosting.md).',
} as const;

/**
 * This machine's own names for itself and that of `publicUrl`, with any port. Where others may reach it and no name is
 * given, every IP address besides: no name leads there, so nobody can point one at it.
 */
export function createHosts({ host, publicUrl }: Reach): Hosts {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl);
  const takesAddresses = known === undefined && isOpenToOthers({ host });
  const isOwn = (name: string) =>
    LOOPBACK.test(name) || (takesAddresses && (isAddress(name) || name === host.toLowerCase()));
  return {
    serves: (written) => {
      const name = addressOf(written)?.hostname;
      return name !== undefined && (isOwn(name) || name === known?.hostname);
    },
    trusts: (origin, written) => {
      const address = addressOf(written);
      return (
        origin === known?.origin || (address && isOwn(address.hostname) && origin === address.origin) === true
      );
    },
    isAlone: known === undefined && !isOpenToOthers({ host }),
    isNamed: known !== undefined,
    isEncrypted: known?.protocol === 'https:',
    openAs: publicUrl ?? (takesAddresses ? 'the IP address of the machine that it runs on' : 'localhost'),
  };
}

/** Nobody can open the address that stands for every interface; this machine is at one of them. */
const AT_HOME: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** How a program or a person at this machine reaches what listens on an interface. */
export function addressAt(host: string, port: number): string {
  const name = AT_HOME[host] ?? host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0;

/** What a browser means by it; undefined where none would send it. */
const addressOf = (written: string | undefined): URL | undefined =>
  written !== undefined && /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(written)
    ? (URL.parse(`http://${written}`) ?? undefined)
    : undefined;
