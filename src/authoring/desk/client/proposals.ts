/** Proposals in the order of the text, so that one can go through them. Pure. */
import type { ParagraphState, State } from '../wire.ts';
import { type DeskState, shownKey } from './desk-state.ts';
import { isSame } from './fields.ts';
import type { Proposed } from './forms.ts';

/** Each with the place where it is shown now. One whose fact or article is gone is shown nowhere, nor one of a paragraph that is left out. */
export function proposalsInOrder({ articles, facts }: State, proposals: readonly Proposed[]) {
  const ranked = proposals.flatMap((proposal) => {
    const receipts = facts.find(({ id }) => id === proposal.under)?.receipts ?? [];
    const { article, paragraph } =
      proposal.kind === 'fact'
        ? proposal
        : (receipts.find((one) => one.article === proposal.article) ?? receipts[0] ?? {});
    const at = articles.findIndex(({ id }) => id === article);
    const there = articles[at]?.paragraphs;
    if (article === undefined || paragraph === undefined || !there) return [];
    const number = Math.min(paragraph, there.length);
    if (proposal.kind === 'fact' && isLeftOut(there, number)) return [];
    const above = there[number - 1]?.facts ?? [];
    const within = proposal.kind === 'fact' ? above.length : above.indexOf(proposal.under ?? '');
    return [{ proposal: { ...proposal, article, paragraph: number }, rank: [at, number, within] as const }];
  });
  return ranked
    .toSorted(({ rank: one }, { rank: other }) => compare(one, other))
    .map(({ proposal }) => proposal);
}

/** Nobody wants a fact there, unless it is used after all. */
const isLeftOut = (paragraphs: readonly ParagraphState[], number: number): boolean =>
  (paragraphs[number - 1]?.leftOut.length ?? 0) > 0;

type Rank = readonly [article: number, paragraph: number, within: number];

const compare = (one: Rank, other: Rank): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2];

/** The one after or before what is shown; behind the last one comes the first. */
export function proposalBeside(now: DeskState, by: 1 | -1): Proposed | undefined {
  const { server, chosen, proposals } = now;
  if (!server) return undefined;
  const all = proposalsInOrder(server, proposals);
  const key = shownKey(now);
  const at = all.findIndex((one) => one.key === key);
  if (at !== -1) return all.at((at + by) % all.length);
  const articleAt = (id: string | undefined) => server.articles.findIndex((one) => one.id === id);
  const here: Rank = [articleAt(chosen.article), chosen.paragraph, -1];
  const passed = all.filter(
    ({ article, paragraph }) => compare([articleAt(article), paragraph, 0], here) < 0,
  ).length;
  return by === 1 ? all[passed % all.length] : all.at(passed - 1);
}

/** What is proposed a second time, or stands in a file by now, is no news. */
export const isNews = (
  { kind, fields, under }: Pick<Proposed, 'kind' | 'fields' | 'under'>,
  { server, proposals }: Pick<DeskState, 'server' | 'proposals'>,
): boolean =>
  !proposals.some((one) => one.under === under && isSame(one.fields, fields)) &&
  !(kind === 'fact' ? server?.facts : server?.questions)?.some((one) => one.fields[kind] === fields[kind]);
