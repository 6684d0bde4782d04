/**
 * The socket on which requests arrive, kept open. The SDK's own reconnecting waits five seconds after each of
 * Slack's regular "please reconnect" (whatever people type meanwhile is lost), and where the new address cannot
 * be had it ends in an unhandled rejection. So it is switched off, and this reconnects at once.
 */
import { type Logger as SdkLogger, SocketModeReceiver } from '@slack/bolt';
import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import { notConnected } from '../../core/ports/platform.ts';
import { faultOf, isTokenDead } from './errors.ts';
import { heedFrames } from './frames.ts';
import { clientOptions, createClient } from './sdk.ts';
import { refusalOf, TokenRefused } from './start-error.ts';
import { createTokenCheck, type TokenCheck } from './token-check.ts';

export interface ConnectionSettings {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly log: SdkLogger;
  readonly logger: Logger;
  readonly clock: Clock;
  /** What must be done once before requests may arrive; tried again with the connection where it fails. */
  readonly prepare: () => Promise<void>;
  /** Told where the connection was lost, or not yet made, and never can be. */
  readonly onLost: (why: TokenRefused) => void;
}

/** The bot as people there see it, as soon as Slack has told that. */
export interface Self {
  name: string;
  team?: string;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const CLOSE_WAIT_MS = 2_000;

export class Connection {
  readonly receiver: SocketModeReceiver;
  readonly #settings: ConnectionSettings;
  readonly #appToken: TokenCheck;
  #wanted = false;
  #prepared = false;
  #up = false;
  #cancelRetry = () => {};
  #againAt = 0;

  constructor(settings: ConnectionSettings) {
    this.receiver = createReceiver(settings);
    this.#settings = settings;
    this.#appToken = createTokenCheck(createClient(settings.appToken, settings), 'SLACK_APP_TOKEN');
    heedFrames(this.receiver.client, () => settings.logger.warn('slack-payload-unread'));
    this.receiver.client.on('connected', () => this.#onConnected());
    this.receiver.client.on('disconnected', () => this.#onDisconnected());
  }

  isUp(): boolean {
    return this.#up;
  }

  words({ name, team = '' }: Self): string {
    if (this.#up) return `connected as @${name}${team && ` in ${team}`}`;
    return notConnected(this.#againAt - this.#settings.clock.now());
  }

  /** Rejects where it can never be made; otherwise resolves after the first try, and tries on until `close`. */
  async open(): Promise<void> {
    this.#wanted = true;
    await this.#connect('slack-not-connected', FIRST_WAIT_MS);
  }

  /** From now on no request arrives. A server that never says goodbye must not keep the process alive. */
  async close(): Promise<void> {
    this.#wanted = false;
    this.#up = false;
    this.#cancelRetry();
    const { promise: waited, resolve } = Promise.withResolvers<void>();
    const cancelWait = this.#settings.clock.after(CLOSE_WAIT_MS, resolve);
    await Promise.race([this.receiver.client.disconnect(), waited]);
    cancelWait();
  }

  #onConnected(): void {
    this.#up = this.#wanted;
    this.#settings.logger.info('slack-connected');
  }

  /** Failed tries are announced too, but `#connect` sees those itself. */
  #onDisconnected(): void {
    if (!this.#up) return;
    this.#up = false;
    this.#settings.logger.info('slack-disconnected');
    this.#reconnect(FIRST_WAIT_MS);
  }

  #reconnect(waitMs: number, event = 'slack-reconnect-failed'): void {
    this.#connect(event, waitMs).catch(this.#settings.onLost);
  }

  /** Rejects only where no further try is of use. */
  async #connect(event: string, waitMs: number): Promise<void> {
    try {
      await this.#try();
    } catch (error) {
      if (!this.#wanted) return;
      if (error instanceof TokenRefused) throw error;
      const { clock, logger } = this.#settings;
      logger.warn(event, { code: faultOf(error).code, waitMs });
      this.#againAt = clock.now() + waitMs;
      const next = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      this.#cancelRetry = clock.after(waitMs, () => this.#reconnect(next, event));
    }
  }

  async #try(): Promise<void> {
    if (!this.#prepared) await this.#settings.prepare();
    this.#prepared = true;
    if (!this.#wanted) return;
    try {
      await this.receiver.client.start();
    } catch (error) {
      throw await this.#judged(error);
    }
    if (!this.#wanted) await this.receiver.client.disconnect();
  }

  async #judged(error: unknown): Promise<unknown> {
    if (!isTokenDead(faultOf(error))) return refusalOf('SLACK_APP_TOKEN', error);
    return (await this.#appToken.confirm()) ?? error;
  }
}

/** Its own options, because it writes into them. What Bolt cannot read is not acknowledged: it was for nobody here. */
const createReceiver = ({ appToken, log, apiUrl, logger }: ConnectionSettings): SocketModeReceiver =>
  new SocketModeReceiver({
    // Bolt's own writes the payload's type into a sentence, whatever that is, and ends the process where it cannot.
    processEventErrorHandler: async () => {
      logger.warn('slack-payload-unread');
      return false;
    },
    appToken,
    logger: log,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl === undefined ? { log } : { log, apiUrl }) },
  });
