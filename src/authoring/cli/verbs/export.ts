/** `export`: the questions for a second reader, in a sheet, in a learning platform or in a program. */
import { writeFile } from 'node:fs/promises';
import { buildLibrary } from '../../../core/dataset/library.ts';
import { type Asked, askedOf } from '../../export/asked.ts';
import { giftOf } from '../../export/gift.ts';
import { sheetOf } from '../../export/sheet.ts';
import { openPack, packOf } from '../open-pack.ts';
import { CallError, textOption, type Verb } from '../verb.ts';

export const exportVerb: Verb = {
  name: 'export',
  args: '',
  count: [0, 0],
  says: 'prints the questions to read, or as --json, --csv or --gift',
  options: {
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    gift: { type: 'boolean' },
    out: { type: 'string' },
  },
  help: [
    '--json      for a program: id, prompt, attribution, options, pay-off, facts',
    '--csv       for a spreadsheet or Kahoot',
    '--gift      for Moodle',
    '--out FILE  into a file in place of the screen',
  ],
  async run(call) {
    const forms = ['json', 'csv', 'gift'].filter((form) => call.options[form] === true);
    if (forms.length > 1) throw new CallError('one form at a time: --json, --csv or --gift');
    const pack = packOf(await openPack(call));
    const library = buildLibrary([pack]);
    const text =
      forms[0] === 'json'
        ? `${JSON.stringify(askedOf([pack]), null, 2)}\n`
        : forms[0] === 'csv'
          ? sheetOf(library)
          : forms[0] === 'gift'
            ? giftOf(library)
            : askedOf([pack]).map(toText).join('\n');
    const file = textOption(call, 'out');
    if (file === undefined) call.terminal.out(text);
    else await writeFile(file, text);
    return 0;
  },
};

function toText({ attribution, prompt, options, payoff }: Asked): string {
  const listed = options.map(({ text, right }) => `  ${right ? '✓' : '·'} ${text}\n`).join('');
  return `${attribution === '' ? '' : `[${attribution}] `}${prompt}\n${listed}  ${payoff}\n`;
}
