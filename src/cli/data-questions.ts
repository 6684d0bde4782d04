/**
 * `npm run -s data:questions [-- --json]`: what is asked, as people read it. For whoever marks the questions without
 * having written them.
 */
import { buildLibrary } from '../core/dataset/library.ts';
import { attributionOf } from '../core/quiz/attribution.ts';
import { loadPacksOrExit } from './data-packs.ts';

const packs = await loadPacksOrExit();
const library = buildLibrary(packs);

const asked = packs.flatMap(({ info, questions }) =>
  questions.map((question) => ({
    id: question.id,
    pack: info.id,
    kind: question.kind,
    prompt: question.prompt,
    attribution: attributionOf(library, question) ?? '',
    options: [
      { text: question.right.text, right: true },
      ...question.wrong.map(({ text }) => ({ text, right: false })),
    ],
    payoff: question.payoff,
    fit: question.fit,
    difficulty: question.difficulty,
    claims: question.right.claims,
  })),
);

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(asked, null, 2)}\n`);
else
  for (const { attribution, prompt, options, payoff } of asked)
    process.stdout.write(
      `${attribution === '' ? '' : `[${attribution}] `}${prompt}\n${options
        .map(({ text, right }) => `  ${right ? '✓' : '·'} ${text}\n`)
        .join('')}  ${payoff}\n\n`,
    );
