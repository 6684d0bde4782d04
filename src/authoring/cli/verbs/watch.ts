/**
 * `watch`: serves the desk, a page on which an author writes the pack. The one place in authoring that sees the
 * platforms’ renderers: it hands them to the desk, so that its cards are those that people will get.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ignoring } from '../../article-in/ignored.ts';
import { put } from '../../put-file.ts';
import { openPack } from '../open-pack.ts';
import { type Call, CallError, textOption, type Verb } from '../verb.ts';

export const watchVerb: Verb = {
  name: 'watch',
  args: '[FOLDER]',
  count: [0, 1],
  says: 'a page on this machine on which you make a pack from articles, without touching a file',
  options: { port: { type: 'string' }, title: { type: 'string' } },
  help: [
    'FOLDER     the pack; one that is not there yet is made, empty, once you say so',
    '--port N   else 4747, or any that is free',
    '--title T  what a new pack is called',
  ],
  async run(call) {
    const folder = await folderFor(call);
    const port = portOf(call);
    const [{ startDesk }, { faces, invented }] = await Promise.all([
      import('../../desk/server.ts'),
      import('../../../faces.ts'),
    ]);
    const { out, say } = call.terminal;
    // Heard from before the address is said: who reads it may end the desk at once.
    const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    const server = await startDesk({
      ...{ folder, port },
      showing: { faces, people: invented, now: Date.now },
      tell: (words) => say(`${words}\n`),
    });
    out(`\nThe desk: ${server.address}\n\nOpen this address; it is for you alone. Ctrl+C ends the desk.\n`);
    await ended;
    await server.close();
    return 0;
  },
};

function portOf(call: Call): number | undefined {
  const given = textOption(call, 'port');
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) throw new CallError(`--port “${given}” is no port: 0 to 65535`);
  return port;
}

async function folderFor(call: Call): Promise<string> {
  const [named = call.root] = call.args;
  const inside = call.args.length === 0 ? ['whatever there is'] : await readdir(named).catch(() => []);
  if (inside.length === 0) await makeEmpty(named, call);
  return (await openPack({ ...call, root: named, terminal: quiet(call) })).folder;
}

const quiet = ({ terminal }: Call) => ({ ...terminal, say: () => undefined });

/** A title and nothing else: what is in it comes from the page. */
async function makeEmpty(folder: string, call: Call): Promise<void> {
  const given = textOption(call, 'title');
  const words = basename(resolve(folder)).replaceAll(/[-_]+/g, ' ').trim();
  const usual = words.charAt(0).toUpperCase() + words.slice(1);
  const answer =
    given ??
    (await call.terminal.ask(
      `${folder} is not there. Make a new pack in it? Its title (Enter: ${usual}; n: no): `,
    ));
  if (answer === undefined)
    throw new CallError(`${folder} is not there: add --title "…" to make a new pack in it`);
  if (/^no?$/i.test(answer)) throw new CallError('nothing was made');
  const title = answer.trim() || usual;
  await put(
    folder,
    'pack.yaml',
    `# yaml-language-server: $schema=.schema/pack.json\nformat: 1\ntitle: ${JSON.stringify(title)}\n`,
  );
  if (!existsSync(`${folder}/.gitignore`)) await put(folder, '.gitignore', ignoring([]));
}
