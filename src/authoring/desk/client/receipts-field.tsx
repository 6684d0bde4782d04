/** Where a fact stands: the paragraph it was written at, and others that say the same. */
import { useState } from 'react';
import { useDesk } from './desk.ts';
import { receiptsIn, withReceipts } from './fields.ts';
import type { Form } from './forms.ts';
import { Input, Select } from './inputs.tsx';
import type { FieldNotes } from './notes.ts';

export function ReceiptsField({ form, notes }: { readonly form: Form; readonly notes: FieldNotes }) {
  const { act } = useDesk();
  const [isAdding, setAdding] = useState(false);
  const { key, fields } = form;
  const lines = receiptsIn(fields);
  return (
    <fieldset className="field receipts" aria-describedby={notes.describedBy}>
      <legend>Its receipt</legend>
      <ul>
        {lines.map(({ spot }) => (
          <li key={spot} className="receipt">
            <SpotWords spot={spot} />
            {lines.length > 1 ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  act.type(
                    key,
                    withReceipts(
                      fields,
                      lines.filter((one) => one.spot !== spot),
                    ),
                  )
                }
              >
                Take out
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <Another form={form} done={() => setAdding(false)} />
      ) : (
        <button type="button" className="link" data-focus={`${key} receipt`} onClick={() => setAdding(true)}>
          {lines.length === 0 ? 'Choose the paragraph' : 'Another paragraph says it too'}
        </button>
      )}
    </fieldset>
  );
}

function SpotWords({ spot }: { readonly spot: string }) {
  const { server } = useDesk();
  const [article = '', place = ''] = spot.split(/#(.*)/s);
  const title = server.articles.find(({ id }) => id === article)?.title ?? article;
  const words = /^\d+$/.test(place) ? `Paragraph ${place}` : `“${place.slice(1, -1)}”`;
  return (
    <span>
      {words} <span className="soft">of {title}</span>
    </span>
  );
}

function Another({ form, done }: { readonly form: Form; done(): void }) {
  const { act, server } = useDesk();
  const [article, setArticle] = useState(form.article);
  const [paragraph, setParagraph] = useState('');
  const there = server.articles.find(({ id }) => id === article);
  const text = there?.paragraphs.find(({ number }) => String(number) === paragraph.trim());
  const add = () => {
    if (!text) return;
    const lines = receiptsIn(form.fields);
    const spot = `${article}#${text.number}`;
    if (!lines.some((one) => one.spot === spot))
      act.type(form.key, withReceipts(form.fields, [...lines, { spot, from: [] }]));
    done();
  };
  return (
    <div
      className="another"
      data-unadded={paragraph === '' ? '' : `Paragraph ${paragraph} is not added to the receipt yet.`}
    >
      <Select
        label="Article"
        value={article}
        choices={server.articles.map(({ id, title }) => [id, title] as const)}
        change={setArticle}
      />
      <Input
        label="Number of the paragraph"
        value={paragraph}
        hint={text?.text?.slice(0, 80) ?? (there ? `1 to ${there.paragraphs.length}` : undefined)}
        change={setParagraph}
      />
      <div className="buttons">
        <button type="button" className="plain" aria-disabled={!text} onClick={add}>
          Add it
        </button>
        <button type="button" className="link" onClick={done}>
          Cancel
        </button>
      </div>
    </div>
  );
}
