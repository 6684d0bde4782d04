/** The page on a real server, with a transcript that can outlive it. */
import { randomUUID } from 'node:crypto';
import type { Transcript } from '../../../src/adapters/web/channel.ts';
import type { Person } from '../../../src/adapters/web/people.ts';
import { createWebPlatform } from '../../../src/adapters/web/platform.ts';
import { samePlace } from '../../../src/core/ids.ts';
import type { Clock } from '../../../src/core/ports/clock.ts';
import type { Platform } from '../../../src/core/ports/platform.ts';
import type { Random } from '../../../src/core/ports/random.ts';
import type { TranscriptEntry } from '../../../src/core/ports/store.ts';
import type { Command } from '../../../src/core/requests/command.ts';
import { faces } from '../../../src/faces.ts';
import type { Report } from '../../../src/health.ts';
import { startHttp } from '../../../src/http.ts';
import { createHosts } from '../../../src/pages/hosts.ts';
import { createRecordingLogger } from '../../fakes/logger.ts';
import { scriptedCommands } from './scripted-commands.ts';

export interface MemoryTranscript extends Transcript {
  entries: readonly TranscriptEntry[];
  /** Thrown at the next save. */
  breakNext: boolean;
  /** Thrown at the next look at what stands there. */
  breakNextLook: boolean;
}

export function memoryTranscript(): MemoryTranscript {
  const transcript: MemoryTranscript = {
    entries: [],
    breakNext: false,
    breakNextLook: false,
    saveTranscript: async (entry) => {
      if (transcript.breakNext) {
        transcript.breakNext = false;
        throw new Error('the disk is full');
      }
      const others = transcript.entries.filter(({ message }) => message.id !== entry.message.id);
      transcript.entries = [...others, entry].toSorted((a, b) => a.at - b.at);
    },
    findTranscript: async ({ place, id }) => {
      look(transcript);
      return transcript.entries.find(({ message }) => samePlace(message.place, place) && message.id === id);
    },
    transcriptOf: async (place, limit) => {
      look(transcript);
      return transcript.entries.filter(({ message }) => samePlace(message.place, place)).slice(-limit);
    },
  };
  return transcript;
}

function look(transcript: MemoryTranscript): void {
  if (!transcript.breakNextLook) return;
  transcript.breakNextLook = false;
  throw new Error('the disk cannot be read');
}

export interface ServedPage {
  readonly address: string;
  readonly port: number;
  readonly platform: Platform;
  readonly log: ReturnType<typeof createRecordingLogger>;
  close(): Promise<void>;
}

const random: Random = { next: Math.random, id: () => randomUUID().replaceAll('-', '') };

const realClock: Clock = {
  now: () => Date.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export interface ServeOptions {
  readonly transcript?: Transcript;
  readonly commands?: readonly Command[];
  readonly people?: readonly Person[];
  readonly port?: number;
  /** As in the settings. */
  readonly host?: string;
  readonly publicUrl?: string;
  readonly secret?: string;
  readonly clock?: Clock;
}

export async function servePage(options: ServeOptions = {}): Promise<ServedPage> {
  const { transcript = memoryTranscript(), commands = scriptedCommands, port = 0, people } = options;
  const { host = '127.0.0.1', publicUrl, secret, clock = realClock } = options;
  const hosts = createHosts({ host, publicUrl });
  const log = createRecordingLogger();
  const { platform, routes, assets } = createWebPlatform({
    faces,
    transcript,
    commands,
    introduce: async () => ({
      about: 'This one knows <b>one</b> museum.',
      example: 'Moon Museum',
      pack: 'Moon',
    }),
    clock,
    random,
    hosts,
    logger: log,
    ...(people ? { people } : {}),
  });
  const server = await startHttp({
    ...{ host, port, hosts, clock, logger: log },
    page: { routes, assets },
    operators: {
      secret,
      metrics: { text: async () => 'receipts_info 1\n', contentType: 'text/plain' },
      examine: async () => [{ mark: 'ok', about: 'Settings', what: 'in order' }],
    },
    report: async () => READY,
    packs: () => ({ version: '', packs: [], leftOut: [] }),
  });
  return {
    address: server.address,
    port: Number(new URL(server.address).port),
    platform,
    log,
    close: async () => {
      await platform.stop();
      await server.close();
    },
  };
}

const READY: Report = {
  status: 'ready',
  ...{ platforms: {}, lost: {}, store: true, queue: true, tickAgeSeconds: 0, overdueSeconds: 0 },
};
