/** What the program proposes: it stands in no file before somebody has read and accepted it. */
import type { KeyboardEvent } from 'react';
import { proposalParts } from '../../format/unwritten.ts';
import { useDesk } from './desk.ts';
import { shownKey } from './desk-state.ts';
import { FactWords } from './fact-words.tsx';
import { textIn, wrongIn } from './fields.ts';
import type { Proposed } from './forms.ts';
import { goThrough } from './go-through.ts';
import { count } from './words.ts';

export function ProposalItem({ proposal }: { readonly proposal: Proposed }) {
  const desk = useDesk();
  const { act, dispatch } = desk;
  const { key, kind, fields } = proposal;
  const isShown = shownKey(desk) === key;
  const wrong = wrongIn(fields).flatMap(({ text }) => (text === '' ? [] : [text]));
  const parts = proposalParts(textIn(fields, 'fact'));
  const accept = () => void act.acceptProposal(proposal);
  const change = () => act.changeProposal(proposal);
  const drop = () => act.dropProposal(proposal);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (goThrough(event, '.facts', '.entry-choose')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const todo = { a: parts ? undefined : accept, c: change, Delete: drop }[event.key];
    if (!todo) return;
    event.preventDefault();
    todo();
  };
  return (
    <li className={`entry ${kind} draft`}>
      <div className={isShown ? 'entry-box shown' : 'entry-box'}>
        <button
          type="button"
          className="entry-choose"
          data-focus={key}
          aria-expanded={isShown}
          onClick={() => dispatch({ type: 'choose', chosen: { key } })}
          onKeyDown={onKeyDown}
        >
          <span className="kind">
            {kind === 'fact' ? 'Fact' : 'Question'} <span className="tag">Proposal</span>
          </span>
          {kind === 'fact' ? (
            <FactWords text={textIn(fields, 'fact')} />
          ) : (
            <>
              <span className="question-text">{textIn(fields, 'question')}</span>
              <span className="answers">
                <strong>{textIn(fields, 'right')}</strong>
                {wrong.map((text) => ` · ${text}`).join('')}
              </span>
            </>
          )}
        </button>
        {isShown ? (
          <div className="buttons entry-actions">
            {parts ? null : (
              <button type="button" className="primary" onClick={accept}>
                Accept
              </button>
            )}
            <button type="button" className={parts ? 'primary' : 'plain'} onClick={change}>
              {parts?.rest === '' ? 'Write it' : 'Change'}
            </button>
            <button type="button" className="link" onClick={drop}>
              Throw away
            </button>
            {parts ? <span className="soft hint">It can be accepted once that is done.</span> : null}
            <Steps />
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Steps() {
  const { act, proposals } = useDesk();
  if (proposals.length < 2) return null;
  return (
    <span className="steps">
      <button type="button" className="link" onClick={() => act.stepProposals(-1)}>
        Previous<span className="unseen"> proposal</span>
      </button>
      <button type="button" className="link" aria-keyshortcuts="P" onClick={() => act.stepProposals(1)}>
        Next<span className="unseen"> proposal</span>
      </button>
    </span>
  );
}

/** Above the text: that something is proposed, wherever in the pack it stands. */
export function ProposalSteps({ number }: { readonly number: number }) {
  const { act } = useDesk();
  return (
    <p className="proposals">
      {count(number, 'proposal')} to read.{' '}
      <button type="button" className="link" aria-keyshortcuts="P" onClick={() => act.stepProposals(1)}>
        Go to the next one
      </button>
    </p>
  );
}
