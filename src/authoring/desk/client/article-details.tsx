/** What is known of an article besides its text. */
import { type FormEvent, useState } from 'react';
import type { ArticleState } from '../wire.ts';
import { useDesk } from './desk.ts';
import { Check, Input } from './inputs.tsx';

interface ArticleDetailsProps {
  readonly article: ArticleState;
  done(): void;
}

export function ArticleDetails({ article, done }: ArticleDetailsProps) {
  const { act } = useDesk();
  const { id, hash } = article;
  const [typed, setTyped] = useState({
    title: article.title,
    publisher: article.publisher,
    author: article.author ?? '',
    published: article.published ?? '',
    url: article.url ?? '',
    ours: article.ours,
  });
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refusal = await act.perform({ do: 'article', id, hash, ...typed });
    if (!refusal) done();
  };
  return (
    <form className="entry-form" aria-label="About the article" onSubmit={submit}>
      <Input label="Title" value={typed.title} isRequired change={(title) => set({ title })} />
      <Input
        label="Who published it?"
        value={typed.publisher}
        isRequired
        change={(publisher) => set({ publisher })}
      />
      <Input label="Who wrote it?" value={typed.author} change={(author) => set({ author })} />
      <Input
        label="When?"
        hint="2018, 2018-05 or 2018-05-30. Empty where nobody knows."
        value={typed.published}
        change={(published) => set({ published })}
      />
      <Input
        label="Its address"
        hint="Receipts then link to it."
        type="url"
        value={typed.url}
        change={(url) => set({ url })}
      />
      <Check
        label="It is our own text"
        hint="Receipts may then show its paragraphs."
        checked={typed.ours}
        change={(ours) => set({ ours })}
      />
      <div className="buttons">
        <button type="submit" className="primary">
          Save
        </button>
        <button type="button" className="link" onClick={done}>
          Cancel
        </button>
      </div>
    </form>
  );
}
