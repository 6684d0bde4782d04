/**
 * `npm run -s data:panel -- sheet|key|tricks|marks [SEED] [FILE]`: how good the questions are, in the eyes of people who
 * have not written them. See docs/packs.md.
 */
import { readFileSync } from 'node:fs';
import { ASPECTS, type Mark, parseMarks, verdictOn } from '../authoring/panel/marks.ts';
import { keyToText, sheetsOf, sheetToText } from '../authoring/panel/sheet.ts';
import { tricksOn } from '../authoring/panel/tricks.ts';
import { buildLibrary } from '../core/dataset/library.ts';
import { loadPacksOrExit, orExit } from './data-packs.ts';

const [what = '', seed = '1', file = ''] = process.argv.slice(2);
const library = buildLibrary(await loadPacksOrExit());
const sheets = sheetsOf(library, seed);

const PRINTED: Readonly<Record<string, () => readonly string[]>> = {
  sheet: () => sheets.map(sheetToText),
  key: () => sheets.map(keyToText),
  tricks: () =>
    tricksOn([...library.questions.values()]).map(({ choose, right }) => `${percent(right)}  ${choose}`),
  marks: () => {
    const marks = parseMarks(readFileSync(file || 0, 'utf8'), sheets);
    const daily = marks.filter(({ sheet }) => sheet.question.fit === 'daily');
    return [
      verdictToText('all', marks),
      verdictToText('daily', daily),
      ...verdictOn(marks).weak.map(weakToText),
    ];
  },
};

const print = PRINTED[what];
if (!print) {
  process.stderr.write('usage: npm run -s data:panel -- sheet|key|tricks|marks [SEED] [FILE of marks]\n');
  process.exit(1);
}
process.stdout.write(`${(await orExit(async () => print())).join('\n')}\n`);

function verdictToText(of: string, marks: readonly Mark[]): string {
  const { questions, means, weak, right } = verdictOn(marks);
  const parts = ASPECTS.map((aspect) => `${aspect} ${means[aspect].toFixed(2)}`);
  return `${of}, ${questions} questions: ${parts.join(', ')}; ${weak.length} too weak; exam ${percent(right)} right`;
}

function weakToText({ sheet: { number, question }, natural, clear, interest }: Mark): string {
  return `too weak: ${number} ${question.id}: natural ${natural}, clear ${clear}, interest ${interest}`;
}

function percent(share: number): string {
  return `${String(Math.round(100 * share)).padStart(3)} %`;
}
