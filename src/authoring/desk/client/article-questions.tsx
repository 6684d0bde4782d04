/** The few questions that the file of an article does not answer itself. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ArticleAsks, ArticleRequest } from '../wire-articles.ts';
import { Check, Input } from './inputs.tsx';
import { count } from './words.ts';

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

export function Questions({
  asks: { found, paragraphs, notes, same },
  isOurs,
  send,
  cancel,
}: QuestionsProps) {
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
            This looks like a new text of “{same.title}”. You are told what becomes of its facts before it is
            replaced.
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
