/** What a form still asks of its author besides what the rules find; and what was typed in it and added nowhere yet. */
import type { State } from '../wire.ts';
import { sidesIn, textIn, textsIn } from './fields.ts';
import { type Form, firstWordsOf } from './forms.ts';
import { escaped } from './marked-area.tsx';

/** What a program left to do, until the words are there, or the word that it is about is not. */
export function adviceIn({ advice, leaning, fields }: Form): string | undefined {
  const fact = textIn(fields, 'fact');
  const isOpen =
    fact === '' ||
    (leaning !== undefined && new RegExp(`(?<!\\p{L})${escaped(leaning)}(?!\\p{L})`, 'u').test(fact));
  return isOpen ? advice : undefined;
}

/** Without the role behind it: “Ada Marsh (speaker)”. */
const nameOf = (line: string): string => line.trim().replace(/ \([a-z]+\)$/, '');

/** Whom it is about, and the pack does not list. */
export function unlistedIn({ fields }: Pick<Form, 'fields'>, { listed }: State): readonly string[] {
  const known = new Set(
    listed
      .filter(({ kind }) => kind === 'name')
      .flatMap(({ id, fields: of }) => [id, textIn(of, 'name'), ...textsIn(of, 'aliases')]),
  );
  return [...new Set(textsIn(fields, 'about').map(nameOf))].filter((name) => name !== '' && !known.has(name));
}

/** A denial and a disagreement of the same two facts would have their card tell the dispute over and over. */
export function toldTwiceIn({ kind, entry, fields }: Form, server: State): readonly string[] {
  const pairs =
    kind === 'disagreement'
      ? acrossSides(fields).filter(([one, other]) => isDenied(server, one, other))
      : kind === 'fact' && entry
        ? textsIn(fields, 'denied-by')
            .map((other) => [entry.id, other] as const)
            .filter(([one, other]) => server.listed.some((listed) => isBetween(listed, one, other)))
        : [];
  return pairs.map(([one, other]) =>
    kind === 'disagreement'
      ? `One fact denies the other already (${firstWordsOf(server, one)} and ${firstWordsOf(server, other)}): a denial or a disagreement is enough, and with both the card tells it more than once`
      : `A disagreement has this fact and ${firstWordsOf(server, other)} as its sides already: a denial or a disagreement is enough, and with both the card tells it more than once`,
  );
}

type Pair = readonly [one: string, other: string];

const acrossSides = (fields: Form['fields']): readonly Pair[] =>
  sidesIn(fields).flatMap(({ facts }, at, sides) =>
    facts.flatMap((one) =>
      sides.slice(at + 1).flatMap((side) => side.facts.map((other) => [one, other] as const)),
    ),
  );

const isDenied = ({ facts }: State, one: string, other: string): boolean =>
  facts.some(
    ({ id, fields }) =>
      (id === one && textsIn(fields, 'denied-by').includes(other)) ||
      (id === other && textsIn(fields, 'denied-by').includes(one)),
  );

const isBetween = ({ kind, fields }: State['listed'][number], one: string, other: string): boolean =>
  kind === 'disagreement' && acrossSides(fields).some((pair) => pair.includes(one) && pair.includes(other));

export const asksOf = (form: Form, server: State): readonly string[] => [
  ...[adviceIn(form) ?? []].flat(),
  ...toldTwiceIn(form, server),
  ...unlistedIn(form, server).map((name) => `“${name}” is not listed yet: say what it is`),
];

/** Boxes of a form whose words were not taken over: each says so itself. */
export const unaddedIn = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll<HTMLElement>('[data-unadded]')].flatMap(({ dataset }) => dataset.unadded || []);
