/** The text in the middle: an article as numbered paragraphs, or the facts that stand in none. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ArticleState } from '../wire.ts';
import { ArticleDetails } from './article-details.tsx';
import { useDesk } from './desk.ts';
import { factsAt, isUnused, LOOSE } from './desk-state.ts';
import { FactItem } from './entries.tsx';
import { FactForm } from './fact-form.tsx';
import { formsAt } from './forms.ts';
import { NeverAsked } from './never-asked.tsx';
import { Paragraph } from './paragraph.tsx';
import { ProposalSteps } from './proposal-item.tsx';
import { proposalsInOrder } from './proposals.ts';
import { QuestionForm } from './question-form.tsx';
import { Reread } from './reread.tsx';
import { count } from './words.ts';

export function Article({ replaceText }: { replaceText(): void }) {
  const { server, chosen } = useDesk();
  const article = server.articles.find(({ id }) => id === chosen.article);
  if (article) return <Sheet key={article.id} article={article} replaceText={replaceText} />;
  return chosen.article === undefined ? null : <LooseFacts article={chosen.article} />;
}

/** `article` is one that somebody took away while there was something to write on it. */
function LooseFacts({ article }: { readonly article: string }) {
  const { server, forms } = useDesk();
  const facts = factsAt(server, { article: LOOSE, paragraph: 1 });
  return (
    <section className="sheet" aria-label="Facts without a place">
      <header className="sheet-head">
        <h2>Facts without a place</h2>
        <p className="lead">
          Their receipts lead to no paragraph that is here. Change them, and choose the paragraph.
        </p>
      </header>
      <ul className="facts">
        {server.facts
          .filter(({ id }) => facts.includes(id))
          .map((fact) => (
            <FactItem key={fact.id} fact={fact} />
          ))}
        {formsAt(forms, server, article, { number: 1, facts }).map((form) => (
          <li key={form.key} className="entry">
            {form.kind === 'fact' ? <FactForm form={form} /> : <QuestionForm form={form} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sheet({ article, replaceText }: { readonly article: ArticleState; replaceText(): void }) {
  const { server, chosen, unusedOnly, forms, proposals, act, dispatch } = useDesk();
  const [isChanging, setChanging] = useState(false);
  const unused = article.paragraphs.filter(isUnused);
  /** What was just used stays until one goes on: whoever saved a fact wants to see it. */
  const isBusy = (number: number) =>
    number === chosen.paragraph ||
    forms.some((one) => one.article === article.id && one.paragraph === number);
  const shown = unusedOnly
    ? article.paragraphs.filter((one) => isUnused(one) || isBusy(one.number))
    : article.paragraphs;
  const counts = useMemo(() => countsOf(server.questions, server.facts), [server.questions, server.facts]);

  const proposed = useMemo(() => proposalsInOrder(server, proposals), [server, proposals]);
  const proposedAt = (number: number) =>
    proposed.filter((one) => one.article === article.id && one.paragraph === number).length;

  const keepInPlace = useKeptPlace(chosen.paragraph);
  const choose = useCallback(
    (paragraph: number, isFocused: boolean) => {
      keepInPlace(paragraph);
      dispatch({
        type: 'choose',
        chosen: { article: article.id, paragraph },
        ...(isFocused && { focus: `paragraph ${paragraph}` }),
      });
    },
    [article.id, dispatch, keepInPlace],
  );
  const filter = () => {
    dispatch({ type: 'unused-only', on: !unusedOnly });
    const [first] = unused;
    if (!unusedOnly && first) choose(first.number, false);
  };
  const numbers = shown.map(({ number }) => number).join();
  const move = useCallback(
    (by: number | 'first' | 'last') => {
      const all = numbers.split(',').map(Number);
      const at = all.indexOf(chosen.paragraph);
      const next = by === 'first' ? all[0] : by === 'last' ? all.at(-1) : all[at === -1 ? 0 : at + by];
      if (next !== undefined) choose(next, true);
    },
    [numbers, chosen.paragraph, choose],
  );
  const write = useCallback(
    (paragraph: number, marked: string) => act.writeFact(article.id, paragraph, marked),
    [act, article.id],
  );
  // One of them can always be reached by Tab.
  const current = shown.some(({ number }) => number === chosen.paragraph)
    ? chosen.paragraph
    : shown[0]?.number;

  return (
    <section className="sheet" aria-label={article.title}>
      <header className="sheet-head">
        <h2>{article.title}</h2>
        <p className="lead">
          {[article.publisher, article.author].filter(Boolean).join(' · ')}
          {article.published ? (
            <>
              {' · '}
              <span className="whole">{article.published}</span>
            </>
          ) : null}
          {article.ours ? <span className="tag">Our own text</span> : null}
        </p>
        <div className="buttons">
          <button type="button" className="plain" onClick={() => void act.propose({ article: article.id })}>
            Propose facts for this article
          </button>
          <button type="button" className="link" onClick={replaceText}>
            Put in a new text
          </button>
          <button
            type="button"
            className="link"
            aria-expanded={isChanging}
            onClick={() => setChanging(!isChanging)}
          >
            About the article
          </button>
        </div>
        {proposed.length === 0 ? null : <ProposalSteps number={proposed.length} />}
        {isChanging ? <ArticleDetails article={article} done={() => setChanging(false)} /> : null}
        <button type="button" className="filter" aria-pressed={unusedOnly} onClick={filter}>
          <span className="filter-box" aria-hidden="true" /> Show only paragraphs that nobody used
          <span className="soft"> {unused.length === 0 ? 'None' : unused.length}</span>
        </button>
      </header>
      <Reread article={article} />
      {unusedOnly && unused.length === 0 ? (
        <p className="all-used">
          Every paragraph has a fact, or a reason why not.{' '}
          <button type="button" className="link" onClick={() => dispatch({ type: 'unused-only', on: false })}>
            Show the whole text
          </button>
        </p>
      ) : null}
      <ol className="paragraphs" aria-label="Paragraphs">
        {shown.map((paragraph) => (
          <Paragraph
            key={paragraph.number}
            article={article.id}
            paragraph={paragraph}
            questions={sum(paragraph.facts, counts.questions)}
            drafts={sum(paragraph.facts, counts.drafts)}
            proposals={proposedAt(paragraph.number)}
            isChosen={paragraph.number === current}
            choose={choose}
            move={move}
            write={write}
          />
        ))}
      </ol>
      {article.hasText ? null : (
        <p className="lead">
          {count(article.paragraphs.length, 'paragraph')}, without their text: it belongs to somebody else and
          is not part of this folder. Press “Put in a new text” and choose the article’s file to see it.
        </p>
      )}
      <NeverAsked />
    </section>
  );
}

/** Where another paragraph closes, the one that was chosen stays under the hand, and never under the line at the top. */
function useKeptPlace(chosen: number): (paragraph: number) => void {
  const before = useRef<{ readonly element: Element; readonly top: number }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured again once another one is open
  useLayoutEffect(() => {
    if (!before.current) return;
    const { element, top } = before.current;
    before.current = undefined;
    const { bottom } = document.querySelector('.top')?.getBoundingClientRect() ?? { bottom: 0 };
    scrollBy({ top: element.getBoundingClientRect().top - Math.max(top, bottom), behavior: 'instant' });
  }, [chosen]);
  return useCallback((paragraph) => {
    const element = document.querySelector(`[data-paragraph="${paragraph}"]`);
    if (element) before.current = { element, top: element.getBoundingClientRect().top };
  }, []);
}

const sum = (ids: readonly string[], counts: ReadonlyMap<string, number>): number =>
  ids.reduce((total, id) => total + (counts.get(id) ?? 0), 0);

/** By fact: its questions, and how many drafts there are among it and them. */
function countsOf(
  questions: ReturnType<typeof useDesk>['server']['questions'],
  facts: ReturnType<typeof useDesk>['server']['facts'],
) {
  const under = Map.groupBy(questions, (one) => one.under ?? one.facts[0] ?? '');
  return {
    questions: new Map([...under].map(([id, all]) => [id, all.filter(({ draft }) => !draft).length])),
    drafts: new Map(
      facts.map(({ id, draft }) => [
        id,
        (draft ? 1 : 0) + (under.get(id) ?? []).filter((one) => one.draft).length,
      ]),
    ),
  };
}
