/** Taking in an article: dropped, chosen or pasted; then the few questions that the file itself does not answer. */
import { type ChangeEvent, type DragEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { ArticleAdded, ArticleAsks, ArticleRequest } from '../wire.ts';
import { answered } from './connection.ts';
import { useDesk } from './desk.ts';
import { Check, Input } from './inputs.tsx';
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
  const [problem, setProblem] = useState('');
  const sends = useRef(false);
  const waiting = useRef<readonly File[]>([]);

  async function send(request: ArticleRequest): Promise<void> {
    if (sends.current) return;
    sends.current = true;
    setProblem('');
    const [answer, takeState] = await answered(
      dispatch,
      sendArticle({ ...(replaces !== undefined && { replaces }), ...request }),
    );
    sends.current = false;
    takeState();
    if (!answer.ok) return setProblem(answer.refusal.error);
    if (answer.value.status !== 'asks') return finish(answer.value);
    setContent({ content: request.content, ...(request.name !== undefined && { name: request.name }) });
    setAsks(answer.value);
  }

  async function finish(added: ArticleAdded): Promise<void> {
    act.say({ words: wordsOf(added), ...(added.undo !== undefined && { undo: { token: added.undo } }) });
    const [next, ...rest] = waiting.current;
    waiting.current = rest;
    setAsks(undefined);
    setContent(undefined);
    if (next) return take(next);
    act.showArticle(added.id);
    done();
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
      {asks && content ? (
        <Questions
          key={content.content}
          asks={asks}
          isOurs={server.articles.some(({ ours }) => ours)}
          send={(answers) => void send({ ...content, ...answers })}
          cancel={() => {
            setAsks(undefined);
            setContent(undefined);
          }}
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

interface OfferProps {
  readonly isReplacing: boolean;
  takeAll(files: readonly File[]): void;
  paste(text: string): void;
}

function Offer({ isReplacing, takeAll, paste }: OfferProps) {
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    takeAll([...event.dataTransfer.files]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') paste(text);
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    takeAll([...(target.files ?? [])]);
    target.value = '';
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same */}
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <h2>{isReplacing ? 'Drop the new text here' : 'Drop an article here'}</h2>
        <p className="lead">
          A web page, a Markdown file or plain text. Its paragraphs get numbers, and every fact rests on one.
        </p>
        <input
          ref={chooser}
          className="unseen"
          tabIndex={-1}
          type="file"
          aria-label="A file with an article"
          accept=".html,.htm,.md,.markdown,.txt,text/html,text/markdown,text/plain"
          multiple={!isReplacing}
          onChange={choose}
        />
        <button type="button" className="primary" onClick={() => chooser.current?.click()}>
          Choose a file
        </button>
      </div>
      <form className="paste" aria-label="Paste a text" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>Or paste its text</label>
          <textarea id={id} rows={4} value={text} onChange={({ target }) => setText(target.value)} />
        </div>
        <button type="submit" className="plain" aria-disabled={text.trim() === ''}>
          Take this text
        </button>
      </form>
    </>
  );
}

type Answers = Pick<
  ArticleRequest,
  'title' | 'publisher' | 'author' | 'published' | 'url' | 'ours' | 'replaces' | 'another'
>;

interface QuestionsProps {
  readonly asks: ArticleAsks;
  /** What was said of the last one is likely of this. */
  readonly isOurs: boolean;
  send(answers: Answers): void;
  cancel(): void;
}

function Questions({ asks: { found, paragraphs, notes, same }, isOurs, send, cancel }: QuestionsProps) {
  const [title, setTitle] = useState(found.title ?? '');
  const [publisher, setPublisher] = useState(found.publisher ?? '');
  const [published, setPublished] = useState(found.published ?? '');
  const [url, setUrl] = useState(found.url ?? '');
  const [ours, setOurs] = useState(isOurs);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const author = found.author;
    const isAnother = same !== undefined && { another: true };
    send({ title, publisher, published, url, ours, ...(author !== undefined && { author }), ...isAnother });
  };
  return (
    <form ref={form} className="entry-form" aria-label="About the article" onSubmit={submit}>
      <h2>{count(paragraphs, 'paragraph')} to write from</h2>
      {notes.length === 0 ? null : (
        <ul className="lead">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {same === undefined ? null : (
        <section className="refusal" aria-label="You may have this article already">
          <p>
            This looks like a new text of “{same.title}”. Its facts then go along with their paragraphs, and
            what changed is shown to you.
          </p>
          <button type="button" className="primary" onClick={() => send({ replaces: same.id })}>
            It is its new text
          </button>
        </section>
      )}
      <Input label="Its title" value={title} isRequired change={setTitle} />
      <Input
        label="Who published it?"
        hint="A newspaper, a website, your company: its name stands on every receipt."
        value={publisher}
        isRequired
        change={setPublisher}
      />
      <Input label="When? (if you know)" placeholder="2018-05-30" value={published} change={setPublished} />
      <Input
        label="Its address (if it has one)"
        type="url"
        placeholder="https://"
        value={url}
        change={setUrl}
      />
      <Check
        label="It is our own text"
        hint="Receipts may then show its paragraphs, and the text may be shared."
        checked={ours}
        change={setOurs}
      />
      <div className="buttons">
        <button type="submit" className="primary">
          {same === undefined ? 'Take it in' : 'Take it in as another article'}
        </button>
        <button type="button" className="link" onClick={cancel}>
          Another file
        </button>
      </div>
    </form>
  );
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
