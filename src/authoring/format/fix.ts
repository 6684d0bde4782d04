/** Mends in a YAML file what needs no thought: signs that only a program notices, and texts that YAML stumbles on. */
import { isCollection, isScalar, type Scalar, stringify, visit } from 'yaml';
import { type Splice, spliced } from './edit.ts';
import { readYaml } from './yaml-file.ts';

/** More lines than this with broken quotes, and it is another kind of file. */
const MOST_LINES = 500;

/** A file that lost signs where it was saved stays as it is, since nobody knows which. */
export function fixed(path: string, text: string): string {
  if (/[\ufffd\0]/.test(text)) return text;
  return tidied(path, quotedWhereNeeded(path, plainSigns(text)));
}

/**
 * What is never meant: marks of programs, spaces of other widths, signs without a width, other line ends. The two that
 * join signs or keep them apart are meant: scripts and emoji are spelt with them.
 */
const plainSigns = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));

/** Puts the text of a line in quotes where YAML says that it cannot read it as it stands; the lines stay the same. */
export function quotedWhereNeeded(path: string, text: string): string {
  let lines = text.split('\n');
  for (let round = 0; round < MOST_LINES; round += 1) {
    const [problem] = readYaml(path, lines.join('\n')).problems;
    const at = (problem?.position?.line ?? 0) - 1;
    const line = lines[at];
    const [, head = '', value = ''] = /^(\s*(?:- )*(?:[\w-]+: )|\s*- )(.+)$/.exec(line ?? '') ?? [];
    if (value === '' || /^["'[{|>]/.test(value)) return lines.join('\n');
    const said = withoutComment(value);
    const mended = lines.with(at, head + JSON.stringify(said) + value.slice(said.length));
    const [left] = readYaml(path, mended.join('\n')).problems;
    if (left?.position?.line === at + 1) return lines.join('\n');
    lines = mended;
  }
  return text;
}

/** Only “ # ” begins a comment for people: “Boat #3” is a boat. */
function withoutComment(value: string): string {
  const comment = value.search(/[ \t]#(?=\s|$)/);
  return (comment < 0 ? value : value.slice(0, comment)).trimEnd();
}

function tidied(path: string, text: string): string {
  const { document, problems } = readYaml(path, text);
  if (problems.length > 0) return text;
  const splices: Splice[] = [];
  visit(document, {
    Scalar(_, node, around) {
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range || node.type?.startsWith('BLOCK'))
        return;
      const tidy = tidyText(node.value);
      const [start, end] = node.range;
      const isInFlow = around.some((one) => isCollection(one) && one.flow === true);
      if (tidy !== node.value) splices.push({ start, end, text: typedLike(node, tidy, isInFlow) });
    },
  });
  return spliced(text, splices);
}

/** In the quotes that its author chose; in none only where it is read the same without. */
export function typedLike({ type }: Scalar, text: string, isInFlow: boolean): string {
  const isOneLine = !text.includes('\n');
  if (type === 'QUOTE_SINGLE' && isOneLine) return `'${text.replaceAll("'", "''")}'`;
  const mayBePlain = type === 'PLAIN' && isOneLine && !(isInFlow && /[,[\]{}]/.test(text));
  return mayBePlain ? stringify(text, { schema: 'failsafe', lineWidth: 0 }).trimEnd() : JSON.stringify(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{
    '&amp;': '&',
    '&quot;': '"',
    '&#39;': '’',
    '&apos;': '’',
    '&nbsp;': ' ',
    '&rsquo;': '’',
    '&lsquo;': '‘',
  },
  ...{ '&ldquo;': '“', '&rdquo;': '”', '&ndash;': '–', '&mdash;': '—', '&hellip;': '…' },
};

function tidyText(text: string): string {
  const plain = text
    .replace(/&(?:[a-z]+|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/ {2,}/g, ' ')
    .trim();
  const isMixed = /["'][\s\S]*[‘’“”]|[‘’“”][\s\S]*["']/.test(plain);
  return isMixed ? curly(plain) : plain;
}

const curly = (text: string): string =>
  text
    .replace(/(^|[\s([–—])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([–—“])'/g, '$1‘')
    .replaceAll("'", '’');
