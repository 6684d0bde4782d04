/** The articles of the pack, with how much of each is used. */
import type { ArticleState } from '../wire.ts';
import { useDesk } from './desk.ts';
import { beginningOf, isUnused, LOOSE, looseFacts, unsavedForms } from './desk-state.ts';
import { count } from './words.ts';

export function Articles({ addArticle }: { addArticle(): void }) {
  const desk = useDesk();
  const { server, chosen, view, dispatch } = desk;
  const loose = looseFacts(server);
  const unsaved = unsavedForms(desk);
  const open = (article: ArticleState) =>
    dispatch({ type: 'choose', chosen: { article: article.id, paragraph: beginningOf(article) } });
  return (
    <nav className="articles" aria-label="Articles">
      <ul>
        {server.articles.map((article) => (
          <li key={article.id}>
            <button
              type="button"
              className="article-choose"
              aria-current={view === 'write' && article.id === chosen.article ? 'true' : undefined}
              onClick={() => open(article)}
            >
              <span className="article-title">{article.title}</span>
              <Use article={article} />
              {unsaved.some((form) => form.article === article.id) ? (
                <span className="tag">Not saved</span>
              ) : null}
            </button>
          </li>
        ))}
        {loose.length === 0 ? null : (
          <li>
            <button
              type="button"
              className="article-choose"
              aria-current={view === 'write' && chosen.article === LOOSE ? 'true' : undefined}
              onClick={() => dispatch({ type: 'choose', chosen: { article: LOOSE, paragraph: 1 } })}
            >
              <span className="article-title">Facts without a place</span>
              <span className="use-words">{count(loose.length, 'fact')}</span>
            </button>
          </li>
        )}
      </ul>
      <button type="button" className="plain add" onClick={addArticle}>
        Add an article
      </button>
    </nav>
  );
}

/** Headings count for nothing: there is nothing in them to use. */
function Use({ article: { paragraphs } }: { readonly article: ArticleState }) {
  const all = paragraphs.filter((one) => !one.isHeading || one.facts.length > 0);
  const used = all.filter(({ facts }) => facts.length > 0).length;
  const rest = all.filter(isUnused).length;
  const share = (number: number) => `${all.length === 0 ? 0 : (number / all.length) * 100}%`;
  return (
    <>
      <svg className="use" width="100%" height="4" aria-hidden="true">
        <rect className="use-all" width="100%" height="4" rx="2" />
        <rect className="use-done" width={share(all.length - rest)} height="4" rx="2" />
        <rect className="use-used" width={share(used)} height="4" rx="2" />
      </svg>
      <span className="use-words">
        {rest === 0 ? 'All used' : `${used} of ${count(all.length, 'paragraph')} used`}
      </span>
    </>
  );
}
