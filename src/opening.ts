/** What of this bot stands open, to whom, and what the start says of it. */
import { randomInt } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';
import { createHosts, type Hosts, isOpenToOthers, isOverheard, OVERHEARD } from './pages/hosts.ts';

export interface Opening {
  readonly hosts: Hosts;
  /** Whether there is a page. */
  readonly hasPage: boolean;
  /** What the page and what is for operators ask for; without one, everybody at this machine may come in. */
  readonly secret: string | undefined;
  /** For the operator, once the program is ready at this address. It may hold the secret: not for the log. */
  words(address: string): string;
}

export type OpeningConfig = Pick<Config, 'host' | 'publicUrl' | 'page' | 'discord' | 'slack'>;

export function openingOf(config: OpeningConfig): Opening {
  const hosts = createHosts(config);
  const { isOn, secret: given } = config.page;
  if (!isOn)
    return { hosts, hasPage: false, secret: given, words: (address) => wordsOfNone(config, address) };
  const secret = given ?? (isOpenToOthers(config) ? madeSecret() : undefined);
  return {
    hosts,
    ...{ hasPage: true, secret },
    words: (address) => {
      const where = config.publicUrl ?? address;
      return lines([
        `Receipts is ready: open ${where} in a browser.`,
        ...(isOpenToOthers(config) ? [whoReaches(config, address)] : []),
        ...(secret === undefined ? [] : whatItAsks(where, given === undefined ? secret : undefined)),
        ...(isOverheard(config) ? [`Attention: ${OVERHEARD.what}. ${OVERHEARD.next}`] : []),
        ...(isOpenToOthers(config) ? [HOW_TO_CLOSE] : []),
      ]);
    },
  };
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

const wordsOfNone = ({ discord, slack }: OpeningConfig, address: string): string =>
  lines([
    `Receipts is ready. Its page is turned off (PAGE=off); ${address}/healthz, /readyz and /metrics tell how it is.`,
    ...(discord || slack
      ? []
      : ['Nobody can reach this bot: set up Discord or Slack, or take PAGE=off away.']),
  ]);

function whoReaches({ host, publicUrl }: OpeningConfig, address: string): string {
  if (!isOpenToOthers({ host }))
    return 'Whoever reaches the address in PUBLIC_URL reaches the page, through a proxy on this machine.';
  const { port } = new URL(address);
  const elsewhere = fromElsewhere(host, port);
  const by =
    publicUrl === undefined
      ? `It answers to IP addresses${elsewhere === undefined ? '' : ` (${elsewhere})`}, to names only once PUBLIC_URL says which.`
      : `It answers to the name in PUBLIC_URL${isAtPort(publicUrl, port) ? '' : `, where something hands on to port ${port}`}.`;
  return `Whoever reaches this machine reaches the page (HOST=${host}). ${by}`;
}

const isAtPort = (publicUrl: string, port: string): boolean => new URL(publicUrl).port === port;

/** As others on the network reach it; undefined where the interface says so itself, or there is no network. */
function fromElsewhere(host: string, port: string): string | undefined {
  if (host !== '0.0.0.0' && host !== '::') return undefined;
  const [found] = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  return found && `http://${found.address}:${port}`;
}

const whatItAsks = (where: string, made: string | undefined): readonly string[] =>
  made === undefined
    ? [`The page at ${where} asks for a secret: the one in PAGE_SECRET.`]
    : [
        `The page at ${where} asks for a secret: ${made}`,
        'It is another one after each start. Set PAGE_SECRET to keep one, also for several processes.',
      ];

const HOW_TO_CLOSE =
  'PAGE=off turns the page off; /healthz and /readyz answer everybody either way. HOST=127.0.0.1 without PUBLIC_URL keeps all to this machine.';

/** None that are mistaken for each other when read out or typed. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Some 99 bits, in groups that one can keep apart. */
const madeSecret = (): string =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join(''),
  ).join('-');
