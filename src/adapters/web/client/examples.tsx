/** What one could say, as the lines of a receipt. */

/** `about`: somebody or something that this bot has facts on; empty where nobody says. */
const examplesOf = (about: string) =>
  [
    ['/quiz', 'a question'],
    ['/quiz 3', 'three in a row'],
    ['/quiz private', 'just for you'],
    ['/fact', 'any fact'],
    ...(about === '' ? [] : [[`/fact ${about}`, 'about that'] as const]),
    ['/leaderboard', 'who leads'],
    ['/sources', 'the articles'],
    ['/help', 'everything else'],
  ] as const;

export const Examples = ({ about, say }: { about: string; say(text: string): void }) => (
  <ul className="examples" aria-label="Examples">
    {examplesOf(about).map(([line, what]) => (
      <li key={line}>
        <button type="button" onClick={() => say(line)}>
          <code>{line}</code>
          <span className="leader" aria-hidden="true" />
          <span className="what">{what}</span>
        </button>
      </li>
    ))}
  </ul>
);
