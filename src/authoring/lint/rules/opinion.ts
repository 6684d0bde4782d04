/** Words that judge: the bot tells what was said and done, and leaves the judgement to the reader. */
import { isNamedIn } from '../../drafts/names.ts';
import { ownWords, titlesOf } from '../masks.ts';
import { problemsInTexts } from '../our-texts.ts';
import type { Gate } from '../rule.ts';

/**
 * Words that no reader could check, in any story. Only such as are opinions nearly always: "famous" and "strange"
 * are left to the eye, and "unlikely that" is a degree of certainty.
 */
const JUDGING =
  /\b(?:controversial(?:ly)?|infamous(?:ly)?|notorious(?:ly)?|shocking(?:ly)?|bizarre(?:ly)?|disgraced?|disgraceful(?:ly)?|so-called|stunning(?:ly)?|incredibl[ey]|outrageous(?:ly)?|ridiculous(?:ly)?|absurd(?:ly)?|surprising(?:ly)?|unsurprising(?:ly)?|(?:un)?fortunately|sadly|thankfully|tragic(?:ally)?|heroic(?:ally)?|shameful(?:ly)?|scandalous(?:ly)?|scandal-ridden|embarrassing(?:ly)?|hilarious(?:ly)?|pathetic(?:ally)?|amazing(?:ly)?|wonderful(?:ly)?|terrible|terribly|awful|horrible|brilliant(?:ly)?|beloved|iconic|glamorous|lavish(?:ly)?|sleazy|rightly|wrongly|obviously|of course|unlikely(?! (?:that|to)\b))\b/iu;

/** Terms of a trade elsewhere, "a corrupt index", "legendary Pokémon": they judge only somebody who is named. */
const JUDGING_SOMEBODY = /\b(?:legendary|crooked|corrupt|shady)\b/iu;

export const opinion: Gate = {
  name: 'no word that is an opinion',
  check(pack) {
    const titles = titlesOf(pack);
    const somebody = pack.entities.filter(({ kind }) => kind === 'person' || kind === 'organisation');
    return problemsInTexts(pack, ({ text }) => {
      const isFromTitle = titles.some((title) => title.includes(text));
      const own = isFromTitle ? '' : ownWords(text, titles);
      const [judging] =
        own.match(JUDGING) ??
        ((somebody.some((entity) => isNamedIn(entity, own)) && own.match(JUDGING_SOMEBODY)) || []);
      return (
        judging &&
        `no “${judging}” of ours: leave it out, or quote it as the word of the article that uses it: “${judging}” in quotation marks`
      );
    });
  },
};
