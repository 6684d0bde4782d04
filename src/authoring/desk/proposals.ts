/** What the program would propose, for the author to judge: nothing of it is written. */
import { factsFor, questionsFor, restsOn } from '../drafts/proposals-for.ts';
import { receiptParts, spotOf } from '../format/spot.ts';
import { articleNamed } from './changes/particulars.ts';
import { Refused } from './refused.ts';
import type { Snapshot } from './snapshot.ts';
import type { Fields, Proposal, Proposals } from './wire.ts';

export function proposalsForArticle(now: Snapshot, id: string): Proposals {
  const leftOut = articleNamed(now, id).value['left-out'] ?? {};
  const facts = factsFor(id, now.book, now.texts);
  if (facts === undefined)
    return {
      proposals: [],
      said: 'Its text is not on this machine: add the file again, and it can be read.',
    };
  const proposals = [
    ...facts.flatMap((fact): readonly Proposal[] => {
      const [first] = receiptParts([fact.receipt ?? []].flat() as Parameters<typeof receiptParts>[0]);
      const at = first && spotOf(first.spot).at;
      const paragraph = at && 'paragraph' in at ? at.paragraph : undefined;
      return paragraph !== undefined && String(paragraph) in leftOut
        ? []
        : [{ kind: 'fact', fields: fact as Fields, paragraph }];
    }),
    ...questionsOn(now, (fact) => restsOn(now.book, fact, id)),
  ];
  return proposals.length > 0
    ? { proposals }
    : { proposals, said: 'Nothing to propose: each paragraph that says something has its fact already.' };
}

export function proposalsForFact(now: Snapshot, id: string): Proposals {
  const fact = now.book.topics
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.kind === 'fact' && entry.id === id);
  if (fact === undefined) throw new Refused(404, { error: 'This fact is gone. Reload the page.' });
  if (fact.value.draft === true)
    return { proposals: [], said: 'Accept the fact first: questions are proposed on facts that are told.' };
  const proposals = questionsOn(now, (one) => one === id);
  return proposals.length > 0
    ? { proposals }
    : {
        proposals,
        said: 'No question is proposed on this fact: it has one already, or its sentence has no name, date or number to ask for. Write your own: press “Write a question”.',
      };
}

function questionsOn({ book, records }: Snapshot, rests: (fact: string) => boolean): readonly Proposal[] {
  if (records.pack === undefined) return [];
  return questionsFor(book, records.pack, rests).map(({ fact, question }) => ({
    ...{ kind: 'question', fields: question as Fields, under: fact },
  }));
}
