import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../../src/core/cards/card.ts';
import { cardToText } from '../../../src/core/cards/card-text.ts';
import { buildLibrary } from '../../../src/core/dataset/library.ts';
import { createFactSearch } from '../../../src/core/facts/search.ts';
import { tellFact } from '../../../src/core/facts/tell.ts';
import { obstacleTo, questionsAbout } from '../../../src/core/quiz/select.ts';
import { everythingIn } from '../../../src/core/settings/allowed.ts';
import { createWorld, originOf, tokensOf, type World } from '../../fakes/world.ts';
import { claimOf, harbour, withLibrary } from '../quiz/harbour.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const EMOJI = '👩‍👩‍👧‍👦🎉'.repeat(20);
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('words for which there is nothing', () => {
  it.each(['the moon landing', 'hello', 'what', '@everyone', EMOJI])('tells no fact on %s', async (words) => {
    const { found, card } = await tellFact(world.services, originOf(), words);
    expect(found).toBe(false);
    expect(cardToText(card)).toContain('Try one of these: Kim Kardashian');
    expect(cardToText(card)).not.toMatch(LONE_SURROGATE);
    expect(tokensOf(card)).toHaveLength(3);
  });

  it('offers a name that is really near', async () => {
    const { found, card } = await tellFact(world.services, originOf(), 'hunter biden');
    expect(found).toBe(false);
    expect(cardToText(card)).toContain('Did you mean: Joe Biden');
  });

  it.each(['the moon landing', 'hunter biden', EMOJI])(
    'offers topics with questions for %s',
    async (words) => {
      const card = await obstacleTo(world.services, originOf(), { topic: words });
      const text = card ? cardToText(card) : '';
      expect(text).not.toMatch(LONE_SURROGATE);
      const [, list = ''] = /(?:Try one of these|Did you mean): (.+)/.exec(text) ?? [];
      const allowed = everythingIn(world.library);
      for (const topic of list.split(' · ')) {
        expect(topic).not.toBe('');
        expect(questionsAbout(world.services, topic, allowed)).not.toEqual([]);
      }
    },
  );

  it('offers no empty list where there is nothing at all', async () => {
    const library = buildLibrary([]);
    const services = { ...world.services, library, search: createFactSearch(library) };
    const card = (await obstacleTo(services, originOf(), { topic: 'anything' })) ?? say('neutral');
    expect(cardToText(card)).toBe('There are no questions here yet. Whoever runs this bot can add some.');
    expect(tokensOf(card)).toEqual([]);
  });
});

describe('words with a slip', () => {
  const noteOn = async (words: string) => {
    const { card } = await tellFact(world.services, originOf(), words);
    return card.kind === 'cited' ? card.lead.filter(({ type }) => type === 'note') : undefined;
  };

  it('tell for what they were taken', async () => {
    expect(await noteOn('jared kushnr')).toContainEqual({ type: 'note', text: ['for “Jared Kushner”'] });
    expect(await noteOn('alice jonson life sentance')).toContainEqual({
      type: 'note',
      text: ['for “Alice Johnson” and “sentence”'],
    });
  });

  it.each(['jared kushner', 'kushners', 'who is alice johnson?', 'commutations'])(
    'are none in “%s”, so that nothing is said of any',
    async (words) => {
      const notes = (await noteOn(words)) ?? [];
      expect(JSON.stringify(notes)).not.toContain('for “');
    },
  );
});

describe('a fact about anything', () => {
  const claims = [
    ...[1, 2, 3, 1, 2, 3].map((importance, at) =>
      claimOf(`tale-${at}`, `Mara Quill told tale ${at}.`, { importance }),
    ),
    claimOf('byline', 'Mara Quill signed it.', { importance: 3, reserved: 'about-the-article' }),
  ];
  const told = async (times: number): Promise<readonly string[]> => {
    const { services } = withLibrary(world, harbour(claims, []));
    const texts: string[] = [];
    for (let at = 0; at < times; at += 1)
      texts.push(cardToText((await tellFact(services, originOf(), '')).card));
    return texts;
  };
  const importanceOf = (text: string) => claims.find((claim) => text.includes(claim.text))?.importance ?? 0;

  it('is one that matters until all of these were told, then a detail, and none about the article itself', async () => {
    const texts = await told(7);
    const matters = texts.map((text) => importanceOf(text) > 1);
    expect(matters).toEqual([true, true, true, true, false, false, true]);
    expect(texts.join()).not.toContain('signed');
  });
});
