/** What is being written is shown as people would get it, and judged in the whole pack, however little of it there is. */
import { describe, expect, it } from 'vitest';
import { createDiskReader } from '../../../src/authoring/desk/disk.ts';
import { placedIn } from '../../../src/authoring/desk/placed.ts';
import { plainly } from '../../../src/authoring/desk/plain-words.ts';
import { showFact, showQuestion } from '../../../src/authoring/desk/previews/cards.ts';
import { previewOf } from '../../../src/authoring/desk/previews/preview.ts';
import { createReader } from '../../../src/authoring/desk/snapshot.ts';
import type { Preview, Written } from '../../../src/authoring/desk/wire.ts';
import { lint } from '../../../src/authoring/lint/lint.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { faces, invented } from '../../../src/faces.ts';
import { deskForEachTest } from './at-the-desk.ts';

describe('what is said of an entry alone', () => {
  it.each(['tests/fixtures/packs/lighthouse', 'examples/handbook', 'data/kardashian-trump'])(
    'is what the lint says of it in the whole of %s',
    async (folder) => {
      const now = createReader().read(await createDiskReader(folder)());
      const { readable, toLint } = now.records;
      const all = readable ? lint(readable, toLint) : [];
      const library = readable && buildLibrary([readable]);
      const showing = { faces, people: invented, now: () => 0 };
      const entries = placedIn(now);
      // Of a large pack enough to meet each rule.
      for (const placed of entries.filter((_, at) => entries.length < 100 || at % 5 === 0)) {
        const { kind, id, fields } = placed;
        const { problems, findings, fact, open, reveal } = previewOf(
          now,
          { kind, fields },
          { placed, before: all, showing },
        );
        const said = all
          .filter((one) => one.kind === kind && one.record === id)
          .map(({ rule, field, expected, waived }) => ({
            rule,
            field,
            expected: plainly(expected),
            accepted: waived,
          }));
        expect(
          findings.map(({ rule, field, expected, accepted }) => ({ rule, field, expected, accepted })),
        ).toEqual(expect.arrayContaining(said));
        expect([id, findings.length]).toEqual([id, said.length]);
        const isUnder = kind === 'question' && fields.draft === 'true';
        if (!isUnder) expect([id, problems]).toEqual([id, []]);
        // The same card as if all other records had been there to make it from.
        const claim = kind === 'fact' ? library?.claim(id) : undefined;
        const question = kind === 'question' ? library?.question(id) : undefined;
        if (library && claim) expect(fact).toEqual(showFact(showing, library, claim));
        if (library && question)
          expect({ open, reveal }).toEqual(showQuestion(showing, library, question, 'Question'));
        expect([id, fact ?? reveal]).not.toEqual([id, undefined]);
      }
    },
  );
});

const desk = deskForEachTest();

const preview = async (body: object): Promise<Preview> =>
  (await desk.post<Preview>('api/preview', body)).body;

describe('a fact', () => {
  const fact = 'On the day of the regatta the club bakes forty pies.';

  it('is told on both platforms, with its receipt', async () => {
    const shown = await preview({
      kind: 'fact',
      topic: 'boats',
      fields: { fact: ` ${fact} `, receipt: ['log#3'] },
    });
    expect(shown.problems).toEqual([]);
    expect([shown.isPartial, shown.receipts]).toEqual([
      false,
      [{ spot: 'log#3', article: 'log', paragraph: 3 }],
    ]);
    expect(shown.fact?.text).toContain(fact);
    expect(shown.fact?.text).toContain('it says: “On the day of the regatta the club bakes forty pies.”');
    expect(JSON.stringify(shown.fact?.payloads.discord)).toContain('forty pies');
    expect(JSON.stringify(shown.fact?.payloads.slack)).toContain('forty pies');
  });

  it('is shown without a receipt too, as one that lacks it', async () => {
    const shown = await preview({ kind: 'fact', topic: 'boats', fields: { fact } });
    expect(shown.isPartial).toBe(true);
    expect(shown.problems).toMatchObject([{ field: 'receipt' }]);
    expect(shown.fact?.text).toContain('Receipt missing');
  });

  it('that nobody wrote yet is an empty card', async () => {
    const shown = await preview({ kind: 'fact', fields: {} });
    expect([shown.isPartial, shown.fact?.text.includes('Your fact')]).toEqual([true, true]);
    expect(shown.problems[0]).toEqual({ field: 'fact', expected: 'this is missing' });
  });

  it('is held to the rules while it is typed, and shown as it is typed', async () => {
    const typed = 'The iconic boat was recently painted **green** by Ada.';
    const shown = await preview({ kind: 'fact', topic: 'boats', fields: { fact: typed, receipt: 'post#2' } });
    expect(shown.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['loose-date', 'opinion']));
    expect(shown.findings.find(({ rule }) => rule === 'loose-date')?.words).toBe('recently');
    expect(shown.problems).toMatchObject([{ field: 'fact', expected: expect.stringContaining('markup') }]);
    expect(shown.fact?.text).toContain(typed);
  });
});

