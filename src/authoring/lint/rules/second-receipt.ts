import type { Pack } from '../../../core/dataset/pack.ts';
import type { Claim } from '../../../core/dataset/schema.ts';
import { isStopWord } from '../../../core/facts/stop-words.ts';
import { stands } from '../masks.ts';
import { namedIn } from '../named.ts';
import { finding, type Rule } from '../rule.ts';
import { indexOf, stemsOf, type TextIndex } from '../text-index.ts';

/** Two words may meet by chance in a paragraph about the same people. */
const LEAST = 3;

export const secondReceipt = {
  id: 'second-receipt',
  severity: 'warning',
  says: 'Where another article has a fact too, the bot must not say that only one reports it.',
  needs: 'texts',
  check(pack, texts) {
    const index = indexOf(texts);
    const languageOf = new Map(pack.articles.map(({ id, language }) => [id, language]));
    return pack.claims
      .filter((claim) => !isOfItsArticle(pack, claim))
      .flatMap((claim) => {
        const { persons, stems } = fingerprintOf(pack, claim, index);
        if (stems.length < LEAST) return [];
        const cited = new Set(claim.receipts.map(({ article }) => article));
        const languages = new Set([...cited].map((article) => languageOf.get(article)));
        const found = index
          .having(stems)
          .find(
            ({ article, stems: others }) =>
              !cited.has(article) &&
              languages.has(languageOf.get(article)) &&
              persons.every((names) => names.some((word) => others.has(word))),
          );
        if (found === undefined) return [];
        const expected = `perhaps ${found.article}#${found.number} too: it has all the words that this fact took from its own paragraph`;
        return [finding(claim, 'receipts', expected)];
      });
  },
} satisfies Rule;

/** "Best Life says", "according to Mamamia": that one says so is the claim. */
const isOfItsArticle = ({ articles }: Pack, { text, reserved, receipts }: Claim): boolean =>
  reserved === 'about-the-article' ||
  articles.some(
    ({ id, publisher, ours }) =>
      !ours && receipts.some(({ article }) => article === id) && stands(publisher, text),
  );

/** By what a paragraph that tells the same is known. */
interface Fingerprint {
  /** Of each, one word must be there: people go by their surnames. */
  readonly persons: readonly (readonly string[])[];
  /** All of them: what the claim did not reword. */
  readonly stems: readonly string[];
}

function fingerprintOf({ entities }: Pack, { text, receipts }: Claim, index: TextIndex): Fingerprint {
  const persons = [...namedIn(entities, text)]
    .filter(({ kind }) => kind === 'person')
    .map(({ name, aliases }) => stemsOf([name, ...aliases].join(' ')).filter((word) => !isStopWord(word)));
  const proofs = receipts.flatMap(({ article, paragraph }) => index.paragraph(article, paragraph) ?? []);
  const stems = [...new Set(stemsOf(text))].filter(
    (word) =>
      !isStopWord(word) &&
      !persons.some((names) => names.includes(word)) &&
      proofs.some((proof) => proof.stems.has(word)),
  );
  return { persons, stems };
}
