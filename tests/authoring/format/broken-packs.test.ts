/** Packs that are broken in one place, and all that is said to them. */
import { describe, expect, it } from 'vitest';
import { facts } from './broken/facts.ts';
import { files } from './broken/files.ts';
import { questions } from './broken/questions.ts';
import { texts } from './broken/texts.ts';
import { yaml } from './broken/yaml.ts';
import { messagesOf, SMALL, saidTo, withLock } from './small-pack.ts';

const said = (broken: (typeof facts)[number][1]) =>
  saidTo(broken).map((message) => message.replace(/^harbour\//, ''));

it('the small pack itself is taken', () => {
  expect(messagesOf(withLock(SMALL))).toEqual([]);
});

describe.each([
  ['the signs of YAML', yaml],
  ['texts', texts],
  ['facts', facts],
  ['questions', questions],
  ['files', files],
])('of %s', (_, broken) => {
  it.each(broken)('%s', (_name, changes, says) => {
    expect(said(changes)).toEqual(says);
  });
});
