/** `panel`: how good the questions are, in the eyes of people who have not written them. See docs/packs.md. */
import { readFile } from 'node:fs/promises';
import { buildLibrary } from '../../../core/dataset/library.ts';
import { bareId } from '../../../core/dataset/scope.ts';
import { ASPECTS, type Mark, parseMarks, verdictOn } from '../../panel/marks.ts';
import { keyToText, sheetsOf, sheetToText } from '../../panel/sheet.ts';
import { tricksOn } from '../../panel/tricks.ts';
import { openPack, packOf } from '../open-pack.ts';
import { CallError, type Verb } from '../verb.ts';

export const panelVerb: Verb = {
  name: 'panel',
  args: 'sheet|key|tricks|marks [SEED] [FILE]',
  count: [1, 3],
  says: 'a sheet of the questions for people who have not seen them, and what their marks say',
  help: ['FILE has the marks; without it they are read from standard input'],
  async run(call) {
    const [what = '', seed = '1', file] = call.args;
    const library = buildLibrary([packOf(await openPack(call))]);
    const sheets = sheetsOf(library, seed);
    const printed: Readonly<Record<string, () => Promise<readonly string[]>>> = {
      sheet: async () => sheets.map(sheetToText),
      key: async () => sheets.map(keyToText),
      tricks: async () =>
        tricksOn([...library.questions.values()]).map(({ choose, right }) => `${percent(right)}  ${choose}`),
      marks: async () => {
        const bytes = file === undefined ? await call.terminal.input() : await readFile(file);
        const marks = parseMarks(new TextDecoder().decode(bytes), sheets);
        const daily = marks.filter(({ sheet }) => sheet.question.fit === 'daily');
        return [
          verdictToText('all', marks),
          verdictToText('daily', daily),
          ...verdictOn(marks).weak.map(weakToText),
        ];
      },
    };
    const print = printed[what];
    if (!print) throw new CallError(`“${what}” is none of sheet, key, tricks, marks`);
    call.terminal.out(`${(await print()).join('\n')}\n`);
    return 0;
  },
};

function verdictToText(of: string, marks: readonly Mark[]): string {
  const { questions, means, weak, right } = verdictOn(marks);
  const parts = ASPECTS.map((aspect) => `${aspect} ${means[aspect].toFixed(2)}`);
  return `${of}, ${questions} questions: ${parts.join(', ')}; ${weak.length} too weak; exam ${percent(right)} right`;
}

const weakToText = ({ sheet: { number, question }, natural, clear, interest }: Mark): string =>
  `too weak: ${number} ${bareId(question.id)}: natural ${natural}, clear ${clear}, interest ${interest}`;

const percent = (share: number): string => `${String(Math.round(100 * share)).padStart(3)} %`;
