/** The id of what was given none: questions and rounds in the database refer to it across releases. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../../../src/authoring/format/slug.ts';
import { type Files, lockOf, packOf, SMALL, withLock } from './small-pack.ts';

const SUBJECTS = ['Mara Quill', 'Ada Stone', 'The boat', 'A whale', 'The tide'];
const VERBS = ['brought', 'took', 'painted', 'sold', 'lost', 'found', 'counted', 'burned'];
const OBJECTS = [
  'nine oars',
  'a lamp',
  'two sails',
  'the old ledger',
  'a bell',
  'forty herrings',
  'an anchor',
];
const PLACES = ['in Coldharrow', 'at the pier', 'behind the smithy', 'on the grey rock', 'under the bridge'];

/** Facts that read much alike, as those of one topic do. */
const FACTS = SUBJECTS.flatMap((subject) =>
  VERBS.flatMap((verb) =>
    OBJECTS.flatMap((thing) => PLACES.map((place) => `${subject} ${verb} ${thing} ${place}.`)),
  ),
);

const packOfFacts = (facts: readonly string[], lock?: string): Files => ({
  ...SMALL,
  'topics/boats.yaml': `topic: Boats\nentries:\n${facts.map((fact) => `  - fact: ${fact}\n    receipt: gazette#1\n`).join('')}`,
  ...(lock === undefined ? {} : { 'pack.lock.json': lock }),
});

/** Ids by text, and the lock as it is afterwards. */
function idsOf(facts: readonly string[], lock?: string) {
  const files = packOfFacts(facts, lock);
  const next = lockOf(files);
  const { claims } = packOf({ ...files, 'pack.lock.json': next });
  const told = claims.filter(({ topic }) => topic === 'boats');
  return { ids: new Map(told.map(({ id, text }) => [text, id])), lock: next };
}

/** Texts by id, and the lock as it is afterwards. */
function questionIds(prompts: readonly string[], lock?: string) {
  const written = prompts.map(
    (prompt) =>
      `  - question: ${prompt}\n    right: Mara Quill\n    wrong: [Ada Stone, Nora Quill, Zoë Café]\n`,
  );
  const files = {
    ...SMALL,
    'topics/boats.yaml': `topic: Boats\nentries:\n  - fact: Mara Quill brought a boat in.\n    receipt: gazette#1\n${written.join('')}`,
    ...(lock === undefined ? {} : { 'pack.lock.json': lock }),
  };
  const next = lockOf(files);
  const { questions } = packOf({ ...files, 'pack.lock.json': next });
  return {
    ids: new Map(
      questions.flatMap(({ id, prompt }) => (prompts.includes(prompt) ? [[id, prompt] as const] : [])),
    ),
    lock: next,
  };
}

const someFacts = fc.shuffledSubarray(FACTS, { minLength: 3, maxLength: 12 });

describe('an id', () => {
  it.each([
    ['The Lamp & Ledger', 'the-lamp-ledger'],
    ['Où est l’été ?', 'ou-est-lete'],
    ['Die große Straße', 'die-grosse-strasse'],
    [
      'One word that is far longer than any id ought to be in the end',
      'one-word-that-is-far-longer-than-any-id-ought-to',
    ],
  ])('of “%s” is %s', (text, id) => {
    expect(slugOf(text)).toBe(id);
  });

  it('of a text without Latin letters is none of words, and always the same', () => {
    expect(slugOf('灯台')).toMatch(/^x[0-9a-f]{10}$/);
    expect(slugOf('灯台')).toBe(slugOf('灯台'));
    expect(slugOf('灯台')).not.toBe(slugOf('港'));
  });

  it('is an id of its own where two facts begin alike', () => {
    const long = 'Mara Quill brought a boat in through the storm of the long night';
    const { ids } = idsOf([`${long} and left.`, `${long} and stayed.`]);
    const [first = '', second] = ids.values();
    expect(second).toBe(`${first}-2`);
  });

  it('is kept for ever once it is typed, whatever the words are', () => {
    const files = {
      ...SMALL,
      'topics/boats.yaml':
        SMALL['topics/boats.yaml']?.replace('Ada Stone said that no boat came to', 'Nobody saw') ?? '',
    };
    expect(packOf(withLock({ ...files, 'pack.lock.json': lockOf(SMALL) })).claims[1]).toMatchObject({
      id: 'no-boat',
      text: 'Nobody saw Coldharrow.',
    });
  });

  it('of a question follows its wording as well', () => {
    const lock = lockOf(SMALL);
    const reworded =
      SMALL['topics/boats.yaml']?.replace('Who brought a boat in?', 'Who brought the boat in?') ?? '';
    const files = { ...SMALL, 'topics/boats.yaml': reworded, 'pack.lock.json': lock };
    expect(packOf(files).questions[0]).toMatchObject({ id: 'who-brought-a-boat-in' });
  });
});

