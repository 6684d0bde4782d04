/** Numbers that are written as words. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

const LARGE = [
  ['dozen', '12'],
  ['twenty', '20'],
  ['thirty', '30'],
  ['forty', '40'],
  ['fifty', '50'],
  ['sixty', '60'],
  ['seventy', '70'],
  ['eighty', '80'],
  ['ninety', '90'],
  ['hundred', '100'],
  ['thousand', '1000'],
  ['million', '1000000'],
] as const;

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const DIGITS: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, at) => [word, String(at)] as const),
  ...ORDINALS.map((word, at) => [word, String(at + 1)] as const),
  ...LARGE,
  ['once', '1'],
  ['twice', '2'],
]);

/** "five" and "5th" as "5"; any other folded word as it is. */
export const inDigits = (word: string): string =>
  DIGITS.get(word) ?? word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');

/** Digits, number words, and what is counted in dozens and thousands. */
export const isNumber = (word: string): boolean =>
  /\d/.test(word) || word === 'half' || DIGITS.has(word) || DIGITS.has(word.replace(/s$/, ''));
