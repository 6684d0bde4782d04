/** Before a text takes the place of another: what becomes of the facts that rest on it. */
import { useEffect, useRef } from 'react';
import type { ArticleTried } from '../wire-articles.ts';
import { ChangedText } from './changed-text.tsx';
import { useDesk } from './desk.ts';
import { textIn } from './fields.ts';
import { count } from './words.ts';

interface AskReplaceProps {
  /** Its id. */
  readonly article: string;
  readonly comes: ArticleTried;
  replace(): void;
  cancel(): void;
}

export function AskReplace({ article, comes, replace, cancel }: AskReplaceProps) {
  const { server } = useDesk();
  const there = server.articles.find(({ id }) => id === article);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { paragraphs, notes, follow, toReread, countAgain } = comes;
  return (
    <section className="ask-replace" aria-label="Replace the text?">
      <h2 ref={heading} tabIndex={-1}>
        Replace the text of “{there?.title ?? article}”?
      </h2>
      <ul className="ask-list">
        <li>
          It has {count(there?.paragraphs.length ?? 0, 'paragraph')} now, and would have {paragraphs}.
        </li>
        {follow === 0 ? null : (
          <li>{count(follow, 'receipt')} would go along with their paragraphs, which stand elsewhere.</li>
        )}
        {toReread.length === 0 ? (
          <li>No fact rests on a paragraph that says something else.</li>
        ) : (
          <li>
            {count(toReread.length, 'fact rests', 'facts rest')} on a paragraph that says something else. They
            stay as they are, and are shown to you to be read again:
            <ul className="ask-list">
              {toReread.map(({ fact, says, was }) => {
                const entry = server.facts.find(({ id }) => id === fact);
                return (
                  <li key={fact}>
                    <strong>{entry ? textIn(entry.fields, 'fact') : fact}</strong>{' '}
                    <span className="soft">
                      {says === undefined ? (
                        'Nothing would be left of its paragraph.'
                      ) : (
                        <>
                          New: <ChangedText was={was} says={says} />
                        </>
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        )}
        {countAgain.length === 0 ? null : (
          <li>
            {count(countAgain.length, 'paragraph')} that you left out would say something else, and count
            again.
          </li>
        )}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className="soft">
        “Undo” cannot take this back. To go back, put the old text in again in the same way: the facts go back
        to their paragraphs
        {countAgain.length === 0 ? '' : ', and what counts again is left out again by hand'}. The program
        keeps the old text, too.
      </p>
      <div className="buttons">
        <button type="button" className="primary" onClick={replace}>
          Replace the text
        </button>
        <button type="button" className="link" onClick={cancel}>
          Leave it as it is
        </button>
      </div>
    </section>
  );
}
