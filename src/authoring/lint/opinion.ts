/** Words that judge: the bot tells what was said and done, and leaves the judgement to the reader. */
import type { Gate } from './gate.ts';
import { ownWords, titlesOf } from './masks.ts';
import { problemsInTexts } from './our-texts.ts';

/**
 * Words that no reader could check, in any story. Only such as are opinions nearly always: "famous" and "strange"
 * are left to the eye, and "unlikely that" is a degree of certainty.
 */
const JUDGING =
  /\b(?:controversial(?:ly)?|infamous(?:ly)?|notorious(?:ly)?|shocking(?:ly)?|bizarre(?:ly)?|disgraced?|disgraceful(?:ly)?|so-called|stunning(?:ly)?|incredibl[ey]|outrageous(?:ly)?|ridiculous(?:ly)?|absurd(?:ly)?|surprising(?:ly)?|unsurprising(?:ly)?|(?:un)?fortunately|sadly|thankfully|tragic(?:ally)?|heroic(?:ally)?|shameful(?:ly)?|scandalous(?:ly)?|scandal-ridden|embarrassing(?:ly)?|hilarious(?:ly)?|pathetic(?:ally)?|amazing(?:ly)?|wonderful(?:ly)?|terrible|terribly|awful|horrible|brilliant(?:ly)?|beloved|legendary|iconic|glamorous|lavish(?:ly)?|crooked|corrupt|sleazy|shady|rightly|wrongly|obviously|of course|unlikely(?! (?:that|to)\b))\b/iu;

export const opinion: Gate = {
  name: 'no word that is an opinion',
  check(pack) {
    const titles = titlesOf(pack);
    return problemsInTexts(pack, ({ text }) => {
      const isFromTitle = titles.some((title) => title.includes(text));
      const judging = isFromTitle ? undefined : ownWords(text, titles).match(JUDGING)?.[0];
      return (
        judging &&
        `no “${judging}” of ours: leave it out, or quote it as the word of the article that uses it: “${judging}” in quotation marks`
      );
    });
  },
};
