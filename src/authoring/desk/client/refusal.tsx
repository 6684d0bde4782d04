/** Why something could not be done, with the fields or the lines of files that are meant. */
import type { Refusal } from '../wire.ts';
import { fieldWords, sentence } from './words.ts';

export const RefusalWords = ({
  refusal: { error, fields = [], problems = [] },
}: {
  readonly refusal: Refusal;
}) => (
  <div className="refusal">
    <p>{fields.length === 0 ? error : 'It is not saved yet. What you typed is kept here.'}</p>
    {fields.length + problems.length === 0 ? null : (
      <ul>
        {fields.map(({ field, expected }) => (
          <li key={`${field} ${expected}`}>
            <strong>{fieldWords(field)}</strong>: {expected}
          </li>
        ))}
        {problems.map(({ file, line, expected }) => (
          <li key={`${file} ${line} ${expected}`}>
            <code>
              {file}
              {line === undefined ? '' : `:${line}`}
            </code>{' '}
            {sentence(`expected ${expected}`)}
          </li>
        ))}
      </ul>
    )}
  </div>
);
