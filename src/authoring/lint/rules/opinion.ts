import { commonIn, ownWords, titlesOf } from '../masks.ts';
import { namedIn } from '../named.ts';
import { findInTexts } from '../our-texts.ts';
import type { Rule } from '../rule.ts';

/**
 * Words that no reader could check, in any story. Only such as are opinions nearly always: "famous" and "strange"
 * are left to the eye, and "unlikely that" is a degree of certainty.
 */
const JUDGING =
  /\b(?:controversial(?:ly)?|infamous(?:ly)?|notorious(?:ly)?|shocking(?:ly)?|bizarre(?:ly)?|disgraced?|disgraceful(?:ly)?|so-called|stunning(?:ly)?|incredibl[ey]|outrageous(?:ly)?|ridiculous(?:ly)?|absurd(?:ly)?|surprising(?:ly)?|unsurprising(?:ly)?|(?:un)?fortunately|sadly|thankfully|tragic(?:ally)?|heroic(?:ally)?|shameful(?:ly)?|scandalous(?:ly)?|scandal-ridden|embarrassing(?:ly)?|hilarious(?:ly)?|pathetic(?:ally)?|amazing(?:ly)?|wonderful(?:ly)?|terrible|terribly|awful|horrible|brilliant(?:ly)?|beloved|iconic|glamorous|lavish(?:ly)?|sleazy|rightly|wrongly|obviously|of course|unlikely(?! (?:that|to)\b))\b/iu;

/** Terms of a trade elsewhere, "a corrupt index", "legendary Pokémon": they judge only somebody who is named. */
const JUDGING_SOMEBODY = /\b(?:legendary|crooked|corrupt|shady)\b/iu;

export const opinion = {
  id: 'opinion',
  severity: 'error',
  says: 'The bot tells what was said and done, and leaves the judgement to the reader.',
  languages: ['en'],
  check: (pack) =>
    findInTexts(pack, ({ text }) => {
      const own = ownWords(pack, text);
      const judging = commonIn(own, JUDGING) ?? commonIn(own, JUDGING_SOMEBODY);
      if (judging === undefined || titlesOf(pack).some((title) => title.includes(text))) return undefined;
      const judgesSomebody = [...namedIn(pack.entities, own)].some(
        ({ kind }) => kind === 'person' || kind === 'organisation',
      );
      if (!JUDGING.test(judging) && !judgesSomebody) return undefined;
      return {
        expected: `no “${judging}” of ours: leave it out, or quote it as the word of the article that uses it: “${judging}” in quotation marks`,
        words: judging,
      };
    }),
} satisfies Rule;
