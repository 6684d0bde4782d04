/** Whom and what the pack knows by name: people and organisations, events, disagreements, topics. */
import { useState } from 'react';
import { LISTED_KINDS, type ListedKind } from '../listed-kinds.ts';
import type { Fields } from '../wire.ts';
import { useDesk } from './desk.ts';
import { Input } from './inputs.tsx';
import { ListedForm } from './listed-form.tsx';
import { calledOf, ListedItem } from './listed-item.tsx';
import { Switch } from './switch.tsx';

interface Words {
  readonly label: string;
  readonly what: string;
  readonly add: string;
  readonly none: string;
  readonly fresh: Fields;
}

const WORDS: Readonly<Record<ListedKind, Words>> = {
  name: {
    label: 'Names',
    what: 'People and organisations, also places, books, products. Facts are found by each name, and by what else it is called.',
    add: 'Add a name',
    none: 'Nobody and nothing is listed yet.',
    fresh: { list: 'people' },
  },
  event: {
    label: 'Events',
    what: 'What happened, and when. Facts that are part of an event are found by its name.',
    add: 'Add an event',
    none: 'There is no event yet.',
    fresh: {},
  },
  disagreement: {
    label: 'Disagreements',
    what: 'Facts that cannot all be taken as they stand. People are shown all sides, and none is called right.',
    add: 'Add a disagreement',
    none: 'There is no disagreement yet.',
    fresh: {},
  },
  topic: {
    label: 'Topics',
    what: 'People can ask for a topic, and a channel can leave one out.',
    add: 'Add a topic',
    none: 'There is no topic yet: the first fact makes one.',
    fresh: {},
  },
};

/** So many are taken in at a glance. */
const FEW = 12;

export function Lists() {
  const { server, list, forms, dispatch, act } = useDesk();
  const [sought, setSought] = useState('');
  const { kind } = list;
  const { label, what, add, none, fresh } = WORDS[kind];
  const all = server.listed.filter((one) => one.kind === kind);
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const seen =
    all.length <= FEW
      ? all
      : all.filter((one) => {
          const text = JSON.stringify(Object.values(one.fields)).toLowerCase();
          return (
            words.every((word) => text.includes(word)) || forms.some(({ entry }) => entry?.id === one.id)
          );
        });
  const choose = (next: string) => {
    setSought('');
    const found = LISTED_KINDS.find((one) => one === next) ?? 'name';
    dispatch({ type: 'list', list: { kind: found, key: undefined } });
  };
  const lost = forms.filter((form) => form.kind === kind && !all.some(({ id }) => form.entry?.id === id));
  return (
    <section className="lists" aria-label="Names and events">
      <header className="sheet-head">
        <h2 data-focus="view lists" tabIndex={-1}>
          Names and events
        </h2>
        <Switch
          label="Which list"
          choices={LISTED_KINDS.map((name) => ({ name, label: WORDS[name].label }))}
          chosen={kind}
          choose={choose}
        />
        <p className="lead">{what}</p>
      </header>
      <div className="buttons">
        <button
          type="button"
          className="plain"
          data-focus={`add ${kind}`}
          onClick={() => act.writeListed(kind, fresh)}
        >
          {add}
        </button>
      </div>
      {all.length > FEW ? <Input label="Find" value={sought} change={setSought} /> : null}
      {all.length === 0 ? <p className="lead">{none}</p> : null}
      {all.length > 0 && seen.length === 0 ? <p className="lead">None of them has these words.</p> : null}
      <ul className="facts" aria-label={label}>
        {lost.map((form) => (
          <li key={form.key} className="entry fact">
            <ListedForm form={form} />
          </li>
        ))}
        {seen
          .toSorted((a, b) => calledOf(a).localeCompare(calledOf(b)) * (kind === 'name' ? 1 : 0))
          .map((one) => (
            <ListedItem key={one.id} listed={one} />
          ))}
      </ul>
    </section>
  );
}
