/** Somebody at a desk: a folder of their own, and the program as they type it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { runPack } from '../../../src/authoring/cli/program.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  /** What was said about the work besides its result. */
  readonly said: string;
}

/** A fresh folder for each test; the pack is called `club`. */
export function authorForEachTest() {
  let desk = '';
  beforeEach(async () => {
    desk = await mkdtemp(join(tmpdir(), 'receipts-author-'));
  });
  afterEach(() => rm(desk, { recursive: true }));

  /** `answers` are typed one after the other where the program asks; without them nobody is there to be asked. */
  async function types(line: string, more: { input?: string; answers?: string[] } = {}): Promise<Outcome> {
    const answers = [...(more.answers ?? [])];
    let out = '';
    let said = '';
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const code = await runPack(
      words.map((word) => word.replace('@', desk)),
      {
        out: (text) => {
          out += text;
        },
        say: (text) => {
          said += text;
        },
        input: async () => new TextEncoder().encode(more.input ?? ''),
        ask: async () => (more.answers === undefined ? undefined : (answers.shift() ?? '')),
      },
      { DATA_PATH: join(desk, 'club') },
    );
    return { code, out, said };
  }
  return {
    /** `@` in the line is the author's desk. */
    types,
    club: () => join(desk, 'club'),
    path: (name: string) => join(desk, name),
    async puts(name: string, text: string | Uint8Array) {
      await mkdir(dirname(join(desk, name)), { recursive: true });
      await writeFile(join(desk, name), text);
    },
    reads: (name: string) => readFile(join(desk, name), 'utf8'),
  };
}

export const PAGE = `<!doctype html><html lang="en"><head><title>A ferry of its own | Gull Post</title>
<meta property="og:site_name" content="Gull Post"><meta property="og:title" content="A ferry of its own">
<meta property="article:published_time" content="2021-05-03T08:00:00Z"><link rel="canonical" href="https://gull.example/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>A ferry of its own</h1>
<p>Gull Island has had a ferry since 3 May 1931, when Nora Finch rowed the postman across for the first time.</p>
<p>The first real boat was a herring boat with twelve seats, and it smelled of its former trade for years, as everybody who went on it agrees.</p>
<p>In 1950 the pilot cutter Kestrel joined it, which is still in service on Sundays and on the day of the regatta.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>`;

export const HANDBOOK = `# Days off

Everybody at Finch & Daughters has 27 days of leave a year.

On the day of the first snow, work ends at noon.
`;
