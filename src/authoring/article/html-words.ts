/** The paragraphs that a reader of a page sees. */
import { hasWords, oneLine } from './lines.ts';

/** Nothing of it is text of the page. */
const UNSEEN = new Set(
  'script style noscript template head title nav svg iframe object audio video canvas button select textarea'.split(
    ' ',
  ),
);

/** What begins and ends a line of its own. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Cells with these are a layout, and no data. */
const PARTS = 'table, li, blockquote, h1, h2, h3, p + p, div + div';

/** Each block with words of its own is a paragraph, and so is each row of a table. */
export function paragraphsIn(root: Element): readonly string[] {
  const paragraphs: string[] = [];
  let [line, breaks] = ['', 0];
  const end = (): void => {
    const words = oneLine(line);
    if (hasWords(words)) paragraphs.push(words);
    [line, breaks] = ['', 0];
  };
  const walk = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (isText(node)) {
        line += node.data;
        if (/\S/.test(node.data)) breaks = 0;
      } else if (isElement(node) && !isUnseen(node)) {
        const name = node.localName;
        const row = name === 'tr' ? rowOf(node) : undefined;
        if (name === 'br') {
          breaks += 1;
          if (breaks > 1) end();
          else line += ' ';
        } else if (BLOCKS.has(name)) {
          end();
          if (row === undefined) walk(node);
          else line = row;
          end();
        } else walk(node);
      }
    }
  };
  walk(root);
  end();
  return paragraphs;
}

const isText = (node: ChildNode): node is Text => node.nodeType === 3;
const isElement = (node: ChildNode): node is HTMLElement => node.nodeType === 1;

/** Numbers of footnotes and “edit” are the page's, not the article's. */
function isUnseen(node: Element): boolean {
  const isNote = node.localName === 'sup' && /^\s*\[[^\]]{1,20}\]\s*$/.test(node.textContent ?? '');
  return (
    isNote ||
    UNSEEN.has(node.localName) ||
    node.hasAttribute('hidden') ||
    node.getAttribute('aria-hidden') === 'true' ||
    /\bmw-editsection\b/.test(node.getAttribute('class') ?? '') ||
    /display:\s?none/i.test(node.getAttribute('style') ?? '')
  );
}

/** Its cells in one line; undefined where it is no row of data. */
function rowOf(row: Element): string | undefined {
  const cells = [...row.children];
  if (cells.length < 2 || row.querySelector(PARTS) !== null) return undefined;
  return cells
    .map((cell) => paragraphsIn(cell).join(' '))
    .filter(Boolean)
    .join(' | ');
}
