/** Facts and the questions under them, as they stand under a paragraph; one of them is chosen and shows what can be done. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { EntryState, QuestionState, Refusal } from '../wire.ts';
import { useDesk } from './desk.ts';
import { shownKey } from './desk-state.ts';
import { FactForm } from './fact-form.tsx';
import { FactWords } from './fact-words.tsx';
import { receiptsIn, textIn, textsIn, wrongIn } from './fields.ts';
import { deniedBy, firstWordsOf, keyOf } from './forms.ts';
import { goThrough } from './go-through.ts';
import { useIsIncomplete } from './notes.ts';
import { ProposalItem } from './proposal-item.tsx';
import { QuestionForm } from './question-form.tsx';
import { count } from './words.ts';

export function FactItem({ fact }: { readonly fact: EntryState }) {
  const desk = useDesk();
  const { act, forms, server, proposals } = desk;
  const key = keyOf(fact);
  const form = forms.find((one) => one.key === key);
  const isShown = shownKey(desk) === key;
  const questions = server.questions.filter((one) => (one.under ?? one.facts[0]) === fact.id);
  const [from] = receiptsIn(fact.fields).flatMap((one) => one.from);
  return (
    <li className={fact.draft ? 'entry fact draft' : 'entry fact'}>
      {form ? (
        <FactForm form={form} />
      ) : (
        <Entry
          entry={fact}
          kindWords="Fact"
          isShown={isShown}
          actions={
            <>
              {fact.draft ? null : (
                <button type="button" className="plain" onClick={() => act.writeQuestion(fact.id)}>
                  Write a question
                </button>
              )}
              <button type="button" className="link" onClick={() => act.change(fact)}>
                Change
              </button>
              {fact.draft ? null : (
                <button type="button" className="link" onClick={() => void act.propose({ fact: fact.id })}>
                  Propose questions on this fact
                </button>
              )}
              <ThrowAway entry={fact} />
              {fact.draft ? (
                <span className="soft hint">Questions can be written on it once it is accepted.</span>
              ) : null}
            </>
          }
        >
          <FactWords text={textIn(fact.fields, 'fact')} />
          {from === undefined ? null : <span className="soft entry-aside">{from} says so</span>}
          {textsIn(fact.fields, 'denied-by').map((id) => (
            <span key={id} className="entry-aside">
              Denied by: {firstWordsOf(server, id)}
            </span>
          ))}
          {deniedBy(server, fact.id).map((id) => (
            <span key={id} className="entry-aside">
              Denies: {firstWordsOf(server, id)}
            </span>
          ))}
        </Entry>
      )}
      <ul className="questions">
        {questions.map((question) => (
          <QuestionItem key={question.id} question={question} />
        ))}
        {proposals
          .filter(({ kind, under }) => kind === 'question' && under === fact.id)
          .map((proposal) => (
            <ProposalItem key={proposal.key} proposal={proposal} />
          ))}
        {forms
          .filter(({ kind, under, entry }) => kind === 'question' && under === fact.id && !entry)
          .map((one) => (
            <li key={one.key} className="entry question">
              <QuestionForm form={one} />
            </li>
          ))}
      </ul>
    </li>
  );
}

export function QuestionItem({ question }: { readonly question: QuestionState }) {
  const desk = useDesk();
  const { act, forms } = desk;
  const key = keyOf(question);
  const form = forms.find((one) => one.key === key);
  if (form)
    return (
      <li className="entry question">
        <QuestionForm form={form} />
      </li>
    );
  const wrong = wrongIn(question.fields).flatMap(({ text }) => (text === '' ? [] : [text]));
  return (
    <li className={question.draft ? 'entry question draft' : 'entry question'}>
      <Entry
        entry={question}
        kindWords="Question"
        isShown={shownKey(desk) === key}
        actions={
          <>
            <button
              type="button"
              className={question.draft ? 'link' : 'plain'}
              onClick={() => act.change(question)}
            >
              Change
            </button>
            {question.draft ? (
              <ThrowAway entry={question} />
            ) : (
              <button type="button" className="link" onClick={() => void act.never(question)}>
                Never ask this
              </button>
            )}
          </>
        }
      >
        <span className="question-text">{textIn(question.fields, 'question')}</span>
        <span className="answers">
          <strong>{textIn(question.fields, 'right')}</strong>
          {wrong.map((text) => ` · ${text}`).join('')}
        </span>
      </Entry>
    </li>
  );
}

interface EntryProps {
  readonly entry: EntryState | QuestionState;
  readonly kindWords: string;
  readonly isShown: boolean;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A button with the text of it, and below it, where it is the chosen one, what can be done. */
function Entry({ entry, kindWords, isShown, actions, children }: EntryProps) {
  const { act, dispatch } = useDesk();
  const key = keyOf(entry);
  const isIncomplete = useIsIncomplete(key);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (goThrough(event, '.facts', '.entry-choose')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const todo = {
      q: () => (entry.kind === 'fact' && !entry.draft ? act.writeQuestion(entry.id) : undefined),
      c: () => act.change(entry),
      a: () => (entry.draft && !isIncomplete ? void act.accept(entry) : undefined),
      n: () => (entry.kind === 'question' && !entry.draft ? void act.never(entry) : undefined),
    }[event.key];
    if (!todo) return;
    event.preventDefault();
    todo();
  };
  return (
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
          {kindWords}
          {entry.draft ? <span className="tag">Draft</span> : null}
          {entry.isUnread ? <span className="tag tag-problem">Not complete</span> : null}
        </span>
        {children}
      </button>
      {isShown ? (
        <div className="buttons entry-actions">
          {entry.draft && !isIncomplete ? (
            <button type="button" className="primary" onClick={() => void act.accept(entry)}>
              Accept
            </button>
          ) : null}
          {actions}
        </div>
      ) : null}
    </div>
  );
}

/** A fact takes the questions under it along, so that is asked first. */
function ThrowAway({ entry }: { readonly entry: EntryState | QuestionState }) {
  const { act } = useDesk();
  const [refusal, setRefusal] = useState<Refusal>();
  const more = refusal?.with?.length ?? 0;
  if (!refusal)
    return (
      <button
        type="button"
        className="link"
        onClick={async () => setRefusal(await act.throwAway(entry, false))}
      >
        Throw away
      </button>
    );
  return (
    <span className="confirm" role="alert">
      {more > 0 ? `${count(more, 'question stands', 'questions stand')} under it. ` : `${refusal.error} `}
      {more > 0 ? (
        <button
          type="button"
          className="plain"
          onClick={async () => setRefusal(await act.throwAway(entry, true))}
        >
          Throw all of it away
        </button>
      ) : null}
      <button type="button" className="link" onClick={() => setRefusal(undefined)}>
        Leave it
      </button>
    </span>
  );
}
