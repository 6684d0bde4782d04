/** Under which names a page answers, and whose pages it listens to. */
import { describe, expect, it } from 'vitest';
import { visitorOf } from '../../src/pages/door/visitor.ts';
import { addressAt, createHosts, isOpenToOthers } from '../../src/pages/hosts.ts';

it.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['::1', 'http://[::1]:3000'],
  ['bot.example', 'http://bot.example:3000'],
])('what listens on %s is reached from this machine at %s', (host, address) => {
  expect(addressAt(host, 3000)).toBe(address);
});

const OWN = ['localhost', 'localhost:3000', 'LOCALHOST:80', '127.0.0.1', '127.0.0.1:3000', '[::1]:3000'];
const ADDRESSES = ['192.168.1.5:3000', '203.0.113.7', '[2001:db8::1]:3000'];
const NAMES = ['evil.example', 'evil.example:3000', 'localhost.evil.example', 'my-server', 'printer.local'];
const NONSENSE = [
  ...['', ' ', 'localhost@evil.example', 'evil.example#localhost', 'evil.example/localhost', 'localhost:x'],
  ...[
    'localhost,evil.example',
    '[::1',
    'localhost.',
    'foo.localhost',
    '127.0.0.1.evil.example',
    'http://localhost',
  ],
];

describe.each([
  { name: 'on this machine alone', reach: { host: '127.0.0.1' }, served: OWN, not: [...ADDRESSES, ...NAMES] },
  { name: 'on every interface', reach: { host: '0.0.0.0' }, served: [...OWN, ...ADDRESSES], not: NAMES },
  {
    name: 'on the interface of a name',
    reach: { host: 'My-Server' },
    served: [...OWN, ...ADDRESSES, 'my-server:3000'],
    not: ['evil.example', 'printer.local'],
  },
  {
    name: 'behind a proxy on this machine',
    reach: { host: '127.0.0.1', publicUrl: 'https://trivia.example/bot' },
    served: [...OWN, 'trivia.example', 'Trivia.Example:8443'],
    not: [...ADDRESSES, ...NAMES, 'trivia.example.evil.example'],
  },
  {
    name: 'on every interface, with a name',
    reach: { host: '::', publicUrl: 'http://trivia.example:8080' },
    served: [...OWN, 'trivia.example:8080', 'trivia.example'],
    not: [...ADDRESSES, ...NAMES],
  },
])('$name', ({ reach, served, not }) => {
  const hosts = createHosts(reach);
  it.each(served)('answers to %s', (host) => expect(hosts.serves(host)).toBe(true));
  it.each([...not, ...NONSENSE])('does not answer to “%s”', (host) => expect(hosts.serves(host)).toBe(false));
  it('does not answer where no name is given', () => expect(hosts.serves(undefined)).toBe(false));
});

describe('a page that asks something', () => {
  const alone = createHosts({ host: '127.0.0.1' });
  const named = createHosts({ host: '127.0.0.1', publicUrl: 'https://trivia.example' });

  it.each([
    ['of the same address', alone, 'http://127.0.0.1:3000', '127.0.0.1:3000', true],
    ['of the same name with its usual port', alone, 'http://localhost', 'localhost:80', true],
    ['of another port of this machine', alone, 'http://127.0.0.1:4000', '127.0.0.1:3000', false],
    ['of another name of this machine', alone, 'http://localhost:3000', '127.0.0.1:3000', false],
    ['that is encrypted where this is not', alone, 'https://127.0.0.1:3000', '127.0.0.1:3000', false],
    ['of a name that somebody points here', alone, 'http://evil.example:3000', 'evil.example:3000', false],
    ['of no site at all', alone, 'null', '127.0.0.1:3000', false],
    ['of the name that was given', named, 'https://trivia.example', 'trivia.example', true],
    ['of that name, where the proxy tells its own', named, 'https://trivia.example', '127.0.0.1:3000', true],
    ['of that name without encryption', named, 'http://trivia.example', 'trivia.example', false],
    ['of a name under it', named, 'https://a.trivia.example', 'trivia.example', false],
    ['of this machine', named, 'http://localhost:3000', 'localhost:3000', true],
  ])('%s', (_, hosts, origin, host, expected) => {
    expect(hosts.trusts(origin, host)).toBe(expected);
  });
});

it.each([
  [{ host: '127.0.0.1' }, false],
  [{ host: '127.0.0.2' }, false],
  [{ host: 'localhost' }, false],
  [{ host: '::1' }, false],
  [{ host: '127.0.0.1', publicUrl: 'http://localhost:8080' }, false],
  [{ host: '127.0.0.1', publicUrl: 'http://[::1]:8080' }, false],
  [{ host: '127.0.0.1', publicUrl: 'https://trivia.example' }, true],
  [{ host: '0.0.0.0' }, true],
  [{ host: '::' }, true],
  [{ host: '192.168.1.5' }, true],
])('%o is open to others: %s', (reach, expected) => {
  expect(isOpenToOthers(reach)).toBe(expected);
});

describe('whose tries are counted together', () => {
  it.each([
    ['an address', { peer: '203.0.113.7', isProxied: false }, '203.0.113.7'],
    ['an address as IPv6 writes it', { peer: '::ffff:203.0.113.7', isProxied: false }, '203.0.113.7'],
    ['the network of an IPv6 address', { peer: '2001:db8:1:2:3:4:5:6', isProxied: false }, '2001:db8:1:2'],
    ['the same, shortened', { peer: '2001:db8::6', isProxied: false }, '2001:db8:0:0'],
    [
      'what is said without a proxy counts not',
      { peer: '127.0.0.1', forwardedFor: '9.9.9.9', isProxied: false },
      '127.0.0.1',
    ],
    ['whom the proxy names', { peer: '127.0.0.1', forwardedFor: '9.9.9.9', isProxied: true }, '9.9.9.9'],
    [
      'the last, which is the proxy’s own',
      { peer: '172.18.0.2', forwardedFor: '1.1.1.1, 9.9.9.9', isProxied: true },
      '9.9.9.9',
    ],
    [
      'a stranger who names somebody',
      { peer: '203.0.113.7', forwardedFor: '9.9.9.9', isProxied: true },
      '203.0.113.7',
    ],
    ['what is no address', { peer: '10.0.0.2', forwardedFor: 'unknown', isProxied: true }, '10.0.0.2'],
  ])('%s', (_, knock, expected) => {
    expect(visitorOf(knock)).toBe(expected);
  });
});

it.each([
  [{ host: '127.0.0.1' }, 'localhost'],
  [{ host: '0.0.0.0' }, 'the IP address of the machine that it runs on'],
  [{ host: '0.0.0.0', publicUrl: 'http://bot.lan:3000' }, 'http://bot.lan:3000'],
])('whoever comes to %j by another name is told to open it as %s', (reach, openAs) =>
  expect(createHosts(reach).openAs).toBe(openAs),
);
