import { describe, expect, test } from 'vitest';
import { who } from '../../../src/authoring/drafts/who.ts';
import { about, askedOf, CAST, claim, gapStory, PEOPLE, receipt } from './gap-story.ts';

type Fields = Readonly<Record<string, unknown>>;

const race = claim('race', 'Mara Quill rowed in the spring race.');
const ask = (fields: Fields, entities: readonly Fields[] = PEOPLE, others: readonly Fields[] = []) =>
  who(gapStory({ claims: [{ ...race, ...fields }, ...CAST, ...others], entities }));
const optionsOf = (questions: ReturnType<typeof ask>) =>
  questions.flatMap(({ right, wrong }) => [right, ...wrong].map(({ text }) => text));

describe('asking who', () => {
  test('a name is taken out of the sentence and asked for among others of its kind', () => {
    const [question, ...more] = ask({});
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      id: 'draft-who-race',
      prompt: 'Who belongs in the gap? The Gazette reports: [who?] rowed in the spring race.',
      right: { text: 'Mara Quill', claims: ['race'] },
    });
    expect(question?.wrong).toHaveLength(3);
    for (const { text, because, claims } of question?.wrong ?? []) {
      expect(PEOPLE.map(({ name }) => name)).toContain(text);
      expect(because).toBe(`Here The Gazette names Mara Quill, not ${text}.`);
      expect(claims).toEqual(['race']);
    }
  });

  test.each([
    ['a pronoun gives it away', 'Mara Quill rowed in the spring race with her boat.'],
    ['the name stands there twice', 'Mara Quill rowed in the race of Mara Quill.'],
    ['the surname stands there again', 'Mara Quill rowed in the Quill family’s boat.'],
    ['everybody knows it', 'Mara Quill won the election.'],
    ['a wrong name would be an allegation', 'Mara Quill was arrested at the race.'],
    ['a wrong name would make somebody a convict', 'Mara Quill was pardoned at the race.'],
    ['the name is only part of another', 'The Mara Quill Cup was rowed in spring.'],
  ])('nothing is asked where %s', (_, text) => {
    const cup = { id: 'cup', kind: 'work', name: 'The Mara Quill Cup' };
    expect(ask({ text }, [...PEOPLE, cup])).toEqual([]);
  });

  test('nothing is asked where an alias of the right one is left in the sentence', () => {
    const [mara, ...rest] = PEOPLE;
    const entities = [{ ...mara, aliases: ['the harbour queen'] }, ...rest];
    expect(ask({ text: 'Mara Quill rowed as the harbour queen.' }, entities)).toEqual([]);
    expect(ask({ text: 'Mara Quill rowed as a clown.' }, entities)).toHaveLength(1);
  });

  test('nothing is asked of details, of what is disputed and of what later events overtook', () => {
    expect(ask({ importance: 1 })).toEqual([]);
    expect(ask({ status: 'disputed' })).toEqual([]);
    expect(ask({ overtaken: 'The race was run again.' })).toEqual([]);
  });

  test('nobody is a wrong option who has to do with the same event', () => {
    const rivals = ['Ada Stone', 'Ben Lark'].map((name) =>
      claim(`rival-${about(name)[0]?.entity}`, `The referee saw ${name}.`, {
        entities: about(name),
        events: ['regatta'],
        importance: 1,
      }),
    );
    const options = optionsOf(ask({ events: ['regatta'] }, PEOPLE, rivals));
    expect(options).toHaveLength(4);
    expect(options).not.toContain('Ada Stone');
    expect(options).not.toContain('Ben Lark');
  });

  test('nobody is a wrong option of whom another claim says much the same', () => {
    const alike = claim('alike', 'Dov Winter rowed in a spring race too.', {
      entities: about('Dov Winter'),
      importance: 1,
    });
    const options = optionsOf(ask({}, PEOPLE, [alike]));
    expect(options).toHaveLength(4);
    expect(options).not.toContain('Dov Winter');
  });

  test('children, inventions, namesakes and whoever stands in the sentence are no wrong options', () => {
    const changed = PEOPLE.map((person) => {
      if (person.id === 'ada-stone') return { ...person, minor: true };
      if (person.id === 'ben-lark') return { ...person, invented: true };
      return person.id === 'cleo-marsh' ? { ...person, name: 'Cleo Quill' } : person;
    });
    const crowd = ['Gil Reed', 'Hana Voss'].map((name) => ({
      id: name.toLowerCase().replace(' ', '-'),
      kind: 'person',
      name,
    }));
    const others = crowd.map(({ id, name }) =>
      claim(`cast-${id}`, `${name} owns a jetty of stone.`, { entities: about(name), importance: 1 }),
    );
    const questions = ask({ text: 'Mara Quill rowed against Finn Oak.' }, [...changed, ...crowd], others);
    const options = optionsOf(questions);
    expect(options).toHaveLength(4);
    for (const name of ['Ada Stone', 'Ben Lark', 'Cleo Quill', 'Finn Oak'])
      expect(options).not.toContain(name);
  });

  test('whoever the whole story is about is neither asked for nor offered', () => {
    const often = Array.from({ length: 6 }, (_, at) =>
      claim(`often-${at}`, `Mara Quill has been to port number ${at}.`, { importance: 1 }),
    );
    expect(ask({}, PEOPLE, often)).toEqual([]);
    const text = 'Ada Stone rowed in the spring race.';
    const options = optionsOf(ask({ text, entities: about('Ada Stone') }, PEOPLE, often));
    expect(options).toHaveLength(4);
    expect(options).not.toContain('Mara Quill');
  });

  test('one answer is asked for three times at most', () => {
    const did = (text: string, fields: Fields) =>
      claim(text.replaceAll(' ', '-'), `Mara Quill ${text}.`, fields);
    const claims = [
      did('mended a sail', { events: ['regatta'] }),
      did('painted a mast', { events: ['launch'] }),
      did('sold a rope', { topic: 'piers' }),
      race,
    ];
    expect(askedOf(who(gapStory({ claims: [...claims.slice(1), ...CAST] })))).toHaveLength(3);
    expect(askedOf(who(gapStory({ claims: [...claims, ...CAST] })))).toHaveLength(3);
  });

  test('a publisher is never the answer', () => {
    const entities = [...PEOPLE, { id: 'gazette-org', kind: 'organisation', name: 'The Gazette' }];
    const fields = {
      text: 'The Gazette sent a boat to the spring race.',
      entities: [{ entity: 'gazette-org', role: 'actor' }],
    };
    expect(ask(fields, entities)).toEqual([]);
  });

  test('a source that would give the answer away is not asked about', () => {
    const [mara, ...rest] = PEOPLE;
    const entities = [{ ...mara, aliases: ['the harbour queen'] }, ...rest];
    const told = (source: string) => ask({ receipts: [receipt('gazette', source)] }, entities);
    expect(told('the old log')[0]?.prompt).toContain('The Gazette, quoting the old log, reports:');
    expect(told('a friend of the harbour queen')).toEqual([]);
  });

  test('the same pack gives the same questions, and a new wording keeps their ids', () => {
    expect(ask({})).toEqual(ask({}));
    const reworded = ask({ text: 'The spring race had Mara Quill among its rowers.' });
    expect(reworded.map(({ id }) => id)).toEqual(['draft-who-race']);
  });
});
