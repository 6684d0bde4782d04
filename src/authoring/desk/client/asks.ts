/** What a form still asks of its author besides what the rules find; and what was typed in it and added nowhere yet. */
import type { State } from '../wire.ts';
import { textIn, textsIn } from './fields.ts';
import type { Form } from './forms.ts';
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

export const asksOf = (form: Form, server: State): readonly string[] => [
  ...[adviceIn(form) ?? []].flat(),
  ...unlistedIn(form, server).map((name) => `“${name}” is not listed yet: say what it is`),
];

/** Boxes of a form whose words were not taken over: each says so itself. */
export const unaddedIn = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll<HTMLElement>('[data-unadded]')].flatMap(({ dataset }) => dataset.unadded || []);
