/** What must not stand in a log does not, whatever it looks like; and what stands there stays lines of JSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { createLogger } from '../src/log.ts';

function logged(secrets: readonly string[], write: (logger: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  write(createLogger('info', secrets, {}, { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return { line: lines[0] ?? '', fields: JSON.parse(lines[0] ?? '') };
}

const secretsOf = (DATABASE_URL: string): readonly string[] => {
  const parsed = parseConfig({ DATABASE_URL });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return parsed.config.secrets;
};

/** Every string in a value, as it is meant. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(textsIn);

/** Signs that mean something to JSON, to addresses, to expressions and to terminals, and any others. */
const password = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        "'",
        '`',
        '\n',
        '\u001b',
        '\u0000',
        '\u007f',
        '$&',
        '$1',
        '%',
        '@',
        '/',
        ':',
        '#',
        '[',
        ' ',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').toWellFormed());

const addressWith = (written: string) => `postgres://receipts-user:${written}@db.example.org:5432/receipts`;

describe('a database’s password', () => {
  it('stands in no line, however it is written there, whatever it is made of', () => {
    fc.assert(
      fc.property(password, fc.boolean(), (meant, lower) => {
        const encoded = encodeURIComponent(meant);
        const written = lower ? encoded.replace(/%../g, (hex) => hex.toLowerCase()) : encoded;
        const address = addressWith(written);
        const forms = [meant, encoded, written, new URL(address).password];
        const texts = [
          address,
          ...forms.flatMap((form) => [addressWith(form), `'${form}'`, `password=${form}`]),
        ];
        // Of fewer than five signs it is found only where one sees that it is a password.
        if (meant.length >= 5) texts.push(...forms.map((form) => `before ${form} after`));
        const { fields } = logged(secretsOf(address), (logger) => {
          const error = new Error(texts.join('\n'), { cause: new Error(JSON.stringify(texts)) });
          logger.error('job-failed', { error, texts, inner: { texts }, asJson: JSON.stringify({ texts }) });
        });
        const left = textsIn(fields);
        expect(fields).toMatchObject({ level: 'error', event: 'job-failed' });
        const traces = forms.flatMap((form) => [`:${form}@`, `'${form}'`, `password=${form}`]);
        if (meant.length >= 5) traces.push(...forms.map((form) => `before ${form} after`));
        for (const trace of traces) for (const text of left) expect(text).not.toContain(trace);
      }),
      { numRuns: 300 },
    );
  });

  it('is struck out as it stands in the address, where only some signs are encoded', () => {
    const address = 'postgres://me:p"ss%40w\\rd@db/receipts';
    const { line } = logged(secretsOf(address), (logger) =>
      logger.info('started', { a: 'x p"ss%40w\\rd', b: 'p"ss@w\\rd' }),
    );
    expect(line).not.toMatch(/p\\"ss/);
  });

  it('is struck out of an option as well, and of any other address', () => {
    const secrets = secretsOf('postgres:///receipts?host=/run&password=hidden%2Fword');
    const { line } = logged(secrets, (logger) =>
      logger.info('started', { text: 'hidden/word, https://someone:else@example.org/x@y and a@b' }),
    );
    expect(line).not.toMatch(/hidden|someone|else/);
    expect(line).toContain('https://[secret]@example.org/x@y and a@b');
  });

  it('that is short, or a word of the log itself, leaves the log readable', () => {
    const short = logged(secretsOf('postgres://me:e@db/receipts'), (logger) =>
      logger.info('started', { text: 'there is nothing to see' }),
    );
    expect(short.fields).toMatchObject({ event: 'started', text: 'there is nothing to see' });
    const word = logged(secretsOf('postgres://me:started@db/receipts'), (logger) =>
      logger.info('started', { text: 'it started' }),
    );
    expect(word.fields).toMatchObject({ level: 'info', event: 'started', text: 'it [secret]' });
  });

  it('begins with what would end a sign in the line, which stays JSON all the same', () => {
    const { fields } = logged(secretsOf('postgres://me:nabcd@db/receipts'), (logger) =>
      logger.info('started', { text: 'one line\nabcd\\nabcd' }),
    );
    expect(fields.text).toBe('one line\nabcd\\[secret]');
  });
});
