/** A numbered paragraph. The chosen one is open: what rests on it, and what can be done with it. */
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import type { ParagraphState } from '../wire.ts';
import { useDesk } from './desk.ts';
import { FactItem } from './entries.tsx';
import { FactForm } from './fact-form.tsx';
import { formsAt } from './forms.ts';
import { LeaveOut } from './leave-out.tsx';
import { ProposalItem } from './proposal-item.tsx';
import { proposalsInOrder } from './proposals.ts';
import { QuestionForm } from './question-form.tsx';
import { count, reasonWords } from './words.ts';

interface ParagraphProps {
  readonly article: string;
  readonly paragraph: ParagraphState;
  readonly questions: number;
  readonly drafts: number;
  /** What the program proposes here, on its own account and on its facts. */
  readonly proposals: number;
  readonly isChosen: boolean;
  choose(number: number, isFocused: boolean): void;
  /** From its number, by the arrow keys. */
  move(by: number | 'first' | 'last'): void;
  write(number: number, marked: string): void;
}

const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

/** Only the chosen one changes while somebody types. */
export const Paragraph = memo(function Paragraph(props: ParagraphProps) {
  const { article, paragraph, questions, drafts, proposals, isChosen, choose, move, write } = props;
  const { number, text, facts, leftOut, isHeading } = paragraph;
  const body = useRef<HTMLParagraphElement>(null);
  const said = [
    facts.length === 0 ? '' : count(facts.length, 'fact'),
    questions === 0 ? '' : count(questions, 'question'),
    drafts === 0 ? '' : count(drafts, 'draft'),
    leftOut.length === 0
      ? ''
      : `Left out: ${leftOut.map(({ reason, what }) => `${lower(reasonWords(reason))} (${what})`).join(', ')}`,
  ].filter(Boolean);
  const classes = [
    'paragraph',
    isChosen ? 'chosen' : '',
    isHeading ? 'heading' : '',
    leftOut.length > 0 ? 'left-out' : '',
    facts.length > 0 ? 'used' : '',
    proposals > 0 ? 'proposed' : '',
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if ((step === undefined && event.key !== 'f') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (step === undefined) write(number, markedIn(body.current));
    else move(step);
  };
  return (
    <li className={classes.filter(Boolean).join(' ')} data-paragraph={number}>
      <button
        type="button"
        className="number"
        data-focus={`paragraph ${number}`}
        tabIndex={isChosen ? 0 : -1}
        aria-expanded={isChosen}
        aria-describedby={`text-${number} said-${number}`}
        onClick={() => choose(number, true)}
        onKeyDown={onKeyDown}
      >
        <span className="unseen">Paragraph </span>
        {number}
      </button>
      <div className="paragraph-body">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the number is the button; this is for hands that point */}
        <p
          ref={body}
          id={`text-${number}`}
          className="paragraph-text"
          onClick={() => (isChosen ? undefined : choose(number, false))}
        >
          {text ?? <em className="soft">The text of this article is not on this machine.</em>}
        </p>
        <p id={`said-${number}`} className="paragraph-said">
          {said.join(' · ')}
          {said.length > 0 && proposals > 0 ? ' · ' : null}
          {proposals === 0 ? null : <span className="tag">{count(proposals, 'proposal')}</span>}
        </p>
        {isChosen ? (
          <OpenParagraph article={article} paragraph={paragraph} body={() => body.current} />
        ) : null}
      </div>
    </li>
  );
});

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

interface OpenProps {
  readonly article: string;
  readonly paragraph: ParagraphState;
  body(): HTMLElement | null;
}

function OpenParagraph({ article, paragraph, body }: OpenProps) {
  const { server, act, forms, proposals } = useDesk();
  const { number, facts, leftOut } = paragraph;
  const [isLeaving, setLeaving] = useState(false);
  const isHere = (one: { readonly article: string; readonly paragraph: number }) =>
    one.article === article && one.paragraph === number;
  return (
    <div className="open-paragraph">
      <ul className="facts">
        {facts.map((id) => {
          const fact = server.facts.find((one) => one.id === id);
          return fact && <FactItem key={id} fact={fact} />;
        })}
        {proposalsInOrder(server, proposals)
          .filter((one) => one.kind === 'fact' && isHere(one))
          .map((one) => (
            <ProposalItem key={one.key} proposal={one} />
          ))}
        {formsAt(forms, server, article, paragraph).map((form) => (
          <li key={form.key} className="entry">
            {form.kind === 'fact' ? <FactForm form={form} /> : <QuestionForm form={form} />}
          </li>
        ))}
      </ul>
      {isLeaving ? (
        <LeaveOut article={article} paragraph={number} done={() => setLeaving(false)} />
      ) : (
        <div className="buttons paragraph-actions">
          <button
            type="button"
            className={facts.length === 0 ? 'primary' : 'plain'}
            // A press would take away the marks in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => act.writeFact(article, number, markedIn(body()))}
          >
            Write a fact
          </button>
          {leftOut.length > 0 ? (
            <button
              type="button"
              className="link"
              onClick={() => void act.perform({ do: 'leave-out', article, paragraph: number, reason: null })}
            >
              Use it after all
            </button>
          ) : facts.length === 0 ? (
            <button type="button" className="link" onClick={() => setLeaving(true)}>
              Leave it out
            </button>
          ) : null}
          <span className="soft hint-inline">
            The receipt is this paragraph, or the words of it that you mark.
          </span>
        </div>
      )}
    </div>
  );
}

/** The words that somebody has marked in the paragraph. */
function markedIn(body: HTMLElement | null): string {
  const selection = getSelection();
  if (!body || !selection || selection.isCollapsed) return '';
  const isInside = body.contains(selection.anchorNode) && body.contains(selection.focusNode);
  return isInside ? selection.toString() : '';
}
