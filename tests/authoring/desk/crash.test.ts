/** Killed at any moment, the desk leaves either the old files or the new ones, and what was there before is kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/authoring/format/yaml-file.ts';
import { CLUB, deskForEachTest } from './at-the-desk.ts';

const desk = deskForEachTest();

async function startProgram(): Promise<{ readonly program: ChildProcess; readonly address: string }> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    'src/authoring/cli/pack.ts',
    'watch',
    desk.folder(),
    '--port',
    '0',
  ];
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  for await (const chunk of program.stdout ?? []) {
    out += String(chunk);
    const [address] = /http:\S+/.exec(out) ?? [];
    if (address !== undefined) return { program, address };
  }
  throw new Error(`it did not start: ${out}`);
}

describe('a desk that is killed', () => {
  it('while it writes leaves files that can be read, with one of the texts that were written', async () => {
    await desk.stop();
    for (const delay of [0, 3, 9, 20, 45]) {
      const { program, address } = await startProgram();
      const { headers } = await fetch(address, { redirect: 'manual' });
      const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const base = address.replace(/\?.*/, '');
      const before = await desk.reads('topics/boats.yaml');
      const sent: Promise<unknown>[] = [];
      for (let count = 0; count < 12; count += 1) {
        const fields = { fact: `Killed after ${delay}, number ${count}.`, draft: 'true' };
        const body = JSON.stringify({ do: 'create', kind: 'fact', topic: { id: 'boats' }, fields });
        const init = { method: 'POST', body, headers: { cookie, 'content-type': 'application/json' } };
        sent.push(
          fetch(`${base}api/write`, init).then(
            (response) => response.status,
            () => undefined,
          ),
        );
      }
      await sent[0];
      await new Promise((later) => setTimeout(later, delay));
      program.kill('SIGKILL');
      await once(program, 'exit');
      const statuses = await Promise.all(sent);
      const now = await desk.reads('topics/boats.yaml');
      const { problems, content } = readYaml('boats', now);
      expect(problems).toEqual([]);
      expect(now.startsWith(before)).toBe(true);
      const said = JSON.stringify(content);
      for (const [count, status] of statuses.entries())
        if (status === 200) expect(said).toContain(`Killed after ${delay}, number ${count}.`);
    }
    const kept = await readdir(join(desk.folder(), '.desk/writes'));
    expect(kept.length).toBeGreaterThan(4);
    await desk.start();
    const { facts, problems } = await desk.state();
    expect(problems).toEqual([]);
    expect(facts[0]?.fields.fact).toBe('The boat has room for nine people.');
    expect(await desk.reads('topics/boats.yaml')).toContain(CLUB['topics/boats.yaml']);
    expect(await desk.reads('.desk/.gitignore')).toContain('\n*\n');
  });
});
