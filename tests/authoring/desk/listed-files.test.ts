/** Whatever comes, changes or goes in `names.yaml` and `events.yaml`, every other character stays as its author typed it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listed } from '../../../src/authoring/desk/listed/listed.ts';
import { withName, withNameChanged, withoutName } from '../../../src/authoring/desk/listed/names-file.ts';
import type { Fields } from '../../../src/authoring/desk/wire.ts';
import { sourceOf, withEntryBehind, withoutEntries } from '../../../src/authoring/format/edit-entries.ts';
import { withValue } from '../../../src/authoring/format/edit-value.ts';
import { entitiesOf } from '../../../src/authoring/format/names.ts';
import { WrittenNames } from '../../../src/authoring/format/written-pack.ts';
import { readYaml } from '../../../src/authoring/format/yaml-file.ts';

const word = fc.constantFrom(
  'Ada',
  'a: b',
  'l’aubergiste',
  '- z',
  'x # y',
  'no',
  '27',
  'ä, ö',
  '[q]',
  '@It',
  '“so”',
);
const said = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const aliases = fc.uniqueArray(said, { minLength: 1, maxLength: 3 });
const more = fc.oneof(
  fc.constant({}),
  aliases.map((all) => ({ aliases: all })),
  fc.record({ aliases, minor: fc.constant('true') }),
);

/** Some with a comment, some in brackets or quotes, as people type them. */
const lineOf = (
  name: string,
  { aliases: others, minor }: { aliases?: string[]; minor?: string },
  at: number,
) => {
  const quoted = JSON.stringify(name);
  const list = `[${(others ?? []).map((one) => JSON.stringify(one)).join(', ')}]`;
  if (minor) return `  - ${quoted}:\n      aliases: ${list} # item ${at}\n      minor: true\n`;
  return others ? `  - ${quoted}: ${list} # item ${at}\n` : `  - ${quoted} # item ${at}\n`;
};

const file = fc
  .tuple(
    fc.uniqueArray(fc.tuple(said, more), { selector: ([name]) => name, minLength: 2, maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([names, eol]) => ({
    names: names.map(([name]) => name),
    text: `# all\npeople: # so far\n${names.map(([name, rest], at) => `  # above ${at}\n${lineOf(name, rest, at)}`).join('')}\nplaces: [Quay] # end\n`.replaceAll(
      '\n',
      eol,
    ),
  }));

const fresh = fc
  .tuple(said, more)
  .map(([name, rest]): Fields => ({ name: `New ${name}`, list: 'people', ...rest }));

const entities = (text: string) =>
  entitiesOf(WrittenNames.parse(readYaml('names.yaml', text).content)).map(({ entity }) => entity);

const at = (names: readonly string[], index: number): Pick<Listed, 'path' | 'fields'> => ({
  path: ['people', index],
  fields: { name: names[index] ?? '', list: 'people' },
});

describe('whatever is listed', () => {
  it('comes last, changes in its place, and goes again, with nothing else', () => {
    fc.assert(
      fc.property(file, fresh, fc.nat(), ({ names, text }, wanted, pick) => {
        const index = pick % names.length;
        const called = { ...entities(withName('', wanted))[0] };
        const grown = withName(text, wanted);
        expect(entities(grown)[names.length]).toEqual(called);
        const all = [...names, String(wanted.name)];
        expect(withoutName(grown, at(all, names.length))).toBe(text);

        const changed = withNameChanged(text, at(names, index) as Listed, wanted);
        expect(entities(changed)).toEqual(entities(text).with(index, called as never));
        const cut = withoutName(text, at(names, index));
        expect(entities(cut)).toEqual(entities(text).toSpliced(index, 1));
        for (const now of [grown, changed, cut]) {
          for (const key of names.keys()) expect(now).toContain(`# above ${key}`);
          for (const key of names.keys()) if (key !== index) expect(now).toContain(`# item ${key}`);
          expect(now).toMatch(/^# all\r?\npeople: # so far\r?\n[\s\S]*places: \[Quay\] # end\r?\n$/);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('is an event that comes, changes and goes in a file that is nothing but their list', () => {
    const event = fc.record({ event: said, when: said }, { requiredKeys: ['event', 'when'] });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 3 }), event, fc.nat(), (events, next, pick) => {
        const index = pick % events.length;
        const text = `# all\n${events.map((one, key) => `# above ${key}\n${sourceOf(one as never)} # item ${key}\n`).join('\n')}`;
        const grown = withEntryBehind('f', text, index, sourceOf(next as never), []);
        expect(readYaml('f', grown).content).toEqual(events.toSpliced(index + 1, 0, next));
        expect(withoutEntries('f', grown, [index + 1], []).trim()).toBe(text.trim());
        const changed = withValue('f', text, [index], next);
        expect(readYaml('f', changed).content).toEqual(events.with(index, next));
        for (const key of events.keys()) expect(changed).toContain(`# item ${key}`);
      }),
      { numRuns: 80 },
    );
  });
});
