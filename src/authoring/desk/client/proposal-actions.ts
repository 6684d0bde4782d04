/** What a person can do with what the program proposes. */
import { proposalParts } from '../../format/unwritten.ts';
import type { Refusal } from '../wire.ts';
import { LOOSE, type Notice } from './desk-state.ts';
import { textIn } from './fields.ts';
import { type AnyRef, type Form, type Key, newKey, type Proposed } from './forms.ts';
import { isNews, proposalBeside, proposalsInOrder } from './proposals.ts';
import { fetchProposals } from './requests.ts';
import type { Store } from './store.ts';
import { count } from './words.ts';

interface Hands {
  say(notice: Notice): void;
  openForm(form: Form): void;
  show(ref: AnyRef | undefined, form: Form): void;
  send(form: Form, how: 'as it is', written: (ref: AnyRef | undefined) => void): Promise<Refusal | undefined>;
}

export function createProposalActions(
  { dispatch, now }: Pick<Store, 'dispatch' | 'now'>,
  { say, openForm, show, send }: Hands,
) {
  const goTo = ({ key, article, paragraph }: Proposed) =>
    dispatch({ type: 'choose', chosen: { article, paragraph, key }, focus: key });

  const without = (key: Key) => dispatch({ type: 'proposal-gone', key });

  /** Where one goes on once this one is done with. */
  function following(key: Key): Proposed | undefined {
    const next = proposalBeside({ ...now(), chosen: { ...now().chosen, key } }, 1);
    return next?.key === key ? undefined : next;
  }

  return {
    async propose(of: { readonly article: string } | { readonly fact: string }): Promise<void> {
      const answer = await fetchProposals(of);
      if (!answer.ok) return say({ words: answer.refusal.error, isProblem: true });
      const state = now();
      const { article: here = LOOSE, paragraph: at } = state.chosen;
      const news = answer.value.proposals
        .filter((one) => isNews(one, state))
        .map((one) => ({
          ...one,
          key: `proposal:${crypto.randomUUID()}`,
          article: 'article' in of ? of.article : here,
          paragraph: one.paragraph ?? at,
        }));
      const placed = state.server ? proposalsInOrder(state.server, news) : [];
      const [first] = [...placed, ...news];
      const proposals = news.map((one) => placed.find(({ key }) => key === one.key) ?? one);
      dispatch({ type: 'proposed', proposals });
      const isOld = news.length === 0 && answer.value.proposals.length > 0;
      say({
        words: first
          ? `${count(news.length, 'proposal')}. Read each before you accept it.`
          : isOld
            ? 'Nothing new is proposed. What was proposed before is still here.'
            : (answer.value.said ?? 'Nothing was found to propose.'),
      });
      if (first) goTo(first);
    },

    /** To the next proposal, or the one before, in whatever paragraph it is. */
    stepProposals(by: 1 | -1): void {
      const next = proposalBeside(now(), by);
      if (next) goTo(next);
      else say({ words: 'Nothing is proposed. “Propose facts for this article” looks for something.' });
    },

    changeProposal(proposal: Proposed): void {
      const { key, kind, fields, under, article, paragraph } = proposal;
      without(key);
      const parts = proposalParts(textIn(fields, 'fact'));
      const before = parts ? { ...fields, fact: parts.rest } : fields;
      const { advice, leaning } = parts ?? {};
      const place = { article, paragraph, under };
      openForm({ key: newKey(), kind, before, ...place, fields: before, advice, leaning, proposal });
    },

    dropProposal(proposal: Proposed): void {
      const next = following(proposal.key);
      without(proposal.key);
      say({ words: 'The proposal is thrown away.', undo: { proposal } });
      if (next) goTo(next);
      else dispatch({ type: 'focus', on: `paragraph ${proposal.paragraph}` });
    },

    bringBack(proposal: Proposed): void {
      dispatch({ type: 'proposed', proposals: [proposal] });
      goTo(proposal);
    },

    async acceptProposal({ key, kind, fields, under, article, paragraph }: Proposed): Promise<void> {
      const form: Form = { key, kind, before: {}, article, paragraph, under, fields };
      const refusal = await send(form, 'as it is', (ref) => {
        const next = following(key);
        without(key);
        if (next) goTo(next);
        else show(ref, form);
      });
      if (!refusal) return;
      // What could not be written as it stands has to be put right by hand.
      openForm(form);
      dispatch({ type: 'refused', key, refusal });
      without(key);
    },
  };
}
