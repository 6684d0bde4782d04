/** Files that cannot be read just now, with the line: what is shown of them is their last good state. */
import { useDesk } from './desk.ts';
import { count, sentence } from './words.ts';

export function FileProblems() {
  const { problems } = useDesk().server;
  return (
    <div role="alert">
      {problems.length === 0 ? null : (
        <section className="file-problems" aria-label="Problems in the files">
          <h2>{count(problems.length, 'thing')} in the files cannot be read</h2>
          <p>What you see is the last state that could be. Mend the file, and this goes away.</p>
          <ul>
            {problems.map(({ file, line, record, field, expected }) => (
              <li key={`${file} ${line} ${record} ${field} ${expected}`}>
                <code>
                  {file}
                  {line === undefined ? '' : `:${line}`}
                </code>{' '}
                {record === '' ? '' : `${record}${field === '' ? '' : `, ${field}`}: `}
                {sentence(`expected ${expected}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
