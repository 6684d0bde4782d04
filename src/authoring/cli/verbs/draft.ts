/** `draft [ARTICLE]`: facts that its sentences may hold, and questions that facts may give, for the author to judge. */
import { factsFor, questionsFor, restsOn } from '../../drafts/proposals-for.ts';
import type { WrittenEntry } from '../../format/written.ts';
import { addEntries } from '../add-entries.ts';
import { type OpenPack, openSound, packOf, textsOf } from '../open-pack.ts';
import { type Call, CallError, plural, type Verb } from '../verb.ts';

export const draftVerb: Verb = {
  name: 'draft',
  args: '[ARTICLE]',
  count: [0, 1],
  says: 'proposes facts from an article’s sentences, and questions on the facts there are',
  options: { texts: { type: 'string' } },
  help: [
    'ARTICLE is an id of articles.yaml; without it, proposals for all of them.',
    'Proposals are drafts: nobody sees them until their line “draft: true” is taken out.',
  ],
  async run(call) {
    const [wanted] = call.args;
    const opened = await openSound(call);
    const { articles } = opened.book;
    if (wanted !== undefined && !articles.some(({ id }) => id === wanted))
      throw new CallError(
        `there is no article “${wanted}”; there are ${articles.map(({ id }) => id).join(', ')}`,
      );
    const places = new Map<string, number>();
    for (const { id } of articles.filter((one) => (wanted ?? one.id) === one.id)) {
      const entries = await proposalsFor(id, opened, call);
      if (entries === undefined) {
        const missing = `the text of “${id}” is not here: npm run pack -- add FILE`;
        if (wanted !== undefined) throw new CallError(missing);
        call.terminal.say(`${missing}\n`);
        continue;
      }
      if (entries.length === 0) continue;
      const { value } = articles.find((one) => one.id === id) ?? {};
      // Opened anew: the last article's proposals may stand in the same file.
      const now = await openSound({ ...call, terminal: { ...call.terminal, say: () => undefined } });
      const file = await addEntries(now, { id, name: (value?.title ?? id).slice(0, 60) }, entries);
      places.set(file, (places.get(file) ?? 0) + entries.length);
    }
    for (const [file, count] of places) call.terminal.out(`${plural(count, 'proposal')}: ${file}\n`);
    if (places.size === 0) call.terminal.out('Nothing to propose: each paragraph has its fact already.\n');
    else call.terminal.out('Read each, write it anew, take out “draft: true”, then: npm run pack -- check\n');
    return 0;
  },
};

async function proposalsFor(
  id: string,
  opened: OpenPack,
  call: Call,
): Promise<readonly WrittenEntry[] | undefined> {
  const { book } = opened;
  const facts = factsFor(id, book, await textsOf(opened, call));
  if (facts === undefined) return undefined;
  const questions = questionsFor(book, packOf(opened), (fact) => restsOn(book, fact, id));
  return [...facts, ...questions.map(({ fact, question }) => ({ ...question, facts: [fact] }))];
}
