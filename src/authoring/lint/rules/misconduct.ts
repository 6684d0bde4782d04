import type { Claim, Entity, Question } from '../../../core/dataset/schema.ts';
import { wordsOf } from '../../../core/facts/fold.ts';
import { namesIn } from '../../drafts/names-in.ts';
import { titlesOf, withoutTitles } from '../masks.ts';
import { namedIn } from '../named.ts';
import { type Finding, finding, type Rule } from '../rule.ts';

/**
 * Beginnings of words for crimes, corruption, betrayal, violence and abuse of substances. Not "sentence", "prison" or
 * "trial": the shipped pack is about people in prison, and where somebody is does not say what they did.
 */
const WORDS =
  `abus adulter affair arrest assault blackmail brib cheat cocain convict corrupt crimin crook deceiv
  defraud divorc drug drunk embezzl evad evasion extort felon forged forger fraud guilt harass indict insult intoxicat
  kill launder liar lied lies mistress murder overdos perjur plagiar rape rapist robb scam smuggl stalk steal stole
  swindl theft thief thiev threat traffick violen`.split(/\s+/);

export const misconduct = {
  id: 'misconduct',
  severity: 'error',
  says: 'A wrong option that invents misconduct for a real person is read, and remembered, without its mark.',
  languages: ['en'],
  protects: 'people',
  check(pack) {
    const titles = titlesOf(pack);
    const accusations: Accusations = (text) => beginningsIn(withoutTitles(text, titles));
    const claims = new Map(pack.claims.map((claim) => [claim.id, claim]));
    const real = pack.entities.filter(
      ({ kind, invented }) => (kind === 'person' || kind === 'other') && !invented,
    );
    const ids = new Set(real.map(({ id }) => id));
    const known = pack.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    const listed = new Set(known);
    // Nobody has to list names: one of two words and more may be somebody's.
    const namesSomebody = (text: string) =>
      namesIn(text, { known, whole: text, language: pack.info.language }).some(
        (name) => name.includes(' ') && !listed.has(name),
      );
    const concerns = ({ entities, text }: Claim) =>
      entities.some(({ entity }) => ids.has(entity)) || namesSomebody(text);
    const asked = pack.questions.filter(({ right, wrong }) =>
      [...right.claims, ...wrong.flatMap((one) => one.claims)]
        .flatMap((id) => claims.get(id) ?? [])
        .some(concerns),
    );
    return [
      ...asked.flatMap((question) => checkOptions(question, claims, accusations)),
      ...asked.flatMap((question) => checkCulprits(question, real, accusations)),
      ...pack.claims.filter(concerns).flatMap((claim) => checkVariants(claim, real, accusations)),
    ];
  },
} satisfies Rule;

/** The words of a text that accuse somebody, by their beginnings; titles of works left out. */
type Accusations = (text: string) => readonly string[];

const beginningsIn: Accusations = (text) => {
  const words = wordsOf(text.replace(DEPARTMENTS, ''));
  return WORDS.filter((beginning) =>
    words.some((word) => word.startsWith(beginning) && ENDINGS.has(word.slice(beginning.length))),
  );
};

/** Killarney kills nobody, and rapeseed is a plant. */
const ENDINGS: ReadonlySet<string> = new Set([
  '',
  ...`able al als ard ards ce d e ed ee ees ement en ened ening enness er eries ers ery es ged ging ies ing ings
  ion ions ise ised ising ism ist ists ive ize ized izing med ment ments ming n ous s ster sters t tly ulent y`.split(
    /\s+/,
  ),
]);

/** Magazines, ministries and offices are named so. Capitals alone make no name: "Tax Evasion" accuses. */
const DEPARTMENTS =
  /\b(?:Consumer|Cultural|Current|Economic|European|External|Foreign|Home|Internal|Public|Social|Veterans) Affairs\b/g;

/** What the question itself is about, and what a claim named with the option says, is not invented. */
function checkOptions(
  question: Question,
  claims: ReadonlyMap<string, Claim>,
  accusations: Accusations,
): Finding[] {
  return question.wrong.flatMap((option, at) => {
    const told = [...question.right.claims, ...option.claims].map((id) => claims.get(id)?.text ?? '');
    const known = new Set([question.prompt, question.right.text, ...told].flatMap(accusations));
    return (['text', 'because'] as const).flatMap((field) => {
      const word = accusations(option[field]).find((found) => !known.has(found));
      if (word === undefined || (field === 'because' && DENIED.test(option.because))) return [];
      const expected = `a wrong option that accuses nobody, but “${option[field]}” has a word that begins with “${word}” and no fact that it names says so: offer something harmless`;
      return [finding(question, `wrong.${at}.${field}`, expected)];
    });
  });
}

/** A reason may say that nobody is accused: "No article speaks of an arrest." */
const DENIED = /^(?:No article|None of the articles|Neither)\b/;

/** "Who was arrested?" accuses every person that it offers. */
function checkCulprits(question: Question, real: readonly Entity[], accusations: Accusations): Finding[] {
  const { prompt, wrong } = question;
  const [word] = accusations(prompt);
  if (word === undefined || !/\b(?:who|whom|whose)\b/i.test(prompt)) return [];
  return wrong.flatMap(({ text }, at) =>
    personsIn(text, real).length === 0
      ? []
      : finding(
          question,
          `wrong.${at}.text`,
          `nobody offered where the question says “${word}…”: ask for something else than who did it`,
        ),
  );
}

/** A statement with one detail changed is read as a statement, before anybody learns that it is false. */
function checkVariants(claim: Claim, real: readonly Entity[], accusations: Accusations): Finding[] {
  const known = accusations(claim.text);
  const persons = personsIn(claim.text, real);
  return claim.refuted.flatMap(({ text }, at) => {
    const words = accusations(text);
    const added = words.find((word) => !known.includes(word));
    const accused = words.length > 0 && personsIn(text, real).some((id) => !persons.includes(id));
    if (added === undefined && !accused) return [];
    const expected = `a variant that accuses nobody of what the fact does not: “${added ?? words[0]}…” in “${text}”; change another detail`;
    return [finding(claim, `refuted.${at}.text`, expected)];
  });
}

const personsIn = (text: string, persons: readonly Entity[]): readonly string[] =>
  [...namedIn(persons, text)].map(({ id }) => id);
