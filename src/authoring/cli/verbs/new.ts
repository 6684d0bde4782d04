/** `new NAME`: a pack that loads and plays, with one example of everything an author needs at first. */
import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ignoring } from '../../article-in/ignored.ts';
import { schemaFiles } from '../../format/json-schema.ts';
import { locked } from '../../format/locking.ts';
import { put } from '../../put-file.ts';
import { openFolder, textsOf, writeLock } from '../open-pack.ts';
import { type Call, CallError, quoted, type Verb } from '../verb.ts';

export const newVerb: Verb = {
  name: 'new',
  args: 'NAME',
  count: [1, 1],
  says: 'makes a folder with a small pack that plays, and comments that explain it',
  help: ['NAME may be a path: npm run pack -- new packs/garden-club'],
  async run(call) {
    const [folder = ''] = call.args;
    const inside = await readdir(folder).catch(() => []);
    if (inside.length > 0)
      throw new CallError(`${folder} is there already, and not empty: take another name`);
    for (const [name, text] of Object.entries(filesOf(titleOf(folder)))) await put(folder, name, text);
    await settle(folder, call);
    call.terminal.out(nextSteps(quoted(folder)));
    return 0;
  },
};

async function settle(folder: string, call: Call): Promise<void> {
  const opened = await openFolder(folder, call);
  await writeLock(folder, locked(opened.book, await textsOf(opened, call)).lock);
  for (const [name, text] of schemaFiles(opened.book)) await put(folder, name, text);
}

/** "garden-club" becomes “Garden club”. */
function titleOf(folder: string): string {
  const words = basename(resolve(folder)).replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const nextSteps = (folder: string): string => `
Play it:           npm start -- --pack ${folder}
Add an article:    npm run pack -- add FILE --pack ${folder}
Write in:          ${folder}/topics/example.yaml (it explains itself)
Check it:          npm run pack -- check --pack ${folder}
`;

const filesOf = (title: string): Readonly<Record<string, string>> => ({
  'pack.yaml': `# yaml-language-server: $schema=.schema/pack.json
format: 1
title: ${JSON.stringify(title)}
`,
  'articles.yaml': `# yaml-language-server: $schema=.schema/articles.json
# Each article by its id. \`npm run pack -- add FILE\` writes these lines; what is not known is left out.
example:
  title: How this pack works
  publisher: ${JSON.stringify(title)}
  ours: true # our own text: its receipts may show the paragraph
`,
  'names.yaml': `# yaml-language-server: $schema=.schema/names.json
# Who and what your facts speak of, so that people can ask about them; other names they type in brackets:
#   people: [Ada Marsh, Tom Reed: [Tom, the keeper]]
#   places, organisations, works, programmes, products, others: the same
others: [Receipts]
`,
  'articles/example.md': `# How this pack works

Receipts answers with facts, and each of its answers shows the paragraph that proves it.

A fact is one sentence in your own words. Its receipt names an article and the number of a paragraph in it.

A question stands under the fact that it asks about. It has one right option and up to three wrong ones.
`,
  'topics/example.yaml': `# yaml-language-server: $schema=../.schema/topic.json
# A topic is a file like this one. Lines after # are for you. When you have your own, delete this file,
# articles/example.md, and the lines of “example” in articles.yaml.
topic: Example

entries:
  - fact: Each answer of Receipts shows the paragraph that proves it.
    receipt: example#1 # paragraph 1 of the article “example”

  - question: What comes with each answer of Receipts?
    right: The paragraph that proves it
    wrong: [A photograph, The weather, A second opinion]
    payoff: So anybody can look it up. # one sentence after the answer
    fit: daily # good enough to stand alone on a Monday; left out: only in a quiz

  - fact: A question of Receipts has up to three wrong options.
    receipt: example#3
`,
  '.gitignore': ignoring(['articles/example.md']),
});
