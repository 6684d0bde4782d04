/** A Markdown text: its parts without their marks, and what its front matter says of it. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { byLineOf } from './by-line.ts';
import { type Found, particularsOf } from './found.ts';
import { frontMatter } from './front-matter.ts';
import { hasWords, oneLine } from './lines.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/** Reading costs the square of the marks in one paragraph, and of how deep lists and quotations stand in each other. */
const MOST = { characters: 1_000_000, squares: 25_000_000, indent: 200, depth: 100 } as const;

const TANGLED =
  'this is too long or too tangled to be read as Markdown: give each chapter as a file of its own, or give it the ending .txt';

export function readMarkdown(text: string): Found {
  const { said, body, notes } = frontMatter(text);
  if (isTangled(body)) throw new Error(TANGLED);
  const root = fromMarkdown(body);
  const { title, byLine, text: rest } = headIn(root, said.title);
  const { notes: about, ...particulars } = particularsOf({
    ...said,
    title: said.title ?? title,
    author: said.author ?? byLine?.author,
    published: said.published ?? byLine?.published,
  });
  const paragraphs = linesIn(rest);
  return {
    ...particulars,
    paragraphs: paragraphs.length > 0 ? paragraphs : linesIn(root.children),
    notes: [...notes, ...about],
  };
}

const linesIn = (nodes: readonly Node[]): readonly string[] =>
  nodes
    .flatMap((node) => paragraphsIn(node, 1))
    .map(oneLine)
    .filter(hasWords);

interface Head {
  readonly title?: string;
  readonly byLine?: ReturnType<typeof byLineOf>;
  /** What is neither title nor by-line. */
  readonly text: readonly Node[];
}

/** The first great heading is the title, unless the front matter gives another. */
function headIn({ children }: Root, given: string | undefined): Head {
  const at = children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const heading = children[at];
  const title = heading && oneLine(wordsIn(heading));
  if (title === undefined || (given !== undefined && oneLine(given) !== title)) return { text: children };
  const under = children[at + 1];
  const byLine = under?.type === 'paragraph' ? byLineOf(oneLine(wordsIn(under))) : undefined;
  return { title, byLine, text: children.toSpliced(at, byLine ? 2 : 1) };
}

function isTangled(text: string): boolean {
  if (text.length > MOST.characters) return true;
  const parts = text.split(/\n(?=[ \t]*(?:\n|[-*+>#]|\d+[.)]))/);
  const marks = parts.map((part) => part.match(/[*_[]/g)?.length ?? 0);
  return (
    marks.reduce((sum, count) => sum + count ** 2, 0) > MOST.squares ||
    parts.some((part) => (CONTAINERS.exec(part)?.[0].length ?? 0) > MOST.indent)
  );
}

/** What stands before the first word of a line in lists and quotations. */
const CONTAINERS = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;

/** An item of a list is the paragraphs in it; lists in lists and quotations are no different. */
function paragraphsIn(node: Node, depth = 0): readonly string[] {
  if (depth > MOST.depth) throw new Error(TANGLED);
  switch (node.type) {
    case 'paragraph':
      return rowsIn(wordsIn(node));
    case 'heading':
      return [wordsIn(node)];
    case 'code':
      return [node.value];
    case 'html':
      return /^<(?:script|style)\b/i.test(node.value) ? [] : [withoutTags(node.value)];
    default:
      return 'children' in node
        ? node.children.flatMap((child) => paragraphsIn(child as Node, depth + 1))
        : [];
  }
}

/** The words of a node; a line that only the author's editor ends stays one for the sake of tables. */
function wordsIn(node: object): string {
  if ('type' in node && node.type === 'break') return ' ';
  if ('type' in node && node.type === 'html') return 'value' in node ? withoutTags(String(node.value)) : '';
  if ('value' in node) return withoutDialects(String(node.value));
  return 'children' in node && Array.isArray(node.children) ? node.children.map(wordsIn).join('') : '';
}

/** Marks that came after Markdown: footnotes, boxes to tick, struck words, links and pictures of wikis. */
const withoutDialects = (text: string): string =>
  text
    .replace(/^\[[ x]\] /i, '')
    .replace(/\[\^[^\]\s]{1,40}\]:?/g, '')
    .replace(/~~/g, '')
    .replace(/!\[\[[^[\]]*\]\]/g, '')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1');

/** Comments, and tags as far as they dress words: what stands between them is the author's. */
const withoutTags = (html: string): string =>
  html
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(/<\/?(?:br|p|div|li|t[dhr]|h[1-6])\b[^<>]*>/gi, ' ')
    .replace(/<[^<>]*>/g, '');

/** A table, which has no blank line before it as often as it has one: each row, without its line of hyphens. */
function rowsIn(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n');
  const rule = lines.findIndex((line, at) => at > 0 && isRule(line));
  if (rule < 0) return [paragraph];
  const rows = [lines[rule - 1] ?? '', ...lines.slice(rule + 1)].map((line) => cellsIn(line).join(' | '));
  return [lines.slice(0, rule - 1).join('\n'), ...rows];
}

const cellsIn = (line: string): readonly string[] =>
  line
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean);

const isRule = (line: string): boolean =>
  line.includes('|') && cellsIn(line).every((cell) => /^:?-+:?$/.test(cell));