describe('a question', () => {
  const whole = {
    question: 'Who rowed the postman across?',
    right: 'Nora Finch',
    wrong: ['Ada Stone', 'Tom Reed'],
    payoff: 'In 1931.',
  };

  it('is asked without its answer, and revealed with people who knew it', async () => {
    const { body } = await desk.post<Written>('api/write', {
      do: 'accept',
      entry: await desk.ref('postman'),
    });
    const shown = await preview({ kind: 'question', under: body.entry?.id, fields: whole });
    expect([shown.problems, shown.isPartial]).toEqual([[], false]);
    expect(shown.open?.text).toContain('Who rowed the postman across?');
    expect(shown.open?.text).not.toMatch(/right answer|In 1931/);
    expect(shown.reveal?.text).toContain('Nora Finch (right answer, 2 answers, 50%)');
    expect(shown.reveal?.spoken).toContain('Knew it: Ada, Chidi');
    expect(shown.reveal?.text).toContain('Receipt: “Log of a boat”');
  });

  it('under a draft is shown whole, and it is said that the draft comes first', async () => {
    const { id } = await desk.entry('postman');
    const shown = await preview({ kind: 'question', under: id, fields: whole });
    expect(shown.reveal?.text).toContain('¶\u00a02');
    expect(shown.problems).toMatchObject([
      { field: 'facts', expected: expect.stringContaining('is a draft still') },
    ]);
  });

  it('is shown however little there is of it', async () => {
    const { id } = await desk.entry('room for nine');
    const parts: readonly object[] = [
      {},
      { question: 'Who' },
      { right: 'Ada' },
      { wrong: ['', 'Ben'] },
      { wrong: [{ because: 'No.' }] },
    ];
    for (const fields of parts)
      for (const under of [id, undefined]) {
        const shown = await preview({ kind: 'question', under, fields });
        expect([fields, under, shown.isPartial]).toEqual([fields, under, true]);
        expect(shown.open?.text).toMatch(/Who|Your question/);
        expect(shown.reveal?.text).toContain('right answer');
        expect(shown.problems.length).toBeGreaterThan(0);
      }
  });

  it('that asks what another one asks hears of it', async () => {
    const { id } = await desk.entry('room for nine');
    const shown = await preview({
      kind: 'question',
      under: id,
      fields: { ...whole, question: 'How many people fit into the boat?', right: '9', wrong: ['8'] },
    });
    expect(shown.findings.map(({ rule }) => rule)).toContain('near-prompt');
  });

  it('that is changed until another one asks the same hears of that too', async () => {
    const under = (await desk.entry('room for nine')).id;
    const later = { question: 'What does the dog come on?', right: 'Top', wrong: ['Side'] };
    await desk.post('api/write', { do: 'create', kind: 'question', under, fields: later });
    await desk.checked();
    const { kind, id, hash, fields } = await desk.entry('fit into');
    const now = { ...fields, question: 'What does the dog come on, then?' };
    const { findings } = await preview({ kind, entry: { kind, id, hash }, fields: now });
    expect(findings.find(({ rule }) => rule === 'near-prompt')?.elsewhere?.kind).toBe('question');
  });
});
