/** What the program proposes: it stands in no file before somebody has read and accepted it. */
import { isProposal } from '../../format/unwritten.ts';
import { useDesk } from './desk.ts';
import { shownKey } from './desk-state.ts';
import { textIn, wrongIn } from './fields.ts';
import type { Proposed } from './forms.ts';

export function ProposalItem({ proposal }: { readonly proposal: Proposed }) {
  const desk = useDesk();
  const { act, dispatch } = desk;
  const { key, kind, fields } = proposal;
  const isShown = shownKey(desk) === key;
  const wrong = wrongIn(fields).flatMap(({ text }) => (text === '' ? [] : [text]));
  // Only names and numbers, since the words are to be the author's.
  const isToBeWritten = isProposal(textIn(fields, 'fact'));
  return (
    <li className={`entry ${kind} draft`}>
      <div className={isShown ? 'entry-box shown' : 'entry-box'}>
        <button
          type="button"
          className="entry-choose"
          data-focus={key}
          aria-expanded={isShown}
          onClick={() => dispatch({ type: 'choose', chosen: { key } })}
        >
          <span className="kind">
            {kind === 'fact' ? 'Fact' : 'Question'} <span className="tag">Proposal</span>
          </span>
          <span className={`${kind}-text`}>{textIn(fields, kind)}</span>
          {kind === 'question' ? (
            <span className="answers">
              <strong>{textIn(fields, 'right')}</strong>
              {wrong.map((text) => ` · ${text}`).join('')}
            </span>
          ) : null}
        </button>
        {isShown ? (
          <div className="buttons entry-actions">
            {isToBeWritten ? null : (
              <button type="button" className="primary" onClick={() => void act.acceptProposal(proposal)}>
                Accept
              </button>
            )}
            <button
              type="button"
              className={isToBeWritten ? 'primary' : 'plain'}
              onClick={() => act.changeProposal(proposal)}
            >
              {isToBeWritten ? 'Write it' : 'Change'}
            </button>
            <button type="button" className="link" onClick={() => act.dropProposal(proposal)}>
              Throw away
            </button>
          </div>
        ) : null}
      </div>
    </li>
  );
}
