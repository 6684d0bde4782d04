/** One of a list; the one that is chosen shows what can be done with it. */
import { type KeyboardEvent, useState } from 'react';
import { CALLED } from '../listed-kinds.ts';
import type { Refusal } from '../wire.ts';
import type { ListedState } from '../wire-listed.ts';
import { useDesk } from './desk.ts';
import { shownKey } from './desk-state.ts';
import { sidesIn, textIn, textsIn } from './fields.ts';
import { keyOf } from './forms.ts';
import { goThrough } from './go-through.ts';
import { ListedForm } from './listed-form.tsx';
import { RefusalWords } from './refusal.tsx';
import { count, NAME_LISTS } from './words.ts';

export const calledOf = ({ kind, fields }: Pick<ListedState, 'kind' | 'fields'>): string =>
  textIn(fields, CALLED[kind]);

export function ListedItem({ listed }: { readonly listed: ListedState }) {
  const desk = useDesk();
  const { act, forms, dispatch } = desk;
  const { kind, fields } = listed;
  const key = keyOf(listed);
  const form = forms.find((one) => one.key === key);
  const isShown = shownKey(desk) === key;
  if (form)
    return (
      <li className="entry fact">
        <ListedForm form={form} />
      </li>
    );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (goThrough(event, '.lists', '.entry-choose')) return;
    if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act.change(listed);
  };
  const details = detailsOf(listed);
  return (
    <li className="entry fact">
      <div className={isShown ? 'entry-box shown' : 'entry-box'}>
        <button
          type="button"
          className="entry-choose"
          data-focus={key}
          aria-expanded={isShown}
          onClick={() => dispatch({ type: 'list', list: { kind, key } })}
          onKeyDown={onKeyDown}
        >
          <span className="kind">
            {kindOf(listed)}
            {fields.minor === 'true' ? <span className="tag">A child</span> : null}
            {fields.invented === 'true' ? <span className="tag">Made up</span> : null}
          </span>
          <span className="fact-text">{calledOf(listed)}</span>
          {details.map((words) => (
            <span key={words} className="entry-aside">
              {words}
            </span>
          ))}
          <span className="entry-aside">{factWords(listed)}</span>
        </button>
        {isShown ? (
          <div className="buttons entry-actions">
            <button type="button" className="plain" onClick={() => act.change(listed)}>
              Change
            </button>
            <Delete listed={listed} />
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** “A work: a book, a film” → “work”; of an event: its day. */
function kindOf({ kind, fields }: ListedState): string {
  if (kind !== 'name') return textIn(fields, 'when');
  const words = NAME_LISTS.find(([list]) => list === fields.list)?.[1] ?? '';
  return words.replace(/^An? |:.*$/g, '');
}

function detailsOf({ kind, fields }: ListedState): readonly string[] {
  if (kind === 'disagreement') return sidesIn(fields).map(({ says }) => says);
  const aliases = textsIn(fields, 'aliases').join(', ');
  return aliases === '' ? [] : [`also ${aliases}`];
}

const factWords = ({ kind, facts }: ListedState): string => {
  if (kind === 'disagreement') return `Between ${count(facts, 'fact')}`;
  return facts === 0 ? 'No fact yet' : count(facts, 'fact');
};

/** Where facts name it, that is said first. */
function Delete({ listed }: { readonly listed: ListedState }) {
  const { act } = useDesk();
  const [refusal, setRefusal] = useState<Refusal>();
  const { kind, id, hash, fields: _ } = listed;
  const run = async (fromAll: boolean) => setRefusal(await act.unlist({ kind, id, hash }, fromAll));
  const others = refusal?.with ?? [];
  if (!refusal)
    return (
      <button type="button" className="link" onClick={() => void run(false)}>
        Delete
      </button>
    );
  return (
    <div className="confirm" role="alert">
      <RefusalWords refusal={refusal} />
      {others.length === 0 ? null : (
        <ul className="in-use">
          {others.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {others.length > 0 && kind !== 'topic' ? (
        <button type="button" className="plain" onClick={() => void run(true)}>
          Take it out of these, and delete it
        </button>
      ) : null}
      <button type="button" className="link" onClick={() => setRefusal(undefined)}>
        Leave it
      </button>
    </div>
  );
}
