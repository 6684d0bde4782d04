import { describe, expect, it } from 'vitest';
import {
  type DeskState,
  initialState,
  LOOSE,
  looseFacts,
  type PageEvent,
  reduce,
  shownKey,
} from '../../../../src/authoring/desk/client/desk-state.ts';
import {
  changeOf,
  type Form,
  formsAt,
  isUnsaved,
  likelyTopic,
} from '../../../../src/authoring/desk/client/forms.ts';
import type { EntryState, State } from '../../../../src/authoring/desk/wire.ts';

const fact = (id: string, paragraph: number | undefined, hash = 'h1'): EntryState => ({
  ...{ kind: 'fact', id, hash, topic: 'days', draft: false, fields: { fact: `${id}.` }, line: 4 },
  receipts: [{ spot: `leave#${paragraph ?? 99}`, article: 'leave', paragraph }],
  ...{ questions: [], isUnread: false },
});

/** A pack with an article of a headline and two paragraphs; the first of them has the fact `days`. */
function packWith({
  revision = 1,
  facts = [fact('days', 2)],
}: {
  revision?: number;
  facts?: EntryState[];
} = {}) {
  const texts = ['Days off', 'Everybody has 27 days.', 'Storm days come on top.'];
  const state: State = {
    revision,
    folder: 'packs/handbook',
    pack: { id: 'handbook', title: 'Handbook', shownAbout: '', language: 'en', hash: 'h', isBroken: false },
    counts: {
      ...{ facts: 1, questions: 0, drafts: 0, paragraphs: 3, unused: 1 },
      ...{ errors: 0, warnings: 0, notes: 0 },
    },
    articles: [
      {
        ...{ id: 'leave', title: 'Days off', publisher: 'Finch', ours: true, hash: 'h', hasText: true },
        paragraphs: texts.map((text, at) => ({
          ...{ number: at + 1, text, isHeading: at === 0, leftOut: [] },
          facts: facts.flatMap(({ id, receipts }) => (receipts[0]?.paragraph === at + 1 ? [id] : [])),
        })),
      },
    ],
    topics: [{ id: 'days', name: 'Days', facts: 1, questions: 0, isBroken: false }],
    facts,
    ...{ questions: [], listed: [], withdrawn: [], problems: [], findings: [], toReread: [], rules: [] },
    isChecking: false,
  };
  return state;
}

const seen = (...events: readonly PageEvent[]): DeskState => events.reduce(reduce, initialState);

const form: Form = {
  ...{ key: 'fact:days', kind: 'fact', entry: { kind: 'fact', id: 'days', hash: 'h1' } },
  ...{
    before: { fact: 'days.' },
    fields: { fact: 'Everybody has 27 days.' },
    article: 'leave',
    paragraph: 2,
  },
};

