/** Where an article is dropped, chosen or pasted. */
import { type ChangeEvent, type DragEvent, type FormEvent, useId, useRef, useState } from 'react';

interface OfferProps {
  readonly isReplacing: boolean;
  takeAll(files: readonly File[]): void;
  paste(text: string): void;
}

export function Offer({ isReplacing, takeAll, paste }: OfferProps) {
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
          {isReplacing
            ? 'Before anything is replaced you are told what becomes of the facts.'
            : 'A web page, a Markdown file or plain text. Its paragraphs get numbers, and every fact rests on one.'}
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
