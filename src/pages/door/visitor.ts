/** Who knocks, as far as that can be known: the address, of IPv6 the network that one household or machine has. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

export interface Knock {
  /** The other end of the connection. */
  readonly peer: string;
  /** The header `X-Forwarded-For`. */
  readonly forwardedFor?: string | undefined;
  /** Whether a proxy is known to stand in front. */
  readonly isProxied: boolean;
}

/**
 * A proxy adds whom it speaks for at the end of `X-Forwarded-For`; what stands before that anybody may have written. It is
 * believed only of a neighbour, and only where there is a proxy. Whoever forges it there gains no more than as many
 * visitors as they like, and the pace of all visitors together is what bounds guessing.
 */
export function visitorOf({ peer, forwardedFor, isProxied }: Knock): string {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  const isSpokenFor = isProxied && isNeighbour(peer) && (isIPv4(last) || isIPv6(last));
  return networkOf(isSpokenFor ? last : peer);
}

const NEIGHBOURS = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NEIGHBOURS.addSubnet(network, prefix, 'ipv4');
NEIGHBOURS.addAddress('::1', 'ipv6');
NEIGHBOURS.addSubnet('fc00::', 7, 'ipv6');

/** IPv4 as a server of both kinds sees it. */
const bare = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function isNeighbour(peer: string): boolean {
  const address = bare(peer);
  return isIPv4(address)
    ? NEIGHBOURS.check(address, 'ipv4')
    : isIPv6(address) && NEIGHBOURS.check(address, 'ipv6');
}

function networkOf(address: string): string {
  const plain = bare(address);
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const left = tail === undefined || groups.length >= 4 ? groups : [...groups, '0', '0', '0', '0'];
  return left.slice(0, 4).join(':');
}
