import { senseOf } from './english.ts';

/** Words that say nothing of what is asked about, in English and Italian: a fact is never found by them. */
const ENGLISH = `
a an the this that these those some any all both each every such same other another own
i me my mine you your yours he him his she her hers it its we us our ours they them their theirs one ones
who whom whose what which when where why how whether if then than so as because while until
is am are was were be been being do does did done doing have has had having can could will would shall should
might must ought don didn doesn isn aren wasn weren wouldn couldn shouldn hasn haven hadn ain ca wo sha cannot
of in on at to from by for with without about into onto over under up down out off between among against
during before after since through via per towards upon and or nor but not no yes also too very just only
even ever never again still already yet there here now more most much many few less least lot lots
true false really actually please thanks thank hi hey hello bye ok okay yo lol
tell give say says said know find get got let go fact facts receipt receipts trivia quiz question questions
something anything everything nothing someone anyone everyone somebody anybody everybody nobody thing things stuff
time times day days week weeks month months year years old new good name named word words people person
like kind want need make made happen happened mean
long last together still whos whats wheres whens hows thats theyre dont didnt doesnt isnt wasnt cant wouldnt exactly went gone goes going gets getting story stories info information
wich whch wat waht wut hwo hwat wehn wher teh adn thier
`;

const ITALIAN = `
il lo la i gli le l un uno una di del dello della dei degli delle d a ad al allo alla ai agli alle
da dal dallo dalla dai dagli dalle in nel nello nella nei negli nelle con col su sul sullo sulla sui sugli sulle
per tra fra e ed o ma se che chi cui cosa quale quali quando dove come perche quanto quanti
sono sei siamo siete era erano stato stata essere ha hanno ho hai abbiamo avere aveva
mi ti si ci vi lui lei loro noi voi io tu mio mia tuo tua suo sua questo questa quello quella
non piu anche solo poi gia molto vero ciao grazie dimmi qualcosa fatto fatti
`;

const WORDS = new Set(`${ENGLISH} ${ITALIAN}`.trim().split(/\s+/));

/** Words in which many a question differs from the text that answers it: what fits the others may do without them. */
const LIGHT = new Set(
  (
    `write live think feel speak talk discuss commit become come attend agree accept join visit see hear hold take put ` +
    `call bring use leave stay turn start begin end run look move cause receive involve deal mention reveal ` +
    `share claim describe explain react respond title want work try plan age date ` +
    `know report quote colour`
  )
    .split(' ')
    .map(senseOf),
);

export const isLight = (word: string): boolean => LIGHT.has(senseOf(word));

/** A single letter says no more than these words do. */
export const isStopWord = (word: string): boolean =>
  WORDS.has(word) || (word.length < 3 && /^\p{L}$/u.test(word));
