/** What the start says in plain words: which platforms it is connected to and which not yet, and where it remembers. */
import type { Clock } from './core/ports/clock.ts';
import type { Platform } from './core/ports/platform.ts';
import type { Roster } from './roster.ts';

export interface Connections {
  /** At the start, each thing in a line. */
  words(): string;
  /** From now on says it once of each platform that was missing, when it comes. */
  watch(): void;
}

export interface ConnectionsParts {
  readonly release: string;
  /** Those that are set up, without the page. */
  readonly platforms: readonly Platform[];
  readonly roster: Pick<Roster, 'lost'>;
  /** As the log has it: `sqlite FILE`. */
  readonly store: string;
  readonly clock: Clock;
  readonly say: (text: string) => void;
  /** Then nothing more is said. */
  readonly stopped: AbortSignal;
}

const LOOK_MS = 1_000;

export function createConnections(parts: ConnectionsParts): Connections {
  const { platforms, roster, clock, say, stopped } = parts;
  const lineOf = ({ name, capabilities, connection }: Platform) =>
    `${capabilities.words.name}: ${roster.lost().get(name) ?? connection()}`;
  const look = (missing: readonly Platform[]): void => {
    if (missing.length === 0) return;
    const cancel = clock.after(LOOK_MS, () => {
      stopped.removeEventListener('abort', cancel);
      const left = missing.filter(({ name }) => !roster.lost().has(name));
      for (const platform of left) if (platform.connected()) say(`${lineOf(platform)}\n`);
      look(left.filter((platform) => !platform.connected()));
    });
    stopped.addEventListener('abort', cancel, { once: true });
  };
  return {
    words: () =>
      [
        `Receipts ${parts.release}`,
        ...(platforms.length > 0
          ? platforms.map(lineOf)
          : ['Neither Discord nor Slack is set up: the page is all there is.']),
        `Database: ${parts.store.replace(/^sqlite /, 'SQLite ').replace(/^postgres /, 'PostgreSQL ')}`,
        '',
      ].join('\n'),
    watch: () => look(platforms.filter((platform) => !platform.connected())),
  };
}
