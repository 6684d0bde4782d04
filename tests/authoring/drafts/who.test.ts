import { describe, expect, test } from 'vitest';
import { about, CAST, claim, type Fields, optionsOf, PEOPLE, proposedOn } from './harbour.ts';

const ask = (text: string, fields: Fields = {}, others: readonly Fields[] = [], entities = PEOPLE) =>
  proposedOn([claim('one', text, fields), ...CAST, ...others], { entities });
const optionsFor = (...args: Parameters<typeof ask>) => ask(...args).flatMap(optionsOf);

const RACE = 'Mara Quill rowed in the spring race.';

describe('asking who', () => {
  test.each([
    [RACE, 'Who rowed in the spring race?', 'Mara Quill'],
    ['Dov Winter also designed the ferry.', 'Who also designed the ferry?', 'Dov Winter'],
    ['The first keeper was Cleo Marsh.', 'Who was the first keeper?', 'Cleo Marsh'],
    ['The harbour hired Finn Oak in 2020.', 'Who did the harbour hire in 2020?', 'Finn Oak'],
    ['The ferry was designed by Dov Winter.', 'Who was the ferry designed by?', 'Dov Winter'],
  ])('“%s” – “%s”', (text, prompt, right) => {
    expect(ask(text).map(({ question }) => [question.question, question.right])).toEqual([[prompt, right]]);
  });

  test('the others are people of whom the pack tells', () => {
    const options = optionsFor(RACE);
    expect(options).toHaveLength(4);
    for (const name of options) expect(PEOPLE.map((person) => person.name)).toContain(name);
  });

  test.each([
    ['a pronoun gives it away', 'Mara Quill rowed in the spring race with her boat.'],
    ['the name stands there twice', 'Mara Quill rowed in the race of Mara Quill.'],
    ['the surname stands there again', 'Mara Quill rowed in the Quill boat.'],
    ['it is known or nobody’s business', 'Mara Quill won the election.'],
    ['a wrong name would be an allegation', 'Mara Quill was arrested at the race.'],
    ['a wrong name would make somebody a convict', 'Mara Quill was pardoned at the race.'],
    ['the name has an aside to it', 'Mara Quill, the rower, won the race.'],
    ['the name stands in the middle of it', 'The referee told Mara Quill to stop.'],
  ])('nothing is asked where %s', (_, text) => {
    expect(ask(text)).toEqual([]);
  });

  test('nothing is asked where the name is part of another, or another name of the right one is left', () => {
    const cup = { id: 'cup', kind: 'work', name: 'The Mara Quill Cup' };
    const entities = [...about('Mara Quill'), { entity: 'cup', role: 'work' }];
    expect(ask('The Mara Quill Cup was rowed in spring.', { entities }, [], [...PEOPLE, cup])).toEqual([]);
    const [mara, ...rest] = PEOPLE;
    const known = [{ ...mara, aliases: ['the harbour queen'] }, ...rest];
    expect(ask('Mara Quill rowed as the harbour queen.', {}, [], known)).toEqual([]);
    expect(ask('Mara Quill rowed as a clown.', {}, [], known)).toHaveLength(1);
  });

  test('nothing is asked of details', () => {
    expect(ask(RACE, { importance: 1 })).toEqual([]);
  });

  test('nobody is a wrong option who has to do with the same event', () => {
    const rivals = ['Ada Stone', 'Ben Lark', 'Finn Oak'].map((name, at) =>
      claim(`rival-${at}`, `The referee saw ${name}.`, { events: ['regatta'] }),
    );
    const options = optionsFor(RACE, { events: ['regatta'] }, rivals);
    expect(options.length).toBeGreaterThan(2);
    for (const name of ['Ada Stone', 'Ben Lark', 'Finn Oak']) expect(options).not.toContain(name);
  });

  test('nobody is a wrong option of whom another fact says much the same', () => {
    const alike = claim('alike', 'Dov Winter rowed in a spring race too.');
    const alone = claim('alone', 'Dov Winter mended the anchor.');
    const few = PEOPLE.filter(({ name }) =>
      ['Mara Quill', 'Dov Winter', 'Ada Stone', 'Finn Oak'].includes(String(name)),
    );
    const cast = CAST.filter(({ id }) => few.some((person) => id === `cast-${person.id}`));
    const options = (other: Fields) =>
      proposedOn([claim('one', RACE), ...cast, other], { entities: few }).flatMap(optionsOf);
    expect(options(alone)).toContain('Dov Winter');
    expect(options(alike)).not.toContain('Dov Winter');
  });

  test('children, inventions, namesakes and whoever stands in the sentence are no wrong options', () => {
    const changes: Readonly<Record<string, Fields>> = {
      'ada-stone': { minor: true },
      'ben-lark': { invented: true },
      'cleo-marsh': { name: 'Cleo Quill' },
    };
    const entities = PEOPLE.map((person) => ({ ...person, ...changes[String(person.id)] }));
    const hana = { id: 'hana-voss', kind: 'person', name: 'Hana Voss' };
    const others = [
      claim('cast-hana', 'Hana Voss is fond of tar.', { entities: [{ entity: 'hana-voss', role: 'actor' }] }),
    ];
    const options = optionsFor('Mara Quill rowed against Finn Oak.', {}, others, [...entities, hana]);
    expect(options.toSorted()).toEqual(['Dov Winter', 'Eda Frost Hill', 'Hana Voss', 'Mara Quill']);
  });

  test('two good wrong options are enough, one is not', () => {
    const castOf = (...names: readonly string[]) =>
      CAST.filter(({ text }) => names.some((name) => String(text).startsWith(name)));
    const race = claim('one', RACE);
    expect(proposedOn([race, ...castOf('Ada Stone', 'Finn Oak')]).flatMap(optionsOf)).toHaveLength(3);
    expect(proposedOn([race, ...castOf('Ada Stone')])).toEqual([]);
  });

  test('whoever the whole story is about is neither asked for nor offered', () => {
    const often = Array.from({ length: 8 }, (_, at) =>
      claim(`often-${at}`, `Mara Quill likes port ${at}.`, { importance: 1 }),
    );
    expect(ask(RACE, {}, often)).toEqual([]);
    const options = optionsFor('Ada Stone rowed in the spring race.', {}, often);
    expect(options).toHaveLength(4);
    expect(options).not.toContain('Mara Quill');
  });
});
