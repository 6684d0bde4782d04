/** The sentences of a paragraph, and whether one can be read without the one before it. */

/** Their full stop ends no sentence: "Dr. Marsh", "No. 5", "J. Quill", "e.g. this". */
const SHORTENED =
  /(?:\b(?:mr|mrs|ms|dr|prof|st|no|vs|jr|sr|inc|ltd|co|approx|ca|fig|art|jan|feb|aug|sept?|oct|nov|dec|e\.g|i\.e|etc)|(?<![\p{L}\p{N}])\p{Lu})\.\s*$/iu;

const SEGMENTERS = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = SEGMENTERS.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  SEGMENTERS.set(language, known);
  return known;
}

/** Where “5. Mai” is the fifth, the dot ends nothing. */
const ORDINAL_DOTS = new Set(['cs', 'da', 'de', 'fi', 'nb', 'no']);

/** A quotation of several sentences stays with whoever says it; brackets around all of the paragraph hold nothing together. */
export function sentencesOf(paragraph: string, language: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenterFor(language).segment(paragraph.replace(/^\(([^()]*)\)$/, '$1'))) {
    open += segment;
    if (isOpen(open) || (ORDINAL_DOTS.has(language) && /(?<!\d)\d{1,2}\.\s*$/.test(open))) continue;
    sentences.push(open);
    open = '';
  }
  return [...sentences, open].map((sentence) => sentence.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

const isOpen = (text: string): boolean =>
  SHORTENED.test(text) ||
  count(text, '“') > count(text, '”') ||
  count(text, '"') % 2 === 1 ||
  count(text, '(') > count(text, ')');

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Not a title, a byline, a list of links, nor what somebody said without whoever said it. */
export const isStatement = (sentence: string): boolean =>
  /[.!](?:[”"»)’']|\s?\[\d+\])*$/.test(sentence) && /\p{Ll}{2}/u.test(sentence.replace(QUOTED, ''));

const QUOTED = /“[^”]*”|"[^"]*"|«[^»]*»/g;

const LEANING =
  /^(?:(?:it|this|that|these|those|his|her|hers|its|their|theirs|him|them|such|here|then|later|afterwards?|instead|however|but|and|so|also|still|yet|meanwhile|both|neither|another|others|he|she|they)\b|(?:by|until|since|after|before|at) (?:then|that|this)\b|the (?:same|latter|former|others?|next|following|previous)\b|(?:that|one|the|\w+) (?:years?|months?|weeks?|days?) (?:later|earlier|after|before)\b|(?:as a result|for (?:example|instance)|in addition|one of them|at the time)\b)/i;

/** “…,” she said. */
const SPEAKER = /[”"»],? (he|she|they|it)\b/i;

/** Who speaks; "Charles I" and "the US" do not. */
const FIRST_PERSON =
  /(?<![\p{L}\p{N}’'])(?:[Ww]e|[Mm]y|[Oo]urs?|us|me|mine|myself|ourselves|(?<=(?:^|(?:^| )\p{Ll}\S* |^(?:When|While|As|After|Before|If|Then|But|And|Because|Since|Until|Once|Though|Although|Where|What|Today|Now|Soon|Still) |[,;:–—(] ?))I)(?![\p{L}\p{N}]|[.-]\p{L})/u;

/** "those answers", "in that year"; "those who came" points at nothing before. */
const POINTING =
  /\b(?:(?:these|those) (?!who|which|that|of|with|in|on|at|from|whose)|this |(?<=\b(?:in|on|at|of|from|with|for|by|to|than|into|during|after|before|since|until) )that (?!is\b))\p{L}+/iu;

const PRONOUN = /^(?:he|she|it|they)$/i;

/**
 * The words with which an English sentence leans on the one before or on who wrote it: "She" of "She rowed in 1995",
 * "Our" of "Our boat sank", "those boats" of "Ben sold those boats". "The boat" may lean as well, which no rule can tell.
 */
export function leansOn(sentence: string, names: readonly string[]): string | undefined {
  const [opening] = LEANING.exec(sentence.replace(/^[“"‘'(]+/, '')) ?? [];
  if (opening !== undefined) return opening;
  const speaker = SPEAKER.exec(sentence);
  if (speaker && !names.some((name) => sentence.slice(0, speaker.index).includes(name))) return speaker[1];
  const told = sentence.replace(QUOTED, '');
  const [pointing] = FIRST_PERSON.exec(told) ?? POINTING.exec(told) ?? [];
  if (pointing !== undefined) return pointing;
  const words = sentence.split(/[\s,]+/).slice(0, 4);
  const at = words.findIndex((word) => PRONOUN.test(word));
  const isAfterName = names.some((name) =>
    words
      .slice(0, at)
      .join(' ')
      .includes(name.split(' ')[0] ?? name),
  );
  return at > 0 && !isAfterName ? words[at] : undefined;
}
