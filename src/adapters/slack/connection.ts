/**
 * The socket on which requests arrive, kept open. The SDK's own reconnecting waits five seconds after each of
 * Slack's regular "please reconnect" (whatever people type meanwhile is lost), and where the new address cannot
 * be had it ends in an unhandled rejection. So it is switched off, and this reconnects at once.
 */
import { type Logger as SdkLogger, SocketModeReceiver } from '@slack/bolt';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import { faultOf } from './errors.ts';
import { clientOptions } from './sdk.ts';
import { startError } from './start-error.ts';

export interface ConnectionSettings {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly log: SdkLogger;
  readonly logger: Logger;
  readonly clock: Clock;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const CLOSE_WAIT_MS = 2_000;

export class Connection {
  readonly receiver: SocketModeReceiver;
  readonly #logger: Logger;
  readonly #clock: Clock;
  #wanted = false;
  #up = false;
  #cancelRetry = () => {};

  constructor(settings: ConnectionSettings) {
    this.receiver = createReceiver(settings);
    this.#logger = settings.logger;
    this.#clock = settings.clock;
    this.receiver.client.on('connected', () => this.#onConnected());
    this.receiver.client.on('disconnected', () => this.#onDisconnected());
  }

  isUp(): boolean {
    return this.#up;
  }

  /** Rejects where the first try fails; later ones are repeated until `close`. */
  async open(): Promise<void> {
    this.#wanted = true;
    try {
      await this.receiver.client.start();
    } catch (error) {
      this.#wanted = false;
      throw startError('SLACK_APP_TOKEN', error);
    }
  }

  /** From now on no request arrives. A server that never says goodbye must not keep the process alive. */
  async close(): Promise<void> {
    this.#wanted = false;
    this.#up = false;
    this.#cancelRetry();
    const { promise: waited, resolve } = Promise.withResolvers<void>();
    const cancelWait = this.#clock.after(CLOSE_WAIT_MS, resolve);
    await Promise.race([this.receiver.client.disconnect(), waited]);
    cancelWait();
  }

  #onConnected(): void {
    this.#up = this.#wanted;
    this.#logger.info('slack-connected');
  }

  /** Failed tries are announced too, but `#reconnect` sees those itself. */
  #onDisconnected(): void {
    if (!this.#up) return;
    this.#up = false;
    this.#logger.info('slack-disconnected');
    void this.#reconnect(FIRST_WAIT_MS);
  }

  async #reconnect(waitMs: number): Promise<void> {
    try {
      await this.receiver.client.start();
      if (!this.#wanted) await this.receiver.client.disconnect();
    } catch (error) {
      if (!this.#wanted) return;
      this.#logger.warn('slack-reconnect-failed', { code: faultOf(error).code, waitMs });
      const next = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      this.#cancelRetry = this.#clock.after(waitMs, () => void this.#reconnect(next));
    }
  }
}

/** Its own options, because it writes into them. */
const createReceiver = ({ appToken, log, apiUrl }: ConnectionSettings): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: log,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl === undefined ? { log } : { log, apiUrl }) },
  });
