/** The page on a real server, with a transcript that can outlive it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Transcript } from '../../../src/adapters/web/channel.ts';
import type { Person } from '../../../src/adapters/web/people.ts';
import { createWebPlatform } from '../../../src/adapters/web/platform.ts';
import { samePlace } from '../../../src/core/ids.ts';
import type { Platform } from '../../../src/core/ports/platform.ts';
import type { Random } from '../../../src/core/ports/random.ts';
import type { TranscriptEntry } from '../../../src/core/ports/store.ts';
import type { Command } from '../../../src/core/requests/command.ts';
import { faces } from '../../../src/faces.ts';
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
    transcriptOf: async (place, limit) => {
      if (transcript.breakNextLook) {
        transcript.breakNextLook = false;
        throw new Error('the disk cannot be read');
      }
      return transcript.entries.filter(({ message }) => samePlace(message.place, place)).slice(-limit);
    },
  };
  return transcript;
}

export interface ServedPage {
  readonly address: string;
  readonly port: number;
  readonly platform: Platform;
  readonly log: ReturnType<typeof createRecordingLogger>;
  close(): Promise<void>;
}

const random: Random = { next: Math.random, id: () => randomUUID().replaceAll('-', '') };

const clock = {
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
}

export async function servePage(options: ServeOptions = {}): Promise<ServedPage> {
  const { transcript = memoryTranscript(), commands = scriptedCommands, port = 0, people } = options;
  const log = createRecordingLogger();
  const { platform, routes } = createWebPlatform({
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
    logger: log,
    ...(people ? { people } : {}),
  });
  const server = createAdaptorServer({ fetch: routes.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${bound}`,
    port: bound,
    platform,
    log,
    close: async () => {
      await platform.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
