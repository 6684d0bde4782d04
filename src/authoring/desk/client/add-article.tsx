/** Taking in an article: dropped, chosen or pasted; then what has to be asked, of a new text always. */
import { useEffect, useRef, useState } from 'react';
import type { ArticleAdded, ArticleAsks, ArticleRequest, ArticleTried } from '../wire-articles.ts';
import { Offer } from './article-offer.tsx';
import { Questions } from './article-questions.tsx';
import { AskReplace } from './ask-replace.tsx';
import { answered } from './connection.ts';
import { useDesk } from './desk.ts';
import { sendArticle } from './requests.ts';
import { count } from './words.ts';

interface AddArticleProps {
  /** Files that were dropped elsewhere on the page. */
  readonly dropped: readonly File[];
  /** The article that gets a new text. */
  readonly replaces?: string | undefined;
  /** In the middle of an empty page. */
  readonly isFirst?: boolean;
  done(): void;
}

type Content = Pick<ArticleRequest, 'name' | 'content'>;

export function AddArticle({ dropped, replaces, isFirst, done }: AddArticleProps) {
  const { server, act, dispatch } = useDesk();
  const [content, setContent] = useState<Content>();
  const [asks, setAsks] = useState<ArticleAsks>();
  const [tried, setTried] = useState<{ readonly of: ArticleRequest; readonly comes: ArticleTried }>();
  const [problem, setProblem] = useState('');
  const sends = useRef(false);
  const waiting = useRef<readonly File[]>([]);

  /** What would take the place of another text is tried first, and sent again once the author is sure. */
  async function send(wanted: ArticleRequest, isSure = false): Promise<void> {
    if (sends.current) return;
    sends.current = true;
    const request = { ...(replaces !== undefined && { replaces }), ...wanted };
    setProblem('');
    const [answer, takeState] = await answered(
      dispatch,
      sendArticle(request.replaces === undefined || isSure ? request : { ...request, tryOnly: true }),
    );
    sends.current = false;
    takeState();
    if (!answer.ok) return setProblem(answer.refusal.error);
    if (answer.value.status === 'would-replace') return setTried({ of: request, comes: answer.value });
    if (answer.value.status !== 'asks') return finish(answer.value);
    setContent({ content: request.content, ...(request.name !== undefined && { name: request.name }) });
    setAsks(answer.value);
  }

  async function finish(added: ArticleAdded): Promise<void> {
    act.say({ words: wordsOf(added), ...(added.undo !== undefined && { undo: { token: added.undo } }) });
    const [next, ...rest] = waiting.current;
    waiting.current = rest;
    forget();
    if (next) return take(next);
    act.showArticle(added.id);
    done();
  }

  function forget(): void {
    setTried(undefined);
    setAsks(undefined);
    setContent(undefined);
  }

  const take = async (file: File) => {
    const read = await contentOf(file);
    if (read === undefined) return setProblem(`${file.name} cannot be read. Is it still there?`);
    await send({ name: file.name, content: read });
  };

  const takeAll = (files: readonly File[]) => {
    const [first, ...rest] = files;
    waiting.current = rest;
    if (first) void take(first);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each drop is taken once
  useEffect(() => {
    if (dropped.length > 0) takeAll(dropped);
  }, [dropped]);

  return (
    <section className={isFirst ? 'add-article first' : 'add-article'} aria-label="Add an article">
      {tried?.of.replaces !== undefined ? (
        <AskReplace
          article={tried.of.replaces}
          comes={tried.comes}
          replace={() => void send(tried.of, true)}
          cancel={() => {
            forget();
            if (replaces !== undefined) done();
          }}
        />
      ) : asks && content ? (
        <Questions
          key={content.content}
          asks={asks}
          isOurs={server.articles.some(({ ours }) => ours)}
          send={(answers) => void send({ ...content, ...answers })}
          cancel={forget}
        />
      ) : (
        <Offer isReplacing={replaces !== undefined} takeAll={takeAll} paste={(text) => void pasted(text)} />
      )}
      <div role="alert">{problem === '' ? null : <p className="refusal">{problem}</p>}</div>
    </section>
  );

  async function pasted(text: string): Promise<void> {
    const read = await contentOf(new Blob([text]));
    if (read !== undefined) await send({ content: read });
  }
}

const wordsOf = ({ status, paragraphs, notes, moved, toReread }: ArticleAdded): string =>
  [
    status === 'added' ? `${count(paragraphs, 'paragraph')} taken in.` : '',
    status === 'replaced' ? 'The new text has taken the place of the old one.' : '',
    status === 'same' ? 'That is the text that is here already.' : '',
    moved.length === 0 ? '' : `${count(moved.length, 'receipt')} followed their paragraphs.`,
    toReread.length === 0 ? '' : `${count(toReread.length, 'fact')} to be read again.`,
    ...notes,
  ]
    .filter(Boolean)
    .join(' ');

/** In base64; undefined where it cannot be read. */
const contentOf = (file: Blob): Promise<string | undefined> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(',', 2)[1] ?? '');
    reader.onerror = () => done(undefined);
    reader.readAsDataURL(file);
  });
