import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { briefFor, type ToBrief } from '../../../src/authoring/drafts/brief.ts';
import { entriesIn } from '../../../src/authoring/drafts/entries-in.ts';
import { WrittenFact, WrittenQuestion } from '../../../src/authoring/format/written.ts';

const asked: ToBrief = {
  article: {
    id: 'log',
    title: 'The log',
    publisher: 'Pier Post',
    paragraphs: ['A boat came in.', 'It left.'],
    ours: false,
  },
  topics: ['Boats', 'Piers'],
  names: ['Mara Quill'],
  facts: ['The first boat in was blue.', 'Mara Quill rowed it.'],
  language: 'en',
};

const brief = briefFor(asked);

describe('a brief', () => {
  it('has the paragraphs under the names that receipts give them, and where the article is from', () => {
    expect(brief).toContain('The log (Pier Post)');
    expect(brief).toContain('[log#1] A boat came in.\n\n[log#2] It left.');
  });

  it('names the topics and names that the pack has, in the language that is asked for', () => {
    expect(brief).toContain('Boats; Piers');
    expect(brief).toContain('Mara Quill');
    expect(brief).toContain('in English');
    expect(briefFor({ ...asked, language: 'de' })).toContain('in German');
  });

  it('asks for own words where the text is somebody else’s, and only there', () => {
    expect(brief).toContain('eight words in a row');
    expect(briefFor({ ...asked, article: { ...asked.article, ours: true } })).not.toContain(
      'eight words in a row',
    );
  });

  it('says what is told already, before the article, and of very many facts the first forty', () => {
    expect(brief).toContain(
      'Do not repeat these:\n- The first boat in was blue.\n- Mara Quill rowed it.\n\n## The',
    );
    const facts = Array.from({ length: 50 }, (_, at) => `Boat ${at + 1} was blue.`);
    const long = briefFor({ ...asked, facts });
    expect(long).toContain('- Boat 40 was blue.\n- …\n');
    expect(long).not.toContain('Boat 41');
  });

  it('warns of what would be read as something else: numbers with commas in lists, colons, number signs', () => {
    expect(brief).toContain('": " or " #"');
    expect(brief).toContain('straight "double quotes"');
    expect(brief).toContain('["9,400", "12,000"]');
  });

  it('begins a pack that has nothing yet', () => {
    const first = briefFor({
      ...asked,
      topics: [],
      names: [],
      facts: [],
      article: { ...asked.article, publisher: undefined },
    });
    expect(first).toContain('There are no topics yet');
    expect(first).not.toMatch(/undefined|Names as the pack|Told already/);
  });

  it('is no longer than one reads: 120 lines beside the paragraphs', () => {
    expect(brief.split('\n').length).toBeLessThan(120);
    for (const line of brief.split('\n')) expect(line.length).toBeLessThan(170);
  });

  it('ends by asking for YAML only', () => {
    expect(brief.trimEnd().split('\n').at(-1)).toContain('YAML only');
  });

  it('shows the shape that is read back: its own example is an answer to it', () => {
    const { text } = entriesIn(brief);
    const [document, ...more] = parseAllDocuments(text, { schema: 'failsafe' });
    expect(more).toEqual([]);
    const { topic, entries, ...rest } = document?.toJS() ?? {};
    expect(topic).toBe('The ferry');
    expect(rest).toEqual({});
    const shapes = entries.map((entry: object) =>
      ('fact' in entry ? WrittenFact : WrittenQuestion).safeParse(entry),
    );
    expect(shapes.map(({ success }: { success: boolean }) => success)).toEqual([true, true, true]);
    const [fact, question] = shapes.map(({ data }: { data: object }) => data);
    expect(Object.keys(fact)).toEqual(['fact', 'receipt', 'about', 'when'].filter((key) => key in fact));
    expect(question.wrong).toHaveLength(3);
  });
});