describe('ids that the lock knows', () => {
  it('stay with their facts in whatever order these are put', () => {
    fc.assert(
      fc.property(
        someFacts.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
        ),
        ([facts, shuffled]) => {
          const before = idsOf(facts);
          const after = idsOf(shuffled, before.lock);
          for (const fact of facts) expect(after.ids.get(fact)).toBe(before.ids.get(fact));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stay with a fact of which one word was changed, and with all the others', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), fc.nat(), (facts, which, where) => {
        const before = idsOf(facts);
        const old = facts[which % facts.length] ?? '';
        const words = old.split(' ');
        const changed = words.with(where % words.length, 'zigzag').join(' ');
        const after = idsOf(
          facts.map((fact) => (fact === old ? changed : fact)),
          before.lock,
        );
        expect(after.ids.get(changed)).toBe(before.ids.get(old));
        for (const fact of facts) if (fact !== old) expect(after.ids.get(fact)).toBe(before.ids.get(fact));
      }),
      { numRuns: 40 },
    );
  });

  it('stay with the others where facts are taken out and new ones put in, and no new one takes that of another', () => {
    fc.assert(
      fc.property(someFacts, someFacts, fc.nat({ max: 3 }), (facts, others, gone) => {
        const before = idsOf(facts);
        const fresh = others.filter((fact) => !facts.includes(fact));
        const kept = facts.slice(gone);
        const after = idsOf([...fresh, ...kept], before.lock);
        for (const fact of kept) expect(after.ids.get(fact)).toBe(before.ids.get(fact));
        expect(new Set(after.ids.values()).size).toBe(fresh.length + kept.length);
      }),
      { numRuns: 40 },
    );
  });

  it('stay with the fact that was reworded where one much like it is put above it', () => {
    const { ids, lock } = idsOf(['Mara Quill sold a lamp at the pier.']);
    const after = idsOf(
      ['Ada Stone lost a lamp at the pier.', 'Mara Quill sold one lamp at the pier.'],
      lock,
    );
    expect(after.ids.get('Mara Quill sold one lamp at the pier.')).toBe([...ids.values()][0]);
  });

  it('stay in their order with facts that read the same, whose receipts differ', () => {
    const { lock } = idsOf(['The tide took a bell.', 'The tide took a bell.']);
    expect(idsOf(['The tide took a bell.', 'The tide took a bell.'], lock).lock).toBe(lock);
  });

  it('are not given to another fact once their own is gone', () => {
    const { lock } = idsOf(['The tide took a bell.', 'A whale.']);
    const { ids } = idsOf(['A whale came at last and would not leave again.'], lock);
    expect([...ids.values()]).toEqual(['a-whale-came-at-last-and-would-not-leave-again']);
  });

  it.each([
    ['How many tins of tuna does everybody have?', 'How many days of leave does everybody have?'],
    ['Who was the cook of the inn at the pier?', 'Who was the owner of the boat at the pier?'],
    ['Where did Ada Stone lose a lamp?', 'Where did Mara Quill lose a lamp?'],
    ['What happened in 1962?', 'What happened in 1948?'],
  ])('are not given to “%s”, which shares hardly more than its form with “%s”', (added, removed) => {
    expect([...questionIds([added], questionIds([removed]).lock).ids.keys()]).toEqual([slugOf(added)]);
  });

  it('stay with a question that is asked in another form', () => {
    const { lock } = questionIds(['Who brought the lamp to Coldharrow?']);
    const reworded = 'Who was it that brought a lamp to Coldharrow?';
    expect(questionIds([reworded], lock).ids.get('who-brought-the-lamp-to-coldharrow')).toBe(reworded);
  });

  it('stay with the question that was reworded in its place where one as much like it is added elsewhere', () => {
    const [first, second] = ['Who sold the bell?', 'Who painted the anchor behind the smithy?'];
    const { lock } = questionIds([first, second]);
    const reworded = 'Who painted the anchor behind the smithy wall?';
    const added = 'Who painted the anchor behind the smithy door?';
    const { ids } = questionIds([added, first, reworded], lock);
    expect(ids.get(slugOf(second))).toBe(reworded);
  });
});
