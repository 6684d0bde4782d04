/** How the desk is started: on a pack, or on a folder that is not there yet. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { authorForEachTest } from '../cli/author.ts';

const author = authorForEachTest();

let program: ChildProcess | undefined;
afterEach(() => program?.kill());

async function starts(...words: readonly string[]): Promise<string> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    'src/authoring/cli/pack.ts',
    'watch',
    ...words,
    '--port',
    '0',
  ];
  program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for await (const chunk of program.stdout ?? []) {
    out += String(chunk);
    if (out.includes('Ctrl+C')) return out;
  }
  throw new Error(`it did not start: ${out}`);
}

describe('npm run pack -- watch', () => {
  it('makes an empty pack where there is none, prints the address of its desk, and ends on a signal', async () => {
    const out = await starts(author.path('garden-club'), '--title', 'Our: garden');
    expect(out).toMatch(/The desk: http:\/\/127\.0\.0\.1:\d+\/\?key=\w+\n/);
    expect(await author.reads('garden-club/pack.yaml')).toContain('format: 1\ntitle: "Our: garden"\n');
    expect(await author.reads('garden-club/.gitignore')).toContain('articles/*');
    program?.kill('SIGTERM');
    expect(await once(program ?? process, 'exit')).toEqual([0, null]);
  });

  it('asks first, and makes nothing where nobody is there to be asked, or who is says no', async () => {
    const alone = await author.types('watch @/garden-club');
    expect([alone.code, alone.said]).toEqual([2, expect.stringContaining('add --title')]);
    const no = await author.types('watch @/garden-club', { answers: ['n'] });
    expect([no.code, no.said]).toEqual([2, expect.stringContaining('nothing was made')]);
    await expect(author.reads('garden-club/pack.yaml')).rejects.toThrow();
  });

  it('says what is wrong with a folder that is no pack, or with a port', async () => {
    await author.puts('notes/todo.txt', 'Buy paint.');
    const notes = await author.types('watch @/notes');
    expect([notes.code, notes.said]).toEqual([1, expect.stringContaining('a pack.yaml')]);
    await author.types('new @/club');
    const port = await author.types('watch --port 99999');
    expect([port.code, port.said]).toEqual([2, expect.stringContaining('0 to 65535')]);
  });
});
