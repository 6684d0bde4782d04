/** Packs of strangers side by side: what is found under which id. */
import { describe, expect, it } from 'vitest';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { bareId, buttonId, packOf, scopedId } from '../../../src/core/dataset/scope.ts';
import { factCard } from '../../../src/core/facts/fact-card.ts';
import { attributionOf } from '../../../src/core/quiz/attribution.ts';
import { decodeToken, encodeToken, TOKEN_LIMIT } from '../../../src/core/requests/token.ts';
import { type Lists, parsedPack } from '../../fakes/parsed-pack.ts';
import { article, claim, entity, pack, question, topics } from './story.ts';

const story = { topics, articles: [article], entities: [entity], claims: [claim], questions: [question] };
const packOn = (id: string, lists: Lists = {}, more = {}) =>
  parsedPack({ ...pack, id, ...more }, { ...story, ...lists });

const BOAT = 'boat-came-in';
const WHO = 'who-brought-it';

describe('two packs with the same ids', () => {
  const island = packOn('island', { claims: [{ ...claim, text: 'Mara Quill sailed to the island.' }] });
  const library = buildLibrary([packOn('harbour'), island]);

  it('keep their records apart, each with what it refers to', () => {
    expect([...library.claims].map(([id, { text }]) => [id, text])).toEqual([
      ['harbour/boat-came-in', 'Mara Quill brought a boat in.'],
      ['island/boat-came-in', 'Mara Quill sailed to the island.'],
    ]);
    for (const { id, topic, receipts, entities } of library.claims.values()) {
      const referred = [topic, receipts[0].article, ...entities.map((role) => role.entity)];
      expect(new Set([id, ...referred].map(packOf)).size).toBe(1);
      expect(library.topics.has(topic) && library.articles.has(receipts[0].article)).toBe(true);
    }
    expect(library.questionsOn('island/boat-came-in').map(({ id }) => id)).toEqual(['island/who-brought-it']);
  });

  it('have none found by a bare id, which could be of either', () => {
    expect(library.claim(BOAT)).toBeUndefined();
    expect(library.question(WHO)).toBeUndefined();
    expect(library.question('island/who-brought-it')).toBe(library.questions.get('island/who-brought-it'));
  });

  it('stay as their authors wrote them in the list of packs', () => {
    expect(library.packs.map(({ info, claims }) => [info.id, claims[0]?.id])).toEqual([
      ['harbour', BOAT],
      ['island', BOAT],
    ]);
  });

  it('show nobody an id', () => {
    for (const told of library.claims.values())
      expect(cardToText(factCard(library, told, ''))).not.toMatch(/harbour|island\/|boat-came-in/);
  });
});

describe('a record', () => {
  it('that one pack alone has is found by its bare id, as databases of before carry it', () => {
    const other = packOn('island', { claims: [{ ...claim, id: 'sailed' }], questions: [] });
    const library = buildLibrary([packOn('harbour'), other]);
    expect(library.claim(BOAT)?.id).toBe('harbour/boat-came-in');
    expect(library.claim('sailed')?.id).toBe('island/sailed');
    expect(library.question(WHO)?.id).toBe('harbour/who-brought-it');
    for (const id of ['gone', 'island/boat-came-in', 'nowhere/boat-came-in', 'harbour/', '/', ''])
      expect(library.claim(id)).toBeUndefined();
  });

  it('is found by what it was called before, with its pack or without, unless another is called so now', () => {
    const renamed = { ...question, id: 'who-came', formerly: [WHO, 'who'] };
    const second = { ...question, id: 'who' };
    const library = buildLibrary([packOn('harbour', { questions: [renamed, second] })]);
    for (const id of [WHO, 'harbour/who-brought-it', 'who-came'])
      expect(library.question(id)?.id).toBe('harbour/who-came');
    for (const id of ['who', 'harbour/who']) expect(library.question(id)?.id).toBe('harbour/who');
  });

  it('is found by what its button carries, however long its name and its pack’s', () => {
    const [name, long] = ['n'.repeat(60), 'p'.repeat(60)];
    const library = buildLibrary([
      packOn(long, {
        claims: [claim, { ...claim, id: name }],
        questions: [{ ...question, id: name }],
      }),
    ]);
    const id = scopedId(long, name);
    const carried = [
      { do: 'ask', claim: id },
      { do: 'sides', of: 'claim', id },
      { do: 'sides', of: 'question', id },
    ] as const;
    for (const token of carried) {
      const text = encodeToken(token);
      expect(text.length).toBeLessThanOrEqual(TOKEN_LIMIT);
      const found = decodeToken(text);
      if (found?.do === 'ask') expect(library.claim(found.claim)?.id).toBe(id);
      else if (found?.do === 'sides' && found.of === 'claim') expect(library.claim(found.id)?.id).toBe(id);
      else expect(found?.do === 'sides' && library.question(found.id)?.id).toBe(id);
    }
    expect(buttonId('harbour/boat-came-in')).toBe('harbour/boat-came-in');
  });

  it('is called for its author as they called it', () => {
    expect(bareId('harbour/boat-came-in')).toBe(BOAT);
    expect(bareId(BOAT)).toBe(BOAT);
    expect(packOf(BOAT)).toBeUndefined();
  });
});

describe('a source that one pack knows to be contested', () => {
  const told = {
    ...claim,
    status: 'disputed',
    receipts: [{ ...claim.receipts[0], attribution: ['A clerk', 'The Diary'] }],
  };
  const lists = { claims: [told, { ...claim, id: 'denial', text: 'The Diary was made up.' }] };
  const contested = [{ source: 'The Diary', denial: 'denial' }];

  it('is named over its questions, and not over those of another pack that names it too', () => {
    const library = buildLibrary([packOn('harbour', lists, { contested }), packOn('island', lists)]);
    expect([...library.questions.values()].map((one) => attributionOf(library, one))).toEqual([
      'The Diary claims',
      'A clerk claims',
    ]);
  });
});
