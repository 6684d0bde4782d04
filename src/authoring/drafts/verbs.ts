/**
 * English verbs that tell what happened, so that "Mara sold the boat" can be asked about as "When did Mara sell the
 * boat?". A list, not rules: of a verb that is not in it no form is guessed, and the question is put another way.
 */

/** `base past participle`; without the last where it is the past, with the base alone where all three are the same. */
const IRREGULAR = `
admit admitted, ban banned, become became become, begin began begun, break broke broken, bring brought, build built,
burn burnt, buy bought, cancel cancelled, catch caught, choose chose chosen, come came come, cut, deal dealt,
draw drew drawn, drive drove driven, drop dropped, eat ate eaten, fall fell fallen, fight fought, find found,
fly flew flown, forbid forbade forbidden, freeze froze frozen, give gave given, go went gone, grow grew grown,
hear heard, hit, lay laid, leave left, lend lent, let, light lit, lose lost,
make made, meet met, pay paid, plan planned, put, ride rode ridden, ring rang rung, rise rose risen, say said,
see saw seen, sell sold, send sent, set, shoot shot, show showed shown, shut, sing sang sung, sink sank sunk, speak spoke spoken,
spend spent, split, spread, stop stopped, strike struck, swim swam swum, take took taken, teach taught, tell told,
throw threw thrown, transfer transferred, travel travelled, win won, withdraw withdrew withdrawn, write wrote written`;

const REGULAR = `
abolish accept achieve acquire adapt add adopt agree allow announce answer appear apply appoint approve arrange arrive ask
assemble attend award bake base book borrow call carry celebrate change check clean clear climb close collapse collect complete
compose convert cook cover crash create cross dance decide declare defeat defend deliver deny describe design destroy develop
direct discover dissolve donate double earn elect end endorse enter escape establish examine exchange expand explain explore
extend fail finance finish fix follow form found gather grant greet halve hand happen help hire host house improve increase
inherit inspect install introduce invent invest invite issue join jump kick land laugh launch learn lower mark measure mention
merge move name note notice obtain offer open order organise organize paint pass phone photograph pick place play post praise
prepare present prevent print produce promise promote prove publish purchase raise reach receive recommend record
reduce refuse register reject release relocate remove rename renew repair repeat replace reply report request rescue resign
restore retire return reveal revise reward row ruin sail save score settle share sign start store suggest surprise switch talk taste
test thank touch tour train translate treat try turn type unveil update upgrade vanish visit vote walk warn wash
watch welcome`;

/** Of these, what is told now can be asked: "The office keeps 12 bicycles." */
const LASTING = `
have has, own owns, hold holds, keep keeps, employ employs, contain contains, include includes, cover covers, offer offers,
need needs, use uses, sell sells, serve serves, receive receives, get gets, take takes, pay pays, give gives, cost costs,
last lasts, run runs, seat seats, charge charges, open opens, close closes, start starts, end ends, begin begins, leave leaves, weigh weighs,
teach teaches, lead leads, manage manages, chair chairs, repair repairs, write writes, design designs, play plays`;

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split(/,\s*/)
    .map((row) => row.split(' '));

const regularPast = (base: string): string =>
  base.endsWith('e') ? `${base}d` : /[^aeiou]y$/.test(base) ? base.replace(/y$/, 'ied') : `${base}ed`;

const FORMS = [
  ...rows(IRREGULAR).map(([base = '', past = base, participle = past]) => ({ base, past, participle })),
  ...REGULAR.trim()
    .split(/\s+/)
    .map((base) => ({ base, past: regularPast(base), participle: regularPast(base) })),
];

/** What could as well be told of now, such as "put", is left out. */
const PAST = new Map(FORMS.flatMap(({ base, past }) => (base === past ? [] : [[past, base] as const])));
const PRESENT = new Map(rows(LASTING).map(([base = '', present = '']) => [present, base]));
const PARTICIPLES = new Set(FORMS.map(({ participle }) => participle));

/** "sold" → "sell"; undefined for whatever is not surely the past of a verb. */
export const baseOfPast = (word: string): string | undefined => PAST.get(word);

/** "owns" → "own". */
export const baseOfPresent = (word: string): string | undefined => PRESENT.get(word);

/** "sold" after "was": something happened, as opposed to "was old". */
export const isParticiple = (word: string): boolean =>
  PARTICIPLES.has(word) || word === 'held' || word === 'born';

/** Any verb that might be one: also those that are not in the list. */
export const looksPast = (word: string): boolean => PAST.has(word) || /^\p{Ll}{2,}ed$/u.test(word);
