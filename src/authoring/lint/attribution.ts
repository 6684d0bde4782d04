/** The words by which a text tells who says something. */

/** Verbs and nouns of saying that hardly mean anything else; "called" and "asked" may be a telephone and a favour. */
const SAYING =
  /\b(?:[Aa]ccording to|[Oo]n whose word|is said|are said|says?|said|saying|tells?|told|writes?|wrote|writing|reports?|reported|reportedly|alleges?|alleged|allegedly|claims?|claimed|stated|states that|notes?|noted|describes?|described|mentions?|mentioned|quotes?|quoted|cites?|cited|explains?|explained|implies|implied|remarks?|remarked|recalls?|recalled|named|tweets?|tweeted|denies|denied|dismissed|voiced|counted|credited|thinks?|thought|retelling|account|caption|by \p{L}+ word|rests on|used the word|called (?:for|what|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)* (?:her|his|their|an?|the|“))|takes it as)\b/u;

/** What may stand beside a quoted phrase to tell whose it is. */
const QUOTING =
  /\b(?:calls?|called|speaks? of|spoke of|labels?|labelled|uses?|used|puts?|gives?|gave|names?|naming|asks?|asked|words?|wording|wrote|phrase|terms?|heading|headline|headed|title|titled|ascribes|sums up|version|message|notice|letter|email|interview|quotation|remark|told|dates?|thanked|reproached|post(?:s|ed)?)\b/iu;

export const hasWordsOfAttribution = (text: string): boolean => SAYING.test(text);

/** Wider: "Retrowrek’s heading uses the word “pardon”" attributes a phrase, though nobody speaks. */
export const tellsWhose = (text: string): boolean => SAYING.test(text) || QUOTING.test(text);