describe('the state of the desk', () => {
  it('begins at the first paragraph that is no headline, with its fact at the side', () => {
    const state = seen({ type: 'server', state: packWith() });
    expect(state.chosen).toMatchObject({ article: 'leave', paragraph: 2 });
    expect(shownKey(state)).toBe('fact:days');
  });

  it('takes no state that is older than the one it has, unless the program was started again', () => {
    const state = seen(
      { type: 'server', state: packWith({ revision: 5 }) },
      { type: 'server', state: packWith({ revision: 4, facts: [] }) },
    );
    expect(state.server?.facts).toHaveLength(1);
    const anew = [
      { type: 'greeted', build: 'a' },
      { type: 'server', state: packWith({ revision: 1, facts: [] }) },
    ] satisfies PageEvent[];
    expect(anew.reduce<DeskState>(reduce, state).server?.facts).toEqual([]);
  });

  it('knows that its own code is an old one', () => {
    expect(seen({ type: 'greeted', build: 'a' }, { type: 'greeted', build: 'a' }).isOutdated).toBe(false);
    expect(seen({ type: 'greeted', build: 'a' }, { type: 'greeted', build: 'b' }).isOutdated).toBe(true);
  });

  it('goes to what there is when the article that one reads is taken away', () => {
    const state = seen(
      { type: 'server', state: packWith() },
      { type: 'choose', chosen: { article: 'leave', paragraph: 3 } },
      { type: 'server', state: { ...packWith({ revision: 2, facts: [] }), articles: [] } },
    );
    expect(state.chosen.article).toBeUndefined();
    expect(shownKey(state)).toBeUndefined();
  });

  it('has a place for facts whose receipt leads nowhere', () => {
    const server = packWith({ facts: [fact('days', 2), fact('lost', undefined)] });
    expect(looseFacts(server)).toEqual(['lost']);
    const state = seen(
      { type: 'server', state: server },
      { type: 'choose', chosen: { article: LOOSE, paragraph: 1 } },
    );
    expect(shownKey(state)).toBe('fact:lost');
  });

  it('keeps the place in the text while one is at what is listed', () => {
    const name: Form = {
      ...{ key: 'new:1', kind: 'name', before: {}, fields: { name: 'Nora' }, article: '', paragraph: 0 },
    };
    const state = seen({ type: 'server', state: packWith() }, { type: 'form', form: name });
    expect([state.view, state.list.kind, shownKey(state)]).toEqual(['lists', 'name', 'new:1']);
    const back = reduce(state, { type: 'view', view: 'write' });
    expect([back.chosen.article, shownKey(back)]).toEqual(['leave', 'fact:days']);
  });

  it('shows what is being written before what stands there', () => {
    const fresh: Form = { ...form, key: 'new:1', entry: undefined, before: {} };
    const state = seen({ type: 'server', state: packWith() }, { type: 'form', form: fresh });
    expect(shownKey(state)).toBe('new:1');
    expect(shownKey(reduce(state, { type: 'form-gone', key: 'new:1' }))).toBe('fact:days');
  });
});

describe('an entry that is being written', () => {
  it('is unsaved as soon as something else would be written', () => {
    expect(isUnsaved(form)).toBe(true);
    expect(isUnsaved({ ...form, fields: { fact: 'days. ' } })).toBe(false);
  });

  it('learns that somebody else changed it, and not where the same stands there', () => {
    expect(changeOf(form, packWith()).what).toBe('none');
    const changed = { ...fact('days', 2, 'h2'), fields: { fact: 'Everybody has 30 days.' } };
    expect(changeOf(form, packWith({ facts: [changed] }))).toMatchObject({
      ...{ what: 'changed', theirs: { fact: 'Everybody has 30 days.' }, entry: { hash: 'h2' } },
    });
    expect(changeOf(form, packWith({ facts: [fact('days', 2, 'h2')] })).what).toBe('none');
    expect(changeOf(form, packWith({ facts: [] })).what).toBe('gone');
  });

  it('keeps its place where its fact, its paragraph or its article is taken away', () => {
    const here = { number: 2, facts: ['days'] };
    expect(formsAt([form], packWith(), 'leave', here)).toEqual([]);
    expect(formsAt([form], packWith({ facts: [] }), 'leave', { number: 2, facts: [] })).toEqual([form]);
    const far = { ...form, paragraph: 9 };
    expect(formsAt([far], packWith({ facts: [] }), 'leave', { number: 3, facts: [] })).toEqual([far]);
    const gone = seen(
      { type: 'server', state: packWith() },
      { type: 'form', form },
      { type: 'server', state: { ...packWith({ revision: 2, facts: [] }), articles: [] } },
    );
    expect(gone.chosen.article).toBe('leave');
    expect(shownKey(gone)).toBe('fact:days');
  });

  it('goes to the topic of its article, or to a new one that is called like it', () => {
    expect(likelyTopic(packWith(), 'leave')).toEqual({ id: 'days' });
    expect(likelyTopic({ ...packWith({ facts: [] }), topics: [] }, 'leave')).toEqual({ name: 'Days off' });
  });
});
